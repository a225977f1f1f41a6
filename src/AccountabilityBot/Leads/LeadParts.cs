using System.Globalization;
using System.Text.Json.Nodes;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Leads;

/// <summary>The pieces that lead cards share: the heading, the facts, the one line on how things stand, the buttons.</summary>
static class LeadParts
{
    /// <summary>In the data of a press that leads back to the card of all that is owed.</summary>
    public const string OnDueCardKey = "due";

    public static JsonObject Data(LeadView view, string? key = null, string? value = null)
    {
        var data = new JsonObject { ["lead"] = view.Lead.Id.ToString(), ["post"] = view.PostId.ToString() };
        if (view.OnList is { } list)
            data[GuardianListCards.ListKey] = list;
        if (view.IsOnDueCard)
            data[OnDueCardKey] = "1";
        if (key is not null)
            data[key] = value;
        return data;
    }

    public static ExecuteAction Button(LeadView view, string verb, string title) =>
        new(view.Say.Plain(title), verb, Data(view)) { AssociatedInputs = AssociatedInputs.None };

    public static CardElement Heading(LeadView view)
    {
        var (lead, say) = (view.Lead, view.Say);
        var title = lead.Facts.Company ?? lead.Facts.Name;
        var lines = new List<CardElement>
        {
            new ColumnSet(
            [
                new Column([new Badge(BadgeText(view)) { Style = BadgeOf(view), Appearance = BadgeAppearance.Filled }])
                {
                    Width = "auto",
                    VerticalContentAlignment = VerticalAlignment.Center,
                },
                new Column([new TextBlock(CardText.Untrusted(lead.Label)) { IsSubtle = true, Size = TextSize.Small, HorizontalAlignment = HorizontalAlignment.Right }])
                {
                    Width = "stretch",
                    VerticalContentAlignment = VerticalAlignment.Center,
                },
            ]),
            new TextBlock(CardText.Untrusted(title, 120))
            {
                Size = TextSize.Large,
                Weight = TextWeight.Bolder,
                Style = TextStyle.Heading,
                Spacing = Spacing.Small,
            },
        };
        if (lead.Facts.Company is not null)
            lines.Add(new TextBlock(CardText.Untrusted(lead.Facts.Name, 120)) { Spacing = Spacing.None });
        return new Container(lines) { Spacing = Spacing.Medium };
    }

    /// <summary>How urgent it is, and what it is: a lead is only the first kind of hand-off.</summary>
    static string BadgeText(LeadView view) => view.Company.Model.FindSeam(view.Lead.Seam)?.Item is { } item
        ? view.Say.Plain("lead.badge.item", view.Segment.Name, item)
        : view.Say.Plain("lead.badge", view.Segment.Name);

    /// <summary>The few facts a person decides on; the rest is behind Details.</summary>
    public static CardElement Facts(LeadView view)
    {
        var (lead, say) = (view.Lead, view.Say);
        var facts = new List<Fact>();
        if (OpportunityOf(lead, say.Culture) is { } money)
            facts.Add(new Fact(say.Card("lead.fact.value"), CardText.Untrusted(money)));
        var source = view.Company.Model.Sources.FirstOrDefault(known => known.Id == lead.Source)?.Name ?? lead.Source;
        facts.Add(new Fact(say.Card("lead.fact.source"), CardText.Untrusted(
            lead.Facts.Campaign is { } campaign ? $"{source} · {campaign}" : source, 120)));
        facts.Add(new Fact(say.Card("lead.fact.from"), CardText.Untrusted(SenderOf(view), 80)));
        if (lead.Facts.Fields.TryGetValue("interest", out var interest))
            facts.Add(new Fact(say.Card("lead.fact.interest"), CardText.Untrusted(interest, 120)));
        return new FactSet(facts) { Spacing = Spacing.Medium };
    }

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

    /// <summary>A coloured box with one sentence, and a smaller line under it when there is more to say.</summary>
    public static Container Box(ContainerStyle style, CardText sentence, CardText? more)
    {
        var lines = new List<CardElement> { new TextBlock(sentence) };
        if (more is { } detail)
            lines.Add(new TextBlock(detail) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small });
        return new Container(lines) { Style = style, Spacing = Spacing.Medium };
    }

    /// <summary>A line of its own, set off from the rest.</summary>
    public static CardElement Line(CardText text) => new Container([new TextBlock(text)]) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Medium };

    /// <summary>How the owner reaches the buyer; nothing when the sender knew neither.</summary>
    public static IEnumerable<CardElement> Contact(LeadView view)
    {
        var facts = new List<Fact>();
        if (view.Lead.Facts is { Phone: { } phone, DoNotCall: false })
            facts.Add(new Fact(view.Say.Card("lead.fact.phone"), CardText.Untrusted(phone, 60)));
        if (view.Lead.Facts is { Email: { } email, DoNotEmail: false })
            facts.Add(new Fact(view.Say.Card("lead.fact.email"), CardText.Untrusted(email, 120)));
        IEnumerable<CardElement> reached = facts.Count == 0 ? [] : [new FactSet(facts) { Spacing = Spacing.Small }];
        return Ban(view) is { } ban ? [.. reached, new Container([new TextBlock(ban)]) { Style = ContainerStyle.Attention, Spacing = Spacing.Medium }] : reached;
    }

    /// <summary>What the buyer asked for; nothing when they asked for nothing.</summary>
    public static CardText? Ban(LeadView view) => view.Lead.Facts switch
    {
        { IsNotToBeContacted: true } => view.Say.Card("lead.do-not-contact"),
        { DoNotCall: true } => view.Say.Card("lead.do-not-call"),
        { DoNotEmail: true } => view.Say.Card("lead.do-not-email"),
        _ => null,
    };

    /// <summary>When the answer is due: a bare time means the day on which the lead was offered.</summary>
    public static CardText DueAt(LeadView view, Offer offer) =>
        Instants.IsSameDay(offer.OfferedAt, offer.DueAt, view.Department.TimeZone) ? CardText.TimeOnly(offer.DueAt) : CardText.Instant(offer.DueAt);

    /// <summary>The reason and the note with which somebody gave the lead out of their hands.</summary>
    /// <param name="longest">In characters.</param>
    public static CardText WordsOf(LeadView view, Hand hand, int longest)
    {
        var words = new List<string>();
        if (hand.Reason is { } reason)
            words.Add(ReasonName(view.Company.Model.HandBackReasons, reason));
        if (hand.Note is { } note)
            words.Add(note);
        return view.Say.Card("lead.hand.words", view.NameOf(hand.Person!.Value), CardText.Untrusted(string.Join(" · ", words), longest));
    }

    /// <summary>In minor units in the store; people read the major ones, with the currency's own number of decimals.</summary>
    public static string? MoneyOf(LeadFacts facts, CultureInfo culture) =>
        facts is { ValueMinor: { } minor, Currency: { } currency } ? MoneyOf(minor, currency, culture) : null;

    /// <summary>The opportunity's value, else what the sender thought it might be.</summary>
    public static string? OpportunityOf(Lead lead, CultureInfo culture) =>
        lead is { OpportunityMinor: { } minor, OpportunityCurrency: { } currency } ? MoneyOf(minor, currency, culture) : MoneyOf(lead.Facts, culture);

    public static string MoneyOf(long minor, string currency, CultureInfo culture)
    {
        var digits = Money.DecimalsOf(currency);
        var major = minor / Money.ScaleOf(currency);
        // Nobody needs ",00" on a lead's value.
        return $"{currency} {major.ToString(major == decimal.Truncate(major) ? "N0" : $"N{digits}", culture)}";
    }

    public static string SenderOf(LeadView view)
    {
        var department = view.Company.Model.FindDepartment(view.Lead.FromDepartment)?.Name ?? view.Lead.FromDepartment;
        return view.Company.SenderOf(view.Lead) is { } sender ? $"{sender.Name}, {department}" : department;
    }

    /// <summary>Name of a standard reason; an id that the model no longer has is shown as it is.</summary>
    public static string ReasonName(IEnumerable<Reason> reasons, string id) => reasons.FirstOrDefault(reason => reason.Id == id)?.Name ?? id;

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

    static BadgeStyle BadgeOf(LeadView view) => view.Lead.Rank switch
    {
        1 => BadgeStyle.Attention,
        // Not Warning: where a client falls back to text, yellow on white cannot be read.
        2 => BadgeStyle.Informative,
        _ => BadgeStyle.Subtle,
    };

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
