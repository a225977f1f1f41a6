namespace AccountabilityBot.Domain;

/// <summary>Wall-clock times and the instants they mean, on the days clocks change too.</summary>
public static class LocalTime
{
    /// <summary>
    /// The instant of a wall-clock time. A time that the spring change skips means the first minute after the gap; one that
    /// the autumn change repeats means its first occurrence.
    /// </summary>
    /// <returns>UTC.</returns>
    public static DateTimeOffset ToInstant(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        // The longest known gap is a whole day (Apia crossed the date line in 2011); gaps are whole minutes.
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
