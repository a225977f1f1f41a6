namespace AccountabilityBot.Domain;

/// <summary>Wall-clock times and the instants they mean, on the days clocks change too.</summary>
public static class LocalTime
{
    /// <summary>The zone furthest from UTC is 14 hours ahead (Kiritimati). Source: IANA time zone database.</summary>
    static readonly TimeSpan FurthestOffset = TimeSpan.FromHours(14);

    /// <summary>
    /// The first instant at which a clock on the wall shows this time or a later one. A time that a change of the clock
    /// skips means the end of the gap, whether it is an hour or a whole day long; one that a change repeats means its
    /// first occurrence.
    /// </summary>
    /// <returns>UTC. Beyond what a date can hold: the first or last instant there is.</returns>
    public static DateTimeOffset ToInstant(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        // TimeZoneInfo.IsInvalidTime and IsAmbiguousTime are blind to changes that it does not take for daylight saving: to
        // Dublin's, whose winter is the exception by law, and to Apia's move over the date line. Only the way from UTC to the
        // wall is sound, so that is the one asked.
        var wall = DateTime.SpecifyKind(day.ToDateTime(time), DateTimeKind.Utc);
        var before = zone.GetUtcOffset(Shift(wall, -FurthestOffset));
        var after = zone.GetUtcOffset(Shift(wall, FurthestOffset));

        var byOldOffset = Shift(wall, -before);
        if (zone.GetUtcOffset(byOldOffset) == before)
            return new DateTimeOffset(byOldOffset);
        var byNewOffset = Shift(wall, -after);
        if (zone.GetUtcOffset(byNewOffset) == after)
            return new DateTimeOffset(byNewOffset);
        return new DateTimeOffset(ChangeBetween(byNewOffset, byOldOffset, after, zone));
    }

    /// <summary>The day that a clock on the wall shows.</summary>
    public static DateOnly DayIn(TimeZoneInfo zone, DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>The instant, to the second, from which the new offset holds: it did not at the start, and does at the end.</summary>
    static DateTime ChangeBetween(DateTime start, DateTime end, TimeSpan newOffset, TimeZoneInfo zone)
    {
        var (without, with) = (start.Ticks / TimeSpan.TicksPerSecond, (end.Ticks / TimeSpan.TicksPerSecond) + 1);
        while (with - without > 1)
        {
            var middle = without + ((with - without) / 2);
            if (zone.GetUtcOffset(OfSeconds(middle)) == newOffset)
                with = middle;
            else
                without = middle;
        }

        return OfSeconds(with);
    }

    static DateTime OfSeconds(long seconds) => new(seconds * TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    static DateTime Shift(DateTime instant, TimeSpan by) =>
        new(Math.Clamp(instant.Ticks + by.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
}
