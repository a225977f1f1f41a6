using System.Globalization;

namespace AccountabilityBot.People;

/// <summary>
/// Time zones as mailboxes name them: by an IANA name, by a Windows name, or written out. All are kept as text: IANA names as
/// they are, own ones with <see cref="OwnPrefix"/>.
/// </summary>
static class Zones
{
    const string OwnPrefix = "own;";

    public static bool IsOwn(string kept) => kept.StartsWith(OwnPrefix, StringComparison.Ordinal);

    /// <returns>Null: there is no such zone.</returns>
    public static string? Keep(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var iana))
            return iana;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && (zone.HasIanaId || zone.Id is "UTC") ? zone.Id : null;
    }

    public static string Keep(TimeZoneInfo own) => OwnPrefix + own.ToSerializedString();

    /// <param name="kept">As <see cref="Keep(string?)"/> gave it.</param>
    /// <returns>Null: it was known once, and is not any more.</returns>
    public static TimeZoneInfo? Find(string kept)
    {
        try
        {
            return IsOwn(kept) ? TimeZoneInfo.FromSerializedString(kept[OwnPrefix.Length..]) : TimeZoneInfo.TryFindSystemTimeZoneById(kept, out var zone) ? zone : null;
        }
        catch (Exception wrong) when (wrong is System.Runtime.Serialization.SerializationException or ArgumentException or InvalidTimeZoneException)
        {
            return null;
        }
    }

    /// <summary>A zone with rules of its own. Graph: customTimeZone, standardTimeZoneOffset and daylightTimeZoneOffset resources.</summary>
    /// <param name="offset">Minutes ahead of UTC; behind it is negative.</param>
    /// <param name="toStandard">When the clocks go back; none: they never change.</param>
    /// <param name="toDaylight">When they go forward.</param>
    /// <param name="daylight">Minutes that daylight saving is away from standard time.</param>
    /// <returns>Null: these are no rules of a clock.</returns>
    public static TimeZoneInfo? Make(int offset, ClockChange? toStandard, ClockChange? toDaylight, int daylight)
    {
        try
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"own{offset:+0;-0;0}");
            var zone = TimeSpan.FromMinutes(offset);
            if (toStandard is not { } back || toDaylight is not { } forward || daylight == 0)
                return TimeZoneInfo.CreateCustomTimeZone(name, zone, name, name);
            var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromMinutes(daylight), forward.ToTransition(), back.ToTransition());
            return TimeZoneInfo.CreateCustomTimeZone(name, zone, name, name, name, [rule]);
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidTimeZoneException)
        {
            return null;
        }
    }
}

/// <summary>When a clock is changed, every year.</summary>
/// <param name="Occurrence">Of the day of the week in the month; 5 is the last.</param>
readonly record struct ClockChange(int Month, int Occurrence, DayOfWeek Day, TimeSpan Time)
{
    public TimeZoneInfo.TransitionTime ToTransition() =>
        TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1).Add(Time), Month, Occurrence, Day);
}
