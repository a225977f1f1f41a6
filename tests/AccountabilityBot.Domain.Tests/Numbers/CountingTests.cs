using AccountabilityBot.Domain.Numbers.Figures;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Tests.Numbers;

public sealed class CountingTests
{
    /// <summary>A Friday, one hour before the usual end of work.</summary>
    static readonly DateTimeOffset _friday = new(2026, 11, 20, 16, 0, 0, TimeSpan.Zero);

    static readonly WorkingCalendar _calendar = new(TimeZoneInfo.Utc, WorkingHours.Usual);

    [Theory]
    [InlineData(Figure.SpeedMedian, "minutes", 15)]
    [InlineData(Figure.SpeedMedian, "hours", 0.25)]
    [InlineData(Figure.SpeedNinetieth, "minutes", 40)]
    [InlineData(Figure.SpeedNinetieth, "hours", 0.67)]
    public void Speed_is_told_by_its_middle_or_by_the_ninth_of_ten(string name, string unit, double expected)
    {
        Touch[] touches = [.. ((int[])[90, 10, 20, 5, 30, 8, 25, 2, 40, 9]).Select(minutes => new Touch(_friday, _friday.AddMinutes(minutes), _calendar))];

        Assert.Equal((decimal)expected, Counting.Speed(new Figure(name, FigureKind.SpeedToLead), unit, touches));
    }

    [Fact]
    public void Working_time_leaves_the_weekend_out()
    {
        Touch[] touches = [new Touch(_friday, _friday.AddDays(3), _calendar)];

        Assert.Equal(4_320, Counting.Speed(new Figure(Figure.SpeedMedian, FigureKind.SpeedToLead), "minutes", touches));
        Assert.Equal(480, Counting.Speed(new Figure(Figure.WorkingSpeedMedian, FigureKind.SpeedToLeadWorking), "minutes", touches));
    }

    [Fact]
    public void A_lead_from_the_future_waited_for_nobody() =>
        Assert.Equal(0, Counting.Speed(new Figure(Figure.SpeedMedian, FigureKind.SpeedToLead), "minutes", [new Touch(_friday, _friday.AddMinutes(-5), _calendar)]));

    [Fact]
    public void Shares_are_of_all_who_answered()
    {
        AnswerCount[] answers = [new(null, 5), new("no-fit", 2), new("duplicate", 1)];

        Assert.Equal(62.5m, Counting.Share(new Figure(Figure.AcceptanceRate, FigureKind.Answers), answers));
        Assert.Equal(37.5m, Counting.Share(new Figure(Figure.RejectRate, FigureKind.Answers), answers));
        Assert.Equal(25m, Counting.Share(new Figure(Figure.RejectRate, FigureKind.Answers) { Reason = "no-fit" }, answers));
        Assert.Equal(0m, Counting.Share(new Figure(Figure.RejectRate, FigureKind.Answers) { Reason = "other" }, answers));
    }

    [Fact]
    public void A_promise_that_others_made_void_was_neither_kept_nor_broken() => Assert.Equal(
        66.67m, Counting.Kept([new(PromiseOutcome.Kept, 4), new(PromiseOutcome.Late, 1), new(PromiseOutcome.Broken, 1), new(PromiseOutcome.Void, 99)]));

    [Fact]
    public void Over_nothing_there_is_no_figure()
    {
        Assert.Null(Counting.Speed(new Figure(Figure.SpeedMedian, FigureKind.SpeedToLead), "minutes", []));
        Assert.Null(Counting.Share(new Figure(Figure.AcceptanceRate, FigureKind.Answers), []));
        Assert.Null(Counting.Kept([new(PromiseOutcome.Void, 3)]));
        Assert.Null(Counting.Leaked(0, 0));
    }
}
