using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.WorkingTime;
using static AccountabilityBot.Domain.Tests.WorkingTime.Calendars;

namespace AccountabilityBot.Domain.Tests.WorkingTime;

public sealed class WorkingCalendarTests
{
    const string Berlin = "Europe/Berlin";
    const string Dublin = "Europe/Dublin";
    const string StJohns = "America/St_Johns";
    const string LordHowe = "Australia/Lord_Howe";
    const string Kolkata = "Asia/Kolkata";
    const string Apia = "Pacific/Apia";

    /// <summary>Its clocks change at midnight: from 00:00 to 01:00, and from 01:00 back to 00:00.</summary>
    const string Havana = "America/Havana";

    const string Always = "mon-sun: 00:00-24:00";
    const string Office = "mon-fri: 09:00-17:00";
    const string TwoBlocks = "mon-fri: 09:00-12:30, 13:30-17:30";

    /// <summary>How long the days are on which clocks change, and the blocks in the hours that are skipped or repeated.</summary>
    [Theory]
    [InlineData(Berlin, "2026-03-29", "00:00-24:00", "23:00")]
    [InlineData(Berlin, "2026-10-25", "00:00-24:00", "25:00")]
    [InlineData(Dublin, "2026-03-29", "00:00-24:00", "23:00")]
    [InlineData(Dublin, "2026-10-25", "00:00-24:00", "25:00")]
    [InlineData(StJohns, "2026-03-08", "00:00-24:00", "23:00")]
    [InlineData(StJohns, "2026-11-01", "00:00-24:00", "25:00")]
    [InlineData(LordHowe, "2026-10-04", "00:00-24:00", "23:30")]
    [InlineData(LordHowe, "2026-04-05", "00:00-24:00", "24:30")]
    [InlineData(Havana, "2026-03-08", "00:00-24:00", "23:00")]
    [InlineData(Havana, "2026-11-01", "00:00-24:00", "25:00")]
    [InlineData(Kolkata, "2026-03-29", "00:00-24:00", "24:00")]
    [InlineData(Kolkata, "2026-10-25", "00:00-24:00", "24:00")]
    [InlineData(Apia, "2011-12-29", "00:00-24:00", "24:00")]
    [InlineData(Apia, "2011-12-30", "00:00-24:00", "00:00")]
    [InlineData(Apia, "2011-12-31", "00:00-24:00", "24:00")]
    [InlineData(Apia, "2011-12-30", "09:00-12:00, 13:00-17:00", "00:00")]
    // Spring: the hour that is not there.
    [InlineData(Berlin, "2026-03-29", "01:00-04:00", "02:00")]
    [InlineData(Berlin, "2026-03-29", "02:15-02:45", "00:00")]
    [InlineData(Berlin, "2026-03-29", "02:30-03:30", "00:30")]
    [InlineData(Berlin, "2026-03-29", "01:00-02:30", "01:00")]
    [InlineData(Berlin, "2026-03-29", "01:00-02:20, 02:40-04:00", "02:00")]
    [InlineData(Dublin, "2026-03-29", "01:00-02:00", "00:00")]
    [InlineData(Dublin, "2026-03-29", "00:30-02:30", "01:00")]
    [InlineData(StJohns, "2026-03-08", "01:59-03:01", "00:02")]
    [InlineData(LordHowe, "2026-10-04", "02:00-02:30", "00:00")]
    [InlineData(LordHowe, "2026-10-04", "01:45-02:45", "00:30")]
    [InlineData(Havana, "2026-03-08", "00:00-01:00", "00:00")]
    [InlineData(Havana, "2026-03-08", "00:15-01:15", "00:15")]
    [InlineData(Havana, "2026-03-07", "22:00-24:00", "02:00")]
    // Autumn: the hour that comes twice. A time means its first showing, so that a block that ends inside ends once.
    [InlineData(Berlin, "2026-10-25", "01:00-04:00", "04:00")]
    [InlineData(Berlin, "2026-10-25", "02:00-03:00", "02:00")]
    [InlineData(Berlin, "2026-10-25", "02:15-02:45", "00:30")]
    [InlineData(Berlin, "2026-10-25", "02:30-03:30", "02:00")]
    [InlineData(Berlin, "2026-10-25", "01:30-02:30", "01:00")]
    [InlineData(Dublin, "2026-10-25", "01:00-02:00", "02:00")]
    [InlineData(Dublin, "2026-10-25", "01:10-01:20, 01:40-02:10", "01:40")]
    [InlineData(StJohns, "2026-11-01", "01:59-02:01", "01:02")]
    [InlineData(LordHowe, "2026-04-05", "01:30-02:00", "01:00")]
    [InlineData(LordHowe, "2026-04-05", "01:45-01:50", "00:05")]
    [InlineData(Havana, "2026-11-01", "00:00-01:00", "02:00")]
    [InlineData(Havana, "2026-11-01", "00:30-00:45", "00:15")]
    [InlineData(Havana, "2026-10-31", "23:00-24:00", "01:00")]
    // Until 2011 Newfoundland's clocks changed a minute after midnight, so that a new day fell back into the old one.
    [InlineData(StJohns, "2010-11-06", "23:00-24:00", "01:00")]
    [InlineData(StJohns, "2010-11-07", "00:00-24:00", "25:00")]
    [InlineData(StJohns, "2010-03-14", "00:00-24:00", "23:00")]
    public void Blocks_of_a_change_day_have_their_elapsed_length(string zone, string day, string blocks, string expected)
    {
        var date = Day(day);
        var calendar = Of(zone, $"{HoursText.Write(date.DayOfWeek)}: {blocks}");
        var midnight = Local(date, "00:00", zone);

        Assert.Equal(Span(expected), calendar.WorkingTimeBetween(midnight.AddHours(-40), midnight.AddHours(65)));
    }

    [Theory]
    [InlineData(Berlin, "sun: 01:00-04:00", "2026-03-29 00:30:17", "01:00:00", "2026-03-29 01:30:17")]
    [InlineData(Berlin, "sun: 01:00-04:00", "2026-10-24 23:30:05", "03:00:00", "2026-10-25 02:30:05")]
    [InlineData(Berlin, "sun: 02:15-02:45 | mon: 09:00-10:00", "2026-03-28 12:00:00", "00:00:01", "2026-03-30 07:00:01")]
    [InlineData(Dublin, Office, "2026-03-27 16:59:30", "00:01:00", "2026-03-30 08:00:30")]
    [InlineData(Dublin, Office, "2026-10-23 15:59:59", "00:00:02", "2026-10-26 09:00:01")]
    [InlineData(Dublin, Always, "2026-03-28 23:59:59", "24:00:00", "2026-03-29 23:59:59")]
    [InlineData(LordHowe, "sun: 01:00-03:00", "2026-04-04 14:59:59", "01:00:00", "2026-04-04 15:59:59")]
    [InlineData(LordHowe, "sun: 01:45-02:45", "2026-10-03 15:00:00", "00:29:59", "2026-10-03 15:44:59")]
    [InlineData(LordHowe, Office, "2026-04-03 05:59:00", "00:02:00", "2026-04-05 22:31:00")]
    [InlineData(StJohns, "sun: 00:00-24:00", "2026-03-08 00:00:00", "23:00:00", "2026-03-09 02:30:00")]
    [InlineData(StJohns, "sun: 00:00-24:00", "2026-11-01 00:00:00", "25:00:00", "2026-11-02 03:30:00")]
    [InlineData(StJohns, "sun: 00:00-24:00", "2026-11-01 00:00:00", "25:00:01", "2026-11-08 03:30:01")]
    [InlineData(Kolkata, "mon-fri: 09:30-18:30", "2026-03-27 13:00:00", "00:00:01", "2026-03-30 04:00:01")]
    [InlineData(Kolkata, "mon-fri: 09:30-18:30", "2026-10-25 01:00:00", "09:00:00", "2026-10-26 13:00:00")]
    [InlineData(Apia, Office, "2011-12-30 02:00:00", "02:00:00", "2012-01-01 20:00:00")]
    [InlineData(Apia, "mon-sun: 09:00-17:00", "2011-12-30 02:00:00", "02:00:00", "2011-12-30 20:00:00")]
    [InlineData(Apia, Always, "2011-12-30 09:59:59", "00:00:02", "2011-12-30 10:00:01")]
    [InlineData(Havana, "sun: 00:00-02:00", "2026-03-08 00:00:00", "01:00:00", "2026-03-08 06:00:00")]
    [InlineData(Havana, "sun: 00:00-02:00", "2026-03-08 00:00:00", "01:00:01", "2026-03-15 04:00:01")]
    [InlineData(Havana, "sun: 00:00-01:00", "2026-11-01 04:30:00", "01:30:00", "2026-11-01 06:00:00")]
    // Over the midnight between two blocks, and over the break between two.
    [InlineData(Berlin, "mon: 18:00-24:00 | tue: 00:00-02:00", "2026-11-23 22:00:00", "02:00:00", "2026-11-24 00:00:00")]
    [InlineData(Berlin, TwoBlocks, "2026-11-23 11:29:59", "00:00:01", "2026-11-23 11:30:00")]
    [InlineData(Berlin, TwoBlocks, "2026-11-23 11:29:59", "00:00:02", "2026-11-23 12:30:01")]
    [InlineData(Berlin, TwoBlocks, "2026-11-23 11:45:00", "00:00:00", "2026-11-23 11:45:00")]
    [InlineData(Berlin, TwoBlocks, "2026-11-23 11:45:00", "-01:00:00", "2026-11-23 11:45:00")]
    public void Working_time_is_added_to_the_second(string zone, string hours, string start, string added, string expected) =>
        Assert.Equal(Utc(expected), Of(zone, hours).AddWorkingTime(Utc(start), added[0] is '-' ? -Span(added[1..]) : Span(added)));

    [Theory]
    // A half day on the 24th, a holiday, a weekend.
    [InlineData("2026-12-23 16:00:00", "05:00:00", "2026-12-28 08:30:00")]
    [InlineData("2026-12-23 16:00:00", "04:30:00", "2026-12-24 12:00:00")]
    [InlineData("2026-12-23 16:00:00", "04:30:01", "2026-12-28 08:00:01")]
    [InlineData("2026-12-25 10:00:00", "00:00:01", "2026-12-28 08:00:01")]
    // A Saturday with hours of its own.
    [InlineData("2026-12-18 16:30:00", "02:00:00", "2026-12-19 11:00:00")]
    public void Holidays_count_nothing_and_half_days_their_half(string start, string added, string expected)
    {
        var calendar = Of(Berlin, TwoBlocks, "2026-12-25 Christmas Day", "2026-12-24: 09:00-13:00 | 2026-12-19: 10:00-14:00");

        Assert.Equal(Utc(expected), calendar.AddWorkingTime(Utc(start), Span(added)));
        Assert.Equal(Span(added), calendar.WorkingTimeBetween(Utc(start), Utc(expected)));
    }

    [Theory]
    [InlineData("2026-11-23 07:59:59", false)]
    [InlineData("2026-11-23 08:00:00", true)]
    [InlineData("2026-11-23 11:29:59", true)]
    [InlineData("2026-11-23 11:30:00", false)]
    [InlineData("2026-11-23 16:30:00", false)]
    [InlineData("2026-11-22 10:00:00", false)]
    public void It_is_open_from_the_first_instant_of_a_block_until_before_its_end(string at, bool open) =>
        Assert.Equal(open, Of(Berlin, TwoBlocks).IsOpen(Utc(at)));

    [Theory]
    [InlineData("2026-11-23 05:00", "2026-11-23 08:00", "2026-11-23 11:30", "2026-11-23 08:00", "2026-11-23 16:30")]
    [InlineData("2026-11-23 10:00", "2026-11-23 08:00", "2026-11-23 11:30", "2026-11-23 10:00", "2026-11-23 16:30")]
    [InlineData("2026-11-23 12:00", "2026-11-23 12:30", "2026-11-23 16:30", "2026-11-23 12:30", "2026-11-23 16:30")]
    [InlineData("2026-11-23 13:00", "2026-11-23 12:30", "2026-11-23 16:30", "2026-11-23 13:00", "2026-11-23 16:30")]
    [InlineData("2026-11-20 16:30", "2026-11-23 08:00", "2026-11-23 11:30", "2026-11-23 08:00", "2026-11-23 16:30")]
    public void The_next_window_is_a_block_and_the_next_day_has_its_breaks_inside(string at, string start, string end, string dayStart, string dayEnd)
    {
        var calendar = Of(Berlin, TwoBlocks);

        Assert.Equal(new WorkingWindow(Utc(start), Utc(end)), calendar.NextWindow(Utc(at)));
        Assert.Equal(new WorkingWindow(Utc(dayStart), Utc(dayEnd)), calendar.NextDay(Utc(at)));
    }

    [Theory]
    [InlineData("2026-11-23 16:30:00", "07:30:00", "2026-11-23 08:00:00")]
    [InlineData("2026-11-23 18:00:00", "04:00:01", "2026-11-23 11:29:59")]
    [InlineData("2026-11-23 08:00:01", "00:00:02", "2026-11-20 16:29:59")]
    // The last instant from which it passes: the end of a break, not its begin.
    [InlineData("2026-11-23 16:30:00", "04:00:00", "2026-11-23 12:30:00")]
    [InlineData("2026-11-22 10:00:00", "00:00:00", "2026-11-22 10:00:00")]
    public void Working_time_is_taken_away_to_the_second(string end, string taken, string expected) =>
        Assert.Equal(Utc(expected), Of(Berlin, TwoBlocks).SubtractWorkingTime(Utc(end), Span(taken)));

    /// <summary>
    /// On 7 November 2010, at one minute past midnight (02:31 UTC), Newfoundland's clocks went back to 23:01 of the day before:
    /// the wall shows the 6th again, while the 7th has begun.
    /// </summary>
    [Theory]
    [InlineData("2010-11-07 02:29", "2010-11-07 00:30", "2010-11-07 05:29")]
    [InlineData("2010-11-07 03:00", "2010-11-07 01:00", "2010-11-07 06:00")]
    [InlineData("2010-11-07 03:31", "2010-11-07 01:31", "2010-11-07 06:31")]
    public void The_day_that_had_begun_goes_on_when_the_clock_falls_back_behind_midnight(string at, string before, string after)
    {
        var calendar = Of(StJohns, "sat: 12:00-23:59 | sun: 00:00-24:00");

        Assert.Equal(at != "2010-11-07 02:29", calendar.IsOpen(Utc(at)));
        Assert.Equal(Utc(before), calendar.SubtractWorkingTime(Utc(at), at == "2010-11-07 02:29" ? Span("01:59") : Span("02:00") - Span("00:01")));
        Assert.Equal(Utc(after), calendar.AddWorkingTime(Utc(at), at == "2010-11-07 02:29" ? Span("02:59") : Span("03:00")));
    }

    [Fact]
    public void Many_years_are_counted_to_their_end()
    {
        var (from, to) = (Utc("1999-12-31 23:59:59"), Utc("2026-11-23 10:00:00"));
        var calendar = Of(Berlin, Always);

        Assert.Equal(to - from, calendar.WorkingTimeBetween(from, to));
        Assert.Equal(to, calendar.AddWorkingTime(from, to - from));
        Assert.Equal(from, calendar.SubtractWorkingTime(to, to - from));
    }

    [Fact]
    public void A_calendar_without_an_hour_has_no_deadline_and_is_not_searched_for_ever()
    {
        var calendar = new WorkingCalendar(Zone(Berlin), WorkingHours.Usual with { Week = new Dictionary<DayOfWeek, IReadOnlyList<HourBlock>>() });
        var now = Utc("2026-11-23 10:00");

        Assert.Equal(DateTimeOffset.MaxValue, calendar.AddWorkingTime(now, TimeSpan.FromTicks(1)));
        Assert.Equal(DateTimeOffset.MinValue, calendar.SubtractWorkingTime(now, TimeSpan.FromTicks(1)));
        Assert.Equal(TimeSpan.Zero, calendar.WorkingTimeBetween(now, DateTimeOffset.MaxValue));
        Assert.Null(calendar.NextWindow(now));
        Assert.Null(calendar.NextDay(now));
        Assert.False(calendar.IsOpen(now));
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Etc/GMT+12")]
    public void The_ends_of_time_are_no_trap(string zone)
    {
        var calendar = Of(zone, Always);

        Assert.Equal(DateTimeOffset.MaxValue, calendar.AddWorkingTime(DateTimeOffset.MaxValue.AddHours(-1), TimeSpan.FromHours(30)));
        Assert.Equal(DateTimeOffset.MinValue, calendar.SubtractWorkingTime(DateTimeOffset.MinValue.AddHours(1), TimeSpan.FromHours(30)));
    }
}
