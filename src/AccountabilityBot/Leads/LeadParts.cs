using System.Globalization;
using System.Text.Json.Nodes;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Leads;

/// <summary>The pieces that lead cards share: the heading, the facts, the buttons; how things stand is told in <c>LeadParts.Standing.cs</c>.</summary>
static partial class LeadParts
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
        if (lead.Facts.Company is { } company && company != lead.Facts.Name)
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
        var source = lead.Source == LeadSource.Colleague ? say.Plain("source.colleague")
            : view.Company.Model.Sources.FirstOrDefault(known => known.Id == lead.Source)?.Name ?? lead.Source;
        facts.Add(new Fact(say.Card("lead.fact.source"), CardText.Untrusted(
            lead.Facts.Campaign is { } campaign ? $"{source} · {campaign}" : source, 120)));
        facts.Add(new Fact(say.Card("lead.fact.from"), CardText.Untrusted(SenderOf(view), 80)));
        if (lead.Facts.Fields.TryGetValue("interest", out var interest))
            facts.Add(new Fact(say.Card("lead.fact.interest"), CardText.Untrusted(interest, 120)));
        if (!lead.IsEnded && Missing(view) is { Count: > 0 } missing)
            facts.Add(new Fact(say.Card("lead.fact.missing"), CardText.Untrusted(string.Join(", ", missing.Select(fact => say.Plain("lead.fact." + fact))))));
        return new FactSet(facts) { Spacing = Spacing.Medium };
    }

    /// <summary>What the sender's side of the seam promises to hand over, and nobody has given yet.</summary>
    static IReadOnlyList<string> Missing(LeadView view) => view.Lead.Facts.Lacks(view.Company.Model.FindSeam(view.Lead.Seam)?.Complete ?? []);

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

    static BadgeStyle BadgeOf(LeadView view) => view.Lead.Rank switch
    {
        1 => BadgeStyle.Attention,
        // Not Warning: where a client falls back to text, yellow on white cannot be read.
        2 => BadgeStyle.Informative,
        _ => BadgeStyle.Subtle,
    };
}
