using System.Globalization;
using System.Text.Json.Nodes;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Numbers;

/// <summary>The pieces of a number's card: the owner, how it stands, the latest value, what it means, the numbers round it.</summary>
static class NumberParts
{
    const int MostRelated = 8;

    const int LongestRelated = 40;

    public static JsonObject Data(NumberView view, string? key = null, string? value = null)
    {
        var data = new JsonObject { ["number"] = view.Number.Id, ["post"] = view.PostId.ToString() };
        if (key is not null)
            data[key] = value;
        return data;
    }

    public static ExecuteAction Button(NumberView view, string verb, string title) =>
        new(view.Say.Plain(title), verb, Data(view)) { AssociatedInputs = AssociatedInputs.None };

    public static string Title(NumberView view) => new PlainText(view.Facts.Name, 80).Value;

    /// <summary>Who owns it, first and big; then of which number that is said.</summary>
    public static IEnumerable<CardElement> Owner(NumberView view)
    {
        var (say, owner) = (view.Say, view.At.Owner is { } person ? view.Company.Find(person) : null);
        yield return owner is null
            ? new TextBlock(say.Card("number.nobody")) { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder, Color = TextColor.Attention }
            : new PersonElement(owner.ObjectId, view.NameOf(owner.Id), owner.Email) { Photo = view.OwnerPhoto };
        yield return Heading(view) with { Spacing = Spacing.Small };
        var where = new[] { owner?.Title, view.At.Department?.Name ?? view.Facts.Department }.Where(text => !string.IsNullOrWhiteSpace(text));
        if (string.Join(" · ", where) is { Length: > 0 } line)
            yield return new TextBlock(CardText.Untrusted(line, 80)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.None };
    }

    /// <summary>The number alone, for cards on which the owner is not the news.</summary>
    public static TextBlock Heading(NumberView view) =>
        new(CardText.Untrusted(view.Facts.Name, 80)) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading };

    public static Container Box(ContainerStyle style, params IEnumerable<CardText> lines) => new(
        [.. lines.Select((line, index) => new TextBlock(line) { IsSubtle = index > 0, Size = index > 0 ? TextSize.Small : null, Spacing = index > 0 ? Spacing.Small : null })])
    {
        Style = style,
        Spacing = Spacing.Medium,
    };

    public static IEnumerable<CardElement> Latest(NumberView view)
    {
        var say = view.Say;
        if (view.Latest is not { } latest)
        {
            yield return new TextBlock(say.Card("number.no-value")) { IsSubtle = true, Spacing = Spacing.Medium };
            yield break;
        }

        var figure = new TextBlock(CardText.Untrusted(Amount(latest.Value, view))) { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder, Color = view.IsStale ? TextColor.Warning : null };
        yield return figure with { Spacing = Spacing.Medium };
        if (Change(view) is { } change)
            yield return change with { Spacing = Spacing.None };
        var origin = latest.EnteredBy is { } person ? view.NameOf(person) : say.Plain("number.source." + latest.Source);
        yield return new TextBlock(say.Card("number.value.from", Day(latest.PeriodEnd, say), origin, CardText.Instant(latest.EnteredAt)))
        {
            IsSubtle = true,
            Size = TextSize.Small,
            Spacing = Spacing.None,
        };
    }

    public static IEnumerable<CardElement> Meaning(NumberView view, int longest)
    {
        var (facts, say) = (view.Facts, view.Say);
        if (facts.Definition is not { } definition)
        {
            yield return new TextBlock(say.Card("number.no-definition")) { IsSubtle = true, Spacing = Spacing.Medium };
            yield break;
        }

        yield return new TextBlock(CardText.Untrusted(definition.Text, longest)) { Spacing = Spacing.Medium };
        var agreed = (definition.ApprovedBy, definition.ApprovedOn) switch
        {
            ({ } by, { } on) => say.Card("number.definition.approved-on", definition.Version, CardText.Untrusted(by, Math.Min(longest, 80)), Day(on, say)),
            ({ } by, null) => say.Card("number.definition.approved", definition.Version, CardText.Untrusted(by, Math.Min(longest, 80))),
            _ => say.Card("number.definition.version", definition.Version),
        };
        yield return new TextBlock(agreed) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.None };
    }

    /// <summary>Target, limits, who keeps it, whom to ask next to it.</summary>
    public static FactSet Facts(NumberView view, int longest)
    {
        var (facts, say) = (view.Facts, view.Say);
        List<Fact> lines = [];
        Add("number.fact.target", facts.Target);
        Add("number.fact.floor", facts.Floor);
        Add("number.fact.cap", facts.Cap);
        var keeper = view.Number.Keeper ?? view.At.Owner;
        if (keeper is { } person)
            lines.Add(new Fact(say.Card("number.fact.keeper"), CardText.Untrusted(view.NameOf(person), Math.Min(longest, 80))));
        if (view.Supports is { } above)
            lines.Add(new Fact(say.Card("number.fact.supports"), Named(above, say, longest)));
        Neighbours("number.fact.upstream", view.Upstream);
        Neighbours("number.fact.downstream", view.Downstream);
        if (facts.ReviewOn is { } review)
            lines.Add(new Fact(say.Card("number.fact.review"), CardText.Untrusted(Day(review, say))));
        return new FactSet(lines) { Spacing = Spacing.Medium };

        void Add(string title, decimal? amount)
        {
            if (amount is { } given)
                lines.Add(new Fact(say.Card(title), CardText.Untrusted(Amount(given, view))));
        }

        void Neighbours(string title, IEnumerable<Department> departments)
        {
            var named = departments.Select(one => view.Company.HeadOf(one) is { } head ? $"{one.Name} ({head.Name})" : one.Name).ToList();
            if (named.Count > 0)
                lines.Add(new Fact(say.Card(title), CardText.Untrusted(string.Join(", ", named), Math.Min(2 * longest, 160))));
        }
    }

    /// <summary>The numbers under it with their owners, by department.</summary>
    public static IEnumerable<CardElement> Supporting(NumberView view, int longest)
    {
        if (view.SupportedBy.Count == 0)
            yield break;
        yield return new TextBlock(view.Say.Card("number.supported-by")) { Weight = TextWeight.Bolder, Size = TextSize.Small, Spacing = Spacing.Medium, Separator = true };
        // Where texts weigh so much that they are cut, there is room for fewer of them.
        var room = longest < LongestRelated ? MostRelated / 2 : MostRelated;
        var shown = view.SupportedBy.OrderBy(one => one.Department, StringComparer.CurrentCulture).Take(room).ToList();
        yield return new FactSet([.. shown.Select(one => new Fact(CardText.Untrusted(one.Department ?? "–", Math.Min(longest, 40)), Named(one, view.Say, longest)))]) { Spacing = Spacing.Small };
        if (view.SupportedBy.Count > shown.Count)
            yield return new TextBlock(view.Say.Card("number.more", view.SupportedBy.Count - shown.Count)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.None };
    }

    public static string Amount(decimal amount, NumberView view) => Amount(amount, view.Facts.Unit, view.Say.Culture);

    /// <summary>As people write it in their language: <c>27.5%</c>, <c>27,5 %</c>, <c>EUR 1,200</c>, <c>12 hours</c>.</summary>
    public static string Amount(decimal amount, string? unit, CultureInfo culture)
    {
        var figure = amount.ToString("#,##0.######", culture);
        return unit switch
        {
            null => figure,
            "%" => culture.TwoLetterISOLanguageName == "en" ? $"{figure}%" : $"{figure} %",
            _ when Money.IsCurrency(unit) => $"{unit} {figure}",
            _ => $"{figure} {unit}",
        };
    }

    /// <summary>A day of the number's department; no client moves it to another zone.</summary>
    public static string Day(DateOnly day, Sentences say) => day.ToString("d MMM yyyy", say.Culture);

    static TextBlock? Change(NumberView view)
    {
        if (view is not { Latest: { } latest, Before: { } before })
            return null;
        var by = latest.Value - before.Value;
        // From 20% to 25% is five points and not five percent.
        var amount = view.Facts.Unit is "%" ? view.Say.Plain("number.points", Amount(Math.Abs(by), null, view.Say.Culture)) : Amount(Math.Abs(by), view);
        var sentence = by > 0 ? view.Say.Card("number.change.up", amount) : by < 0 ? view.Say.Card("number.change.down", amount) : view.Say.Card("number.change.none");
        TextColor? colour = (view.Facts.Direction, Math.Sign(by)) switch
        {
            (Direction.Up, 1) or (Direction.Down, -1) => TextColor.Good,
            (Direction.Up, -1) or (Direction.Down, 1) => TextColor.Attention,
            _ => null,
        };
        return new TextBlock(sentence) { Color = colour };
    }

    static CardText Named(RelatedNumber number, Sentences say, int longest) => number.Owner is { } owner
        ? CardText.Untrusted(number.Name, Math.Min(longest, 80)) + CardText.Of(" · ") + CardText.Bold(CardText.Untrusted(owner, Math.Min(longest, 80)))
        : CardText.Untrusted(number.Name, Math.Min(longest, 80)) + CardText.Of(" · ") + say.Card("number.nobody-yet");
}
