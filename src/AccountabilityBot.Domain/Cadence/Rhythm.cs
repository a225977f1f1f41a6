namespace AccountabilityBot.Domain.Cadence;

/// <summary>How often something comes round.</summary>
public enum Every
{
    Week = 1,
    Fortnight = 2,

    /// <summary>On the first such day of the month.</summary>
    Month = 3,

    /// <summary>On the first such day of the quarter.</summary>
    Quarter = 4,
}

/// <summary>
/// Something that comes round by the clock on a wall: on one day of the week, at one time. What comes round is named by its
/// day, and not by an instant: a channel that changes its zone between two of them neither misses one nor gets one twice.
/// </summary>
/// <param name="Day">Of the week.</param>
/// <param name="At">By the clock on the wall; a time that a change of the clock skips means the end of the gap.</param>
public sealed record Rhythm(Every Every, DayOfWeek Day, TimeOnly At)
{
    /// <summary>A Monday, from which fortnights are counted: weeks of a year would come out odd twice where a year has 53 of them.</summary>
    static readonly DateOnly _firstMonday = new(2000, 1, 3);

    /// <summary>Monday at nine, each week.</summary>
    public static Rhythm Usual { get; } = new(Every.Week, DayOfWeek.Monday, new TimeOnly(9, 0));

    /// <summary>Whether it comes round on this day.</summary>
    public bool IsOn(DateOnly day) => day.DayOfWeek == Day && Every switch
    {
        Every.Fortnight => (day.DayNumber - _firstMonday.DayNumber) / 7 % 2 == 0,
        Every.Month => day.Day <= 7,
        Every.Quarter => day.Day <= 7 && day.Month % 3 == 1,
        _ => true,
    };

    /// <summary>The last day, up to this one, on which it came round.</summary>
    public DateOnly LastOn(DateOnly day)
    {
        while (!IsOn(day))
            day = day.AddDays(-1);
        return day;
    }

    /// <summary>The first day after this one on which it comes round.</summary>
    public DateOnly NextAfter(DateOnly day)
    {
        do
            day = day.AddDays(1);
        while (!IsOn(day));
        return day;
    }

    /// <summary>When it comes round on this day.</summary>
    /// <returns>UTC.</returns>
    public DateTimeOffset InstantOn(DateOnly day, TimeZoneInfo zone) => LocalTime.ToInstant(day, At, zone);

    /// <summary>What is due now and has not come yet; of several that were missed, the last: nobody reads two in one morning.</summary>
    /// <param name="lastOn">The day of the one that came last; none: none has come yet.</param>
    /// <param name="since">UTC; what was due before is none of it: the channel was not there yet.</param>
    /// <returns>Its day; none: nothing is due.</returns>
    public DateOnly? DueOn(DateOnly? lastOn, DateTimeOffset since, TimeZoneInfo zone, DateTimeOffset now)
    {
        var day = LastOn(LocalTime.DayIn(zone, now));
        if (InstantOn(day, zone) > now)
            day = LastOn(day.AddDays(-1));
        return day > (lastOn ?? DateOnly.MinValue) && InstantOn(day, zone) >= since ? day : null;
    }

    /// <summary>The day on which it comes round next: today, while its time is still to come.</summary>
    public DateOnly NextOn(TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = LocalTime.DayIn(zone, now);
        return IsOn(today) && InstantOn(today, zone) > now ? today : NextAfter(today);
    }
}
