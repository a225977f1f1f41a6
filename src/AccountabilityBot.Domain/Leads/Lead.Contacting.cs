using AccountabilityBot.Domain.Promises;

namespace AccountabilityBot.Domain.Leads;

/// <summary>What it means for a lead in flight that its buyer does not want to be called or written to.</summary>
public sealed partial class Lead
{
    /// <summary>Of the buyer's e-mail address, as <see cref="ContactKeys"/> folds it.</summary>
    public string? EmailKey { get; private set; }

    /// <summary>Of the buyer's phone number.</summary>
    public string? PhoneKey { get; private set; }

    /// <summary>
    /// The buyer said so somewhere else, about another lead of theirs. Nobody is offered whom they must not speak to, and nobody
    /// is reminded to speak to them: who owns the lead says what becomes of it, and what nobody owns goes to the guardian.
    /// </summary>
    public Decision StopContact(bool byPhone, bool byEmail, LeadTerms terms, DateTimeOffset now)
    {
        var facts = Facts with { DoNotCall = Facts.DoNotCall || byPhone, DoNotEmail = Facts.DoNotEmail || byEmail };
        if ((IsEnded && State is not LeadState.Recycled) || facts.SameAs(Facts))
            return Decision.AlreadyDone;
        Know(facts);
        return Done([new DomainEvent(LeadEvents.Updated), .. Unreachable(terms, now)]);
    }

    /// <summary>What is known of the buyer, and everything by which the lead is found from it.</summary>
    void Know(LeadFacts facts) =>
        (Facts, AccountKey, EmailKey, PhoneKey) = (facts, facts.AccountKey, ContactKeys.OfEmail(facts.Email), ContactKeys.OfPhone(facts.Phone));

    /// <summary>Where a lead that is not to be contacted any more goes from where it is; nothing for one that may be.</summary>
    IReadOnlyList<DomainEvent> Unreachable(LeadTerms terms, DateTimeOffset now)
    {
        if (!Facts.IsNotToBeContacted)
            return [];
        switch (State)
        {
            case LeadState.Waiting when GuardianSince is null:
                return [SendToGuardian(GuardianReasons.DoNotContact, now)];
            case LeadState.Offered:
                var offer = OpenOffer!;
                TakeBack(offer, terms, now);
                return [new DomainEvent(LeadEvents.Withdrawn, Other: offer.To, Reason: GuardianReasons.DoNotContact), SendToGuardian(GuardianReasons.DoNotContact, now)];
            case LeadState.Accepted:
                EndPromise(PromiseOutcome.Void, terms, now);
                if (!IsHeld)
                    AskAgain(terms, now);
                return [new DomainEvent(LeadEvents.ContactStopped, Other: Owner)];
            default:
                return [];
        }
    }
}
