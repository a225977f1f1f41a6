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
}
