using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Leads;

public sealed partial class Lead
{
    /// <summary>
    /// The lead is not good: it goes back to the sender, who hears of it when the time to undo is over. There is no
    /// reject without a standard reason, and none without the answer that the reason asks for, by any path.
    /// </summary>
    /// <param name="reason">From the revenue model; none: nothing was chosen.</param>
    /// <param name="answer">Answer to the reason's question: a choice's id, or words.</param>
    public Decision Reject(LeadActor actor, RejectReason? reason, string? answer, string? note, LeadTerms terms, DateTimeOffset now)
    {
        if (MayAnswer(actor) is { } refusal)
            return refusal;
        if (reason is null)
            return LeadRefusals.ReasonMissing();
        if (CheckAnswer(reason.Question, answer) is { } invalid)
            return invalid;
        if (CheckNote(note) is { } tooLong)
            return tooLong;

        OpenOffer!.End(OfferOutcome.Rejected, actor.Id, now);
        State = LeadState.Rejected;
        // The promise itself stays until the reject is final: Undo brings it back with the deadlines it had.
        NextRungAt = null;
        (RejectedBy, RejectedAt, RejectReason, UndoUntil) = (actor.Id, now, reason.Id, now + terms.Undo);
        (RejectAnswer, RejectNote) = (reason.Question is null ? null : answer!.Trim(), Blank(note));
        LastOffer!.Rejected(reason.Id, RejectAnswer, RejectNote);
        return Done(new DomainEvent(LeadEvents.Rejected, actor.Id, Reason: reason.Id, Note: StoryOf(RejectAnswer, RejectNote)));
    }

    /// <summary>Takes a reject back; the offer stands again with the deadline it had.</summary>
    public Decision UndoReject(LeadActor actor, LeadTerms terms, DateTimeOffset now)
    {
        if (State is not LeadState.Rejected)
            return LeadRefusals.NotRejected();
        if (RejectedBy != actor.Id)
            return LeadRefusals.NotWhoRejected(RejectedBy!.Value);
        if (UndoUntil is not { } until || now >= until)
            return LeadRefusals.UndoIsOver();

        LastOffer!.Restore();
        State = LeadState.Offered;
        NextRungAt = Promise?.Next?.DueAt;
        ForgetReject();
        return Done([new DomainEvent(LeadEvents.RejectUndone, actor.Id), .. Unreachable(terms, now)]);
    }

    /// <summary>The time to undo is over: the reject stands, and the sender is to hear of it.</summary>
    public Decision SettleReject(LeadTerms terms, DateTimeOffset now)
    {
        if (State is not LeadState.Rejected || UndoUntil is not { } until || until > now)
            return Decision.AlreadyDone;
        UndoUntil = null;
        FulfilPromise(terms, RejectedAt!.Value);
        return Done(new DomainEvent(LeadEvents.RejectSettled, Other: RejectedBy, Reason: RejectReason));
    }

    /// <summary>The lead is not rejected any more; what was said then stays with the offer it was said to.</summary>
    void ForgetReject() => (RejectedBy, RejectedAt, RejectReason, RejectAnswer, RejectNote, UndoUntil) = (null, null, null, null, null, null);

    static Refusal? CheckAnswer(Question? question, string? answer)
    {
        if (question is null)
            return null;
        var given = answer?.Trim() ?? "";
        if (given.Length == 0)
            return LeadRefusals.AnswerMissing(question.Text);
        if (question.Choices.Count > 0)
            return question.Choices.Any(choice => choice.Id == given) ? null : LeadRefusals.AnswerNotAChoice(question.Text);
        return LengthInCharacters(given) < question.MinLength
            ? LeadRefusals.AnswerTooShort(question.Text, question.MinLength)
            : CheckNote(given);
    }

    // What a person would count: an emoji of four code points is one character.
    static int LengthInCharacters(string text) => new System.Globalization.StringInfo(text).LengthInTextElements;

    static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    static string? StoryOf(string? answer, string? note) => (answer, note) switch
    {
        (null, null) => null,
        (null, _) => note,
        (_, null) => answer,
        _ => $"{answer}\n{note}",
    };
}
