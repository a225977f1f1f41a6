using AccountabilityBot.Domain;

namespace AccountabilityBot.Data;

/// <summary>Who goes first at the door, and what is done about an ambiguous send.</summary>
public enum NoticeClass
{
    /// <summary>An answer to somebody who asked.</summary>
    Answer = 1,

    /// <summary>Work to do; may be sent again after an ambiguous answer, at most three times.</summary>
    Work = 2,

    /// <summary>To know; after an ambiguous answer it is parked, never sent again unasked.</summary>
    Informative = 3,
}

public enum NoticeState
{
    Pending = 1,
    Sent = 2,

    /// <summary>Overtaken: what it would have said is no longer true.</summary>
    Dropped = 3,

    /// <summary>Teams' answer was ambiguous; a person decides.</summary>
    Parked = 4,
    Dead = 5,

    /// <summary>The person has no chat with the bot that is known; wakes up when they are seen.</summary>
    Unreachable = 6,
}

/// <summary>A message that is sent once. The unique key is what keeps a second server, or a retried job, from adding it again.</summary>
public sealed class Notice
{
    public Guid Id { get; init; }

    /// <summary>Once-only: one notice per key, ever.</summary>
    public required string Key { get; init; }

    /// <summary>A literal that never changes; says how it is rendered.</summary>
    public required string Kind { get; init; }

    public NoticeClass Class { get; init; }

    /// <summary>Channel id, chat id, or <c>person:</c> and the person's key.</summary>
    public required string Thread { get; set; }

    public PersonId? Person { get; init; }

    /// <summary>Id of the department it is for: its home channel, or its head while it has none.</summary>
    public string? Department { get; init; }

    public string? ServiceUrl { get; set; }

    /// <summary>For an answer: the conversation that asked.</summary>
    public string? ConversationId { get; set; }

    public LeadId? LeadId { get; init; }

    /// <summary>What the renderer needs beside the subject; short.</summary>
    public string? Argument { get; init; }

    /// <summary>Culture name of the reader.</summary>
    public string Locale { get; init; } = "en";

    public int Rank { get; init; }
    public NoticeState State { get; set; } = NoticeState.Pending;

    /// <summary>Sends that may have reached Teams.</summary>
    public int Attempts { get; set; }

    /// <summary>Tries that certainly did not reach Teams.</summary>
    public int Failures { get; set; }

    /// <summary>The chat was gone once and was opened anew; it is not done a second time.</summary>
    public bool ChatRetried { get; set; }

    /// <summary>UTC; not to be sent before.</summary>
    public DateTimeOffset NotBefore { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }
    public string? ActivityId { get; set; }
    public string? LastError { get; set => field = CardPost.Cut(value); }
}
