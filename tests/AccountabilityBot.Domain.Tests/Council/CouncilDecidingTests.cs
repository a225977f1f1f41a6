using AccountabilityBot.Domain.Council;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Tests.Council;

/// <summary>What the council decides, tries out and thinks of itself; and whether any of it helped.</summary>
public sealed class CouncilDecidingTests
{
    static readonly DateTimeOffset _now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly _today = new(2026, 12, 1);
    static readonly PersonId _me = PersonId.New(_now);

    [Theory]
    [InlineData(10, 20, 4, 20, true, Help.Better)]
    [InlineData(10, 20, 16, 20, true, Help.Worse)]
    [InlineData(10, 20, 16, 20, false, Help.Better)]
    [InlineData(10, 20, 4, 20, false, Help.Worse)]
    [InlineData(10, 20, 10, 20, true, Help.NoDifference)]
    [InlineData(50, 100, 46, 100, true, Help.NoDifference)]
    [InlineData(50, 100, 45, 100, true, Help.Better)]
    [InlineData(10, 20, 0, 11, true, Help.TooEarly)]
    [InlineData(10, 20, 0, 12, true, Help.Better)]
    [InlineData(5, 11, 0, 40, true, Help.Unknown)]
    [InlineData(0, 0, 0, 0, true, Help.TooEarly)]
    public void A_share_before_and_since_says_whether_it_helped(int before, int allBefore, int since, int allSince, bool lessIsBetter, Help help) =>
        Assert.Equal(help, Helped.Of(new Part(before, allBefore), new Part(since, allSince), lessIsBetter));

    [Theory]
    [InlineData(20.0, 25.0, Direction.Up, true, Help.Better)]
    [InlineData(20.0, 25.0, Direction.Down, true, Help.Worse)]
    [InlineData(20.0, 20.1, Direction.Up, true, Help.NoDifference)]
    [InlineData(20.0, 20.2, Direction.Up, true, Help.Better)]
    [InlineData(0.0, 0.1, Direction.Up, true, Help.Better)]
    [InlineData(-10.0, -5.0, Direction.Up, true, Help.Better)]
    [InlineData(20.0, 25.0, null, true, Help.Unknown)]
    [InlineData(null, 25.0, Direction.Up, true, Help.Unknown)]
    [InlineData(20.0, 25.0, Direction.Up, false, Help.TooEarly)]
    [InlineData(20.0, null, Direction.Up, false, Help.TooEarly)]
    public void A_number_at_the_start_and_now_says_whether_it_helped(double? atStart, double? now, Direction? direction, bool isNew, Help help) =>
        Assert.Equal(help, Helped.Of((decimal?)atStart, (decimal?)now, direction, isNew));

    [Theory]
    [InlineData(new double[0], null)]
    [InlineData(new[] { 3.0 }, 3.0)]
    [InlineData(new[] { 30.0, 1.0, 4.0 }, 4.0)]
    [InlineData(new[] { 2.0, 5.0 }, 3.5)]
    public void The_time_to_a_decision_is_the_one_in_the_middle(double[] days, double? median) =>
        Assert.Equal((decimal?)median, CouncilPace.MedianDays(days.Select(TimeSpan.FromDays)));

    [Theory]
    [InlineData(Direction.Up, 25.0, true)]
    [InlineData(Direction.Up, 24.9, false)]
    [InlineData(Direction.Down, 25.0, true)]
    [InlineData(Direction.Down, 25.1, false)]
    [InlineData(null, 30.0, null)]
    public void A_target_is_met_by_the_way_that_is_good(Direction? direction, double value, bool? isMet) =>
        Assert.Equal(isMet, Targets.IsMet(new NumberFacts("n", "N") { Target = 25, Direction = direction }, (decimal)value));

    [Fact]
    public void A_draft_is_decided_once_and_parked_ones_can_be_decided_later()
    {
        var draft = Draft();
        Assert.Equal("council.not-a-member", Decide(draft, CouncilVerdict.Approve, isMember: false));
        Assert.Equal("council.why-missing", Decide(draft, CouncilVerdict.Reject, why: " "));
        Assert.Equal("council.why-too-long", Decide(draft, CouncilVerdict.Park, why: new string('a', 501)));
        Assert.Null(Decide(draft, CouncilVerdict.Park));
        Assert.Equal("council.parked-already", Decide(draft, CouncilVerdict.Park));
        Assert.Null(Decide(draft, CouncilVerdict.Approve));
        Assert.Equal("council.decided-already", Decide(draft, CouncilVerdict.Reject, why: "No."));
        Assert.Equal(ModelDraftState.Approved, draft.State);
    }

    [Fact]
    public void Who_saw_another_difference_has_not_seen_what_they_decide_about()
    {
        var draft = Draft();

        Assert.Equal(CouncilRefusals.MovedOn(4).Code, draft.Decide(CouncilVerdict.Approve, true, null, shownAgainst: 3, inForce: 4)!.Code);
        Assert.Null(draft.Decide(CouncilVerdict.Approve, true, null, shownAgainst: 4, inForce: 4));
    }

    [Fact]
    public void A_draft_that_was_overtaken_comes_back_with_its_file_and_a_rejected_one_does_not()
    {
        var draft = Draft();
        draft.Overtake();
        Assert.Equal("council.overtaken", Decide(draft, CouncilVerdict.Approve));
        Assert.True(draft.Return(_now));
        Assert.Null(Decide(draft, CouncilVerdict.Reject, why: "Too fast."));
        draft.Overtake();
        Assert.False(draft.Return(_now));
        Assert.Equal(ModelDraftState.Rejected, draft.State);
    }

    [Theory]
    [InlineData("", "n", true, 0, 30, "experiment.hypothesis-missing")]
    [InlineData("We call at once", "gone", true, 0, 30, "experiment.number-unknown")]
    [InlineData("We call at once", "n", false, 0, 30, "experiment.owner-missing")]
    [InlineData("We call at once", "n", true, null, 30, "experiment.days-missing")]
    [InlineData("We call at once", "n", true, 0, null, "experiment.days-missing")]
    [InlineData("We call at once", "n", true, 5, 5, "experiment.days-out-of-range")]
    [InlineData("We call at once", "n", true, -30, 0, "experiment.days-out-of-range")]
    [InlineData("We call at once", "n", true, -93, 30, "experiment.days-out-of-range")]
    [InlineData("We call at once", "n", true, 0, 367, "experiment.days-out-of-range")]
    [InlineData("We call at once", "n", true, 0, 366, null)]
    [InlineData("We call at once", null, true, -92, 1, null)]
    public void An_experiment_has_a_hypothesis_an_owner_and_days(string hypothesis, string? number, bool hasOwner, int? start, int? end, string? refused)
    {
        var plan = new ExperimentPlan(hypothesis, number, hasOwner ? _me : null, start is { } from ? _today.AddDays(from) : null, end is { } to ? _today.AddDays(to) : null);

        var (experiment, refusal) = Experiment.Begin(plan, true, id => id == "n", _me, _today, Guid.NewGuid(), _now);

        Assert.Equal((refused, refused is null), (refusal?.Code, experiment is not null));
    }

    [Fact]
    public void An_experiment_ends_once_with_a_word_of_what_came_of_it()
    {
        var experiment = Experiment.Begin(new ExperimentPlan("We call at once", null, _me, _today, _today.AddDays(30)), true, _ => true, _me, _today, Guid.NewGuid(), _now).Experiment!;

        Assert.False(experiment.IsDue(_today.AddDays(29)));
        Assert.True(experiment.IsDue(_today.AddDays(30)));
        Assert.Equal("council.not-a-member", experiment.End(ExperimentState.Funded, false, _me, "Good.", _now)!.Code);
        Assert.Equal("experiment.result-missing", experiment.End(ExperimentState.Funded, true, _me, " ", _now)!.Code);
        Assert.Null(experiment.End(ExperimentState.Retired, true, _me, "Nobody answered.", _now));
        Assert.Equal("experiment.over-already", experiment.End(ExperimentState.Funded, true, _me, "Good.", _now)!.Code);
        Assert.Equal((ExperimentState.Retired, "Nobody answered."), (experiment.State, experiment.Result));
    }

    [Theory]
    [InlineData("2026-11-23T09:00Z", "2026-10-01T07:00Z")]
    [InlineData("2027-01-01T12:00Z", "2027-01-01T08:00Z")]
    [InlineData("2027-08-20T12:00Z", "2027-07-01T07:00Z")]
    // The first of January 2028 is a Saturday, of October 2028 a Sunday.
    [InlineData("2028-02-01T00:00Z", "2028-01-03T08:00Z")]
    [InlineData("2028-10-01T23:00Z", "2028-10-02T07:00Z")]
    // In Berlin the quarter has begun.
    [InlineData("2026-12-31T23:30Z", "2027-01-01T08:00Z")]
    [InlineData("2026-12-31T22:30Z", "2026-10-01T07:00Z")]
    public void A_head_is_asked_on_the_first_morning_of_work_in_the_quarter(string now, string asked) => Assert.Equal(
        DateTimeOffset.Parse(asked, System.Globalization.CultureInfo.InvariantCulture),
        Maturity.AskAt(new WorkingCalendar(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), WorkingHours.Usual), DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void An_assessment_is_ones_own_and_can_be_changed_until_the_quarter_ends()
    {
        var assessment = MaturityAssessment.Ask(_me, "2026-Q4", Guid.NewGuid(), _now);

        Assert.Equal("maturity.not-yours", assessment.Save(PersonId.New(_now), _ => 3, "2026-Q4", _now)!.Code);
        Assert.Equal("maturity.score-missing", assessment.Save(_me, capability => capability == "goals" ? null : 3, "2026-Q4", _now)!.Code);
        Assert.Equal("maturity.score-missing", assessment.Save(_me, _ => 6, "2026-Q4", _now)!.Code);
        Assert.Null(assessment.Skip(_me, "2026-Q4", _now));
        Assert.Null(assessment.Save(_me, _ => 3, "2026-Q4", _now));
        Assert.Null(assessment.Save(_me, _ => 4, "2026-Q4", _now));
        Assert.Equal("maturity.quarter-over", assessment.Save(_me, _ => 5, "2027-Q1", _now)!.Code);
        Assert.Equal((6, 4), (assessment.Scores.Count, assessment.Scores["goals"]));
    }

    [Fact]
    public void An_average_of_one_is_none()
    {
        Dictionary<string, int>[] scores = [new() { ["goals"] = 3 }, new() { ["goals"] = 4 }, new() { ["goals"] = 4, ["scorecard"] = 5 }];

        Assert.Equal((3.7m, null, null), (Maturity.Average("goals", scores), Maturity.Average("scorecard", scores), Maturity.Average("improvement", [])));
    }

    [Fact]
    public void It_is_brought_to_mind_once()
    {
        var assessment = MaturityAssessment.Ask(_me, "2026-Q4", Guid.NewGuid(), _now);

        Assert.False(assessment.MayRemind("2026-Q4", _now.AddDays(6)));
        Assert.True(assessment.MayRemind("2026-Q4", _now.AddDays(7)));
        Assert.False(assessment.MayRemind("2027-Q1", _now.AddDays(40)));
        assessment.Remind(_now.AddDays(7));
        Assert.False(assessment.MayRemind("2026-Q4", _now.AddDays(20)));
    }

    static ModelDraft Draft() => ModelDraft.Propose("text", "hash", 3, Guid.NewGuid(), _now);

    static string? Decide(ModelDraft draft, CouncilVerdict verdict, bool isMember = true, string? why = null) => draft.Decide(verdict, isMember, why, 3, 3)?.Code;
}
