using AccountabilityBot.Domain;
using AccountabilityBot.Teams.Activities;

namespace AccountabilityBot.Data;

/// <summary>What becomes of a place where a card stands.</summary>
public enum PostState
{
    /// <summary>The card follows its subject.</summary>
    Live = 1,

    /// <summary>The department serves elsewhere now: edited once more, to say so.</summary>
    Moved = 2,

    /// <summary>The message is gone in Teams, or the bot has no access: nothing is sent there any more.</summary>
    Gone = 3,

    /// <summary>The person has no chat with the bot that is known; wakes up when they are seen.</summary>
    Unreachable = 4,

    /// <summary>Could not be delivered; waits for a person to look.</summary>
    Dead = 5,
}

/// <summary>
/// One place where a live card stands or will stand. A change raises <see cref="Wanted"/>; delivery renders from the
/// state of that moment and raises <see cref="Shown"/>. The card itself is never stored.
/// </summary>
public sealed class CardPost
{
    /// <summary>Every card carries it, so that a press from an unknown copy is recognised.</summary>
    public Guid Id { get; init; }

    /// <summary>A literal that never changes: <c>lead.channel</c>, <c>lead.personal</c>, …</summary>
    public required string Kind { get; init; }

    public required LeadId LeadId { get; init; }

    /// <summary>Channel id, group chat id, or <c>person:</c> and the person's key.</summary>
    public required string Thread { get; set; }

    /// <summary>For a personal card: whose.</summary>
    public PersonId? Person { get; init; }

    public string? ServiceUrl { get; set; }

    /// <summary>The conversation the message stands in; for a channel with its <c>;messageid</c>. None before it is sent.</summary>
    public string? ConversationId { get; set; }

    public string? ActivityId { get; set; }

    /// <summary>The lead's version that the card is to show.</summary>
    public int Wanted { get; set; }

    /// <summary>The lead's version that the card shows; 0 before it is sent.</summary>
    public int Shown { get; set; }

    /// <summary>The segment's rank: the most urgent goes first.</summary>
    public int Rank { get; init; }

    public PostState State { get; set; } = PostState.Live;

    /// <summary>Sends that may have reached Teams without our knowing; set back by a success.</summary>
    public int Attempts { get; set; }

    /// <summary>Tries that certainly did not reach Teams; set back by a success.</summary>
    public int Failures { get; set; }

    /// <summary>The message was gone once and the card was posted anew; it is not done a second time.</summary>
    public bool Reposted { get; set; }

    /// <summary>The chat was gone once and was opened anew; it is not done a second time.</summary>
    public bool ChatRetried { get; set; }

    /// <summary>UTC; not to be tried before.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>
    /// UTC; when it was decided, once and for all, whether the reader of a personal card that does not reach them is called in
    /// the channel. None: there was nothing to decide yet.
    /// </summary>
    public DateTimeOffset? CallDecidedAt { get; set; }

    public string? LastError { get; set => field = Cut(value); }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Teams' own words may be of any length.</summary>
    internal static string? Cut(string? error) => error is null ? null : CleanText.Of(error, 300);

    /// <summary>The thread of a person's chat, known or not: one name for it, so that order and pauses hold for all of it.</summary>
    public static string ThreadOf(PersonId person) => "person:" + person;
}
