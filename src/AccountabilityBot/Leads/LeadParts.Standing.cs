using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Leads;

/// <summary>How a lead stands, in one sentence, and what was said about it.</summary>
static partial class LeadParts
{
    public static CardElement Status(LeadView view)
    {
        var box = Standing(view);
        return box with { Items = [.. box.Items, .. Words(view).Select(words => new TextBlock(words) { Spacing = Spacing.Small })] };
    }

    /// <summary>How things stand, without what anybody said about it.</summary>
    public static Container Standing(LeadView view)
    {
        var (style, sentence, more) = StatusOf(view);
        return Box(style, sentence, more);
    }

    /// <summary>What the sender clarified and what the last one wanted the next one to know; of a reject, that the sender agrees.</summary>
    static IEnumerable<CardText> Words(LeadView view)
    {
        var lead = view.Lead;
        if (lead is { State: LeadState.Rejected, LastOffer.Reply: { } agreed })
            yield return view.Say.Card("lead.reply.agreed", view.NameOf(agreed.By));
        if (lead.State is not LeadState.Offered)
            yield break;
        if (Clarified(lead).LastOrDefault() is { } clarified)
            yield return ClarifiedBy(view, clarified, 300);
        if (lead.Hands.LastOrDefault(hand => hand.HasWords) is { } last)
            yield return WordsOf(view, last, 300);
    }

    /// <summary>The sender's clarifications of this lead's present life, in their order.</summary>
    public static IEnumerable<SenderReply> Clarified(Lead lead) => lead.Offers.OrderBy(offer => offer.No)
        .Where(offer => lead.WasInHandsOf(offer.AnsweredBy ?? default)).Select(offer => offer.Reply).OfType<SenderReply>()
        .Where(reply => reply.Kind is ReplyKind.Clarified);

    /// <param name="longest">In characters.</param>
    public static CardText ClarifiedBy(LeadView view, SenderReply reply, int longest) =>
        view.Say.Card("lead.reply.clarified", view.NameOf(reply.By), CardText.Untrusted(reply.Words!, longest));

    /// <summary>When the answer is due: a bare time means the day on which the lead was offered.</summary>
    public static CardText DueAt(LeadView view, Offer offer) =>
        Instants.IsSameDay(offer.OfferedAt, offer.DueAt, view.Department.TimeZone) ? CardText.TimeOnly(offer.DueAt) : CardText.Instant(offer.DueAt);

    /// <summary>Who rejected it and for which standard reason; then, if there is one, what they wrote.</summary>
    public static (CardText Sentence, CardText? Note) RejectStory(LeadView view)
    {
        var lead = view.Lead;
        return RejectStory(view, lead.RejectedBy!.Value, lead.RejectReason!, lead.RejectAnswer, lead.RejectNote);
    }

    /// <summary>The same of one reject, whatever has become of the lead since.</summary>
    public static (CardText Sentence, CardText? Note) RejectStory(LeadView view, Offer offer) => offer.RejectReason is { } reason
        ? RejectStory(view, offer.AnsweredBy!.Value, reason, offer.RejectAnswer, offer.RejectNote)
        // An earlier version wrote it on the lead alone.
        : RejectStory(view);

    static (CardText Sentence, CardText? Note) RejectStory(LeadView view, PersonId by, string reasonId, string? answer, string? note)
    {
        var reason = view.Company.Model.FindReason(reasonId);
        var words = new List<string> { reason?.Name ?? reasonId };
        if (answer is not null)
            words.Add(reason?.Question?.Choices.FirstOrDefault(choice => choice.Id == answer)?.Name ?? answer);
        return (
            view.Say.Card("lead.status.rejected", view.NameOf(by), string.Join(" · ", words)),
            note is null ? null : view.Say.Card("lead.words", CardText.Untrusted(note, 300)));
    }

    static (ContainerStyle Style, CardText Sentence, CardText? More) StatusOf(LeadView view)
    {
        var (lead, say) = (view.Lead, view.Say);
        switch (lead.State)
        {
            case LeadState.Offered:
                return OfferStatus(view, lead.OpenOffer!);
            case LeadState.Accepted when lead.HeldUntil is { } until:
                return (ContainerStyle.Warning, say.Card("lead.status.held", view.NameOf(lead.Owner!.Value), CardText.Instant(until)),
                    lead.HoldReason is Lead.DataAreMended ? say.Card("lead.status.data-asked", SenderOf(view)) : CardText.Untrusted(ReasonName(view.Company.Model.HoldReasons, lead.HoldReason!)));
            case LeadState.Accepted:
                return (ContainerStyle.Good, say.Card("lead.status.accepted", view.NameOf(lead.Owner!.Value), CardText.Instant(lead.AcceptedAt!.Value)),
                    lead switch
                    {
                        { MeetingOn: { } day } => say.Card("lead.status.meeting", day.ToString("D", say.Culture)),
                        { Stage: > DealStage.Working and var stage } => say.Card("lead.status.stage", say.Plain("stage." + DispositionWords.Of(stage))),
                        { ContactedAt: { } contacted } => say.Card("lead.status.contacted", CardText.Instant(contacted)),
                        { Promise: { Kind: PromiseKind.FirstTouch } promised } => say.Card("lead.status.contact-due", CardText.Instant(promised.DueAt)),
                        _ => null,
                    });
            case LeadState.Rejected:
                var (rejected, note) = RejectStory(view);
                return (ContainerStyle.Attention, rejected, note);
            case LeadState.Waiting when lead.GuardianSince is not null:
                return (ContainerStyle.Attention, say.Card(
                    "lead.status.guardian", view.Company.GuardianOf(view.Department)?.Name ?? say.Plain("the-guardian")), null);
            case LeadState.Waiting:
                return (ContainerStyle.Emphasis, say.Card("lead.status.waiting", view.Department.Name), null);
            default:
                return (lead.State is LeadState.Won ? ContainerStyle.Good : ContainerStyle.Emphasis, EndOf(view), EndedBecause(view));
        }
    }

    /// <summary>How it ended, and by whom where somebody owned it.</summary>
    static CardText EndOf(LeadView view)
    {
        var (lead, say) = (view.Lead, view.Say);
        var key = "lead.status." + lead.State.ToString().ToLowerInvariant();
        if (lead.RecycleAt is { } back)
            return say.Card(key + ".until", CardText.Instant(back));
        return lead is { Owner: { } owner, State: LeadState.Won or LeadState.Lost } && view.Company.Find(owner) is { } person ? say.Card(key + ".by", person.Name) : say.Card(key);
    }

    /// <summary>The disposition and its reason, by their names; a guardian's reason for closing.</summary>
    static CardText? EndedBecause(LeadView view)
    {
        var lead = view.Lead;
        if (lead.DispositionCode is { } code)
        {
            var chosen = view.Company.Model.FindDisposition(code);
            var reason = lead.DispositionReason is { } id ? ReasonName(chosen?.Reasons ?? [], id) : null;
            return reason is null ? CardText.Untrusted(chosen?.Name ?? code) : CardText.Untrusted(reason);
        }

        return lead.CloseReason is { } closed ? CardText.Untrusted(ReasonName(view.Company.Model.CloseReasons, closed)) : null;
    }

    static (ContainerStyle Style, CardText Sentence, CardText? More) OfferStatus(LeadView view, Offer offer)
    {
        var say = view.Say;
        if (offer.To is not { } person)
        {
            var mentions = view.PoolMentions.Select(member => CardText.Mention(member.ObjectId, member.Name)).ToList();
            var sentence = say.Card("lead.status.pool", DueAt(view, offer));
            return (ContainerStyle.Accent, sentence, mentions.Count == 0 ? null : mentions.Aggregate((all, next) => all + CardText.Of(", ") + next));
        }

        // In their own chat the message is the ping; only without one does the channel have to call them.
        var offeree = view.Company.Find(person);
        var name = !view.OffereeReachable && offeree is not null
            ? CardText.Mention(offeree.ObjectId, offeree.Name)
            : CardText.Bold(CardText.Untrusted(view.NameOf(person)));
        return (ContainerStyle.Accent, say.Card("lead.status.offered", name, DueAt(view, offer)), Why(view, offer));
    }

    /// <summary>The one sentence that says why this person.</summary>
    public static CardText Why(LeadView view, Offer offer)
    {
        var key = "lead.why." + offer.ReasonCode;
        if (offer is { ReasonCode: OfferReason.NextIsOut, ReasonOther: { } away, ReasonUntil: { } until })
            return view.Say.Card(key + ".other", view.NameOf(away), CardText.Instant(until));
        return offer.ReasonOther is { } other && view.Say.Has(key + ".other")
            ? view.Say.Card(key + ".other", view.NameOf(other))
            : view.Say.Card(key);
    }
}
