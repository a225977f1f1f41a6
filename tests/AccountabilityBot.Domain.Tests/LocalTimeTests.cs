using System.Globalization;

namespace AccountabilityBot.Domain.Tests;

public sealed class LocalTimeTests
{
    const string Dublin = "Europe/Dublin";
    const string StJohns = "America/St_Johns";
    const string LordHowe = "Australia/Lord_Howe";
    const string Kolkata = "Asia/Kolkata";
    const string Apia = "Pacific/Apia";

    [Theory]
    [InlineData(Dublin, "2026-07-01 09:00", "2026-07-01 08:00")]
    [InlineData(Dublin, "2026-12-01 09:00", "2026-12-01 09:00")]
    [InlineData(StJohns, "2026-07-01 09:00", "2026-07-01 11:30")]
    [InlineData(LordHowe, "2026-01-15 09:00", "2026-01-14 22:00")]
    [InlineData(LordHowe, "2026-07-01 09:00", "2026-06-30 22:30")]
    [InlineData(Kolkata, "2026-03-29 01:30", "2026-03-28 20:00")]
    [InlineData(Kolkata, "2026-10-25 01:30", "2026-10-24 20:00")]
    [InlineData(Apia, "2011-12-29 09:00", "2011-12-29 19:00")]
    [InlineData(Apia, "2011-12-31 09:00", "2011-12-30 19:00")]
    public void A_time_that_is_shown_once_means_that_instant(string zone, string local, string utc) => Assert.Equal(Utc(utc), InstantOf(local, zone));

    [Theory]
    [InlineData(Dublin, "2026-03-29 00:59", "2026-03-29 00:59")]
    [InlineData(Dublin, "2026-03-29 01:00", "2026-03-29 01:00")]
    [InlineData(Dublin, "2026-03-29 01:30", "2026-03-29 01:00")]
    [InlineData(Dublin, "2026-03-29 02:00", "2026-03-29 01:00")]
    [InlineData(StJohns, "2026-03-08 02:30", "2026-03-08 05:30")]
    [InlineData(LordHowe, "2026-10-04 02:15", "2026-10-03 15:30")]
    [InlineData(LordHowe, "2026-10-04 02:30", "2026-10-03 15:30")]
    [InlineData(LordHowe, "2026-10-04 02:31", "2026-10-03 15:31")]
    // Until 2011 the clocks of Newfoundland changed at one minute past midnight.
    [InlineData(StJohns, "2010-03-14 00:30", "2010-03-14 03:31")]
    public void A_time_that_spring_skips_means_the_end_of_the_gap(string zone, string local, string utc) => Assert.Equal(Utc(utc), InstantOf(local, zone));

    [Theory]
    [InlineData(Dublin, "2026-10-25 00:59", "2026-10-24 23:59")]
    [InlineData(Dublin, "2026-10-25 01:30", "2026-10-25 00:30")]
    [InlineData(Dublin, "2026-10-25 02:00", "2026-10-25 02:00")]
    [InlineData(StJohns, "2026-11-01 01:30", "2026-11-01 04:00")]
    [InlineData(LordHowe, "2026-04-05 01:29", "2026-04-04 14:29")]
    [InlineData(LordHowe, "2026-04-05 01:45", "2026-04-04 14:45")]
    [InlineData(LordHowe, "2026-04-05 02:00", "2026-04-04 15:30")]
    public void A_time_that_autumn_repeats_means_its_first_occurrence(string zone, string local, string utc) => Assert.Equal(Utc(utc), InstantOf(local, zone));

    [Theory]
    [InlineData("2011-12-30 00:00")]
    [InlineData("2011-12-30 12:00")]
    [InlineData("2011-12-30 23:59")]
    [InlineData("2011-12-31 00:00")]
    public void The_day_that_Apia_skipped_means_the_first_instant_of_the_next(string local) => Assert.Equal(Utc("2011-12-30 10:00"), InstantOf(local, Apia));

    /// <summary>Against a slow reading of the definition: walk through the instants and look at the wall.</summary>
    [Theory]
    [InlineData(Dublin, "2026-03-29")]
    [InlineData(Dublin, "2026-10-25")]
    [InlineData(StJohns, "2026-03-08")]
    [InlineData(StJohns, "2026-11-01")]
    [InlineData(StJohns, "2010-11-06")]
    [InlineData(StJohns, "2010-11-07")]
    [InlineData(LordHowe, "2026-10-04")]
    [InlineData(LordHowe, "2026-04-05")]
    [InlineData(Kolkata, "2026-03-29")]
    [InlineData(Apia, "2011-12-30")]
    [InlineData("Africa/Casablanca", "2026-02-15")]
    [InlineData("Africa/Casablanca", "2026-03-22")]
    public void Every_minute_of_a_change_day_is_the_first_instant_at_which_the_wall_shows_it_or_later(string zone, string day)
    {
        var found = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var instant = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(-24);
        for (var time = TimeOnly.MinValue; ;)
        {
            while (TimeZoneInfo.ConvertTime(instant, found).DateTime < date.ToDateTime(time))
                instant = instant.AddMinutes(1);
            Assert.Equal(instant, LocalTime.ToInstant(date, time, found));
            if ((time = time.AddMinutes(1)) == TimeOnly.MinValue)
                break;
        }
    }

    [Theory]
    [InlineData(Dublin)]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Etc/GMT+12")]
    public void The_first_and_the_last_day_of_the_calendar_are_taken_as_they_are(string zone)
    {
        var found = TimeZoneInfo.FindSystemTimeZoneById(zone);
        Assert.InRange(LocalTime.ToInstant(DateOnly.MinValue, TimeOnly.MinValue, found), DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddDays(1));
        Assert.InRange(LocalTime.ToInstant(DateOnly.MaxValue, TimeOnly.MaxValue, found), DateTimeOffset.MaxValue.AddDays(-1), DateTimeOffset.MaxValue);
    }

    static DateTimeOffset InstantOf(string local, string zone)
    {
        var wall = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var instant = LocalTime.ToInstant(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall), TimeZoneInfo.FindSystemTimeZoneById(zone));
        Assert.Equal(TimeSpan.Zero, instant.Offset);
        return instant;
    }

    static DateTimeOffset Utc(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
