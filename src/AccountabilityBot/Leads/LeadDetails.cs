using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Leads.Ladders;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Leads;

/// <summary>Everything known of a lead and its story so far; the answer to a press on Details, for the presser only.</summary>
static class LeadDetails
{
    /// <summary>Fields shown of those the sender added; a card has a size, and L-numbers lead to the rest.</summary>
    const int MostFields = 20;

    const int MostOffers = 8;

    /// <summary>Characters shown of one fact at most.</summary>
    const int LongestValue = 300;

    public static AdaptiveCard Card(LeadView view) => AdaptiveCard.Fitting(Lead.MaxNote, longest => Draw(view, longest));

    static AdaptiveCard Draw(LeadView view, int longest)
    {
        var (lead, say) = (view.Lead, view.Say);
        var facts = new List<Fact>();
        Add(facts, say.Card("lead.fact.email"), lead.Facts.DoNotEmail ? null : lead.Facts.Email, longest);
        Add(facts, say.Card("lead.fact.phone"), lead.Facts.DoNotCall ? null : lead.Facts.Phone, longest);
        Add(facts, say.Card("lead.fact.url"), lead.Facts.Url, longest);
        facts.Add(new Fact(say.Card("lead.fact.received"), CardText.Untrusted(InZone(view, lead.ReceivedAt))));
        // What brought it first stands with the source; this is what brought it once more.
        Add(facts, say.Card("lead.fact.last-campaign"), lead.LastCampaign, longest);
        if (lead.FirstContactedAt is { } first && first != lead.ContactedAt)
            facts.Add(new Fact(say.Card("lead.fact.first-contact"), CardText.Untrusted(InZone(view, first))));
        foreach (var (name, value) in lead.Facts.Fields.Where(field => field.Key != "interest").Take(MostFields))
            facts.Add(new Fact(CardText.Untrusted(Capitalised(name), Math.Min(longest, 40)), CardText.Untrusted(value, Math.Min(longest, LongestValue))));
        if (lead.Facts.Fields.Count > MostFields)
            facts.Add(new Fact(CardText.Of("…"), say.Card("lead.more-fields", lead.Facts.Fields.Count - MostFields)));

        return new AdaptiveCard
        {
            Summary = LeadCard.SummaryOf(view),
            Body =
            [
                LeadParts.Heading(view),
                LeadParts.Facts(view),
                new FactSet(facts) { Separator = true, Spacing = Spacing.Medium },
                .. LeadParts.Ban(view) is { } ban ? (IEnumerable<CardElement>)[LeadParts.Box(ContainerStyle.Attention, ban, null)] : [],
                LeadParts.Status(view),
                .. LadderCards.Ahead(view),
                .. Story(view, longest),
            ],
            Actions = [LeadParts.Button(view, LeadVerbs.View, "button.back")],
        };
    }

    /// <summary>Who was asked, what they answered and what they wanted the next one to know; nothing for a lead that was never offered.</summary>
    /// <param name="longest">Characters shown of what somebody wrote.</param>
    public static IEnumerable<CardElement> Story(LeadView view, int longest)
    {
        if (view.Lead.Offers.Count == 0)
            return [];
        var offers = view.Lead.Offers.OrderBy(offer => offer.No).TakeLast(MostOffers)
            .ToLookup(offer => offer.IsOpen, offer => (At: offer.AnsweredAt ?? offer.OfferedAt, Line: OfferLine(view, offer)));
        var hands = view.Lead.Hands.Where(hand => hand.HasWords).Select(hand => (hand.At, Line: LeadParts.WordsOf(view, hand, longest)));
        var handedBack = view.Lead.Hands.Where(hand => hand.Kind is HandKind.HandedBack)
            .Select(hand => (hand.At, Line: view.Say.Card("lead.story.handed-back", view.NameOf(hand.Person!.Value))));
        var left = view.Lead.Hands.Where(hand => hand.Kind is HandKind.Left)
            .Select(hand => (hand.At, Line: view.Say.Card("lead.story." + hand.Reason, view.NameOf(hand.Person!.Value))));
        var replies = view.Lead.Offers.Select(offer => offer.Reply).OfType<SenderReply>().Select(reply => (reply.At, Line: ReplyLine(view, reply, longest)));
        return
        [
            new TextBlock(view.Say.Card("lead.story")) { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium },
            // A stable order: of what happened at one instant, giving up comes before asking the next.
            .. offers[false].Concat(replies).Concat(handedBack).Concat(left).Concat(hands).Concat(offers[true]).OrderBy(one => one.At)
                .Select(one => new TextBlock(CardText.Instant(one.At) + CardText.Of(" · ") + one.Line) { Size = TextSize.Small, Spacing = Spacing.Small }),
        ];
    }

    static CardText OfferLine(LeadView view, Offer offer)
    {
        // The line names who answered; who was asked stands there only while, or because, nobody did.
        var name = (offer.AnsweredBy ?? offer.To) is { } person ? view.NameOf(person) : view.Say.Plain("lead.story.pool", view.Department.Name);
        if (offer is { Outcome: OfferOutcome.Rejected, RejectReason: { } reason })
            return view.Say.Card("lead.story.rejected-for", name, view.Company.Model.FindReason(reason)?.Name ?? reason);
        return view.Say.Card("lead.story." + (offer.Outcome?.ToString().ToLowerInvariant() ?? "open"), name);
    }

    static CardText ReplyLine(LeadView view, SenderReply reply, int longest) => reply.Kind is ReplyKind.Clarified
        ? LeadParts.ClarifiedBy(view, reply, longest)
        : view.Say.Card("lead.reply.agreed", view.NameOf(reply.By));

    /// <summary>The sender's names of fields come as their software spells them.</summary>
    static string Capitalised(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    static void Add(List<Fact> facts, CardText title, string? value, int longest)
    {
        if (!string.IsNullOrWhiteSpace(value))
            facts.Add(new Fact(title, CardText.Untrusted(value, Math.Min(longest, LongestValue))));
    }

    // A fact set reads no {{DATE}}: the department's zone is named instead.
    static string InZone(LeadView view, DateTimeOffset instant) => Instants.InZone(instant, view.Department.TimeZone, view.Say.Culture);
}
