using AccountabilityBot.Domain.Cadence;

namespace AccountabilityBot.Domain.Tests.Cadence;

/// <summary>What is to be expected of the leads that are open: right in cases that can be reckoned by hand, and never more than there are.</summary>
public sealed class ArrivalsTests
{
    [Fact]
    public void Too_few_wins_say_nothing() =>
        Assert.Null(Arrivals.Expect([Past(came: 100, closeWeeks: [0, 7])], [Open(Step.Accepted, (0, 10))]));

    [Fact]
    public void Where_every_win_takes_two_weeks_what_came_this_week_is_won_in_two()
    {
        // Half of what comes is won, each in its third week; what is younger than a week comes to it between one and two weeks from now.
        var weeks = Arrivals.Expect([Past(came: 40, closeWeeks: [0, 0, 20])], [Open(Step.Accepted, (0, 10))])!;

        Assert.Equal([0, 2.5, 2.5, 0], weeks.Select(week => Math.Round(week.Mean, 6)));
        Assert.Equal((0, 0), (weeks[0].Low, weeks[0].High));
        Assert.InRange(weeks[1].High, 3, 6);
    }

    [Fact]
    public void What_outlived_every_win_there_was_is_expected_of_nobody() =>
        Assert.Equal([0, 0, 0, 0], Arrivals.Expect([Past(came: 40, closeWeeks: [10, 10])], [Open(Step.Accepted, (10, 5_000))])!.Select(week => week.Mean));

    [Fact]
    public void What_is_still_open_is_less_likely_than_what_has_just_come()
    {
        // Most wins come at once: whoever is still open after a week is mostly one of those that never are.
        var past = Past(came: 100, closeWeeks: [45, 5]);
        var fresh = Arrivals.Expect([past], [Open(Step.Accepted, (0, 100))])!;
        var old = Arrivals.Expect([past], [Open(Step.Accepted, (1, 100))])!;

        Assert.True(fresh[0].Mean > 3 * old[0].Mean);
    }

    [Fact]
    public void A_later_step_counts_by_its_own_wins()
    {
        var past = Past(came: 100, closeWeeks: [10]) with
        {
            Came = new Flow(100, 100, 0, 0, 20, 10),
            WonVia = new Flow(10, 10, 0, 0, 10, 10),
        };

        var working = Arrivals.Expect([past], [Open(Step.Accepted, (0, 20))])!;
        var proposed = Arrivals.Expect([past], [Open(Step.Proposal, (0, 20))])!;

        // A tenth of what was accepted is won, and half of what was proposed.
        Assert.True(proposed[0].Mean > 4.5 * working[0].Mean);
    }

    [Fact]
    public void Of_whatever_history_nobody_expects_more_than_is_open_and_the_range_holds_the_mean()
    {
        var random = new Random(20261127);
        for (var round = 0; round < 2_000; round++)
        {
            int[] closed = [.. Enumerable.Range(0, random.Next(1, 53)).Select(_ => random.Next(0, 9))];
            var wins = closed.Sum();
            var past = new SeamFigures("a", "b", "c")
            {
                Came = Flow.Of(_ => random.Next(0, 400)),
                WonVia = Flow.Of(_ => random.Next(0, wins + 1)),
                CloseWeeks = closed,
            };
            var open = new SeamFigures("a", "b", "c")
            {
                OpenAges = new[] { Step.Accepted, Step.MeetingSet, Step.Qualified, Step.Proposal }
                    .ToDictionary(step => step, _ => Arrivals.AgesFrom.Select(_ => random.Next(0, 60)).ToArray()),
            };
            if (Arrivals.Expect([past], [open]) is not { } weeks)
            {
                Assert.True(wins < Arrivals.LeastWins);
                continue;
            }

            Assert.Equal(Arrivals.Weeks, weeks.Count);
            Assert.All(weeks, week => Assert.True(week.Mean >= 0 && week.Low <= Math.Ceiling(week.Mean) && week.High >= Math.Floor(week.Mean) && week.Low >= 0));
            Assert.InRange(weeks.Sum(week => week.Mean), 0, open.OpenAges.Sum(step => step.Value.Sum()) + 1e-6);
        }
    }

    /// <param name="closeWeeks">Wins by whole weeks from coming to win.</param>
    static SeamFigures Past(int came, int[] closeWeeks) => new("a", "b", "c")
    {
        Came = new Flow(came, came, Won: closeWeeks.Sum()),
        WonVia = new Flow(closeWeeks.Sum(), closeWeeks.Sum(), Won: closeWeeks.Sum()),
        CloseWeeks = closeWeeks,
    };

    static SeamFigures Open(Step step, params (int Place, int Count)[] counts)
    {
        var places = new int[Arrivals.AgesFrom.Count];
        foreach (var (place, count) in counts)
            places[place] = count;
        return new SeamFigures("a", "b", "c") { OpenAges = new Dictionary<Step, int[]> { [step] = places } };
    }
}
