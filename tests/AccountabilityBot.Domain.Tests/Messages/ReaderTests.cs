using System.Globalization;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Tests.Messages;

public sealed class ReaderTests
{
    const string Berlin = "Europe/Berlin";
    const string Kolkata = "Asia/Kolkata";
    const string NewYork = "America/New_York";
    const string LordHowe = "Australia/Lord_Howe";
    const string StJohns = "America/St_Johns";
    const string Apia = "Pacific/Apia";

    // In each row: the zone, the instant, and until when it is quiet there.
    [Theory]
    // Winter in Berlin is an hour ahead.
    [InlineData(Berlin, "2026-11-23 18:59", null)]
    [InlineData(Berlin, "2026-11-23 19:00", "2026-11-24 06:00")]
    [InlineData(Berlin, "2026-11-24 05:59", "2026-11-24 06:00")]
    [InlineData(Berlin, "2026-11-24 06:00", null)]
    // One instant, three readers.
    [InlineData(Berlin, "2026-11-23 15:00", null)]
    [InlineData(Kolkata, "2026-11-23 15:00", "2026-11-24 01:30")]
    [InlineData(NewYork, "2026-11-23 11:00", "2026-11-23 12:00")]
    // Clocks go forward at 01:00 UTC: seven in the morning comes an hour sooner.
    [InlineData(Berlin, "2026-03-28 21:00", "2026-03-29 05:00")]
    [InlineData(Berlin, "2026-03-29 04:59", "2026-03-29 05:00")]
    [InlineData(Berlin, "2026-03-29 18:00", "2026-03-30 05:00")]
    // Clocks go back at 01:00 UTC: the night is an hour longer.
    [InlineData(Berlin, "2026-10-24 18:00", "2026-10-25 06:00")]
    [InlineData(Berlin, "2026-10-25 05:30", "2026-10-25 06:00")]
    [InlineData(LordHowe, "2026-04-04 10:00", "2026-04-04 20:30")]
    [InlineData(LordHowe, "2026-10-03 10:00", "2026-10-03 20:00")]
    [InlineData(StJohns, "2026-03-08 02:00", "2026-03-08 09:30")]
    [InlineData(StJohns, "2026-11-01 02:00", "2026-11-01 10:30")]
    // Friday the 30th was left out in Samoa: after Thursday's night comes Saturday's morning.
    [InlineData(Apia, "2011-12-30 07:00", "2011-12-30 17:00")]
    public void From_eight_in_the_evening_to_seven_in_the_morning_of_the_reader_it_is_quiet(string zone, string now, string? until) =>
        Assert.Equal(until is null ? null : Utc(until), Without(zone).QuietUntil(Hours(20, 7), Utc(now)));

    [Theory]
    // From half past one to half past two: in spring the hour in between is not there.
    [InlineData("2026-03-29 00:15", null)]
    [InlineData("2026-03-29 00:30", "2026-03-29 01:00")]
    [InlineData("2026-03-29 01:00", null)]
    // In autumn the wall shows half past two twice; what is over is over.
    [InlineData("2026-10-24 23:45", "2026-10-25 00:30")]
    [InlineData("2026-10-25 00:30", null)]
    [InlineData("2026-10-25 01:15", null)]
    public void Quiet_hours_within_one_day_meet_the_change_of_the_clock(string now, string? until) =>
        Assert.Equal(until is null ? null : Utc(until), Without(Berlin).QuietUntil(new HourBlock(TimeSpan.FromHours(1.5), TimeSpan.FromHours(2.5)), Utc(now)));

    [Theory]
    [InlineData(20, 24, "2026-11-23 22:59", "2026-11-23 23:00")]
    [InlineData(20, 24, "2026-11-23 23:00", null)]
    [InlineData(9, 9, "2026-11-23 08:00", null)]
    public void The_edges_of_a_day_hold(int start, int end, string now, string? until) =>
        Assert.Equal(until is null ? null : Utc(until), Without(Berlin).QuietUntil(Hours(start, end), Utc(now)));

    [Theory]
    // Works from ten in the evening to two, and from six to eight.
    [InlineData("2026-11-23 20:30", "2026-11-23 21:00")]
    [InlineData("2026-11-23 21:00", null)]
    [InlineData("2026-11-24 00:59", null)]
    [InlineData("2026-11-24 01:00", "2026-11-24 05:00")]
    [InlineData("2026-11-24 05:30", null)]
    public void Who_works_in_the_night_is_not_asleep(string now, string? until)
    {
        HourBlock[] shift = [Hours(0, 2), Hours(6, 8), Hours(22, 24)];
        var reader = Working(Berlin, shift);

        Assert.Equal(until is null ? null : Utc(until), reader.QuietUntil(Hours(20, 7), Utc(now)));
    }

    [Theory]
    [InlineData(Berlin, "2026-11-23 09:00", "2026-11-22 23:00", "2026-11-24 08:00")]
    [InlineData(Kolkata, "2026-11-23 19:00", "2026-11-23 18:30", "2026-11-25 03:30")]
    [InlineData(NewYork, "2026-11-23 03:00", "2026-11-22 05:00", "2026-11-23 14:00")]
    // The evening before the clocks change.
    [InlineData(Berlin, "2026-03-28 20:00", "2026-03-27 23:00", "2026-03-29 07:00")]
    [InlineData(Berlin, "2026-10-24 20:00", "2026-10-23 22:00", "2026-10-25 08:00")]
    [InlineData(Berlin, "2026-10-25 20:00", "2026-10-24 22:00", "2026-10-26 08:00")]
    [InlineData(LordHowe, "2026-10-03 03:00", "2026-10-02 13:30", "2026-10-03 22:00")]
    // The day after was left out altogether: nine o'clock of it is the first moment behind the gap.
    [InlineData(Apia, "2011-12-30 07:00", "2011-12-29 10:00", "2011-12-30 10:00")]
    public void A_day_is_the_readers_own(string zone, string now, string began, string nineTomorrow)
    {
        var reader = Without(zone);

        Assert.Equal(Utc(began), reader.DayStart(Utc(now)));
        Assert.Equal(Utc(nineTomorrow), reader.Tomorrow(new TimeOnly(9, 0), Utc(now)));
        Assert.Equal(Utc(nineTomorrow), SnoozeLengths.EndOf(SnoozeLengths.Tomorrow, reader, Utc(now)));
    }

    [Fact]
    public void A_snooze_of_half_an_hour_or_two_is_time_that_passes()
    {
        // An hour before the clocks go forward.
        var now = Utc("2026-03-29 00:00");

        Assert.Equal(Utc("2026-03-29 00:30"), SnoozeLengths.EndOf(SnoozeLengths.HalfHour, Without(Berlin), now));
        Assert.Equal(Utc("2026-03-29 02:00"), SnoozeLengths.EndOf(SnoozeLengths.TwoHours, Without(Berlin), now));
        Assert.Null(SnoozeLengths.EndOf("a year", Without(Berlin), now));
        Assert.Null(SnoozeLengths.EndOf(null, Without(Berlin), now));
    }

    static Reader Without(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone), null);

    internal static Reader Working(string zone, params HourBlock[] blocks)
    {
        var found = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var week = Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => (IReadOnlyList<HourBlock>)blocks);
        return new Reader(found, new WorkingCalendar(found, new WorkingHours(week, new Dictionary<DateOnly, IReadOnlyList<HourBlock>>())));
    }

    static HourBlock Hours(int start, int end) => new(TimeSpan.FromHours(start), TimeSpan.FromHours(end));

    static DateTimeOffset Utc(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
