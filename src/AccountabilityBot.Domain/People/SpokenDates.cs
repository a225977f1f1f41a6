using System.Globalization;
using System.Text.RegularExpressions;

namespace AccountabilityBot.Domain.People;

/// <summary>A day as somebody says it, English or German.</summary>
/// <param name="Time">On the wall; none: nothing was said of it.</param>
/// <param name="Or">The other day that the same words mean; who reads it must ask and not guess.</param>
public readonly record struct SpokenDate(DateOnly Day, TimeOnly? Time, DateOnly? Or = null);

/// <summary>Reads days: <c>friday</c>, <c>morgen</c>, <c>2026-12-01</c>, <c>1.12.</c>, <c>Monday 14:00</c>, <c>24. Dezember</c>, …</summary>
public static partial class SpokenDates
{
    /// <summary>A day without a year that lies less than half a year back is a day that is over, not one of next year.</summary>
    const int HalfAYear = 183;

    /// <summary>Words that say nothing about which day it is.</summary>
    static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "the", "of", "on", "den", "dem", "der", "am", "zum", "in", "morning", "früh", "frueh", "vormittag",
    };

    static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "the", "den", "dem", "zum", "am" };

    static readonly HashSet<string> NextWords = new(StringComparer.Ordinal) { "next", "nächsten", "naechsten", "nächster", "nächste", "naechste" };

    static readonly HashSet<string> ThisWords = new(StringComparer.Ordinal) { "this", "coming", "diesen", "dieser", "kommenden", "kommender", "kommende" };

    static readonly Dictionary<string, DayOfWeek> Weekdays = Named<DayOfWeek>(
        [
            "sunday sun sonntag so", "monday mon montag mo", "tuesday tue tues dienstag di", "wednesday wed mittwoch mi",
            "thursday thu thur thurs donnerstag do", "friday fri freitag fr", "saturday sat samstag sonnabend sa",
        ],
        index => (DayOfWeek)index);

    static readonly Dictionary<string, int> Months = Named(
        [
            "january jan januar jänner", "february feb februar", "march mar märz maerz mär", "april apr", "may mai", "june jun juni", "july jul juli",
            "august aug", "september sep sept", "october oct oktober okt", "november nov", "december dec dezember dez",
        ],
        index => index + 1);

    /// <param name="today">By the speaker's clock.</param>
    /// <returns>None: these words are no day.</returns>
    public static SpokenDate? Read(string words, DateOnly today)
    {
        var left = words.ToLowerInvariant().Split([' ', ',', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).ToList();
        if (!TakeTime(left, out var time))
            return null;
        var isNumberedDay = left.Exists(Articles.Contains);
        left.RemoveAll(Fillers.Contains);
        if (left.Count == 0)
            return time is null ? null : new SpokenDate(today, time);
        // "Until the 9th" or "bis zum 9." is a day; "until 9" may be an hour.
        if (left is [var figure] && Bare().IsMatch(figure) && (isNumberedDay || int.Parse(figure, CultureInfo.InvariantCulture) > 24))
            left[0] = figure + ".";
        return DayOf(left, today) is { } day ? day with { Time = time } : null;
    }

    static SpokenDate? DayOf(List<string> words, DateOnly today)
    {
        if (Relative(string.Join(' ', words), today) is { } relative)
            return new SpokenDate(relative, null);
        if (words is [var some, var named] && Weekdays.TryGetValue(named, out var weekday))
        {
            var coming = Coming(weekday, today);
            // "Next Friday" is the coming one, or the one after it: in the week that has begun nobody can tell.
            if (NextWords.Contains(some))
                return MondayOf(coming) == MondayOf(today) ? new SpokenDate(coming, null, coming.AddDays(7)) : new SpokenDate(coming, null);
            if (ThisWords.Contains(some))
                return new SpokenDate(coming, null);
        }

        if (!Weekdays.TryGetValue(words[0].TrimEnd('.'), out var first))
            return Calendar(words, today);
        var day = Coming(first, today);
        if (words.Count == 1)
            return new SpokenDate(day, null);
        // A weekday beside a date must be that date's; if it is not, one of the two is wrong.
        return Calendar(words[1..], today) is not { } date ? null
            : date.Or is null && date.Day.DayOfWeek != first ? new SpokenDate(date.Day, null, day)
            : date;
    }

    static DateOnly? Relative(string words, DateOnly today) => words switch
    {
        "today" or "heute" => today,
        "tomorrow" or "morgen" => today.AddDays(1),
        "day after tomorrow" or "übermorgen" or "uebermorgen" => today.AddDays(2),
        "next week" or "nächste woche" or "naechste woche" or "nächster woche" or "kommende woche" => MondayOf(today).AddDays(7),
        _ => null,
    };

    /// <summary>A day of the calendar: with figures, or with its month's name.</summary>
    static SpokenDate? Calendar(List<string> words, DateOnly today)
    {
        if (words is [var one])
        {
            if (Iso().Match(one) is { Success: true } iso)
                return Of(Figure(iso, "y"), Figure(iso, "m"), Figure(iso, "d"), today);
            if (Dotted().Match(one) is { Success: true } dotted)
                return Of(Year(dotted), Figure(dotted, "m"), Figure(dotted, "d"), today);
            if (Slashed().Match(one) is { Success: true } slashed)
                return EitherWay(Figure(slashed, "a")!.Value, Figure(slashed, "b")!.Value, Year(slashed), today);
            return DayOfMonth().Match(one) is { Success: true, Groups: var only } && only["mark"].Success ? NextNumbered(Figure(only["d"])!.Value, today) : null;
        }

        var (day, month) = Months.ContainsKey(words[0].TrimEnd('.')) ? (words[1], words[0]) : (words[0], words[1]);
        if (words.Count > 3 || !Months.TryGetValue(month.TrimEnd('.'), out var number) || DayOfMonth().Match(day) is not { Success: true } found)
            return null;
        var year = words.Count == 3 ? int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said >= 1_000 ? said : -1 : (int?)null;
        return Of(year, number, Figure(found, "d"), today);
    }

    /// <summary>Some write the month first and some the day: where both make sense, and a different one, it is asked.</summary>
    static SpokenDate? EitherWay(int first, int second, int? year, DateOnly today)
    {
        var (dayFirst, monthFirst) = (Of(year, second, first, today), Of(year, first, second, today));
        return (dayFirst, monthFirst) is ({ Day: var one }, { Day: var other }) && one != other
            ? new SpokenDate(one, null, other)
            : dayFirst ?? monthFirst;
    }

    static SpokenDate? Of(int? year, int? month, int? day, DateOnly today)
    {
        if (year is { } said)
            return DateOf(said, month, day) is { } exact ? new SpokenDate(exact, null) : null;
        var thisYear = DateOf(today.Year, month, day);
        var date = thisYear is { } near && near.DayNumber >= today.DayNumber - HalfAYear ? near : DateOf(today.Year + 1, month, day);
        return date is { } found ? new SpokenDate(found, null) : null;
    }

    static SpokenDate? NextNumbered(int day, DateOnly today)
    {
        for (var date = today.AddDays(1); date <= today.AddDays(62); date = date.AddDays(1))
        {
            if (date.Day == day)
                return new SpokenDate(date, null);
        }

        return null;
    }

    static DateOnly? DateOf(int year, int? month, int? day) =>
        year is >= 1 and <= 9_998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month.Value)
            ? new DateOnly(year, month.Value, day.Value)
            : null;

    /// <summary>Takes the one time of day out of the words.</summary>
    /// <returns>False: there are two, or one that no clock shows.</returns>
    static bool TakeTime(List<string> words, out TimeOnly? time)
    {
        time = null;
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at] is "at" or "um")
            {
                words.RemoveAt(at--);
                if (at + 1 < words.Count && Bare().IsMatch(words[at + 1]) && !(at + 2 < words.Count && Suffix().IsMatch(words[at + 2])))
                    words[at + 1] += ":00";
                continue;
            }

            if (at + 1 < words.Count && Suffix().IsMatch(words[at + 1]) && Clock().IsMatch(words[at]))
            {
                words[at] += words[at + 1];
                words.RemoveAt(at + 1);
            }

            var found = words[at] is "noon" or "mittag" or "mittags" ? new TimeOnly(12, 0) : TimeOf(words[at]);
            if (found is null && !WithSuffix().IsMatch(words[at]))
                continue;
            if (found is null || time is not null)
                return false;
            time = found;
            words.RemoveAt(at--);
        }

        return true;
    }

    static TimeOnly? TimeOf(string word)
    {
        if (WithSuffix().Match(word) is not { Success: true } match)
            return null;
        var (hour, minute) = (Figure(match, "h")!.Value, Figure(match, "min") ?? 0);
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12)
                return null;
            hour = (hour % 12) + (match.Groups["half"].ValueSpan[0] == 'p' ? 12 : 0);
        }

        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    static DateOnly Coming(DayOfWeek weekday, DateOnly today) => today.AddDays((((int)weekday - (int)today.DayOfWeek + 6) % 7) + 1);

    static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    static int? Figure(Match match, string group) => Figure(match.Groups[group]);

    static int? Figure(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    static int? Year(Match match) => Figure(match, "y") is { } year ? year < 100 ? 2_000 + year : year : null;

    static Dictionary<string, T> Named<T>(string[] words, Func<int, T> valueOf) => words
        .SelectMany((line, index) => line.Split(' ').Select(word => (word, value: valueOf(index))))
        .ToDictionary(entry => entry.word, entry => entry.value, StringComparer.Ordinal);

    [GeneratedRegex(@"^(?<y>\d{4})[-/](?<m>\d{1,2})[-/](?<d>\d{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<d>\d{1,2})\.(?<m>\d{1,2})\.?(?:(?<=\.)(?<y>\d{4}|\d{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^(?<a>\d{1,2})/(?<b>\d{1,2})(?:/(?<y>\d{4}|\d{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"^(?<d>\d{1,2})(?<mark>\.|st|nd|rd|th)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(@"^\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^\d{1,2}(?:[:.]\d{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?:am|pm|a\.m|p\.m|uhr|h)$", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();

    /// <summary>With a colon, or with a word behind it that makes it a time: bare figures are days, and so are those with a dot.</summary>
    [GeneratedRegex(@"^(?<h>\d{1,2})(?:(?::(?<min>\d{2}))?(?<half>am|pm|a\.m|p\.m)|:(?<min>\d{2})(?:uhr|h)?|(?:\.(?<min>\d{2}))?uhr|h)$", RegexOptions.CultureInvariant)]
    private static partial Regex WithSuffix();
}
