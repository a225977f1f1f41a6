using System.Text.Json.Nodes;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Numbers;

/// <summary>Many numbers on one card: one's own, or those that nobody owns. A press on a line shows the number in its place.</summary>
static class NumberListCards
{
    public const int MostListed = 20;

    const int LongestName = 80;

    public static AdaptiveCard Mine(IReadOnlyList<TrackedNumber> numbers, PersonId person, Company company, Sentences say) => AdaptiveCard.Fitting(LongestName, longest =>
    {
        var title = numbers.Count == 0 ? "number.mine.none" : "number.mine";
        List<CardElement> body = [Title(say.Card(title))];
        body.AddRange(numbers.Take(MostListed).Select(number => Line(
            number,
            say,
            longest,
            Department(number, company) is { } department
                ? CardText.Untrusted(department, Math.Min(longest, 60)) + CardText.Of(" · ") + Part(number, person, company, say, longest)
                : Part(number, person, company, say, longest))));
        if (numbers.Count > MostListed)
            body.Add(More(say.Card("number.mine.more")));
        return new AdaptiveCard { Summary = say.Plain(title), Body = body };
    });

    /// <summary>By department, each with why nobody owns it.</summary>
    public static AdaptiveCard Unowned(IReadOnlyList<TrackedNumber> numbers, Company company, Sentences say) => AdaptiveCard.Fitting(LongestName, longest =>
    {
        if (numbers.Count == 0)
            return new AdaptiveCard { Summary = say.Plain("number.unowned.none"), Body = [Title(say.Card("number.unowned.none"))] };
        List<CardElement> body = [Title(say.Card("number.unowned", numbers.Count)) with { Color = TextColor.Attention }];
        var byDepartment = numbers.OrderBy(number => Department(number, company) is null).ThenBy(number => Department(number, company), StringComparer.CurrentCulture)
            .Take(MostListed).GroupBy(number => Department(number, company));
        foreach (var department in byDepartment)
        {
            var name = department.Key is { } known ? CardText.Untrusted(known, Math.Min(longest, 60)) : say.Card("number.no-department");
            body.Add(new TextBlock(name) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium, Separator = true });
            body.AddRange(department.Select(number => Line(number, say, longest, Why(number, company, say, longest))));
        }

        if (numbers.Count > MostListed)
            body.Add(More(say.Card("number.more", numbers.Count - MostListed)));
        return new AdaptiveCard { Summary = say.Plain("number.unowned", numbers.Count), Body = body };
    });

    static CardText Why(TrackedNumber number, Company company, Sentences say, int longest) => number switch
    {
        { OpenHandOver: { } open } => say.Card("number.unowned.waits", Name(open.To, company, say, longest)),
        { Holding: Holding.Shared, OwnerWritten: { } written } => say.Card("number.unowned.shared", CardText.Untrusted(string.Join(", ", HolderText.Names(written)), Math.Min(longest, 120))),
        { Holding: Holding.Orphaned, Ownerships: [.., { Until: { } until } last] } => say.Card("number.unowned.orphaned", Name(last.Person, company, say, longest), CardText.Instant(until)),
        { OwnerWritten: { Length: > 0 } role } => say.Card("number.unowned.role", CardText.Untrusted(role, Math.Min(longest, 120))),
        _ => say.Card("number.unowned.nobody"),
    };

    static CardText Part(TrackedNumber number, PersonId person, Company company, Sentences say, int longest) => number.Current?.Person != person
        ? say.Card("number.mine.keeper", number.Current is { } current ? Name(current.Person, company, say, longest) : say.Card("number.nobody"))
        : number.OpenHandOver is { } open ? say.Card("number.mine.going", Name(open.To, company, say, longest), NumberParts.Day(open.EffectiveOn, say))
        : say.Card("number.mine.since", CardText.Instant(number.Current.From));

    static CardText Name(PersonId person, Company company, Sentences say, int longest) =>
        CardText.Untrusted(company.NameOf(person, say.Plain("somebody")), Math.Min(longest, 80));

    static string? Department(TrackedNumber number, Company company) =>
        number.Facts.Department is { } department ? company.Model.FindDepartment(department)?.Name ?? department : null;

    static Container Line(TrackedNumber number, Sentences say, int longest, CardText what) => new(
    [
        new TextBlock(CardText.Bold(CardText.Untrusted(number.Facts.Name, longest))),
        new TextBlock(what) { IsSubtle = true, Spacing = Spacing.None, Size = TextSize.Small },
    ])
    {
        Spacing = Spacing.Small,
        SelectAction = new ExecuteAction(say.Plain("number.button.show-which", new PlainText(number.Facts.Name, longest).Value), NumberVerbs.View, new JsonObject { ["number"] = number.Id }),
    };

    static TextBlock Title(CardText text) => new(text) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading };

    static TextBlock More(CardText text) => new(text) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Medium };
}
