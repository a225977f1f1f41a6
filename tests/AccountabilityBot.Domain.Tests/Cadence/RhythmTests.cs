using System.Globalization;
using AccountabilityBot.Domain.Cadence;

namespace AccountabilityBot.Domain.Tests.Cadence;

/// <summary>One at its time, whatever the clocks do; none missing and none twice.</summary>
public sealed class RhythmTests
{
    static readonly string[] _zones = ["Europe/Berlin", "America/New_York", "America/St_Johns", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"];

    public static TheoryData<string, Every> Everywhere
    {
        get
        {
            var all = new TheoryData<string, Every>();
            foreach (var zone in _zones)
            {
                foreach (var every in Enum.GetValues<Every>())
                    all.Add(zone, every);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void Looked_at_every_few_minutes_for_six_years_each_comes_once_and_in_time(string zoneId, Every every)
    {
        var (rhythm, zone) = (Rhythm.Usual with { Every = every }, TimeZoneInfo.FindSystemTimeZoneById(zoneId));
        var start = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var (days, last) = (new List<DateOnly>(), (DateOnly?)null);
        for (var now = start; now < start.AddYears(6); now = now.AddMinutes(17))
        {
            if (rhythm.DueOn(last, start, zone, now) is not { } day)
                continue;
            Assert.InRange(now - rhythm.InstantOn(day, zone), TimeSpan.Zero, TimeSpan.FromMinutes(17));
            Assert.Equal(new TimeOnly(9, 0), TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(rhythm.InstantOn(day, zone), zone).DateTime));
            days.Add(day);
            last = day;
        }

        Assert.All(days, day => Assert.Equal(DayOfWeek.Monday, day.DayOfWeek));
        Assert.Equal(every switch { Every.Week => 313, Every.Fortnight => 157, Every.Month => 72, _ => 24 }, days.Count);
        var apart = days.Zip(days.Skip(1), (one, next) => next.DayNumber - one.DayNumber).Distinct().Order().ToArray();
        Assert.Equal(every switch { Every.Week => [7], Every.Fortnight => [14], Every.Month => [28, 35], _ => (int[])[91, 98] }, apart);
    }

    [Fact]
    public void The_fifty_third_week_breaks_no_fortnight()
    {
        // 2020 and 2026 have 53 weeks by ISO 8601.
        var rhythm = Rhythm.Usual with { Every = Every.Fortnight };
        var day = rhythm.LastOn(new DateOnly(2020, 12, 31));
        Assert.Equal([14, 14, 14], Enumerable.Range(0, 3).Select(_ =>
        {
            var before = day;
            day = rhythm.NextAfter(day);
            return day.DayNumber - before.DayNumber;
        }));
    }

    [Fact]
    public void At_an_hour_that_a_change_of_the_clock_skips_it_comes_at_the_end_of_the_gap()
    {
        var (rhythm, zone) = (new Rhythm(Every.Week, DayOfWeek.Sunday, new TimeOnly(2, 30)), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero), rhythm.InstantOn(new DateOnly(2026, 3, 29), zone));
        // And where it comes twice, the first time.
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), rhythm.InstantOn(new DateOnly(2026, 10, 25), zone));
    }

    [Theory]
    [InlineData("Europe/Berlin", "America/New_York")]
    [InlineData("America/New_York", "Europe/Berlin")]
    [InlineData("Pacific/Apia", "America/New_York")]
    [InlineData("America/New_York", "Pacific/Apia")]
    public void A_channel_that_changes_its_zone_between_two_gets_each_once(string before, string after)
    {
        var (start, days, last) = (new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), new List<DateOnly>(), (DateOnly?)null);
        // In the very hour in which one is due in either zone, and at any other time.
        for (var move = 0; move < 7 * 24; move += 5)
        {
            (days, last) = ([], null);
            for (var now = start; now < start.AddDays(28); now = now.AddMinutes(30))
            {
                var zone = TimeZoneInfo.FindSystemTimeZoneById(now < start.AddDays(10).AddHours(move) ? before : after);
                if (Rhythm.Usual.DueOn(last, start, zone, now) is { } day)
                    days.Add((last = day).Value);
            }

            Assert.Equal([new(2026, 11, 2), new(2026, 11, 9), new(2026, 11, 16), new(2026, 11, 23)], days.Take(4));
        }
    }

    [Fact]
    public void Of_several_that_were_missed_the_last_comes_and_none_from_before_the_channel_was_there()
    {
        var (zone, now) = (TimeZoneInfo.Utc, new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

        Assert.Equal(new DateOnly(2026, 11, 23), Rhythm.Usual.DueOn(new DateOnly(2026, 11, 2), now.AddDays(-60), zone, now));
        Assert.Null(Rhythm.Usual.DueOn(null, now.AddHours(-3), zone, now));
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero), Rhythm.Usual.InstantOn(Rhythm.Usual.NextAfter(new DateOnly(2026, 11, 23)), zone));
    }

    [Theory]
    [InlineData("2026-11-23T08:59:59Z", 23)]
    [InlineData("2026-11-23T09:00:00Z", 30)]
    [InlineData("2026-11-22T23:30:00Z", 23)]
    [InlineData("2026-11-24T09:00:00Z", 30)]
    public void The_next_is_today_only_while_its_time_is_still_to_come(string now, int day) =>
        Assert.Equal(new DateOnly(2026, 11, day), Rhythm.Usual.NextOn(TimeZoneInfo.Utc, DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));

    [Fact]
    public void The_next_goes_by_the_clock_of_its_zone()
    {
        // Already Monday, ten o'clock, in Tokyo, and past the time; still Monday, one o'clock, in London.
        var now = new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

        Assert.Equal(new DateOnly(2026, 11, 30), Rhythm.Usual.NextOn(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), now));
        Assert.Equal(new DateOnly(2026, 11, 23), Rhythm.Usual.NextOn(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), now));
    }
}
