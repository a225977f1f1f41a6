using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.WorkingTime;
using AccountabilityBot.Setup;
using AccountabilityBot.Tests.Harness;

namespace AccountabilityBot.Tests.Setup;

/// <summary>The section <c>membership</c>, and what <c>people</c> says of where single ones belong.</summary>
public sealed class ModelMembershipTests
{
    const string Group = "00000000-0000-4000-8000-0000000000aa";

    /// <summary>Line of the first line that a test adds.</summary>
    static readonly int Added = Brightwater.Model.Split('\n').Length + 1;

    [Fact]
    public void Rules_are_read_as_they_are_written()
    {
        var rules = Good($"""
            membership:
              - to: sales
                department: ["*sales*", SMB, '/^(ENTR|MM)$/']
                title: "*executive*"
                name: [Ana *]
                email: "*@brightwater.example"
                group: {Group}
                team: [{Group}]
                under: ravi@brightwater.example
              - {"{ to: nobody, name: [\"Conf Room *\", svc-*] }"}
            """).Membership;

        Assert.Equal(2, rules.Count);
        Assert.Equal(
            "department \"*sales*\" or \"SMB\" or \"/^(ENTR|MM)$/\", title \"*executive*\", name \"Ana *\", email \"*@brightwater.example\", "
            + $"group {Group}, team {Group}, under ravi@brightwater.example → sales",
            rules[0].Write());
        Assert.Equal("name \"Conf Room *\" or \"svc-*\" → nobody", rules[1].Write());
    }

    [Fact]
    public void Without_the_section_there_is_no_rule() => Assert.Empty(Good("").Membership);

    [Fact]
    public void An_override_stands_beside_hours_or_alone()
    {
        var model = Good("""
            people:
              ana@brightwater.example: { department: support }
              bo@brightwater.example: { department: nobody, hours: { mon-fri: 08:00-12:00 } }
              chidi@brightwater.example: { timeZone: Africa/Lagos }
              dana@brightwater.example: {}
            """);

        Assert.Equal([("ana@brightwater.example", "support"), ("bo@brightwater.example", "nobody")], model.MembershipOverrides.Select(one => (one.Key, one.Value)));
        // Somebody of whom only the place is said has no hours of their own.
        Assert.Equal(["bo@brightwater.example", "chidi@brightwater.example", "dana@brightwater.example"], model.PeopleHours.Keys.Order());
        Assert.Equal(HoursChange.None, model.PeopleHours["chidi@brightwater.example"].Hours);
        Assert.Equal("support", model.MembershipOverrides["ANA@brightwater.example"]);
    }

    [Theory]
    [InlineData("membership: { to: sales }", 0, 13, "membership", "a list is needed")]
    [InlineData("membership:\n  - sales", 1, 5, "membership[0]", "a mapping (key: value) is needed")]
    [InlineData("membership:\n  - { department: Sales }", 1, 5, "membership[0].to", "The key \"to\" is missing here")]
    [InlineData("membership:\n  - { to: sales }", 1, 5, "membership[0]", "has no condition, and would match everybody")]
    [InlineData("membership:\n  - { to: saels, department: Sales }", 1, 11, "membership[0].to", "Did you mean \"sales\"?")]
    [InlineData("membership:\n  - { to: sales, title: a, departments: Sales }", 1, 28, "membership[0].departments", "Did you mean \"department\"?")]
    [InlineData("membership:\n  - { to: sales, department: [] }", 1, 30, "membership[0].department", "The list is empty")]
    [InlineData("membership:\n  - { to: sales, department: { a: b } }", 1, 30, "membership[0].department", "a list is needed")]
    [InlineData("membership:\n  - to: sales\n    title: [a, '/(/']", 2, 16, "membership[0].title[1]", "is no regular expression")]
    [InlineData("membership:\n  - { to: sales, title: '/(?<=a)b/' }", 1, 25, "membership[0].title", "looks around or back")]
    [InlineData("membership:\n  - { to: sales, title: ' ' }", 1, 25, "membership[0].title", "It is empty")]
    [InlineData("membership:\n  - { to: sales, group: All of Sales }", 1, 25, "membership[0].group", "is no object id of a group")]
    [InlineData("membership:\n  - { to: sales, team: 00000000-0000-0000-0000-000000000000 }", 1, 24, "membership[0].team", "not all zeros")]
    [InlineData("membership:\n  - { to: sales, under: Ravi Menon }", 1, 25, "membership[0].under", "names nobody for certain")]
    [InlineData("membership:\n  - { to: sales, title: a }\n  - { to: sales, title: A }", 2, 5, "membership[1]", "stands here twice")]
    [InlineData("membership:\n  - { to: sales, title: [a, b] }\n  - { to: support, title: b, name: c }", 2, 5, "membership[1]", "can never be reached")]
    [InlineData("membership:\n  - { to: sales, title: *executive* }", 1, 25, "", "A text that begins with a star stands in quotes")]
    [InlineData("people: { ana@brightwater.example: { department: saels } }", 0, 50, "people.ana@brightwater.example.department", "Did you mean \"sales\"?")]
    [InlineData("people: { ana@brightwater.example: { department: [sales, support] } }", 0, 50, "people.ana@brightwater.example.department", "belongs to one department")]
    [InlineData("people: { Ana: { department: sales } }", 0, 11, "people.Ana", "names nobody for certain")]
    public void What_is_wrong_is_told_with_its_place(string added, int line, int column, string path, string sentence)
    {
        var reading = ModelFile.Parse($"{Brightwater.Model}\n{added}\n", "model.yaml");

        Assert.Null(reading.Model);
        var problem = Assert.Single(reading.Problems, problem => problem.Severity is Severity.Error);
        Assert.Equal((path, Added + line, column), (problem.Path, problem.Line!.Value, problem.Column!.Value));
        Assert.Contains(sentence, problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_twice_is_a_notice()
    {
        var reading = ModelFile.Parse($"{Brightwater.Model}\nmembership:\n  - {{ to: sales, title: [Head of Sales, head_of_sales] }}\n", "model.yaml");

        Assert.NotNull(reading.Model);
        Assert.Equal(("membership[0].title[1]", Severity.Notice), reading.Problems.Select(problem => (problem.Path, problem.Severity)).Single());
    }

    static RevenueModel Good(string added)
    {
        var reading = ModelFile.Parse($"{Brightwater.Model}\n{added}\n", "model.yaml");
        Assert.Empty(reading.Problems);
        return reading.Model!;
    }
}
