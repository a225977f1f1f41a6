using AccountabilityBot.Domain.People;

namespace AccountabilityBot.Domain.Commitments;

/// <summary>
/// A promise that slips: its day is over, or it was moved twice. Its owner is offered help first. Only who says nothing at
/// all for three of their working days has it told to their head, once, and they knew that it would be.
/// </summary>
public sealed partial class Commitment
{
    /// <summary>Moved so often, it slips before its day is over.</summary>
    public const int MovesThatSlip = 2;

    /// <summary>Working days of the owner between the offer of help and the head's hearing of it.</summary>
    public const int DaysToAnswer = 3;

    /// <summary>UTC; not to be looked at before. None: nothing comes by itself for this day any more.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>UTC; when help was offered because it was moved again and again.</summary>
    public DateTimeOffset? EarlyHelpAt { get; private set; }

    /// <summary>UTC; when help was offered because its day was over.</summary>
    public DateTimeOffset? HelpAt { get; private set; }

    /// <summary>UTC; when the owner asked for help with the day that holds now.</summary>
    public DateTimeOffset? AskedHelpAt { get; private set; }

    /// <summary>UTC; when the head heard of it without being asked; where its owner is gone, when the next one was asked to take it over.</summary>
    public DateTimeOffset? EscalatedAt { get; private set; }

    /// <summary>What somebody promised a neighbour after their feedback is between the two: nobody else hears of it unasked.</summary>
    public bool IsPrivate => FeedbackId is not null;

    /// <param name="today">The owner's present day.</param>
    public bool IsSlipping(DateOnly today) => State is CommitmentState.Open && (DueOn < today || Moves >= MovesThatSlip);

    /// <summary>UTC; when the head hears of it if nothing is said. None: they do not.</summary>
    public DateTimeOffset? EscalatesAt => State is CommitmentState.Open && HelpAt is not null && !IsPrivate ? NextAt : null;

    /// <summary>The owner wants help: their head hears of it, and nothing more comes by itself for this day.</summary>
    /// <param name="today">The owner's present day.</param>
    public Decision AskForHelp(PersonId actor, DateOnly today, DateTimeOffset now)
    {
        if (MayClose(actor) is { } refusal)
            return refusal;
        if (AskedHelpAt is not null)
            return Decision.AlreadyDone;
        if (!IsSlipping(today))
            return CommitmentRefusals.NotSlipping();
        // What has been offered to others goes its way.
        (AskedHelpAt, NextAt) = (now, IsOffered ? NextAt : null);
        Version++;
        return Decision.Of(new DomainEvent(CommitmentEvents.AskedHelp, Owner));
    }

    /// <summary>What time brings: one step at most, and only while its owner is at work.</summary>
    /// <param name="owner">When they are there.</param>
    /// <param name="heardAt">UTC; when the offer of help reached its owner. None: there is none yet, or it did not.</param>
    public Decision Progress(Availability owner, DateTimeOffset? heardAt, DateTimeOffset now)
    {
        if (IsOffered)
            return Decision.AlreadyDone;
        if (State is not CommitmentState.Open || NextAt is null || EscalatedAt is not null || AskedHelpAt is not null)
            return Wait(null);
        if (HelpAt is null)
            return BeforeHelp(owner, now);
        if (IsPrivate)
            return Wait(null);
        // Nobody is held to an offer that they have not seen.
        if (heardAt is not { } heard)
            return Wait(Slipping.AfterDays(owner, now, DaysToAnswer));
        var due = Slipping.AfterDays(owner, heard, DaysToAnswer);
        if (due > now || !owner.IsAvailable(now))
            return Wait(due > now ? due : owner.NextAt(now));
        (EscalatedAt, NextAt) = (now, null);
        Version++;
        return Decision.Of(new DomainEvent(CommitmentEvents.Escalated, Other: Owner));
    }

    Decision BeforeHelp(Availability owner, DateTimeOffset now)
    {
        var late = Slipping.MorningAfter(owner, DueOn);
        var early = Moves >= MovesThatSlip && EarlyHelpAt is null
            ? Slipping.MorningAfter(owner, LocalTime.DayIn(owner.Calendar.Zone, MovedAt!.Value))
            : null;
        var isOver = late <= now;
        if (!isOver && !(early <= now))
            return Wait(early < late ? early : late);
        if (!owner.IsAvailable(now))
            return Wait(owner.NextAt(now));
        Version++;
        if (!isOver)
        {
            (EarlyHelpAt, NextAt) = (now, late);
            return Decision.Of(new DomainEvent(CommitmentEvents.OfferedHelp, Other: Owner, Reason: SlipReasons.MovedAgain));
        }

        (HelpAt, NextAt) = (now, IsPrivate ? null : Slipping.AfterDays(owner, now, DaysToAnswer));
        return Decision.Of(new DomainEvent(CommitmentEvents.OfferedHelp, Other: Owner, Reason: SlipReasons.DayOver));
    }

    Decision Wait(DateTimeOffset? until)
    {
        // The card of an offer says when the head hears of it; before that nothing changes that anybody sees.
        if (EscalatesAt is not null && until != NextAt)
            Version++;
        NextAt = until;
        return Decision.AlreadyDone;
    }

    /// <summary>A new day, or somebody else's: what was said and offered before is over.</summary>
    void BeginAnew(DateTimeOffset now) => (NextAt, EarlyHelpAt, HelpAt, AskedHelpAt, EscalatedAt, OwnerLeftAt) =
        (Moves >= MovesThatSlip ? now : Slipping.Earliest(DueOn), null, null, null, null, null);
}
