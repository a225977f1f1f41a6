using AccountabilityBot.Domain.Cadence;

namespace AccountabilityBot.Domain.Tests.Cadence;

public sealed class ConversionTests
{
    [Fact]
    public void Each_step_is_told_with_its_share_of_the_step_before()
    {
        var steps = Conversion.Of(new Flow(Received: 120, Accepted: 96, MeetingSet: 40, Qualified: 20, Proposal: 10, Won: 4, Lost: 3));

        Assert.Equal(
            [(Step.Received, 120, null), (Step.Accepted, 96, 80), (Step.MeetingSet, 40, 42), (Step.Qualified, 20, 50), (Step.Proposal, 10, 50), (Step.Won, 4, (int?)40)],
            steps.Select(step => (step.Step, step.Count, step.OfBefore)));
    }

    [Fact]
    public void A_step_that_the_company_does_not_take_is_left_out_and_the_ends_stay()
    {
        Assert.Equal(
            [(Step.Received, 200, null), (Step.Won, 21, (int?)11)],
            Conversion.Of(new Flow(Received: 200, Won: 21)).Select(step => (step.Step, step.Count, step.OfBefore)));
        Assert.Equal([(Step.Received, 0, null), (Step.Won, 0, (int?)null)], Conversion.Of(Flow.None).Select(step => (step.Step, step.Count, step.OfBefore)));
    }

    [Fact]
    public void More_may_come_to_a_step_than_came_to_the_one_before_for_the_others_came_earlier() =>
        Assert.Equal(200, Conversion.Of(new Flow(Received: 5, Accepted: 10))[1].OfBefore);

    [Fact]
    public void Flows_add_up_step_by_step() =>
        Assert.Equal(new Flow(11, 22, 33, 44, 55, 66, 77), Flow.Sum([new Flow(1, 2, 3, 4, 5, 6, 7), new Flow(10, 20, 30, 40, 50, 60, 70)]));

    [Theory]
    [InlineData(1, 3, 33)]
    [InlineData(2, 3, 67)]
    [InlineData(1, 200, 1)]
    [InlineData(1, 201, 0)]
    [InlineData(5, 5, 100)]
    public void A_share_is_rounded_to_whole_percent(int part, int all, int percent) => Assert.Equal(percent, Percent.Of(part, all));
}
