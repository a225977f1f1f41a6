using System.Globalization;
using System.Text.RegularExpressions;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Model;

/// <summary>Days and hours as a model file writes them: <c>mon-fri</c> and <c>09:00-12:30, 13:30-17:30</c>.</summary>
/// <remarks>Each reading answers what it read and, where it cannot be taken, the sentence that says why.</remarks>
public static partial class HoursText
{
    public const string Closed = "closed";

    const string Allowed = "write start and end by the clock, such as 09:00-17:00, several with commas between them, or \"closed\"";
    static readonly string[] _days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    static readonly TimeSpan _wholeDay = TimeSpan.FromHours(24);

    /// <summary>The blocks of one day, in order and apart from each other; none for <c>closed</c>.</summary>
    public static (IReadOnlyList<HourBlock> Blocks, string? Fault) ReadBlocks(string text)
    {
        if (text.Trim().Equals(Closed, StringComparison.OrdinalIgnoreCase))
            return ([], null);

        List<HourBlock> blocks = [];
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var (block, fault) = ReadBlock(part);
            fault ??= FaultOf(block);
            if (fault is null && blocks is [.., var last] && block.Start < last.End)
            {
                fault = block.End <= last.Start
                    ? $"{Write(block)} stands after {Write(last)}; the blocks of one day are written in their order."
                    : $"{Write(last)} and {Write(block)} overlap; the blocks of one day lie apart from each other.";
            }

            if (fault is not null)
                return ([], fault);
            blocks.Add(block);
        }

        return (blocks, null);
    }

    /// <summary>One stretch over the clock, which may go over midnight: <c>20:00-07:00</c>.</summary>
    public static (HourBlock Hours, string? Fault) ReadQuietHours(string text)
    {
        var (block, fault) = ReadBlock(text.Trim());
        if (fault is not null)
            return (default, $"\"{text}\" are no quiet hours; write when they begin and end by the clock, such as 20:00-07:00.");
        return block.Start == block.End || block.End - block.Start == _wholeDay
            ? (default, $"{Write(block)} would be quiet all day long or never; write when quiet begins and ends, such as 20:00-07:00.")
            : (block, null);
    }

    /// <summary>One day, or a range of days that may go over the weekend.</summary>
    public static (IReadOnlyList<DayOfWeek> Days, string? Fault) ReadDays(string text)
    {
        string[] ends = [.. text.Split(['-', '–'], StringSplitOptions.TrimEntries)];
        if (text.Contains(':', StringComparison.Ordinal))
            return ([], $"\"{text}\" stands where a day is needed; between braces, several blocks need quotes: {{ mon-fri: \"09:00-12:30, 13:30-17:30\" }}.");
        if (ends.Length > 2 || ends.Any(end => IndexOf(end) < 0))
        {
            var unknown = ends.FirstOrDefault(end => IndexOf(end) < 0) ?? text;
            var hint = _days.FirstOrDefault(day => unknown.StartsWith(day, StringComparison.OrdinalIgnoreCase)) is { } begun
                ? $" Did you mean \"{begun}\"?"
                : Spelling.DidYouMean(unknown, _days);
            return ([], $"\"{text}\" names no day of the week; {Rule.List(_days)} are allowed, and ranges such as mon-fri.{hint}");
        }

        var (first, last) = (IndexOf(ends[0]), IndexOf(ends[^1]));
        var count = ((last - first + _days.Length) % _days.Length) + 1;
        return ([.. Enumerable.Range(first, count).Select(index => DayAt(index % _days.Length))], null);
    }

    /// <summary>As a model file would write it, on one line; closed days are left out: <c>mon-thu 09:00-17:00; fri 09:00-15:00</c>.</summary>
    public static string Write(IReadOnlyDictionary<DayOfWeek, IReadOnlyList<HourBlock>> week)
    {
        List<(int First, int Last, string Hours)> ranges = [];
        for (var index = 0; index < _days.Length; index++)
        {
            var hours = Write(week.GetValueOrDefault(DayAt(index)) ?? []);
            if (ranges is [.., var range] && range.Hours == hours)
                ranges[^1] = range with { Last = index };
            else
                ranges.Add((index, index, hours));
        }

        return string.Join("; ", ranges
            .Where(range => range.Hours != Closed)
            .Select(range => $"{_days[range.First]}{(range.Last > range.First ? $"-{_days[range.Last]}" : "")} {range.Hours}"));
    }

    public static string Write(IReadOnlyList<HourBlock> blocks) => blocks is [] ? Closed : string.Join(", ", blocks.Select(Write));

    public static string Write(HourBlock block) => $"{Write(block.Start)}-{Write(block.End)}";

    /// <summary>The name of a day as a model file writes it.</summary>
    public static string Write(DayOfWeek day) => _days[((int)day + 6) % _days.Length];

    static string Write(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}");

    static (HourBlock Block, string? Fault) ReadBlock(string text)
    {
        var match = Block.Match(text);
        if (!match.Success)
            return (default, $"\"{text}\" is no block of hours; {Allowed}.");
        var block = new HourBlock(Time(match, "h1", "m1"), Time(match, "h2", "m2"));
        return block.Start > _wholeDay || block.End > _wholeDay
            ? (default, $"\"{text}\" goes beyond the day, which lasts from 00:00 to 24:00.")
            : (block, null);
    }

    static string? FaultOf(HourBlock block)
    {
        if (block.Start == block.End)
            return $"{Write(block)} has no length; {Allowed}.";
        if (block.Start < block.End)
            return null;
        return block.End == TimeSpan.Zero
            ? $"{Write(block)} ends before it starts; the midnight that ends a day is written 24:00."
            : $"{Write(block)} ends before it starts; a night shift is two blocks: {Write(block with { End = _wholeDay })}, "
                + $"and {Write(block with { Start = TimeSpan.Zero })} on the day after.";
    }

    static TimeSpan Time(Match match, string hours, string minutes) => new(
        int.Parse(match.Groups[hours].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[minutes].Value, CultureInfo.InvariantCulture), 0);

    static int IndexOf(string name) => Array.FindIndex(_days, day => day.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <param name="index">From Monday, 0.</param>
    static DayOfWeek DayAt(int index) => (DayOfWeek)((index + 1) % _days.Length);

    [GeneratedRegex("^(?<h1>[0-9]{1,2}):(?<m1>[0-5][0-9]) ?[-–] ?(?<h2>[0-9]{1,2}):(?<m2>[0-5][0-9])\\z")]
    static partial Regex Block { get; }
}
