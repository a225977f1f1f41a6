using AccountabilityBot.Domain.People;

namespace AccountabilityBot.Domain.Commitments;

/// <summary>When the steps of a promise that slips are due, by the days of its owner.</summary>
public static class Slipping
{
    /// <summary>The zone furthest from UTC is 14 hours ahead (Kiritimati). Source: IANA time zone database.</summary>
    static readonly TimeSpan FurthestOffset = TimeSpan.FromHours(14);

    /// <summary>Nowhere in the world is a day over before this: worth a look, whoever the owner is.</summary>
    /// <returns>UTC.</returns>
    public static DateTimeOffset Earliest(DateOnly day) => new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) - FurthestOffset;

    /// <summary>The first moment at which the owner is at work on a day after this one.</summary>
    /// <returns>UTC; none: their calendar holds no such hour.</returns>
    public static DateTimeOffset? MorningAfter(Availability owner, DateOnly day) =>
        owner.NextAt(LocalTime.ToInstant(day.AddDays(1), TimeOnly.MinValue, owner.Calendar.Zone));

    /// <summary>The beginning of the so-manyth day of work after the one on which this was; a day they are out on is none.</summary>
    /// <returns>UTC.</returns>
    public static DateTimeOffset AfterDays(Availability owner, DateTimeOffset from, int days)
    {
        var at = from;
        for (var day = 0; day < days; day++)
        {
            if (MorningAfter(owner, LocalTime.DayIn(owner.Calendar.Zone, at)) is not { } next)
                return from.AddDays(7);
            at = next;
        }

        return at;
    }
}
