using System.Globalization;

namespace AccountabilityBot.Wording;

/// <summary>Instants in plain text, where no client turns them into the reader's own zone: the zone is named.</summary>
static class Instants
{
    /// <summary>For example <c>22 Nov 2026 18:05 (Europe/Berlin)</c>.</summary>
    /// <param name="zone">IANA; an unknown one falls back to UTC.</param>
    public static string InZone(DateTimeOffset instant, string? zone, CultureInfo culture)
    {
        var (local, name) = Local(instant, zone);
        return $"{local.ToString("d MMM yyyy HH:mm", culture)} ({name})";
    }

    /// <summary>For example <c>18:05 (Europe/Berlin)</c>; with the day, <c>21 Nov 18:05 (Europe/Berlin)</c>, when it is not today there.</summary>
    /// <inheritdoc cref="InZone"/>
    public static string TimeInZone(DateTimeOffset instant, DateTimeOffset now, string? zone, CultureInfo culture)
    {
        var (local, name) = Local(instant, zone);
        return $"{local.ToString(IsSameDay(instant, now, zone) ? "HH:mm" : "d MMM HH:mm", culture)} ({name})";
    }

    /// <summary>Whether a clock on the wall there shows the same date at both.</summary>
    /// <inheritdoc cref="InZone"/>
    public static bool IsSameDay(DateTimeOffset one, DateTimeOffset other, string? zone) => Local(one, zone).Local.Date == Local(other, zone).Local.Date;

    static (DateTimeOffset Local, string Name) Local(DateTimeOffset instant, string? zone) =>
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? (TimeZoneInfo.ConvertTime(instant, found), zone)
            : (instant.ToUniversalTime(), "UTC");
}
