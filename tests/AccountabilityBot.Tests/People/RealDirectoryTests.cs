using System.Text.Json;
using System.Text.RegularExpressions;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.People.Placing;
using AccountabilityBot.Setup;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Tests.Contracts;
using AccountabilityBot.Tests.Edge;
using AccountabilityBot.Tests.Harness;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Tests.People;

/// <summary>
/// A real company of 1,336 people, who name 326 departments in all: a person can read the rules that bring them into thirteen.
/// </summary>
public sealed partial class RealDirectoryTests
{
    const string Rules = "tests/AccountabilityBot.Tests/People/real-company.yaml";

    [Fact]
    public void The_rules_fit_on_one_screen() => Assert.InRange(Repository.Text(Rules).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 20, 39);

    [Fact]
    public void By_its_first_department_nearly_everybody_lands()
    {
        var people = Everybody(person => person.Department);

        var report = PlacementReport.Of(Model(), people);

        Assert.Equal((1_336, 0, 88), (report.People, report.Nobodies, people.Select(person => person.DepartmentLabel).Distinct(StringComparer.Ordinal).Count()));
        Assert.Equal(
            """
            213 Sales
            49 Sales Development
            25 Alliances and Channel
            79 Marketing
            154 Customer Success
            35 Customer Support
            99 Product
            485 Engineering
            34 Security
            46 Finance
            43 People Group
            30 Legal and Corporate Affairs
            31 Business Technology
            """.ReplaceLineEndings("\n"),
            string.Join('\n', report.Departments.Select(place => $"{place.People} {place.Department.Name}")));
        // The management and three labels that mean something else in each part of the company: for an administrator, by name.
        Assert.Equal(
            ["5 CEO", "3 Enablement", "2 Engagement", "1 -", "1 Chief of Staff Team to the CEO", "1 Executive"],
            report.LeftOver.Select(label => $"{label.People} {label.Label ?? "-"}"));
        Assert.Equal([2], report.Unused.Select(rule => rule.At));
        Assert.Equal(451, report.ManagersUnlisted);
        Assert.Empty(report.Circles);
        Assert.Empty(report.Suspicious);
    }

    [Fact]
    public void Of_all_labels_alone_eleven_are_left()
    {
        var labels = Read().SelectMany(person => person.Departments).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(326, labels.Count);

        var report = PlacementReport.Of(Model(), [.. labels.Select((label, at) => Person(at, label, null))]);

        Assert.Equal(
            [
                "CEO", "Chief of Staff Team to the CEO", "Core Team Alumni", "Create", "Enablement", "Engagement", "Executive", "Govern Compartment",
                "Merge Request Buddy", "Merge Request Coach", "Parental Leave Reentry buddy",
            ],
            report.LeftOver.Select(label => label.Label));
        Assert.Empty(report.Unused);
        Assert.Empty(report.Overtaken);
    }

    [Fact]
    public void With_all_departments_in_one_field_it_is_said_who_is_in_several()
    {
        var (model, people) = (Model(), Everybody(person => string.Join("; ", person.Departments)));

        var report = PlacementReport.Of(model, people);

        Assert.Equal(12, report.Unplaced);
        Assert.Equal(102, report.Torn.Count);
        var six = people[21];
        Assert.Equal("Engineering", Membership.Place(model, people)[21].Department!.Name);
        Assert.Contains(report.Torn, torn => torn.Person == six);
        // Whatever the order in the directory, the first rule counts.
        var reversed = Everybody(person => string.Join("; ", person.Departments.Reverse()));
        Assert.All(
            Membership.Place(model, people).Zip(Membership.Place(model, reversed)).Where(pair => pair.First.By is PlacedBy.Rule),
            pair => Assert.Equal(pair.First, pair.Second));
    }

    [Fact]
    public void The_checks_are_no_page_of_the_same_sentence()
    {
        var notices = PeopleRules.Check(Everybody(person => person.Department), Model()).Where(problem => problem.Severity is Severity.Notice).ToList();

        Assert.Single(notices, notice => notice.Sentence.StartsWith("451 people have a manager who is not among the people", StringComparison.Ordinal));
        Assert.True(notices.Count <= 6, string.Join('\n', notices));
    }

    [Fact]
    public void The_card_of_a_company_that_has_no_rules_yet_fits()
    {
        var labels = Read().SelectMany(person => person.Departments).Distinct(StringComparer.Ordinal);

        var card = DirectoryCard.Draw(new DirectoryView(PlacementReport.Of(Model() with { Membership = [] }, [.. labels.Select((label, at) => Person(at, label, null))]), Sentences.In("en")));

        Assert.InRange(card.Weight, 1, AdaptiveCard.Budget);
    }

    sealed record OrgPerson(string Id, string? JobTitle, string? Department, IReadOnlyList<string> Departments, string? Manager);

    static OrgPerson[] Read()
    {
        Assert.SkipWhen(SharedData.OrgPeople is null, "data/gitlab/org_people_pseudonymised.json is not there; ACCOUNTABILITY_SHARED names the folder that has it.");
        return JsonSerializer.Deserialize<OrgPerson[]>(File.ReadAllText(SharedData.OrgPeople!), JsonSerializerOptions.Web)!;
    }

    static List<PersonFacts> Everybody(Func<OrgPerson, string?> label) =>
        [.. Read().Select((person, at) => Person(at, label(person), person.Manager) with { Name = person.Id, Title = person.JobTitle, PrincipalName = person.Id })];

    static PersonFacts Person(int at, string? label, string? manager) => new($"00000000-0000-4000-8000-{at + 1:d12}", $"Person {at}", null, null, label, manager, null);

    /// <summary>The departments and rules of the file, in a model that is good besides.</summary>
    static RevenueModel Model()
    {
        var reading = ModelFile.Parse(ModelText, "model.yaml");
        Assert.Empty(reading.Problems);
        return reading.Model!;
    }

    internal static string ModelText =>
        Sections().Replace(Brightwater.Model, "") + "\nseams: { marketing-sales: { from: marketing, to: sales, name: Inquiries } }\n" + Repository.Text(Rules);

    /// <summary>What the file says itself.</summary>
    [GeneratedRegex(@"^(departments|seams):\n(  .*\n)+", RegexOptions.Multiline)]
    private static partial Regex Sections();
}
