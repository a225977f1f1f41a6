using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.People;

namespace AccountabilityBot.Domain.Commitments;

/// <summary>Somebody who may keep the promise of one who is gone.</summary>
/// <param name="MayTake">They are the manager of whoever is gone, the department's head, its guardian or an administrator.</param>
/// <param name="IsOwnerGone">Whether the directory says at this moment that the owner is not with the company, or not with the department.</param>
public readonly record struct Successor(PersonId Person, bool MayTake, bool IsOwnerGone);

/// <summary>
/// A promise whose owner has left the company, or the department for which they promised it: it is offered to one person, once to
/// the next one, and whoever takes it over owns it like a promise of their own. Nobody is made to.
/// </summary>
public sealed partial class Commitment
{
    /// <summary>UTC; when it was seen that its owner is gone. None: they are here, be they who promised or who took it over.</summary>
    public DateTimeOffset? OwnerLeftAt { get; private set; }

    /// <summary>Open, its owner is gone, and nobody has taken it over.</summary>
    public bool IsOffered => State is CommitmentState.Open && OwnerLeftAt is not null;

    /// <summary>
    /// Its owner is gone, and it is offered to somebody. One between two people is nobody else's business: it ends with a leaver,
    /// and goes with a mover.
    /// </summary>
    /// <param name="why">A literal of <see cref="Departures"/>.</param>
    /// <param name="asked">When the one who is asked is at work. None: there is nobody else to ask after them.</param>
    public Decision OwnerIsGone(string why, Availability? asked, DateTimeOffset now)
    {
        if (State is not CommitmentState.Open || OwnerLeftAt is not null)
            return Decision.AlreadyDone;
        if (IsPrivate)
            return why == Departures.Left ? EndWithItsOwner(now) : Decision.AlreadyDone;
        BeginAnew(now);
        (OwnerLeftAt, NextAt) = (now, asked is null ? null : Slipping.AfterDays(asked, now, DaysToAnswer));
        Version++;
        return Decision.Of(new DomainEvent(why == Departures.Left ? CommitmentEvents.OwnerLeft : CommitmentEvents.OwnerMoved, Other: Owner));
    }

    /// <summary>They have come back before anybody took it over: it is theirs, and slips as if for the first time.</summary>
    public Decision OwnerIsBack(DateTimeOffset now)
    {
        if (!IsOffered)
            return Decision.AlreadyDone;
        BeginAnew(now);
        Version++;
        return Decision.Of(new DomainEvent(CommitmentEvents.OwnerBack, Other: Owner));
    }

    /// <summary>Whoever was asked has said nothing for three of their working days: once, it goes to the next one.</summary>
    /// <param name="asked">When the one who was asked last is at work. None: they are gone as well, or nobody was asked.</param>
    /// <param name="heardAt">UTC; when the offer reached them. None: it did not, and its days count from when it was made.</param>
    /// <param name="isThereANext">Whether there is anybody who was not asked yet.</param>
    public Decision OfferOn(Availability? asked, DateTimeOffset? heardAt, bool isThereANext, DateTimeOffset now)
    {
        if (!IsOffered)
            return Decision.AlreadyDone;
        if (IsPrivate)
            return EndWithItsOwner(now);
        if (!isThereANext || (asked is not null && EscalatedAt is not null))
            return WaitForSuccessor(null);
        if (asked is not null && Slipping.AfterDays(asked, heardAt ?? OwnerLeftAt!.Value, DaysToAnswer) is var due && due > now)
            return WaitForSuccessor(due);
        (EscalatedAt, NextAt) = (now, null);
        Version++;
        return Decision.Of(new DomainEvent(CommitmentEvents.OfferedOn, Other: Owner));
    }

    /// <summary>Why this person may neither take it over nor drop it; none: they may.</summary>
    /// <param name="from">Whose it was when they were asked.</param>
    public Refusal? MayTake(Successor actor, PersonId from) =>
        !actor.MayTake ? CommitmentRefusals.NotYoursToTake(from)
        : State is not CommitmentState.Open ? CommitmentRefusals.Closed()
        : Owner != from ? CommitmentRefusals.TakenAlready(Owner)
        : IsPrivate || OwnerLeftAt is null || !actor.IsOwnerGone || actor.Person == Owner ? CommitmentRefusals.NotGone(Owner)
        : null;

    /// <summary>It is theirs from now on, as if they had promised it: moves and offers of help are counted anew.</summary>
    /// <param name="from">Whose it was when they were asked.</param>
    /// <param name="newDay">None: the day stays, if it is still to come.</param>
    /// <param name="today">The present day of whoever takes it.</param>
    public Decision TakeOver(Successor actor, PersonId from, DateOnly? newDay, DateOnly today, DateTimeOffset now)
    {
        if (State is CommitmentState.Open && actor.Person == Owner && Owner != from)
            return Decision.AlreadyDone;
        if (MayTake(actor, from) is { } refusal)
            return refusal;
        var day = newDay ?? DueOn;
        if (day != DueOn && WhyNot(Text, day, today) is { } wrong)
            return wrong;
        if (day == DueOn && IsMissed(today))
            return CommitmentRefusals.DayOver();
        var was = DueOn;
        if (day != was)
            (MovedFrom, DueOn, MovedAt) = (FirstDueOn, day, now);
        (Owner, Moves, MoveReason) = (actor.Person, 0, null);
        BeginAnew(now);
        Version++;
        return Decision.Of(new DomainEvent(CommitmentEvents.TakenOver, Owner, from, day == was ? null : $"{was:yyyy-MM-dd}>{day:yyyy-MM-dd}"));
    }

    /// <summary>Nobody needs it any more. Whoever drops it answers for that: nothing stays in the name of one who is gone.</summary>
    /// <param name="from">Whose it was when they were asked.</param>
    /// <param name="reason">Their own words.</param>
    public Decision DropFor(Successor actor, PersonId from, string? reason, DateTimeOffset now)
    {
        // They have taken it over, on another card maybe, and drop what is theirs.
        if (actor.Person == Owner && Owner != from)
            return Drop(actor.Person, reason, now);
        if (MayTake(actor, from) is { } refusal)
            return refusal;
        if (WhyNotSay(reason) is { } wrong)
            return wrong;
        (Owner, DropReason) = (actor.Person, reason!.Trim());
        return Close(CommitmentState.Dropped, CommitmentEvents.Dropped, now, from);
    }

    Decision WaitForSuccessor(DateTimeOffset? until)
    {
        // The card says until when.
        if (until != NextAt)
            Version++;
        NextAt = until;
        return Decision.AlreadyDone;
    }

    Decision EndWithItsOwner(DateTimeOffset now)
    {
        (State, ClosedAt, NextAt, OwnerLeftAt, DropReason) = (CommitmentState.Dropped, now, null, null, DropReasons.OwnerLeft);
        Version++;
        return Decision.Of(new DomainEvent(CommitmentEvents.Dropped, Other: Owner, Reason: DropReasons.OwnerLeft));
    }
}
