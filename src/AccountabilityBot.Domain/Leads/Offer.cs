namespace AccountabilityBot.Domain.Leads;

/// <summary>One lead put to one person, or to a pool, with a deadline.</summary>
public sealed class Offer
{
    Offer()
    {
    }

    internal Offer(LeadId lead, int no, OfferTo to, DateTimeOffset dueAt, DateTimeOffset now)
    {
        (LeadId, No, To, DueAt, OfferedAt) = (lead, no, to.Person, dueAt, now);
        (ReasonCode, ReasonOther, ReasonUntil) = (to.Reason.Code, to.Reason.Other, to.Reason.Until);
    }

    public LeadId LeadId { get; private set; }

    /// <summary>1 for the first offer of a lead, then counting.</summary>
    public int No { get; private set; }

    /// <summary>The one person who may answer; none for a pool.</summary>
    public PersonId? To { get; private set; }

    /// <summary>UTC. The promise starts here, not at the lead's arrival.</summary>
    public DateTimeOffset OfferedAt { get; private set; }

    /// <summary>UTC; frozen at the offer, so that a later change of the model does not bend a running promise.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public string ReasonCode { get; private set; } = "";

    public PersonId? ReasonOther { get; private set; }

    /// <summary>UTC; as it was when the offer was made.</summary>
    public DateTimeOffset? ReasonUntil { get; private set; }

    public OfferOutcome? Outcome { get; private set; }

    public PersonId? AnsweredBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool IsOpen => Outcome is null;

    public bool IsPool => To is null;

    public OfferReason Reason => new(ReasonCode, ReasonOther, ReasonUntil);

    internal void End(OfferOutcome outcome, PersonId? by, DateTimeOffset now) =>
        (Outcome, AnsweredBy, AnsweredAt) = (outcome, by, now);

    /// <summary>Undo: the offer stands again, with the deadline it had.</summary>
    internal void Restore() => (Outcome, AnsweredBy, AnsweredAt) = (null, null, null);
}

/// <summary>To whom a lead is to be offered. No person: the department's pool.</summary>
/// <param name="Person">The one who may answer.</param>
/// <param name="Reason">Why this person.</param>
public sealed record OfferTo(PersonId? Person, OfferReason Reason);
