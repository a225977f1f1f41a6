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

    /// <summary>Of a rejected one: id of the reject reason. None where an earlier version wrote it on the lead alone.</summary>
    public string? RejectReason { get; private set; }

    /// <summary>The answer to the reason's second question: a choice's id, or the person's words.</summary>
    public string? RejectAnswer { get; private set; }

    public string? RejectNote { get; private set; }

    /// <summary>Of a rejected one: what the sender answered; none: nothing yet.</summary>
    public SenderReply? Reply { get; private set; }

    public bool IsOpen => Outcome is null;

    public bool IsPool => To is null;

    public OfferReason Reason => new(ReasonCode, ReasonOther, ReasonUntil);

    internal void End(OfferOutcome outcome, PersonId? by, DateTimeOffset now) =>
        (Outcome, AnsweredBy, AnsweredAt) = (outcome, by, now);

    internal void Rejected(string reason, string? answer, string? note) => (RejectReason, RejectAnswer, RejectNote) = (reason, answer, note);

    internal void Answered(SenderReply reply) => Reply = reply;

    /// <summary>Undo: the offer stands again, with the deadline it had.</summary>
    internal void Restore() => (Outcome, AnsweredBy, AnsweredAt, RejectReason, RejectAnswer, RejectNote) = (null, null, null, null, null, null);
}

/// <summary>What a sender answers to a reject. Stored: the numbers never change.</summary>
public enum ReplyKind
{
    /// <summary>Something was missing, and here it is: the lead is offered again.</summary>
    Clarified = 1,

    /// <summary>The reject stands.</summary>
    Agreed = 2,
}

/// <summary>The one answer to one reject.</summary>
/// <param name="At">UTC.</param>
/// <param name="Words">Of a clarification: what was missing.</param>
public sealed record SenderReply(ReplyKind Kind, PersonId By, DateTimeOffset At, string? Words = null);

/// <summary>To whom a lead is to be offered. No person: the department's pool.</summary>
/// <param name="Person">The one who may answer.</param>
/// <param name="Reason">Why this person.</param>
public sealed record OfferTo(PersonId? Person, OfferReason Reason);
