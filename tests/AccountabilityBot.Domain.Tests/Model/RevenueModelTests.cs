using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Tests.Model;

public sealed class RevenueModelTests
{
    [Theory]
    [InlineData("sales")]
    [InlineData("SALES")]
    [InlineData("sales emea")]
    [InlineData("Sales_EMEA")]
    public void A_department_is_found_by_id_name_or_label(string spelling) =>
        Assert.Equal("sales", Models.Good.FindDepartment(spelling)?.Id);

    [Theory]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("sales emea north")]
    public void What_names_no_department_finds_none(string spelling) => Assert.Null(Models.Good.FindDepartment(spelling));

    [Theory]
    [InlineData("paid-search", "paid-search")]
    [InlineData("Paid  Search", "paid-search")]
    [InlineData("paid_search", "paid-search")]
    [InlineData("GOOGLE-ADS", "paid-search")]
    [InlineData("trade_show", "fair")]
    public void A_source_is_known_by_any_of_its_spellings(string raw, string id) =>
        Assert.Equal(id, Assert.IsType<SourceMatch.Known>(Models.Good.MatchSource(raw)).Source.Id);

    [Theory]
    [InlineData("affiliate-77")]
    [InlineData("")]
    [InlineData("\ud800")]
    public void An_unknown_source_is_kept_as_it_was_written(string raw) =>
        Assert.Equal(raw, Assert.IsType<SourceMatch.Unknown>(Models.Good.MatchSource(raw)).Raw);

    [Fact]
    public void A_lead_without_a_segment_is_of_the_default_one() => Assert.Equal("warm", Models.Good.DefaultSegment.Id);

    [Fact]
    public void Capacity_of_a_person_may_differ()
    {
        var rules = Models.Good.Leads with { Capacities = new Dictionary<string, int> { ["Ana@Firm.example"] = 2 } };

        Assert.Equal(2, rules.CapacityOf("00000000-0000-4000-8000-000000000001", "ana@firm.example"));
        Assert.Equal(5, rules.CapacityOf("00000000-0000-4000-8000-000000000002", email: null));
    }

    [Fact]
    public void A_problem_reads_as_editors_follow_it()
    {
        var problem = new Problem("seams.a.to", "Nobody is there.", "model.yaml", 3, 7);

        Assert.Equal("model.yaml:3:7: seams.a.to: Nobody is there.", problem.ToString());
        Assert.Equal("people: notice: Look.", Problem.Notice("people", "Look.").ToString());
    }
}
