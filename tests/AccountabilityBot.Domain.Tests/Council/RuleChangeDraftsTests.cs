using AccountabilityBot.Domain.Council;
using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Tests.Council;

public sealed class RuleChangeDraftsTests
{
    static readonly CouncilRules _rules = new();
    static readonly DateTimeOffset _now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(5, 7, 1)]
    [InlineData(4, 8, 0)]
    [InlineData(5, 6, 0)]
    [InlineData(6, 9, 1)]
    [InlineData(399, 601, 0)]
    [InlineData(400, 600, 1)]
    public void A_reason_dominates_from_two_fifths_of_twelve_answers_on(int rejects, int others, int drafts) =>
        Assert.Equal(drafts, Find(Of("webinar", "no-fit", rejects), Of("webinar", null, others)).Count);

    [Fact]
    public void A_draft_has_its_data_attached()
    {
        var draft = Assert.Single(Find(Of("webinar", "no-fit", 5), Of("webinar", "no-need", 2), Of("webinar", null, 5), Of("fair", "no-fit", 5), Of("fair", null, 20)));

        Assert.Equal(new RuleChangeDraft("webinar", "no-fit", "marketing", "sales", 12, 5), draft);
    }

    [Fact]
    public void Departments_that_hand_over_are_looked_at_apart()
    {
        Assert.Empty(Find(Of("webinar", "no-fit", 8), Of("webinar", "no-fit", 8, from: "partners")));
        Assert.Equal(
            ["marketing", "partners"], Find(Of("webinar", "no-fit", 13), Of("webinar", "no-fit", 12, from: "partners")).Select(draft => draft.From));
    }

    [Fact]
    public void Who_answered_so_most_often_is_the_other_side()
    {
        var draft = Assert.Single(Find(Of("webinar", "no-fit", 4, to: "sales"), Of("webinar", "no-fit", 5, to: "support"), Of("webinar", null, 9, to: "sales")));

        Assert.Equal(("support", 18, 9), (draft.To, draft.Answers, draft.Rejects));
    }

    [Fact]
    public void A_reject_without_a_reason_that_is_known_is_an_answer_and_no_pattern() =>
        Assert.Empty(Find(Of("webinar", "", 20), Of("webinar", null, 2)));

    [Fact]
    public void The_model_says_what_is_worth_the_councils_time()
    {
        AnswersOf[] answers = [Of("webinar", "no-fit", 3), Of("webinar", null, 7)];

        Assert.Empty(RuleChangeDrafts.Find(answers, _rules));
        Assert.Single(RuleChangeDrafts.Find(answers, new CouncilRules { AtLeast = 10, Dominates = 30 }));
    }

    [Fact]
    public void A_change_names_a_few_leads_and_the_quarter()
    {
        var change = RuleChange.Draft(
            new RuleChangeDraft("webinar", "no-fit", "marketing", "sales", 13, 6), (_now.AddDays(-90), _now), [9, 8, 7, 6, 5, 4], new DateOnly(2026, 10, 1), Guid.NewGuid(), _now);

        Assert.Equal([9, 8, 7, 6, 5], change.Examples);
        Assert.Equal(("2026-Q4", 46, RuleChangeState.Drafted, 1, true), (change.Quarter, change.Share, change.State, change.Version, change.IsOpen));
        Assert.Equal(["2026-Q1", "2026-Q1", "2026-Q2", "2026-Q4"], ((int[])[1, 3, 4, 12]).Select(month => RuleChange.QuarterOf(new DateOnly(2026, month, 28))));
    }

    [Theory]
    [InlineData(0, 12, 90, "council.dominates")]
    [InlineData(101, 12, 90, "council.dominates")]
    [InlineData(40, 1, 90, "council.atLeast")]
    [InlineData(40, 12, 6, "council.days")]
    [InlineData(40, 12, 367, "council.days")]
    public void What_the_model_says_has_bounds(int dominates, int atLeast, int days, string path) => Assert.Equal(
        path, Assert.Single(ModelRules.Check(Model.Models.Good with { Council = new CouncilRules { Dominates = dominates, AtLeast = atLeast, Days = days } })).Path);

    static IReadOnlyList<RuleChangeDraft> Find(params AnswersOf[] answers) => RuleChangeDrafts.Find(answers, _rules);

    static AnswersOf Of(string source, string? reason, int count, string from = "marketing", string to = "sales") => new(source, from, to, reason, count);
}
