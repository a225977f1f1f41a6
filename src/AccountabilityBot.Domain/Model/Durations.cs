using System.Globalization;
using System.Text.RegularExpressions;

namespace AccountabilityBot.Domain.Model;

/// <summary>Durations as a model file writes them: a whole number and a unit.</summary>
public static partial class Durations
{
    /// <summary>The end of a sentence that refuses a duration.</summary>
    public const string Allowed = "a whole number of at most six digits with m (minutes), h (hours) or d (working days of eight hours) is allowed, such as 5m, 1h or 2d";

    /// <summary>Reads <c>5m</c>, <c>1h</c> or <c>2d</c>; false for anything else.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        var match = Pattern.Match(text);
        if (!match.Success)
        {
            duration = default;
            return false;
        }

        var unit = match.Groups["unit"].Value switch
        {
            "m" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            _ => LeadRules.WorkingDay,
        };
        duration = unit * int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>The shortest way to write it: the inverse of <see cref="TryParse"/> for whole minutes.</summary>
    public static string Write(TimeSpan duration)
    {
        var (count, unit) = duration switch
        {
            _ when duration == TimeSpan.Zero => (0d, "m"),
            _ when duration.Ticks % LeadRules.WorkingDay.Ticks is 0 => (duration / LeadRules.WorkingDay, "d"),
            _ when duration.Ticks % TimeSpan.TicksPerHour is 0 => (duration.TotalHours, "h"),
            _ => (duration.TotalMinutes, "m"),
        };
        return count.ToString(CultureInfo.InvariantCulture) + unit;
    }

    // Six digits of days are far beyond every limit and far below an overflow.
    [GeneratedRegex(@"^(?<count>[0-9]{1,6}) ?(?<unit>[mhd])\z")]
    static partial Regex Pattern { get; }
}
