using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Promises;

namespace AccountabilityBot.Domain.Leads;

public sealed partial class Lead
{
    /// <summary>
    /// Puts a waiting lead to a person or to the pool. The promise starts now, however old the lead is. What is on the
    /// guardian's list is not offered by any rule: only <see cref="Assign"/> takes it from there.
    /// </summary>
    public Decision OfferTo(OfferTo to, LeadTerms terms, DateTimeOffset now)
    {
        if (State is not LeadState.Waiting || GuardianSince is not null)
            return LeadRefusals.NotWaiting();
        if (to.Person is { } person && WasInHandsOf(person))
            return LeadRefusals.HadItBefore();

        MakePromise(PromiseKind.Answer, to.Person, terms, now);
        _offers.Add(new Offer(Id, _offers.Count + 1, to, Promise!.DueAt, now));
        State = LeadState.Offered;
        Reserve(null, null, null);
        return Done(new DomainEvent(LeadEvents.Offered, Other: to.Person, Reason: to.Reason.Code));
    }

    /// <summary>One accept, ever: the first makes the owner, the same person again is a success, anybody else hears who won.</summary>
    public Decision Accept(LeadActor actor, LeadTerms terms, DateTimeOffset now)
    {
        if (State is LeadState.Accepted && Owner == actor.Id)
            return Decision.AlreadyDone;
        if (MayAnswer(actor) is { } refusal)
            return refusal;

        OpenOffer!.End(OfferOutcome.Accepted, actor.Id, now);
        FulfilPromise(terms, now);
        Own(actor.Id, terms, now);
        return Done(new DomainEvent(LeadEvents.Accepted, actor.Id));
    }

    /// <summary>
    /// Good, but not for me. It counts as one hand and never as a reject. A colleague may be named; without one the
    /// rotation finds the next. In a pool the offer ends too: the lead goes on without the person who gave it up.
    /// </summary>
    /// <param name="colleague">The named colleague and whether they are a member of the department.</param>
    public Decision PassOn(LeadActor actor, (PersonId Id, bool IsMember)? colleague, string? note, LeadTerms terms, DateTimeOffset now)
    {
        if (MayAnswer(actor) is { } refusal)
            return refusal;
        if (CheckColleague(actor, colleague) is { } invalid)
            return invalid;
        if (CheckNote(note) is { } tooLong)
            return tooLong;

        OpenOffer!.End(OfferOutcome.PassedOn, actor.Id, now);
        FulfilPromise(terms, now);
        Hands = [.. Hands, new Hand(actor.Id, HandKind.PassedOn, now, Note: Blank(note))];
        Queue(now);
        Reserve(colleague?.Id, OfferReason.PassedOnBy, actor.Id);
        return Done([
            new DomainEvent(LeadEvents.PassedOn, actor.Id, colleague?.Id, Note: Blank(note)),
            .. ToGuardianIfItMust(terms, now),
        ]);
    }

    /// <summary>Nobody can be offered the lead: the guardian gets it, with its story.</summary>
    /// <param name="reason">A literal of <see cref="GuardianReasons"/>.</param>
    public Decision ToGuardian(string reason, DateTimeOffset now) =>
        State is LeadState.Waiting && GuardianSince is null ? Done(SendToGuardian(reason, now)) : Decision.AlreadyDone;

    /// <summary>Why this person may not accept, reject or pass on; none: they may.</summary>
    public Refusal? MayAnswer(LeadActor actor)
    {
        switch (State)
        {
            case LeadState.Accepted:
                return LeadRefusals.AlreadyAccepted(Owner!.Value, AcceptedAt!.Value);
            case LeadState.Rejected:
                return LeadRefusals.AlreadyRejected(RejectedBy!.Value, RejectedAt!.Value);
            case LeadState.Won or LeadState.Lost or LeadState.Recycled or LeadState.Closed:
                return LeadRefusals.Ended();
        }

        if (OpenOffer is not { } offer)
            return LeadRefusals.NotOnOffer();
        if (offer.To is { } person)
            return person == actor.Id ? null : LeadRefusals.OfferedTo(person, offer.DueAt);
        if (!actor.IsMember)
            return LeadRefusals.NotAMember();
        return WasInHandsOf(actor.Id) ? LeadRefusals.HadItBefore() : null;
    }

    Refusal? CheckColleague(LeadActor actor, (PersonId Id, bool IsMember)? colleague) => colleague switch
    {
        null => null,
        { } named when named.Id == actor.Id => LeadRefusals.PassToYourself(),
        { IsMember: false } named => LeadRefusals.ColleagueNotAMember(named.Id),
        { } named when WasInHandsOf(named.Id) => LeadRefusals.ColleagueHadItBefore(named.Id),
        _ => null,
    };

    void Own(PersonId person, LeadTerms terms, DateTimeOffset now)
    {
        State = LeadState.Accepted;
        Stage ??= DealStage.Working;
        (Owner, AcceptedAt, GuardianSince, GuardianReason) = (person, now, null, null);
        Reserve(null, null, null);
        MakePromise(PromiseKind.FirstTouch, person, terms, now);
        // Where nothing is promised to the buyer, the owner still owes a word about what became of it.
        if (Promise is null)
            AskAgain(terms, now);
    }

    /// <summary>
    /// Back in the queue, and not to be offered by any rule: not to be contacted, or given up too often, or declined and
    /// clarified too often. The last two are counted apart.
    /// </summary>
    IReadOnlyList<DomainEvent> ToGuardianIfItMust(LeadTerms terms, DateTimeOffset now) =>
        Facts.IsNotToBeContacted ? Unreachable(terms, now)
        : Rejects >= terms.Hands ? [SendToGuardian(GuardianReasons.TooManyRejects, now)]
        : Hands.Count(hand => hand.Kind is not (HandKind.Rejected or HandKind.Left)) >= terms.Hands ? [SendToGuardian(GuardianReasons.TooManyHands, now)]
        : [];

    DomainEvent SendToGuardian(string reason, DateTimeOffset now)
    {
        (GuardianSince, GuardianReason) = (now, reason);
        Reserve(null, null, null);
        return new DomainEvent(LeadEvents.ToGuardian, Reason: reason);
    }
}
