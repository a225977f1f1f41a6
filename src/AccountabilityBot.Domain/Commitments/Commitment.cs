namespace AccountabilityBot.Domain.Commitments;

/// <summary>Stored as numbers.</summary>
public enum CommitmentState
{
    Open = 1,
    Kept = 2,
    Dropped = 3,
}

/// <summary>A promise: one owner, one date. What becomes of one that slips, and of one whose owner is gone, stands in the other parts.</summary>
public sealed partial class Commitment
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

    /// <summary>The day first promised; none: it was never moved.</summary>
    public DateOnly? MovedFrom { get; private set; }

    /// <summary>The day first promised, however often it was moved since.</summary>
    public DateOnly FirstDueOn => MovedFrom ?? DueOn;

    /// <summary>How often its owner moved its day.</summary>
    public int Moves { get; private set; }

    /// <summary>UTC; the last time.</summary>
    public DateTimeOffset? MovedAt { get; private set; }

    /// <summary>The owner's own words, of the last time; none: they have not moved it.</summary>
    public string? MoveReason { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    public CommitmentState State { get; private set; }

    /// <summary>UTC; when it was kept or dropped.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Somebody's own words, or a literal of <see cref="DropReasons"/>.</summary>
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
    /// <param name="id">None: a new one.</param>
    public static (Commitment Commitment, Decision Decision) Make(
        PersonId owner, string text, DateOnly dueOn, string department, Guid? feedback, LeadId? lead, DateTimeOffset now, Guid? id = null)
    {
        var commitment = new Commitment
        {
            Id = id ?? Guid.CreateVersion7(now),
            Version = 1,
            Owner = owner,
            Department = department,
            Text = text.Trim(),
            DueOn = dueOn,
            MadeAt = now,
            State = CommitmentState.Open,
            FeedbackId = feedback,
            LeadId = lead,
            NextAt = Slipping.Earliest(dueOn),
        };
        return (commitment, Decision.Of(new DomainEvent(CommitmentEvents.Made, owner)));
    }

    /// <summary>Another day, because the first one will not do: with a reason, so that the next person need not ask.</summary>
    /// <param name="today">The owner's present day.</param>
    public Decision Move(PersonId actor, DateOnly? newDay, string? reason, DateOnly today, DateTimeOffset now)
    {
        if (MayClose(actor) is { } refusal)
            return refusal;
        if (WhyNot(Text, newDay, today) is { } wrong)
            return wrong;
        if (newDay == DueOn)
            return CommitmentRefusals.SameDay();
        if (string.IsNullOrWhiteSpace(reason))
            return CommitmentRefusals.MoveReasonMissing();
        if (reason.Length > MaxText)
            return CommitmentRefusals.TextTooLong(MaxText);
        var was = DueOn;
        (MovedFrom, DueOn, MovedAt, MoveReason) = (FirstDueOn, newDay!.Value, now, reason.Trim());
        Moves++;
        Version++;
        BeginAnew(now);
        return Decision.Of(new DomainEvent(CommitmentEvents.Moved, Owner, Reason: $"{was:yyyy-MM-dd}>{DueOn:yyyy-MM-dd}", Note: Words(MoveReason)));
    }

    /// <summary>What is between two people is in no record beside them: neither the words nor their hash.</summary>
    string? Words(string? own) => FeedbackId is null ? own : null;

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
        if (WhyNotSay(reason) is { } wrong)
            return wrong;
        DropReason = reason!.Trim();
        return Close(CommitmentState.Dropped, CommitmentEvents.Dropped, now);
    }

    static Refusal? WhyNotSay(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? CommitmentRefusals.ReasonMissing()
        : reason.Length > MaxText ? CommitmentRefusals.TextTooLong(MaxText)
        : null;

    Decision Close(CommitmentState state, string kind, DateTimeOffset now, PersonId? from = null)
    {
        (State, ClosedAt, NextAt, OwnerLeftAt) = (state, now, null, null);
        Version++;
        return Decision.Of(new DomainEvent(kind, Owner, from, Note: state is CommitmentState.Dropped ? Words(DropReason) : null));
    }
}
