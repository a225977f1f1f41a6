using System.Text.Json;
using System.Text.RegularExpressions;
using AccountabilityBot.Csv;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Setup;

namespace AccountabilityBot.Tests.Setup;

public sealed partial class SamplesTests
{
    static readonly CompanyFiles _sample = CompanyFiles.Read(SampleFiles.Model, SampleFiles.People);

    [Fact]
    public void The_sample_company_is_good()
    {
        Assert.All(_sample.Problems, problem => Assert.Equal(Severity.Notice, problem.Severity));
        Assert.NotNull(_sample.Model);
    }

    [Fact]
    public void Two_of_its_numbers_have_no_one_owner_so_that_a_reader_sees_what_that_looks_like()
    {
        Assert.Equal(["numbers.probes-calibrated.owner", "numbers.vaccine-audits.owner"], _sample.Problems.Select(problem => problem.Path));
        Assert.Contains("is shared by", _sample.Problems[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("held by nobody yet", _sample.Problems[1].Sentence, StringComparison.Ordinal);
        Assert.Equal(4, _sample.Model!.Numbers.Count);
    }

    [Theory]
    [InlineData("marketing")]
    [InlineData("sales")]
    [InlineData("operations")]
    [InlineData("support")]
    public void The_departments_that_others_rely_on_exist_and_have_members(string id)
    {
        var department = Assert.Single(_sample.Model!.Departments, department => department.Id == id);

        Assert.Contains(_sample.People, person => person.DepartmentLabel is { } label && department.IsCalled(label));
    }

    [Fact]
    public void Enough_people_sell_and_the_company_spans_the_world()
    {
        var sales = _sample.Model!.FindDepartment("sales")!;

        Assert.True(_sample.People.Count(person => person.DepartmentLabel is { } label && sales.IsCalled(label)) >= 6);
        Assert.True(_sample.People.Select(person => person.TimeZone).Distinct().Count() >= 4);
        Assert.Single(_sample.People, person => person.Manager is null);
    }

    [Theory]
    [InlineData("organic_search")]
    [InlineData("paid_search")]
    [InlineData("social")]
    [InlineData("email")]
    [InlineData("referral")]
    [InlineData("direct_traffic")]
    [InlineData("display")]
    [InlineData("other_publicities")]
    [InlineData("other")]
    [InlineData("unknown")]
    [InlineData("Google")]
    [InlineData("webinar")]
    [InlineData("Trade Show")]
    public void Common_origins_of_leads_are_known(string raw) =>
        Assert.IsType<SourceMatch.Known>(_sample.Model!.MatchSource(raw));

    [Fact]
    public void The_sample_leads_are_sixty_of_known_segments()
    {
        CsvRow[] rows = [.. CsvRows.Read(File.OpenText(SampleFiles.Leads), mostLines: 1)];
        var segment = Array.IndexOf(rows[0].Values, "segment");

        Assert.Equal(61, rows.Length);
        Assert.All(rows, row => Assert.Null(row.Fault));
        Assert.All(rows.Skip(1), row => Assert.NotNull(_sample.Model!.FindSegment(row.Values[segment])));
        Assert.Equal(60, rows.Skip(1).Select(row => row.Values[0]).Distinct().Count());
    }

    /// <summary>
    /// The parser lists the keys it knows when it meets one it does not: so it is given an unknown key in every kind of mapping
    /// that the schema describes, and both lists must be the same.
    /// </summary>
    [Fact]
    public void The_schema_and_the_parser_know_the_same_keys()
    {
        const string Everywhere = """
            nope: 1
            departments: { a: { nope: 1, channel: { nope: 1 } } }
            seams: { a: { nope: 1 } }
            definitions: { a: { nope: 1 } }
            segments: { a: { nope: 1, ladder: [{ nope: 1 }] } }
            rejectReasons: { a: { nope: 1, question: { nope: 1 } } }
            dispositions: { a: { nope: 1 } }
            sources: { a: { nope: 1 } }
            leads: { nope: 1 }
            calendar: { nope: 1 }
            people: { a@b.example: { nope: 1 } }
            messages: { nope: 1 }
            rhythms: { nope: 1 }
            council: { nope: 1 }
            feedback: { nope: 1 }
            numbers: { a: { nope: 1, definition: { nope: 1 } } }
            membership: [{ nope: 1 }]
            """;
        var known = ModelFile.Parse(Everywhere, "model.yaml").Problems
            .Where(problem => problem.Path == "nope" || problem.Path.EndsWith(".nope", StringComparison.Ordinal))
            .ToDictionary(problem => problem.Path, problem => Quoted.Matches(problem.Sentence).Skip(1).Select(match => match.Groups[1].Value).Order());

        using var schema = JsonDocument.Parse(File.ReadAllText(SampleFiles.Schema));
        var definitions = schema.RootElement.GetProperty("$defs");
        var described = definitions.EnumerateObject().Where(definition => definition.Value.TryGetProperty("properties", out _)).ToDictionary(
            definition => definition.Name,
            definition => Keys(definition.Value));

        Assert.Equal(Keys(schema.RootElement), known["nope"]);
        Assert.Equal(described["department"], known["departments.a.nope"]);
        Assert.Equal(described["channel"], known["departments.a.channel.nope"]);
        Assert.Equal(described["seam"], known["seams.a.nope"]);
        Assert.Equal(described["definition"], known["definitions.a.nope"]);
        Assert.Equal(described["segment"], known["segments.a.nope"]);
        Assert.Equal(described["rejectReason"], known["rejectReasons.a.nope"]);
        Assert.Equal(described["question"], known["rejectReasons.a.question.nope"]);
        Assert.Equal(described["disposition"], known["dispositions.a.nope"]);
        Assert.Equal(described["source"], known["sources.a.nope"]);
        Assert.Equal(described["leads"], known["leads.nope"]);
        Assert.Equal(described["rung"], known["segments.a.ladder[0].nope"]);
        Assert.Equal(described["calendar"], known["calendar.nope"]);
        Assert.Equal(described["onePerson"], known["people.a@b.example.nope"]);
        Assert.Equal(described["messages"], known["messages.nope"]);
        Assert.Equal(described["rhythms"], known["rhythms.nope"]);
        Assert.Equal(described["council"], known["council.nope"]);
        Assert.Equal(described["feedback"], known["feedback.nope"]);
        Assert.Equal(described["number"], known["numbers.a.nope"]);
        Assert.Equal(described["numberDefinition"], known["numbers.a.definition.nope"]);
        Assert.Equal(described["membershipRule"], known["membership[0].nope"]);
        Assert.Equal(known.Count, described.Count + 1);

        static IEnumerable<string> Keys(JsonElement of) => of.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order();
    }

    [GeneratedRegex("\"([^\"]+)\"")]
    static partial Regex Quoted { get; }
}
