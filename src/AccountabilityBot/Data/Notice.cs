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

    /// <summary>Overtaken, for what it would have said is no longer true; or its reader wants none of these.</summary>
    Dropped = 3,

    /// <summary>Teams' answer was ambiguous; a person decides.</summary>
    Parked = 4,
    Dead = 5,

    /// <summary>The person has no chat with the bot that is known; wakes up when they are seen.</summary>
    Unreachable = 6,

    /// <summary>Parked or dead, and a person decided that it stays unsent.</summary>
    Discarded = 7,

    /// <summary>Beyond its reader's budget: a bundle tells it, and it is never sent by itself.</summary>
    Bundled = 8,
}

/// <summary>A message that is sent once. The unique key is what keeps a second server, or a retried job, from adding it again.</summary>
public sealed class Notice : Outgoing
{
    /// <summary>Once-only: one notice per key, ever.</summary>
    public required string Key { get; init; }

    public NoticeClass Class { get; init; }

    /// <summary>Id of the department it is for: its home channel, or its head while it has none.</summary>
    public string? Department { get; init; }

    /// <summary>Culture name of the reader.</summary>
    public string Locale { get; init; } = "en";

    public NoticeState State { get; set; } = NoticeState.Pending;

    public DateTimeOffset? SentAt { get; set; }

    public void Sent(string? activityId, DateTimeOffset now) => (State, SentAt, ActivityId, LastError) = (NoticeState.Sent, now, activityId, null);

    public override bool MayRepeat => Class is not NoticeClass.Informative;

    public override bool IsDue(DateTimeOffset now) => State is NoticeState.Pending && NotBefore <= now;

    public override void Skip() => State = NoticeState.Dropped;

    public override void Park(string? why) => (State, LastError) = (NoticeState.Parked, why);

    public override void Await(string? why) => (State, LastError) = (NoticeState.Unreachable, why);

    public override void LosePlace(string? why) => GiveUp(why);

    public override void GiveUp(string? why) => (State, LastError) = (NoticeState.Dead, why);

    public override void Renew(DateTimeOffset now)
    {
        base.Renew(now);
        State = NoticeState.Pending;
    }
}
