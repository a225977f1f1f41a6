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

    /// <summary>Beyond its reader's budget: a bundle tells it, and it is never posted by itself.</summary>
    Bundled = 6,

    /// <summary>Never posted: its reader wants none of these, or what it would have said is no longer true.</summary>
    Dropped = 7,

    /// <summary>It goes out once, and nobody knows whether it did: a person decides.</summary>
    Parked = 8,
}

/// <summary>
/// One place where a live card stands or will stand. A change raises <see cref="Wanted"/>; delivery renders from the
/// state of that moment and raises <see cref="Shown"/>. The card itself is never stored.
/// </summary>
public sealed class CardPost : Outgoing
{
    /// <summary>The lead's version that the card is to show.</summary>
    public int Wanted { get; set; }

    /// <summary>The lead's version that the card shows; 0 before it is sent.</summary>
    public int Shown { get; set; }

    public PostState State { get; set; } = PostState.Live;

    /// <summary>
    /// Of a card that is not about one lead: a short name of what it showed last. A sweep compares it with the truth, because
    /// no single version tells whether such a card is stale.
    /// </summary>
    public string? Picture { get; set; }

    /// <summary>The message was gone once and the card was posted anew; it is not done a second time.</summary>
    public bool Reposted { get; set; }

    /// <summary>
    /// UTC; when it was decided, once and for all, whether the reader of a personal card that does not reach them is called in
    /// the channel. None: there was nothing to decide yet.
    /// </summary>
    public DateTimeOffset? CallDecidedAt { get; set; }

    /// <summary>Whether it stands in Teams, so that a change is an edit.</summary>
    public bool Stands => ActivityId is not null && ConversationId is not null && ServiceUrl is not null;

    /// <summary>To know and not to do: after an answer of which nobody knows what it means, a person decides whether it goes out again.</summary>
    public bool IsInformative { get; init; }

    /// <summary>A card that is work may be there twice: its buttons are safe, and a copy that somebody presses is found again.</summary>
    public override bool MayRepeat => !IsInformative;

    /// <summary>What it is about has changed: the card is to show this version.</summary>
    public void Want(int version, DateTimeOffset now)
    {
        Wanted = version;
        // What could not be delivered is worth a try again, now that there is something new to show.
        if (this is { State: PostState.Dead, ActivityId: not null })
            (State, Failures, NotBefore) = (PostState.Live, 0, now);
    }

    public override bool IsDue(DateTimeOffset now) => Shown < Wanted && State < PostState.Gone && NotBefore <= now;

    public override void Skip() => Shown = Wanted;

    public override void Park(string? why) => (State, LastError) = (PostState.Parked, why);

    public override void Await(string? why) => (State, LastError) = (PostState.Unreachable, why);

    public override void LosePlace(string? why) => (State, LastError) = (PostState.Gone, why);

    public override void GiveUp(string? why) => (State, LastError) = (PostState.Dead, why);

    public override void Renew(DateTimeOffset now)
    {
        base.Renew(now);
        State = PostState.Live;
    }
}
