namespace AccountabilityBot.Domain.Numbers;

/// <summary>Which period a value is for, and when it is late. Days are the calendar days of the number's department.</summary>
public static class Freshness
{
    /// <summary>The last day of the period that <paramref name="day"/> lies in; weeks end on Sunday (ISO 8601).</summary>
    public static DateOnly EndOf(Period period, DateOnly day) => period switch
    {
        Period.Week => day.AddDays((7 - (int)day.DayOfWeek) % 7),
        Period.Quarter => FirstOfMonth(day).AddMonths(3 - ((day.Month - 1) % 3)).AddDays(-1),
        _ => FirstOfMonth(day).AddMonths(1).AddDays(-1),
    };

    /// <summary>The last day of the latest period that is over on <paramref name="today"/>.</summary>
    public static DateOnly LastEnded(Period period, DateOnly today) => EndOf(period, today) == today ? Before(period, today) : Before(period, EndOf(period, today));

    /// <summary>The last day on which the value of the period that ended on <paramref name="periodEnd"/> is in time.</summary>
    public static DateOnly DueOn(NumberFacts facts, DateOnly periodEnd) => periodEnd.AddDays(facts.FreshnessDays);

    /// <summary>Whether a value that should be there is not.</summary>
    /// <param name="latest">The end of the latest period that has a value; none: there is no value yet.</param>
    /// <param name="since">The day from which on values are expected: a number that came in yesterday is not late for last month.</param>
    public static bool IsStale(NumberFacts facts, DateOnly? latest, DateOnly since, DateOnly today)
    {
        var expected = LastEnded(facts.Period, today);
        if (DueOn(facts, expected) >= today)
            expected = Before(facts.Period, expected);
        return expected >= since && DueOn(facts, expected) < today && (latest is null || latest < expected);
    }

    /// <summary>The first day of the period that ends on <paramref name="periodEnd"/>.</summary>
    public static DateOnly StartOf(Period period, DateOnly periodEnd) => Before(period, periodEnd).AddDays(1);

    /// <summary>The end of the period before the one that ends on <paramref name="periodEnd"/>.</summary>
    public static DateOnly Before(Period period, DateOnly periodEnd) => period switch
    {
        Period.Week => periodEnd.AddDays(-7),
        Period.Quarter => FirstOfMonth(periodEnd).AddMonths(-2).AddDays(-1),
        _ => FirstOfMonth(periodEnd).AddDays(-1),
    };

    static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
