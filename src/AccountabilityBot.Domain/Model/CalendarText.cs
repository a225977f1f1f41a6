using System.Globalization;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Model;

/// <summary>A working calendar as a model file writes it; null is what it does not mention.</summary>
/// <param name="Hours">Days of the week and their blocks.</param>
/// <param name="Holidays">Dates, each with a name behind it or none: <c>2026-12-25 Christmas Day</c>. The name is for who reads the file.</param>
/// <param name="HalfDays">Dates and their blocks.</param>
public sealed record CalendarText(
    IReadOnlyList<KeyValuePair<string, string>>? Hours,
    IReadOnlyList<string>? Holidays,
    IReadOnlyList<KeyValuePair<string, string>>? HalfDays)
{
    const string DateFormat = "yyyy-MM-dd";

    /// <summary>What was said, and all that is wrong with it.</summary>
    /// <param name="path">Where the calendar stands: <c>departments.sales.calendar</c>.</param>
    public (HoursChange Change, IReadOnlyList<Problem> Problems) Read(string path)
    {
        List<Problem> problems = [];
        var week = Hours is null ? null : ReadWeek($"{path}.hours", Hours, problems);
        var holidays = Holidays is null ? null : ReadHolidays($"{path}.holidays", Holidays, problems);
        var halfDays = HalfDays is null ? null : ReadHalfDays($"{path}.halfDays", HalfDays, holidays, problems);
        return (new HoursChange { Week = week, Holidays = holidays, HalfDays = halfDays }, problems);
    }

    static Dictionary<DayOfWeek, IReadOnlyList<HourBlock>> ReadWeek(string path, IReadOnlyList<KeyValuePair<string, string>> hours, List<Problem> problems)
    {
        var week = new Dictionary<DayOfWeek, IReadOnlyList<HourBlock>>();
        var namedBy = new Dictionary<DayOfWeek, string>();
        var allRead = true;
        foreach (var (name, text) in hours)
        {
            var (days, fault) = HoursText.ReadDays(name);
            var (blocks, second) = HoursText.ReadBlocks(text);
            if ((fault ?? second ?? FaultOfTwice(name, days, namedBy)) is { } sentence)
                problems.Add(new Problem($"{path}.{name}", sentence));
            allRead &= (fault ?? second) is null;
            foreach (var day in days.Where(day => namedBy.TryAdd(day, name)))
                week[day] = blocks;
        }

        if (allRead && week.Values.All(blocks => blocks.Count is 0))
            problems.Add(new Problem(path, "The whole week is closed, so that no promise would ever be due; at least one block is needed, such as mon-fri: 09:00-17:00."));
        return week;
    }

    static string? FaultOfTwice(string name, IReadOnlyList<DayOfWeek> days, Dictionary<DayOfWeek, string> namedBy)
    {
        var twice = days.Where(namedBy.ContainsKey).ToArray();
        return twice is []
            ? null
            : $"{Rule.List([.. twice.Select(HoursText.Write)])} {(twice.Length is 1 ? "is" : "are")} named twice: in \"{name}\" and in \"{namedBy[twice[0]]}\"; each day is named once.";
    }

    static HashSet<DateOnly> ReadHolidays(string path, IReadOnlyList<string> holidays, List<Problem> problems)
    {
        var firstAt = new Dictionary<DateOnly, int>();
        for (var at = 0; at < holidays.Count; at++)
        {
            // Whatever stands behind the date is its name.
            var date = holidays[at].Trim().Split((char[])[' ', '\t'], 2)[0];
            if (ReadDate(date) is not { } day)
                problems.Add(new Problem($"{path}[{at}]", NoDate(date)));
            else if (!firstAt.TryAdd(day, at))
                problems.Add(new Problem($"{path}[{at}]", $"{date} stands here twice: as entry {firstAt[day] + 1} and as entry {at + 1}; a holiday is named once."));
        }

        return [.. firstAt.Keys];
    }

    static Dictionary<DateOnly, IReadOnlyList<HourBlock>> ReadHalfDays(
        string path, IReadOnlyList<KeyValuePair<string, string>> halfDays, HashSet<DateOnly>? holidays, List<Problem> problems)
    {
        var read = new Dictionary<DateOnly, IReadOnlyList<HourBlock>>();
        foreach (var (date, text) in halfDays)
        {
            var day = ReadDate(date);
            var (blocks, fault) = HoursText.ReadBlocks(text);
            var sentence = day is null ? NoDate(date)
                : fault is not null ? fault
                : blocks.Count is 0 ? $"{date} has no block; a day on which nobody works belongs under \"holidays\"."
                : holidays?.Contains(day.Value) is true ? $"{date} is a holiday and a half day; it can be one of them."
                : null;
            if (sentence is not null)
                problems.Add(new Problem($"{path}.{date}", sentence));
            else
                read[day!.Value] = blocks;
        }

        return read;
    }

    static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static string NoDate(string text) => $"\"{text}\" is no day of any year; year, month and day are allowed, such as 2026-12-25.";
}
