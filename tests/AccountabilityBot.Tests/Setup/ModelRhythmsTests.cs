using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Setup;
using AccountabilityBot.Tests.Harness;

namespace AccountabilityBot.Tests.Setup;

/// <summary>Rhythms in the model file: the company's, a department's own, the council's, and every way to write them wrong.</summary>
public sealed class ModelRhythmsTests
{
    [Fact]
    public void A_department_has_the_companys_digest_or_its_own_or_none()
    {
        var model = Read(
            "rhythms: { digest: every second friday 15:00, council: first tuesday of the month 10:00 }",
            ("support: { name: Support,", "support: { digest: every monday 08:30, name: Support,"),
            ("sales: { name: Sales,", "sales: { digest: never, name: Sales,")).Model!;

        Assert.Equal(new Rhythm(Every.Fortnight, DayOfWeek.Friday, new TimeOnly(15, 0)), model.FindDepartment("marketing")!.Digest);
        Assert.Equal(new Rhythm(Every.Week, DayOfWeek.Monday, new TimeOnly(8, 30)), model.FindDepartment("support")!.Digest);
        Assert.Null(model.FindDepartment("sales")!.Digest);
        Assert.Equal(new Rhythm(Every.Month, DayOfWeek.Tuesday, new TimeOnly(10, 0)), model.Rhythms.Council);
    }

    [Fact]
    public void Without_a_word_there_is_a_digest_on_mondays_at_nine_and_no_council()
    {
        var model = Read("").Model!;

        Assert.All(model.Departments, department => Assert.Equal(Rhythm.Usual, department.Digest));
        Assert.Null(model.Rhythms.Council);
    }

    [Theory]
    [InlineData("rhythms: { digest: every mnday 09:00 }", "rhythms.digest", "\"mnday\" is no day of the week")]
    [InlineData("rhythms: { digest: weekly }", "rhythms.digest", "\"weekly\" is no rhythm; write \"every monday 09:00\"")]
    [InlineData("rhythms: { council: first tuesday of the year 10:00 }", "rhythms.council", "is no rhythm")]
    [InlineData("rhythms: { digests: every monday 09:00 }", "rhythms.digests", "Did you mean \"digest\"?")]
    [InlineData("council: { channel: slaes }", "council.channel", "Did you mean \"sales\"?")]
    [InlineData("council: { members: [somebody] }", "council.members[0]", "\"somebody\" names nobody for certain")]
    public void A_mistake_is_shown_where_it_stands(string section, string path, string words)
    {
        var problem = Assert.Single(Read(section).Problems, one => one.Severity is Domain.Model.Severity.Error);

        Assert.Equal(path, problem.Path);
        Assert.Contains(words, problem.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("revenue-model.yaml:", problem.ToString(), StringComparison.Ordinal);
    }

    static ModelReading Read(string section, params (string From, string To)[] changes)
    {
        var text = Brightwater.Model.Replace("rhythms: { digest: never }", section, StringComparison.Ordinal);
        foreach (var (from, to) in changes)
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        return ModelFile.Parse(text, "revenue-model.yaml");
    }
}
