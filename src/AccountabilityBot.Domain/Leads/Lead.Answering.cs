namespace AccountabilityBot.Domain.Leads;

/// <summary>What the sender of a rejected lead answers, once a reject: there was something missing, or they agree.</summary>
public sealed partial class Lead
{
    /// <summary>The fewest characters, as a person counts them, that say what was missing.</summary>
    public const int LeastMissing = 3;

    /// <summary>The offer whose reject is final and waits for the sender's answer; none: nothing does.</summary>
    public Offer? OpenReject => State is LeadState.Rejected && UndoUntil is null && LastOffer is { Outcome: OfferOutcome.Rejected, Reply: null } offer ? offer : null;

    /// <summary>How often it was declined and clarified.</summary>
    public int Rejects => Hands.Count(hand => hand.Kind is HandKind.Rejected);

    /// <summary>
    /// The sender says what was missing, and the lead is offered again: never to whoever declined it. When that has happened as
    /// often as the model allows hands, the guardian decides instead, for no lead goes to and fro for ever.
    /// </summary>
    /// <param name="reject">Number of the offer whose reject is answered.</param>
    /// <param name="missing">What the next person is to know.</param>
    /// <param name="corrected">The facts with a phone number or an e-mail address that is right; none: they stay.</param>
    public Decision Clarify(LeadActor actor, int reject, string? missing, LeadFacts? corrected, LeadTerms terms, DateTimeOffset now)
    {
        if (MayAnswerReject(actor, reject) is { } refusal)
            return refusal;
        if (CheckMissing(missing) is { } invalid)
            return invalid;
        if (corrected?.Phone?.Length > LeadFacts.MaxText || corrected?.Email?.Length > LeadFacts.MaxText)
            return LeadRefusals.ContactTooLong(LeadFacts.MaxText);

        var words = missing!.Trim();
        Answer(new SenderReply(ReplyKind.Clarified, actor.Id, now, words));
        Hands = [.. Hands, new Hand(RejectedBy, HandKind.Rejected, RejectedAt!.Value)];
        ForgetReject();
        Queue(now);
        return Done([
            new DomainEvent(LeadEvents.Clarified, actor.Id, Note: words),
            .. Correct(corrected, actor),
            .. ToGuardianIfItMust(terms, now),
        ]);
    }

    /// <summary>The sender agrees: the reject stands for good.</summary>
    /// <param name="reject">Number of the offer whose reject is answered.</param>
    public Decision Agree(LeadActor actor, int reject, DateTimeOffset now)
    {
        if (MayAnswerReject(actor, reject) is { } refusal)
            return refusal;
        Answer(new SenderReply(ReplyKind.Agreed, actor.Id, now));
        return Done(new DomainEvent(LeadEvents.Agreed, actor.Id));
    }

    /// <summary>Why this person may not answer this reject; none: they may.</summary>
    public Refusal? MayAnswerReject(LeadActor actor, int reject)
    {
        if (!actor.IsSender)
            return LeadRefusals.NotTheSender();
        if (_offers.Find(offer => offer.No == reject)?.Reply is { } reply)
            return LeadRefusals.RejectAnswered(reply.By, reply.At);
        if (OpenReject?.No == reject)
            return null;
        if (IsEnded)
            return LeadRefusals.Ended();
        return State is LeadState.Rejected && UndoUntil is not null ? LeadRefusals.RejectNotFinal() : LeadRefusals.NotRejected();
    }

    static Refusal? CheckMissing(string? missing)
    {
        if (Blank(missing) is not { } words)
            return LeadRefusals.MissingNotSaid();
        return LengthInCharacters(words) < LeastMissing ? LeadRefusals.MissingTooShort(LeastMissing) : CheckNote(words);
    }

    void Answer(SenderReply reply)
    {
        // Rejected by an earlier version, which wrote this on the lead alone: from here on it belongs to this one reject.
        LastOffer!.Rejected(RejectReason!, RejectAnswer, RejectNote);
        LastOffer.Answered(reply);
    }

    IReadOnlyList<DomainEvent> Correct(LeadFacts? corrected, LeadActor actor)
    {
        if (corrected is null || corrected.SameAs(Facts))
            return [];
        Know(corrected);
        return [new DomainEvent(LeadEvents.Updated, actor.Id)];
    }
}
