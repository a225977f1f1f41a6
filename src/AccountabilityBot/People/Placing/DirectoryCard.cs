using AccountabilityBot.Domain.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.People.Placing;

/// <summary>What the card says of the directory.</summary>
sealed record DirectoryView(PlacementReport Report, Sentences Say)
{
    /// <summary>Stands at the top, below the title: where the people come from, and how old that is. None: nothing is said of it.</summary>
    public IReadOnlyList<CardElement> Origin { get; init; } = [];
}

/// <summary>Who lands where, for an administrator: departments with their people, and all that somebody should look at. It ranks nobody.</summary>
static class DirectoryCard
{
    public const int MostDepartments = 40;

    /// <summary>Where names are of letters that weigh twelve bytes each.</summary>
    const int FewDepartments = 15;

    /// <summary>Whoever maps a directory begins with the largest.</summary>
    public const int MostLabels = 10;

    /// <summary>Of every other list; <c>model check</c> shows the rest.</summary>
    public const int MostListed = 8;

    const int LongestText = 160;

    /// <summary>Shorter texts where it would weigh too much, and fewer departments where that is not enough.</summary>
    public static AdaptiveCard Draw(DirectoryView view)
    {
        var card = AdaptiveCard.Fitting(LongestText, longest => Draw(view, longest, MostDepartments));
        return card.Weight <= AdaptiveCard.Budget ? card : AdaptiveCard.Fitting(LongestText, longest => Draw(view, longest, FewDepartments));
    }

    static AdaptiveCard Draw(DirectoryView view, int longest, int departments)
    {
        var (say, report) = (view.Say, view.Report);
        return new AdaptiveCard
        {
            Summary = say.Plain("directory.summary", report.People, report.Unplaced),
            Body =
            [
                new TextBlock(say.Card("directory.title")) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading },
                .. view.Origin,
                new TextBlock(say.Card("directory.count", report.People, report.Unplaced)),
                .. report.Nobodies > 0 ? [Small(say.Card("directory.nobodies", report.Nobodies))] : (CardElement[])[],
                .. Departments(say, report, longest, departments),
                .. LeftOver(say, report, longest),
                .. new DirectoryLines(say, longest).Sections(report),
            ],
        };
    }

    static IEnumerable<CardElement> Departments(Sentences say, PlacementReport report, int longest, int most)
    {
        if (report.Departments.Count == 0)
            yield break;
        yield return new FactSet([.. report.Departments.Take(most).Select(place =>
            new Fact(CardText.Untrusted(place.Department.Name, longest), CardText.Bold(Number(say, place.People)) + By(say, place)))]);
        if (report.Departments.Count > most)
            yield return Small(say.Card("directory.more", report.Departments.Count - most));
    }

    static CardText By(Sentences say, DepartmentPlaces place)
    {
        CardText?[] parts =
        [
            place.ByOverride > 0 ? say.Card("directory.by-override", place.ByOverride) : null,
            place.ByRule.Count > 0 ? say.Card("directory.by-rule", place.ByRule.Values.Sum()) : null,
            place.ByLabel > 0 ? say.Card("directory.by-label", place.ByLabel) : null,
        ];
        return parts.OfType<CardText>().ToList() is { Count: > 0 } said
            ? CardText.Of(" · ") + said.Aggregate((before, next) => before + CardText.Of(", ") + next)
            : CardText.Of("");
    }

    static IEnumerable<CardElement> LeftOver(Sentences say, PlacementReport report, int longest)
    {
        if (report.LeftOver.Count == 0)
        {
            yield return Small(say.Card("directory.left-over.none"));
            yield break;
        }

        yield return Heading(say.Card("directory.left-over"));
        // Not as facts: real labels are longer than the column of their titles.
        foreach (var label in report.LeftOver.Take(MostLabels))
        {
            var spelled = label.Label is { } written ? CardText.Untrusted(written, longest) : say.Card("directory.left-over.unsaid");
            yield return new TextBlock(CardText.Bold(Number(say, label.People)) + CardText.Of(" · ") + spelled) { Spacing = Spacing.Small };
        }

        if (report.LeftOver.Count > MostLabels)
            yield return Small(say.Card("directory.left-over.more", report.LeftOver.Count - MostLabels, report.LeftOver.Skip(MostLabels).Sum(label => label.People)));
        yield return Small(say.Card("directory.left-over.how"));
    }

    internal static TextBlock Heading(CardText text) => new(text) { Weight = TextWeight.Bolder, Style = TextStyle.Heading, Spacing = Spacing.Medium, Separator = true };

    internal static TextBlock Small(CardText text) => new(text) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small };

    static CardText Number(Sentences say, int number) => CardText.Untrusted(number.ToString("N0", say.Culture));
}
