namespace AccountabilityBot.Domain.Leads;

/// <summary>Where a lead stands. Received is an event and not a state: a lead waits from the moment it is known.</summary>
public enum LeadState
{
    /// <summary>In its department's queue, or on the guardian's list.</summary>
    Waiting = 1,
    Offered = 2,
    Accepted = 3,
    Rejected = 4,
    Won = 5,
    Lost = 6,
    Recycled = 7,
    Closed = 8,
}

/// <summary>How an offer ended.</summary>
public enum OfferOutcome
{
    Accepted = 1,
    Rejected = 2,
    PassedOn = 3,
    Withdrawn = 4,
    Expired = 5,
}

/// <summary>Why a person gave a lead out of their hands; each but a reject and a departure counts as one hand.</summary>
public enum HandKind
{
    PassedOn = 1,
    HandedBack = 2,
    Expired = 3,

    /// <summary>Declined it, and the sender clarified. It never goes back to them; rejects are counted by themselves.</summary>
    Rejected = 4,

    /// <summary>They left the company, or the department that answers for it. Nobody gave anything up.</summary>
    Left = 5,
}

/// <summary>One hand: a lead that was not kept.</summary>
/// <param name="Person">Who had it; none: a pool let it expire.</param>
/// <param name="At">UTC.</param>
/// <param name="Reason">Id of a hand-back reason of the revenue model; of a departure one of <see cref="Departures"/>.</param>
/// <param name="Note">What the person wants the next one to know.</param>
public sealed record Hand(PersonId? Person, HandKind Kind, DateTimeOffset At, string? Reason = null, string? Note = null)
{
    /// <summary>Whether there is anything to tell the next person.</summary>
    public bool HasWords => Kind is not HandKind.Left && (Reason is not null || Note is not null);
}

/// <summary>Why somebody has nothing to do with a lead any more. Stored in the ledger: they never change.</summary>
public static class Departures
{
    /// <summary>The company.</summary>
    public const string Left = "left";

    /// <summary>The department.</summary>
    public const string Moved = "moved";
}

/// <summary>Why this person or this pool, for the one sentence on the card.</summary>
/// <param name="Code">A literal: <c>rotation</c>, <c>account-owner</c>, <c>passed-on</c>, <c>pool</c>, <c>former-owner</c>, <c>assigned</c>, <c>next-is-out</c>, <c>next-is-away</c>.</param>
/// <param name="Other">Who else the sentence names: the one who passed it on, or the next in turn who is full or out.</param>
/// <param name="Until">UTC; when the next in turn, who is out, is back.</param>
public sealed record OfferReason(string Code, PersonId? Other = null, DateTimeOffset? Until = null)
{
    public const string Rotation = "rotation";
    public const string AccountOwner = "account-owner";
    public const string PassedOnBy = "passed-on";
    public const string Pool = "pool";
    public const string FormerOwner = "former-owner";
    public const string AssignedBy = "assigned";
    public const string NextIsOut = "next-is-out";

    /// <summary>Nobody said until when the next in turn is out.</summary>
    public const string NextIsAway = "next-is-away";
}
