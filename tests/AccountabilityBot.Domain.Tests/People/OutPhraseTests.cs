using System.Globalization;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Tests.People;

/// <summary>Said on Wednesday, 25 November 2026, at 10:00 in Berlin; Monday to Friday, nine to five. 1 January is a holiday.</summary>
public sealed class OutPhraseTests
{
    static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    static readonly OutSpeaker Speaker = new(
        Berlin,
        new WorkingCalendar(Berlin, WorkingHours.Usual with { SpecialDays = new Dictionary<DateOnly, IReadOnlyList<HourBlock>> { [new(2027, 1, 1)] = [] } }),
        Now);

    [Theory]
    [InlineData("until friday", "2026-11-27 09:00")]
    [InlineData("until Fri.", "2026-11-27 09:00")]
    [InlineData("til this friday", "2026-11-27 09:00")]
    [InlineData("bis Freitag", "2026-11-27 09:00")]
    [InlineData("bis einschließlich", null)]
    [InlineData("bis zum kommenden Freitag", "2026-11-27 09:00")]
    [InlineData("of office until friday", "2026-11-27 09:00")]
    [InlineData("im Urlaub bis Montag", "2026-11-30 09:00")]
    [InlineData("until monday", "2026-11-30 09:00")]
    [InlineData("until wednesday", "2026-12-02 09:00")]
    [InlineData("until next tuesday", "2026-12-01 09:00")]
    [InlineData("until next week", "2026-11-30 09:00")]
    [InlineData("bis nächste Woche", "2026-11-30 09:00")]
    [InlineData("until tomorrow", "2026-11-26 09:00")]
    [InlineData("until tomorrow morning", "2026-11-26 09:00")]
    [InlineData("bis morgen", "2026-11-26 09:00")]
    [InlineData("bis morgen früh", "2026-11-26 09:00")]
    [InlineData("bis übermorgen", "2026-11-27 09:00")]
    [InlineData("until the day after tomorrow", "2026-11-27 09:00")]
    [InlineData("today", "2026-11-26 09:00")]
    [InlineData("heute", "2026-11-26 09:00")]
    [InlineData("until saturday", "2026-11-30 09:00")]
    [InlineData("until 1 january", "2027-01-04 09:00")]
    public void Until_a_day_means_until_their_work_begins_on_it(string words, string? until) => Means(words, until);

    [Theory]
    [InlineData("until 2026-12-01", "2026-12-01 09:00")]
    [InlineData("until 2026/12/1", "2026-12-01 09:00")]
    [InlineData("until 1.12.", "2026-12-01 09:00")]
    [InlineData("until 1.12", "2026-12-01 09:00")]
    [InlineData("bis 01.12.2026", "2026-12-01 09:00")]
    [InlineData("bis zum 1.12.26", "2026-12-01 09:00")]
    [InlineData("until 12/24", "2026-12-24 09:00")]
    [InlineData("until 24/12", "2026-12-24 09:00")]
    [InlineData("until 12/12", "2026-12-14 09:00")]
    [InlineData("until 24/12/2026", "2026-12-24 09:00")]
    [InlineData("until Dec 24", "2026-12-24 09:00")]
    [InlineData("until December 24th, 2026", "2026-12-24 09:00")]
    [InlineData("until the 24th of December", "2026-12-24 09:00")]
    [InlineData("bis 24. Dezember", "2026-12-24 09:00")]
    [InlineData("bis zum 24. Dez. 2026", "2026-12-24 09:00")]
    [InlineData("until the 10th", "2026-12-10 09:00")]
    [InlineData("bis zum 30.", "2026-11-30 09:00")]
    [InlineData("bis zum 9", "2026-12-09 09:00")]
    [InlineData("until 30", "2026-11-30 09:00")]
    [InlineData("until 9", null)]
    [InlineData("until friday 27 november", "2026-11-27 09:00")]
    [InlineData("bis Freitag, 27.11.", "2026-11-27 09:00")]
    [InlineData("until 5.1.", "2027-01-05 09:00")]
    [InlineData("until 29 february", null)]
    [InlineData("until 31.11.", null)]
    [InlineData("until 13/13", null)]
    [InlineData("until 2026-02-30", null)]
    public void Days_of_the_calendar(string words, string? until) => Means(words, until);

    [Theory]
    [InlineData("until monday 14:00", "2026-11-30 14:00")]
    [InlineData("until monday at 2pm", "2026-11-30 14:00")]
    [InlineData("until 2 pm on monday", "2026-11-30 14:00")]
    [InlineData("until 1.12. 8:30", "2026-12-01 08:30")]
    [InlineData("bis Montag 14 Uhr", "2026-11-30 14:00")]
    [InlineData("bis Montag um 14", "2026-11-30 14:00")]
    [InlineData("bis Montag, 14.30 Uhr", "2026-11-30 14:30")]
    [InlineData("until 15:00", "2026-11-25 15:00")]
    [InlineData("until noon", "2026-11-25 12:00")]
    [InlineData("bis morgen Mittag", "2026-11-26 12:00")]
    [InlineData("until 12am tomorrow", "2026-11-26 00:00")]
    [InlineData("until monday 25:00", null)]
    [InlineData("until monday 9:00 10:00", null)]
    [InlineData("until 14:00 or so", null)]
    public void Times_of_the_day(string words, string? until) => Means(words, until);

    [Theory]
    [InlineData("from monday until thursday", "2026-11-30 00:00", "2026-12-03 09:00")]
    [InlineData("from monday to thursday", "2026-11-30 00:00", "2026-12-03 09:00")]
    [InlineData("ab Montag bis Donnerstag", "2026-11-30 00:00", "2026-12-03 09:00")]
    [InlineData("vom 1.12. bis 5.12.", "2026-12-01 00:00", "2026-12-07 09:00")]
    [InlineData("from tomorrow 13:00 until monday 10:00", "2026-11-26 13:00", "2026-11-30 10:00")]
    [InlineData("from today until monday", "2026-11-25 10:00", "2026-11-30 09:00")]
    [InlineData("from yesterday until monday", null, null)]
    public void With_a_beginning(string words, string? from, string? until)
    {
        var reading = OutPhrase.Read(words, Speaker);

        if (from is null)
            Assert.IsType<OutReading.NoDay>(reading);
        else
            Assert.Equal(new OutReading.Understood(new OutTime(Wall(from), Wall(until!))), reading);
    }

    [Theory]
    [InlineData("until 3/4")]
    [InlineData("until 12/10/2026")]
    [InlineData("until next friday")]
    [InlineData("bis nächsten Freitag")]
    [InlineData("until monday 27 november")]
    [InlineData("from 3/4 until 2027-04-09")]
    public void What_means_two_days_is_asked(string words) => Assert.IsType<OutReading.TwoDays>(OutPhrase.Read(words, Speaker));

    [Theory]
    [InlineData("friday")]
    [InlineData("tomorrow")]
    [InlineData("am Freitag")]
    [InlineData("on 2026-12-01")]
    public void A_day_without_until_may_be_meant_either_way(string words) => Assert.IsType<OutReading.UntilOrOn>(OutPhrase.Read(words, Speaker));

    [Theory]
    [InlineData("")]
    [InlineData("of office")]
    [InlineData("until")]
    [InlineData("bis")]
    [InlineData("from monday")]
    [InlineData("sick")]
    public void Without_an_end_it_is_asked_for(string words) => Assert.Equal(new OutReading.NoEnd(), OutPhrase.Read(words, Speaker));

    [Theory]
    [InlineData("until yesterday")]
    [InlineData("until further notice")]
    [InlineData("until the cows come home")]
    [InlineData("of curiosity, who owns this?")]
    [InlineData("until 🌴")]
    [InlineData("until 99999999999999999999")]
    [InlineData("until 0000-00-00")]
    [InlineData("until 9999-12-31 24:00")]
    [InlineData("until friday from monday")]
    [InlineData("not until friday")]
    public void Nonsense_is_no_day(string words) => Assert.IsType<OutReading.NoDay>(OutPhrase.Read(words, Speaker));

    [Theory]
    [InlineData("until today")]
    [InlineData("until 09:59")]
    [InlineData("until 20.11.")]
    [InlineData("until 2026-11-24")]
    [InlineData("until 2020-01-01")]
    [InlineData("until 0001-01-01")]
    public void What_is_over_is_no_end(string words) => Assert.IsType<OutReading.Over>(OutPhrase.Read(words, Speaker));

    [Theory]
    [InlineData("until 2028-01-01")]
    [InlineData("until 2027-12-01")]
    [InlineData("until 9998-12-31")]
    public void More_than_a_year_is_no_absence(string words) => Assert.Equal(new OutReading.TooLong(), OutPhrase.Read(words, Speaker));

    [Theory]
    [InlineData("from 2026-12-10 until 2026-12-05")]
    [InlineData("from friday 14:00 until 2026-11-27 13:00")]
    public void It_cannot_end_before_it_begins(string words) => Assert.Equal(new OutReading.EndsFirst(), OutPhrase.Read(words, Speaker));

    [Fact]
    public void The_speakers_clock_counts_and_their_own_hours()
    {
        var kolkata = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");
        // Half past midnight on Thursday there, while it is still Wednesday in Berlin.
        var speaker = new OutSpeaker(kolkata, new WorkingCalendar(kolkata, WorkingHours.Usual), Now.AddHours(10));

        var reading = Assert.IsType<OutReading.Understood>(OutPhrase.Read("until tomorrow", speaker));

        Assert.Equal(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.FromHours(5.5)), reading.Time.Until);
    }

    static void Means(string words, string? until)
    {
        var reading = OutPhrase.Read(words, Speaker);
        if (until is null)
            Assert.IsType<OutReading.NoDay>(reading);
        else
            Assert.Equal(new OutReading.Understood(new OutTime(Now, Wall(until))), reading);
    }

    static DateTimeOffset Wall(string local)
    {
        var time = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return LocalTime.ToInstant(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time), Berlin);
    }
}
