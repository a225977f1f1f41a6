using static AccountabilityBot.Domain.Tests.WorkingTime.Calendars;

namespace AccountabilityBot.Domain.Tests.WorkingTime;

/// <summary>A year, week by week, in zones whose clocks change in every way there is.</summary>
public sealed class YearOfWeeksTests
{
    const int WeeksOfAYear = 52;
    static readonly DateOnly FirstMonday = new(2026, 1, 5);
    static readonly TimeSpan OfficeWeek = TimeSpan.FromHours(37.5);

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("Europe/Dublin")]
    [InlineData("America/St_Johns")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kolkata")]
    [InlineData("Pacific/Apia")]
    [InlineData("America/Havana")]
    // Its clocks change in the night to a Friday.
    [InlineData("Africa/Cairo")]
    public void An_office_week_ends_on_Friday_and_goes_on_next_Monday(string zone)
    {
        var calendar = Of(zone, "mon-fri: 09:00-12:30, 13:30-17:30");
        for (var week = 0; week < WeeksOfAYear; week++)
        {
            var day = FirstMonday.AddDays(7 * week);
            var (monday, friday, next) = (Local(day, "09:00", zone), Local(day.AddDays(4), "17:30", zone), Local(day.AddDays(7), "09:00", zone));

            Assert.Equal(friday, calendar.AddWorkingTime(monday, OfficeWeek));
            Assert.Equal(next.AddSeconds(1), calendar.AddWorkingTime(monday, OfficeWeek + TimeSpan.FromSeconds(1)));
            Assert.Equal(OfficeWeek, calendar.WorkingTimeBetween(monday, next));
            Assert.Equal(monday, calendar.SubtractWorkingTime(next, OfficeWeek));
            Assert.Equal(OfficeWeek * WeeksOfAYear, calendar.WorkingTimeBetween(monday, Local(day.AddDays(7 * WeeksOfAYear), "09:00", zone)));
        }
    }

    /// <summary>Who works round the clock works an hour less in the week of spring and an hour more in that of autumn.</summary>
    [Theory]
    [InlineData("Europe/Berlin", 60)]
    [InlineData("Europe/Dublin", 60)]
    [InlineData("America/St_Johns", 60)]
    [InlineData("Australia/Lord_Howe", 30)]
    [InlineData("America/Havana", 60)]
    [InlineData("Asia/Kolkata", 0)]
    [InlineData("Pacific/Apia", 0)]
    public void A_week_round_the_clock_is_short_once_and_long_once(string zone, int change)
    {
        var calendar = Of(zone, "mon-sun: 00:00-24:00");
        var lengths = Enumerable.Range(0, WeeksOfAYear).Select(week => FirstMonday.AddDays(7 * week))
            .Select(day => (From: Local(day, "00:00", zone), To: Local(day.AddDays(7), "00:00", zone)))
            .Select(week =>
            {
                var worked = calendar.WorkingTimeBetween(week.From, week.To);
                Assert.Equal(week.To - week.From, worked);
                Assert.Equal(week.To, calendar.AddWorkingTime(week.From, worked));
                return (int)worked.TotalMinutes;
            })
            .ToList();

        var usual = 7 * 24 * 60;
        int[] odd = change is 0 ? [] : [usual - change, usual + change];
        Assert.Equal(odd, lengths.Where(length => length != usual).Order());
    }

    /// <summary>Night shifts: the change falls into them. Cairo's clocks go back at the end of a Thursday, from 24:00 to 23:00.</summary>
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", -60, "2026-10-25", 60)]
    [InlineData("Europe/Dublin", "2026-03-29", -60, "2026-10-25", 60)]
    [InlineData("America/St_Johns", "2026-03-08", -60, "2026-11-01", 60)]
    [InlineData("Australia/Lord_Howe", "2026-10-04", -30, "2026-04-05", 30)]
    [InlineData("America/Havana", "2026-03-08", -60, "2026-11-01", 60)]
    [InlineData("Africa/Cairo", "2026-04-24", -60, "2026-10-30", 60)]
    public void A_night_is_eight_hours_but_on_the_change_days(string zone, string shortDay, int less, string longDay, int more)
    {
        var calendar = Of(zone, "mon-sun: 00:00-06:00, 22:00-24:00");
        for (var day = FirstMonday; day < FirstMonday.AddDays(364); day = day.AddDays(1))
        {
            var night = calendar.WorkingTimeBetween(Local(day.AddDays(-1), "12:00", zone), Local(day, "12:00", zone));
            var odd = day == Day(shortDay) ? less : day == Day(longDay) ? more : 0;
            Assert.Equal(TimeSpan.FromMinutes(480 + odd), night);
        }
    }
}
