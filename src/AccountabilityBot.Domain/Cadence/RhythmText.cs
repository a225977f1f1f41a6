using System.Globalization;
using System.Text.RegularExpressions;
using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Cadence;

/// <summary>A rhythm as people write it: <c>every monday 09:00</c>, <c>every second monday 09:00</c>, <c>first tuesday of the month 10:00</c>.</summary>
public static partial class RhythmText
{
    /// <summary>Where there is to be none.</summary>
    public const string Never = "never";

    const string Allowed = "write \"every monday 09:00\", \"every second monday 09:00\", \"first monday of the month 09:00\", \"first monday of the quarter 09:00\" or \"never\"";

    static readonly string[] _days = [.. Enum.GetNames<DayOfWeek>().Select(day => day.ToLowerInvariant())];

    /// <returns>The rhythm, or none where there is to be none; and where it cannot be taken, the sentence that says why.</returns>
    public static (Rhythm? Rhythm, string? Fault) Read(string text)
    {
        if (text.Trim().Equals(Never, StringComparison.OrdinalIgnoreCase))
            return (null, null);
        if (Words.Match(text.Trim()) is not { Success: true } words)
            return (null, $"\"{text}\" is no rhythm; {Allowed}.");
        var named = words.Groups["day"].Value;
        var day = Array.FindIndex(_days, known => known.Equals(named, StringComparison.OrdinalIgnoreCase) || known[..3].Equals(named, StringComparison.OrdinalIgnoreCase));
        if (day < 0)
            return (null, $"\"{named}\" is no day of the week; {Allowed}.{Spelling.DidYouMean(named, _days)}");
        if (!TimeOnly.TryParseExact(words.Groups["at"].Value, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            return (null, $"\"{words.Groups["at"].Value}\" is no time on a clock; 00:00 to 23:59 are there.");
        return (new Rhythm(EveryOf(words), (DayOfWeek)day, at), null);
    }

    /// <summary>As a model file would write it.</summary>
    public static string Write(Rhythm? rhythm)
    {
        if (rhythm is null)
            return Never;
        var (day, at) = (_days[(int)rhythm.Day], rhythm.At.ToString("HH:mm", CultureInfo.InvariantCulture));
        return rhythm.Every switch
        {
            Every.Fortnight => $"every second {day} {at}",
            Every.Month => $"first {day} of the month {at}",
            Every.Quarter => $"first {day} of the quarter {at}",
            _ => $"every {day} {at}",
        };
    }

    static Every EveryOf(Match words) => words switch
    {
        _ when words.Groups["of"].Value.Equals("month", StringComparison.OrdinalIgnoreCase) => Every.Month,
        _ when words.Groups["of"].Success => Every.Quarter,
        _ when words.Groups["second"].Success => Every.Fortnight,
        _ => Every.Week,
    };

    [GeneratedRegex(@"^(?:every (?<second>second )?(?<day>\S+)|first (?<day>\S+) of the (?<of>month|quarter))(?: at)? (?<at>[0-9]{1,2}:[0-9]{2})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words { get; }
}
