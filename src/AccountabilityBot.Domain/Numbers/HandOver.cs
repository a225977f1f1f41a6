namespace AccountabilityBot.Domain.Numbers;

/// <summary>How it stands with a hand-over. Stored as numbers.</summary>
public enum HandOverState
{
    Proposed = 1,

    /// <summary>The new owner said yes, and its day has not come.</summary>
    Accepted = 2,
    Done = 3,
    Declined = 4,
    Withdrawn = 5,

    /// <summary>Nobody answered in time.</summary>
    Lapsed = 6,

    /// <summary>Who was to own it has left, or owns it already by another way.</summary>
    Overtaken = 7,
}

/// <summary>A number on its way from one owner to the next. Nothing changes hands without the new owner's word.</summary>
public sealed class HandOver
{
    public Guid Id { get; init; }

    public required string NumberId { get; init; }

    /// <summary>Who owned it when this was proposed; none: nobody did.</summary>
    public PersonId? From { get; init; }

    public PersonId To { get; init; }

    public PersonId ProposedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>The first day on which the new owner owns it, in the zone of the number's department.</summary>
    public DateOnly EffectiveOn { get; init; }

    /// <summary>UTC; the start of <see cref="EffectiveOn"/> there.</summary>
    public DateTimeOffset EffectiveAt { get; init; }

    /// <summary>Why, in the proposer's words.</summary>
    public string? Note { get; init; }

    public HandOverState State { get; internal set; } = HandOverState.Proposed;

    /// <summary>UTC; when the new owner said yes or no.</summary>
    public DateTimeOffset? AnsweredAt { get; internal set; }

    /// <summary>The new owner's own words.</summary>
    public string? Answer { get; internal set; }

    /// <summary>UTC; from then on it is history. None: it is open, and a number has at most one such.</summary>
    public DateTimeOffset? ClosedAt { get; internal set; }

    /// <summary>UTC; unanswered by then, it lapses.</summary>
    public DateTimeOffset LapsesAt => ProposedAt + TrackedNumber.AnswerWithin;
}
