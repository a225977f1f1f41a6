using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Leads;

/// <summary>Everything known of a lead and its story so far; the answer to a press on Details, for the presser only.</summary>
static class LeadDetails
{
    /// <summary>Fields shown of those the sender added; a card has a size, and L-numbers lead to the rest.</summary>
    const int MostFields = 20;

    const int MostOffers = 8;

    public static AdaptiveCard Card(LeadView view)
    {
        var (lead, say) = (view.Lead, view.Say);
        var facts = new List<Fact>();
        Add(facts, say.Card("lead.fact.email"), lead.Facts.Email);
        Add(facts, say.Card("lead.fact.phone"), lead.Facts.Phone);
        Add(facts, say.Card("lead.fact.url"), lead.Facts.Url);
        facts.Add(new Fact(say.Card("lead.fact.received"), CardText.Untrusted(ReceivedAt(view))));
        foreach (var (name, value) in lead.Facts.Fields.Where(field => field.Key != "interest").Take(MostFields))
            facts.Add(new Fact(CardText.Untrusted(Capitalised(name), 40), CardText.Untrusted(value, 300)));
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
                LeadParts.Status(view),
                .. Story(view),
            ],
            Actions = [LeadParts.Button(view, LeadVerbs.View, "button.back")],
        };
    }

    /// <summary>Who was asked, and what they answered; nothing for a lead that was never offered.</summary>
    public static IEnumerable<CardElement> Story(LeadView view)
    {
        var (lead, say) = (view.Lead, view.Say);
        if (lead.Offers.Count == 0)
            yield break;
        yield return new TextBlock(say.Card("lead.story")) { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
        foreach (var offer in lead.Offers.OrderBy(offer => offer.No).TakeLast(MostOffers))
        {
            // The line names who answered; who was asked stands there only while, or because, nobody did.
            var who = offer.AnsweredBy ?? offer.To;
            var name = who is { } person ? view.NameOf(person) : say.Plain("lead.story.pool", view.Department.Name);
            var outcome = say.Card("lead.story." + (offer.Outcome?.ToString().ToLowerInvariant() ?? "open"), name);
            var passedOn = lead.Hands.FirstOrDefault(hand => hand.Kind is HandKind.PassedOn && hand.At == offer.AnsweredAt);
            yield return Line(offer.AnsweredAt ?? offer.OfferedAt, LeadParts.WithWords(view, outcome, passedOn));
        }

        foreach (var hand in lead.Hands.Where(hand => hand.Kind is HandKind.HandedBack))
            yield return Line(hand.At, LeadParts.WithWords(view, say.Card("lead.story.handed-back", view.NameOf(hand.Person!.Value)), hand));
    }

    static TextBlock Line(DateTimeOffset at, CardText what) =>
        new(CardText.Instant(at) + CardText.Of(" · ") + what) { Size = TextSize.Small, Spacing = Spacing.Small };

    /// <summary>The sender's names of fields come as their software spells them.</summary>
    static string Capitalised(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    static void Add(List<Fact> facts, CardText title, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            facts.Add(new Fact(title, CardText.Untrusted(value, 300)));
    }

    // A fact set reads no {{DATE}}: the department's zone is named instead.
    static string ReceivedAt(LeadView view) => Instants.InZone(view.Lead.ReceivedAt, view.Department.TimeZone, view.Say.Culture);
}
