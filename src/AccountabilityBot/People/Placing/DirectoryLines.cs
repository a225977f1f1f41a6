using AccountabilityBot.Domain.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.People.Placing;

/// <summary>What an administrator should look at, section by section; one with nothing to say is left out.</summary>
/// <param name="longest">Characters of one text from outside.</param>
sealed class DirectoryLines(Sentences say, int longest)
{
    public IEnumerable<CardElement> Sections(PlacementReport report) =>
    [
        .. Section(say.Card("directory.empty"), [.. report.EmptyRoles.Select(EmptyRole)]),
        .. Section(say.Card("directory.rules"), [.. Rules(report)]),
        .. Section(say.Card("directory.overrides"), [.. report.Overrides.Select(Override)]),
        .. Section(say.Card("directory.twice"), [.. report.SharedAddresses.Select(shared => say.Card("directory.twice.line", Short(shared.Address), Names(shared.People, ", ")))]),
        .. Section(say.Card("directory.managers"), [.. Managers(report)]),
        .. Section(say.Card("directory.torn"), [.. report.Torn.Select(Torn)]),
    ];

    IEnumerable<CardElement> Section(CardText title, IReadOnlyList<CardText> lines)
    {
        if (lines.Count == 0)
            yield break;
        yield return DirectoryCard.Heading(title);
        foreach (var line in lines.Take(DirectoryCard.MostListed))
            yield return new TextBlock(line) { Spacing = Spacing.Small };
        if (lines.Count > DirectoryCard.MostListed)
            yield return DirectoryCard.Small(say.Card("directory.more", lines.Count - DirectoryCard.MostListed));
    }

    CardText EmptyRole(EmptyRole role) => role.Kind switch
    {
        EmptyRoleKind.Head => say.Card("directory.empty.head", Short(role.Subject), Short(role.Named ?? "")),
        EmptyRoleKind.Guardian => say.Card("directory.empty.guardian", Short(role.Subject), Short(role.Named ?? "")),
        EmptyRoleKind.Role => say.Card("directory.empty.role", Short(role.Subject), Short(role.Named ?? "")),
        _ => say.Card("directory.empty.members", Short(role.Subject)),
    };

    IEnumerable<CardText> Rules(PlacementReport report) =>
    [
        .. report.Unused.Select(rule => say.Card("directory.rules.unused", rule.At + 1, Written(rule))),
        .. report.Overtaken.Select(rule => say.Card("directory.rules.overtaken", rule.At + 1, Written(rule))),
        .. report.Suspicious.Select(rule => say.Card("directory.rules.suspicious", rule.At + 1, rule.Fits, report.People + report.Nobodies, Written(rule))),
    ];

    CardText Override(OverriddenPlace one) => one.IsIdle
        ? say.Card("directory.overrides.idle", Name(one.Person), Place(one.Placement))
        : say.Card("directory.overrides.line", Name(one.Person), Place(one.Placement), Place(one.Otherwise));

    IEnumerable<CardText> Managers(PlacementReport report)
    {
        foreach (var circle in report.Circles)
            yield return say.Card("directory.managers.circle", Names([.. circle, circle[0]], " → "));
        if (report.ManagersUnlisted > 0)
            yield return say.Card("directory.managers.unlisted", report.ManagersUnlisted);
    }

    CardText Torn(TornPlace one) =>
        say.Card("directory.torn.line", Name(one.Person), Place(one.Placement), Short(string.Join(", ", one.Departments.Select(department => department.Name))));

    CardText Place(Placement placement) => placement switch
    {
        { IsPerson: false } => say.Card("directory.nobody"),
        { Department: { } department } => Short(department.Name),
        _ => say.Card("directory.no-department"),
    };

    CardText Written(RulePlaces rule) => Short(rule.Rule.Write());

    CardText Names(IReadOnlyList<PersonFacts> people, string between) =>
        Short(string.Join(between, people.Take(DirectoryCard.MostListed).Select(Called)) + (people.Count > DirectoryCard.MostListed ? " …" : ""));

    CardText Name(PersonFacts person) => Short(Called(person));

    static string Called(PersonFacts person) => string.IsNullOrWhiteSpace(person.Name) ? person.ObjectId : person.Name;

    CardText Short(string text) => CardText.Untrusted(text, longest);
}
