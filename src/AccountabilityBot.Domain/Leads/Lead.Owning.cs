using AccountabilityBot.Domain.Promises;

namespace AccountabilityBot.Domain.Leads;

public sealed partial class Lead
{
    /// <summary>Longest hold, in whole days.</summary>
    public const int MaxHoldDays = 90;

    /// <summary>
    /// The buyer was spoken or written to: the first touch, or one more. It ends a hold, keeps what was promised, and promises
    /// the next touch.
    /// </summary>
    public Decision Contact(LeadActor actor, LeadTerms terms, DateTimeOffset now)
    {
        if (MayWork(actor) is { } refusal)
            return refusal;
        if (Facts.IsNotToBeContacted)
            return LeadRefusals.DoNotContact();
        if (ContactedAt is not null && !IsHeld && !IsFollowUpAsked)
            return Decision.AlreadyDone;

        ContactedAt ??= now;
        FirstContactedAt ??= ContactedAt;
        EndHold();
        FulfilPromise(terms, now);
        MakePromise(PromiseKind.FollowUp, actor.Id, terms, now);
        AskAgain(terms, now);
        return Done(new DomainEvent(LeadEvents.Contacted, actor.Id));
    }

    /// <summary>Whether the owner was asked to speak to the buyer again: then one more touch is news, and not the same press twice.</summary>
    public bool IsFollowUpAsked => Promise is { Kind: PromiseKind.FollowUp, Climbed: > 0 };

    /// <summary>The owner waits for something, and says for what and until when. What they promised does not count meanwhile.</summary>
    /// <param name="reason">Id of a hold reason of the revenue model.</param>
    /// <param name="until">UTC; at most <see cref="MaxHoldDays"/> whole days ahead.</param>
    public Decision Hold(LeadActor actor, string? reason, DateTimeOffset? until, string? note, LeadTerms terms, DateTimeOffset now)
    {
        if (MayWork(actor) is { } refusal)
            return refusal;
        if (string.IsNullOrEmpty(reason))
            return LeadRefusals.ReasonMissing();
        if (until is not { } end)
            return LeadRefusals.HoldEndMissing();
        if (end <= now)
            return LeadRefusals.HoldEndNotAhead();
        // Whole days: people choose a day, and its morning may lie some hours beyond as many times 24 hours.
        if ((end - now).Days > MaxHoldDays)
            return LeadRefusals.HoldTooLong(MaxHoldDays);
        if (CheckNote(note) is { } tooLong)
            return tooLong;

        // Nobody is asked what became of it before the end they named.
        (HeldUntil, HoldReason, DispositionDueAt, DispositionAsks) = (end, reason, null, 0);
        PausePromise(terms, now);
        return Done(new DomainEvent(LeadEvents.Held, actor.Id, Reason: reason, Note: Blank(note)));
    }

    /// <summary>The hold's end has come; the owner is told, and what they promised counts again.</summary>
    public Decision ResumeIfDue(LeadTerms terms, DateTimeOffset now)
    {
        if (State is not LeadState.Accepted || HeldUntil is not { } until || until > now)
            return Decision.AlreadyDone;
        EndHold();
        ResumePromise(terms, now);
        AskAgain(terms, now);
        return Done(new DomainEvent(LeadEvents.Resumed, Other: Owner));
    }

    /// <summary>After accept, with a reason, back to the queue. One hand.</summary>
    public Decision HandBack(LeadActor actor, string? reason, string? note, LeadTerms terms, DateTimeOffset now)
    {
        if (MayWork(actor) is { } refusal)
            return refusal;
        if (string.IsNullOrEmpty(reason))
            return LeadRefusals.ReasonMissing();
        if (CheckNote(note) is { } tooLong)
            return tooLong;

        EndPromise(PromiseOutcome.Void, terms, now);
        Hands = [.. Hands, new Hand(actor.Id, HandKind.HandedBack, now, reason, Blank(note))];
        Queue(now);
        return Done([
            new DomainEvent(LeadEvents.HandedBack, actor.Id, Reason: reason, Note: Blank(note)),
            .. ToGuardianIfItMust(terms, now),
        ]);
    }

    /// <summary>The guardian takes a lead that nobody holds.</summary>
    public Decision Take(LeadActor actor, LeadTerms terms, DateTimeOffset now)
    {
        if (State is LeadState.Accepted && Owner == actor.Id)
            return Decision.AlreadyDone;
        if (MayGuard(actor) is { } refusal)
            return refusal;

        var withdrawn = Withdraw(actor, terms, now);
        Own(actor.Id, terms, now);
        return Done([.. withdrawn, new DomainEvent(LeadEvents.Taken, actor.Id)]);
    }

    /// <summary>
    /// The guardian names who is asked next. The named person still accepts, passes on or rejects: nobody becomes an owner
    /// unasked. Whom the open offer stands with already is asked already, and keeps the deadline they have.
    /// </summary>
    public Decision Assign(LeadActor actor, (PersonId Id, bool IsMember)? to, LeadTerms terms, DateTimeOffset now)
    {
        if (MayGuard(actor) is { } refusal)
            return refusal;
        if (to is not { } person)
            return LeadRefusals.PersonMissing();
        if (!person.IsMember)
            return LeadRefusals.ColleagueNotAMember(person.Id);
        if (WasInHandsOf(person.Id))
            return LeadRefusals.ColleagueHadItBefore(person.Id);

        if (OpenOffer?.To == person.Id)
            return Decision.AlreadyDone;

        var withdrawn = Withdraw(actor, terms, now);
        Queue(now);
        var offered = OfferTo(new OfferTo(person.Id, new OfferReason(OfferReason.AssignedBy, actor.Id)), terms, now);
        return Decision.Of([.. withdrawn, new DomainEvent(LeadEvents.Assigned, actor.Id, person.Id), .. offered.Happened]);
    }

    /// <summary>The guardian ends a lead that is not worth anybody's time.</summary>
    public Decision Close(LeadActor actor, string? reason, string? note, LeadTerms terms, DateTimeOffset now)
    {
        if (MayGuard(actor) is { } refusal)
            return refusal;
        if (string.IsNullOrEmpty(reason))
            return LeadRefusals.ReasonMissing();
        if (CheckNote(note) is { } tooLong)
            return tooLong;

        var withdrawn = Withdraw(actor, terms, now);
        State = LeadState.Closed;
        (Stage, EndedAt) = (Model.DealStage.Closed, now);
        (GuardianSince, GuardianReason, CloseReason) = (null, null, reason);
        Reserve(null, null, null);
        return Done([.. withdrawn, new DomainEvent(LeadEvents.Closed, actor.Id, Reason: reason, Note: Blank(note))]);
    }

    /// <summary>Why this person may not work on the lead as its owner; none: they may.</summary>
    public Refusal? MayWork(LeadActor actor)
    {
        if (IsEnded)
            return LeadRefusals.Ended();
        if (State is not LeadState.Accepted)
            return LeadRefusals.NotAccepted();
        return Owner == actor.Id ? null : LeadRefusals.NotTheOwner(Owner!.Value);
    }

    /// <summary>Why this person may not assign, take or close; none: they may.</summary>
    public Refusal? MayGuard(LeadActor actor)
    {
        if (!actor.Guards)
            return LeadRefusals.OnlyForGuardians();
        return State switch
        {
            LeadState.Waiting or LeadState.Offered => null,
            LeadState.Accepted => LeadRefusals.AlreadyAccepted(Owner!.Value, AcceptedAt!.Value),
            LeadState.Rejected => LeadRefusals.AlreadyRejected(RejectedBy!.Value, RejectedAt!.Value),
            _ => LeadRefusals.Ended(),
        };
    }

    /// <summary>Nobody waits for anything any more, and what somebody wrote about it is not kept longer.</summary>
    void EndHold() => (HeldUntil, HoldReason, DataWanted) = (null, null, null);

    /// <summary>Ends the open offer, if there is one; the ledger says from whom the lead was taken.</summary>
    IReadOnlyList<DomainEvent> Withdraw(LeadActor actor, LeadTerms terms, DateTimeOffset now)
    {
        if (OpenOffer is not { } offer)
            return [];
        offer.End(OfferOutcome.Withdrawn, by: null, now);
        EndPromise(PromiseOutcome.Void, terms, now);
        return [new DomainEvent(LeadEvents.Withdrawn, actor.Id, offer.To)];
    }
}
