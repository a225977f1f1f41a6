namespace AccountabilityBot.Domain.Commitments;

/// <summary>Stored as numbers.</summary>
public enum CommitmentState
{
    Open = 1,
    Kept = 2,
    Dropped = 3,
}

/// <summary>A promise: one owner, one date.</summary>
public sealed class Commitment
{
    /// <summary>Longest text and reason, in UTF-16 units.</summary>
    public const int MaxText = 500;

    /// <summary>A quarter: what takes longer is a project.</summary>
    public const int MostDaysAhead = 92;

    Commitment()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Counts every change; guards against two changes at once, and tells a card how old it is.</summary>
    public int Version { get; private set; }

    public PersonId Owner { get; private set; }

    /// <summary>Id of the department for which it was made.</summary>
    public string Department { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>In the owner's days.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    public CommitmentState State { get; private set; }

    /// <summary>UTC; when it was kept or dropped.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public string? DropReason { get; private set; }

    /// <summary>The feedback that it answers; none: it was made elsewhere.</summary>
    public Guid? FeedbackId { get; private set; }

    /// <summary>The lead whose hand-off gave occasion to it.</summary>
    public LeadId? LeadId { get; private set; }

    /// <summary>Open, and its day is over.</summary>
    /// <param name="today">The owner's present day.</param>
    public bool IsMissed(DateOnly today) => State is CommitmentState.Open && DueOn < today;

    /// <summary>What is wrong with a promise before it is one.</summary>
    /// <param name="today">The owner's present day.</param>
    public static Refusal? WhyNot(string? text, DateOnly? dueOn, DateOnly today) =>
        string.IsNullOrWhiteSpace(text) ? CommitmentRefusals.TextMissing()
        : text.Length > MaxText ? CommitmentRefusals.TextTooLong(MaxText)
        : dueOn is not { } day ? CommitmentRefusals.DateMissing()
        : day <= today ? CommitmentRefusals.DateNotAhead()
        : day.DayNumber - today.DayNumber > MostDaysAhead ? CommitmentRefusals.DateTooFar(MostDaysAhead)
        : null;

    /// <summary>A promise that <see cref="WhyNot"/> found nothing wrong with.</summary>
    public static (Commitment Commitment, Decision Decision) Make(
        PersonId owner, string text, DateOnly dueOn, string department, Guid? feedback, LeadId? lead, DateTimeOffset now)
    {
        var commitment = new Commitment
        {
            Id = Guid.CreateVersion7(now),
            Version = 1,
            Owner = owner,
            Department = department,
            Text = text.Trim(),
            DueOn = dueOn,
            MadeAt = now,
            State = CommitmentState.Open,
            FeedbackId = feedback,
            LeadId = lead,
        };
        return (commitment, Decision.Of(new DomainEvent(CommitmentEvents.Made, owner)));
    }

    /// <summary>Why this person may not close it; none: they may.</summary>
    public Refusal? MayClose(PersonId actor) =>
        actor != Owner ? CommitmentRefusals.NotTheOwner(Owner) : State is CommitmentState.Open ? null : CommitmentRefusals.Closed();

    public Decision Keep(PersonId actor, DateTimeOffset now)
    {
        if (actor == Owner && State is CommitmentState.Kept)
            return Decision.AlreadyDone;
        if (MayClose(actor) is { } refusal)
            return refusal;
        return Close(CommitmentState.Kept, CommitmentEvents.Kept, now);
    }

    /// <param name="reason">Their own words; a promise is not dropped without any.</param>
    public Decision Drop(PersonId actor, string? reason, DateTimeOffset now)
    {
        if (actor == Owner && State is CommitmentState.Dropped)
            return Decision.AlreadyDone;
        if (MayClose(actor) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(reason))
            return CommitmentRefusals.ReasonMissing();
        if (reason.Length > MaxText)
            return CommitmentRefusals.TextTooLong(MaxText);
        DropReason = reason.Trim();
        return Close(CommitmentState.Dropped, CommitmentEvents.Dropped, now);
    }

    Decision Close(CommitmentState state, string kind, DateTimeOffset now)
    {
        (State, ClosedAt) = (state, now);
        Version++;
        return Decision.Of(new DomainEvent(kind, Owner));
    }
}
