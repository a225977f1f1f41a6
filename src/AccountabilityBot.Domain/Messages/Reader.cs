using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Messages;

/// <summary>The clock on the wall of whoever reads a message, and the hours in which they work by it.</summary>
/// <param name="Works">None: nobody says when.</param>
public sealed record Reader(TimeZoneInfo Zone, WorkingCalendar? Works)
{
    /// <summary>When this person's present day began.</summary>
    /// <returns>UTC.</returns>
    public DateTimeOffset DayStart(DateTimeOffset now) => LocalTime.ToInstant(DayOf(now), TimeOnly.MinValue, Zone);

    /// <summary>A time on the wall of the next day, by the date the wall shows now.</summary>
    /// <returns>UTC.</returns>
    public DateTimeOffset Tomorrow(TimeOnly at, DateTimeOffset now) => LocalTime.ToInstant(DayOf(now).AddDays(1), at, Zone);

    /// <summary>
    /// Until when this person is left alone: the end of the quiet hours, or the beginning of their work if that is earlier.
    /// Who works in the night is not disturbed by a message in the night.
    /// </summary>
    /// <param name="quiet">On the wall; an end that is not after the start lies on the next day, and equal ones are none at all.</param>
    /// <returns>UTC, after <paramref name="now"/>; none: they may be written to now.</returns>
    public DateTimeOffset? QuietUntil(HourBlock quiet, DateTimeOffset now)
    {
        if (QuietEnd(quiet, now) is not { } end)
            return null;
        if (Works?.NextWindow(now) is not { } work)
            return end;
        if (work.Start <= now)
            return null;
        return work.Start < end ? work.Start : end;
    }

    /// <summary>Compared as instants: on a day that shows an hour twice, the wall alone does not tell which of them it is.</summary>
    DateTimeOffset? QuietEnd(HourBlock quiet, DateTimeOffset now)
    {
        if (quiet.Start == quiet.End)
            return null;
        var today = DayOf(now);
        DateTimeOffset? quietUntil = null;
        // Yesterday's may reach into today; where a clock goes back over midnight, tomorrow's may have begun; and where a
        // whole day is left out, one night goes over into the next.
        for (var day = today.AddDays(-1); day <= today.AddDays(1); day = day.AddDays(1))
        {
            var (start, end) = (InstantOf(day, quiet.Start), InstantOf(quiet.End > quiet.Start ? day : day.AddDays(1), quiet.End));
            var at = quietUntil ?? now;
            if (start <= at && at < end)
                quietUntil = end;
        }

        return quietUntil;
    }

    DateTimeOffset InstantOf(DateOnly day, TimeSpan sinceMidnight) => sinceMidnight < TimeSpan.FromHours(24)
        ? LocalTime.ToInstant(day, TimeOnly.FromTimeSpan(sinceMidnight), Zone)
        : LocalTime.ToInstant(day.AddDays(1), TimeOnly.MinValue, Zone);

    DateOnly DayOf(DateTimeOffset at) => LocalTime.DayIn(Zone, at);
}
