using AccountabilityBot.Domain.Numbers;

namespace AccountabilityBot.Domain.Tests.Numbers;

public sealed class FreshnessTests
{
    [Theory]
    [InlineData(Period.Week, "2026-11-23", "2026-11-29")]
    [InlineData(Period.Week, "2026-11-29", "2026-11-29")]
    [InlineData(Period.Week, "2026-12-31", "2027-01-03")]
    [InlineData(Period.Month, "2026-11-01", "2026-11-30")]
    [InlineData(Period.Month, "2026-12-31", "2026-12-31")]
    [InlineData(Period.Month, "2027-02-28", "2027-02-28")]
    [InlineData(Period.Month, "2028-02-01", "2028-02-29")]
    [InlineData(Period.Month, "2100-02-01", "2100-02-28")]
    [InlineData(Period.Quarter, "2026-10-01", "2026-12-31")]
    [InlineData(Period.Quarter, "2026-11-30", "2026-12-31")]
    [InlineData(Period.Quarter, "2028-01-31", "2028-03-31")]
    public void A_period_ends_on_its_last_day(Period period, string day, string end) => Assert.Equal(Day(end), Freshness.EndOf(period, Day(day)));

    [Theory]
    [InlineData(Period.Week, "2026-11-29", "2026-11-22")]
    [InlineData(Period.Week, "2026-11-30", "2026-11-29")]
    [InlineData(Period.Month, "2026-11-30", "2026-10-31")]
    [InlineData(Period.Month, "2026-12-01", "2026-11-30")]
    [InlineData(Period.Month, "2028-03-15", "2028-02-29")]
    [InlineData(Period.Quarter, "2026-12-31", "2026-09-30")]
    [InlineData(Period.Quarter, "2027-01-01", "2026-12-31")]
    public void The_last_period_that_is_over_does_not_end_today(Period period, string today, string end) => Assert.Equal(Day(end), Freshness.LastEnded(period, Day(today)));

    [Theory]
    [InlineData("2026-10-31", "2026-11-01", "2026-11-10", false)]
    [InlineData("2026-10-31", "2026-11-01", "2026-12-01", false)]
    [InlineData(null, "2026-10-15", "2026-11-10", false)]
    [InlineData(null, "2026-10-15", "2026-11-11", true)]
    [InlineData("2026-10-31", "2026-10-15", "2026-11-11", false)]
    [InlineData("2026-09-30", "2026-10-15", "2026-11-11", true)]
    [InlineData(null, "2026-11-05", "2026-12-10", false)]
    [InlineData(null, "2026-11-05", "2026-12-11", true)]
    public void A_monthly_value_is_stale_from_the_eleventh_day_on_and_never_for_months_before_the_number_came(string? latest, string since, string today, bool stale) =>
        Assert.Equal(stale, Freshness.IsStale(new NumberFacts("n", "N"), latest is null ? null : Day(latest), Day(since), Day(today)));

    [Fact]
    public void A_value_is_due_in_calendar_days_across_the_end_of_a_leap_february() =>
        Assert.Equal(Day("2028-03-10"), Freshness.DueOn(new NumberFacts("n", "N"), Day("2028-02-29")));

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
