using AccountabilityBot.Domain.Promises;

namespace AccountabilityBot.Domain.Leads;

/// <summary>Decisions of rules that see to it that a lead is always in somebody's hands.</summary>
public sealed partial class Lead
{
    /// <summary>Why an offer was taken back: the person went out.</summary>
    public const string PersonIsOut = "out";

    /// <summary>
    /// The person is out, so that the offer put to them is taken back. It is no hand: they may be asked again, and the lead
    /// has its old place in the queue.
    /// </summary>
    public Decision TakeBackFrom(PersonId person, LeadTerms terms, DateTimeOffset now)
    {
        if (OpenOffer is not { } offer || offer.To != person)
            return Decision.AlreadyDone;
        TakeBack(offer, terms, now);
        return Done([new DomainEvent(LeadEvents.Withdrawn, Other: person, Reason: PersonIsOut), .. ToGuardianIfItMust(terms, now)]);
    }

    /// <summary>
    /// Somebody has left the company or the department, and with them everything that ties this lead to them: what they owned
    /// goes back to the queue with its story, what was put to them is taken back, what was kept for them is anybody's. It is
    /// no hand of theirs.
    /// </summary>
    /// <param name="why">One of <see cref="Departures"/>.</param>
    public Decision PersonIsGone(PersonId person, string why, LeadTerms terms, DateTimeOffset now)
    {
        if (State is LeadState.Accepted && Owner == person)
        {
            EndPromise(PromiseOutcome.Void, terms, now);
            Hands = [.. Hands, new Hand(person, HandKind.Left, now, why)];
            Queue(now);
            return Done([new DomainEvent(LeadEvents.OwnerGone, Other: person, Reason: why), .. ToGuardianIfItMust(terms, now)]);
        }

        if (OpenOffer is { } offer && offer.To == person)
        {
            TakeBack(offer, terms, now);
            return Done([new DomainEvent(LeadEvents.Withdrawn, Other: person, Reason: why), .. ToGuardianIfItMust(terms, now)]);
        }

        if (State is LeadState.Waiting && ReservedFor == person)
        {
            Reserve(null, null, null);
            return Done(new DomainEvent(LeadEvents.Withdrawn, Other: person, Reason: why));
        }

        return Decision.AlreadyDone;
    }

    /// <summary>It is nobody's hand, and costs the lead no place in the queue.</summary>
    void TakeBack(Offer offer, LeadTerms terms, DateTimeOffset now)
    {
        offer.End(OfferOutcome.Withdrawn, by: null, now);
        EndPromise(PromiseOutcome.Void, terms, now);
        var place = WaitingSince;
        Queue(now);
        WaitingSince = place;
    }

    /// <summary>Whoever had it does not have it any more, and nobody else does: the guardian decides. It is nobody's hand.</summary>
    public Decision FoundAdrift(LeadTerms terms, DateTimeOffset now)
    {
        if (IsEnded || State is LeadState.Rejected || GuardianSince is not null)
            return Decision.AlreadyDone;
        OpenOffer?.End(OfferOutcome.Withdrawn, by: null, now);
        EndPromise(PromiseOutcome.Void, terms, now);
        Queue(now);
        return Done(SendToGuardian(GuardianReasons.Adrift, now));
    }
}
