using System.Globalization;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Tests.WorkingTime;

/// <summary>Calendars and instants as short texts.</summary>
static class Calendars
{
    /// <param name="hours">As a model file has it, with a bar between the days: <c>mon-thu: 09:00-17:00 | fri: 09:00-15:00</c>.</param>
    /// <param name="halfDays">Likewise: <c>2026-12-24: 09:00-13:00</c>.</param>
    internal static WorkingCalendar Of(string zone, string hours, string? holidays = null, string? halfDays = null)
    {
        var text = new CalendarText(Pairs(hours), holidays?.Split(", "), halfDays is null ? null : Pairs(halfDays));
        var (change, problems) = text.Read("calendar");
        Assert.Empty(problems);
        return new WorkingCalendar(Zone(zone), change.Over(WorkingHours.Usual));
    }

    internal static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    internal static DateTimeOffset Utc(string text) => DateTimeOffset.ParseExact(
        text, ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    internal static DateTimeOffset Local(DateOnly day, string time, string zone) =>
        LocalTime.ToInstant(day, TimeOnly.Parse(time, CultureInfo.InvariantCulture), Zone(zone));

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="text"><c>26:30:00</c> is more than a day.</param>
    internal static TimeSpan Span(string text)
    {
        int[] parts = [.. text.Split(':').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        return new TimeSpan(parts[0], parts[1], parts is [_, _, var seconds] ? seconds : 0);
    }

    static List<KeyValuePair<string, string>> Pairs(string text) =>
        [.. text.Split(" | ").Select(pair => pair.Split(": ", 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1]))];
}
