using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Numbers.Figures;

/// <summary>A lead that was touched for the first time in the period.</summary>
/// <param name="ReceivedAt">UTC.</param>
/// <param name="TouchedAt">UTC.</param>
/// <param name="Calendar">Of the department that received it.</param>
public sealed record Touch(DateTimeOffset ReceivedAt, DateTimeOffset TouchedAt, WorkingCalendar Calendar);

/// <summary>How often something happened in the period.</summary>
/// <param name="Reason">Id of the reject reason; none: accepted.</param>
public sealed record AnswerCount(string? Reason, int Count);

/// <summary>How many promises ended so in the period.</summary>
public sealed record PromiseCount(PromiseOutcome Outcome, int Count);

/// <summary>
/// The figures, as pure functions over the rows of one period. None of a period without rows: a rate over nothing is no zero.
/// </summary>
public static class Counting
{
    const decimal Ninetieth = 0.9m;

    /// <summary>Minutes or hours, with two decimals.</summary>
    public static decimal? Speed(Figure figure, string unit, IReadOnlyList<Touch> touches)
    {
        if (touches.Count is 0)
            return null;
        // A sender's clock may run ahead of ours: a lead that arrives in the future has waited for nobody.
        long[] ticks = [.. touches.Select(touch => Math.Max(0, TimeOf(touch, figure.Kind).Ticks)).Order()];
        var chosen = figure.Name is Figure.SpeedMedian or Figure.WorkingSpeedMedian ? Median(ticks) : NearestRank(ticks, Ninetieth);
        return Math.Round(chosen / (unit is "hours" ? TimeSpan.TicksPerHour : TimeSpan.TicksPerMinute), 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>Of those who answered, the share that accepted, or that rejected (for one reason, where the figure is narrowed to it).</summary>
    public static decimal? Share(Figure figure, IReadOnlyList<AnswerCount> answers)
    {
        var all = answers.Sum(answer => answer.Count);
        return all is 0 ? null : Percent(answers.Where(Counts).Sum(answer => answer.Count), all);

        bool Counts(AnswerCount answer) => figure.Name is Figure.AcceptanceRate
            ? answer.Reason is null
            : answer.Reason is { } reason && (figure.Reason is null || figure.Reason == reason);
    }

    /// <summary>Of the promises that were kept, late or broken; one that others made void is neither.</summary>
    public static decimal? Kept(IReadOnlyList<PromiseCount> promises)
    {
        var counted = promises.Where(promise => promise.Outcome is not PromiseOutcome.Void).ToList();
        var all = counted.Sum(promise => promise.Count);
        return all is 0 ? null : Percent(counted.Where(promise => promise.Outcome is PromiseOutcome.Kept).Sum(promise => promise.Count), all);
    }

    /// <summary>Of the leads that came in, the share that nobody held.</summary>
    public static decimal? Leaked(int received, int leaked) => received is 0 ? null : Percent(leaked, received);

    static TimeSpan TimeOf(Touch touch, FigureKind kind) => kind is FigureKind.SpeedToLeadWorking
        ? touch.Calendar.WorkingTimeBetween(touch.ReceivedAt, touch.TouchedAt)
        : touch.TouchedAt - touch.ReceivedAt;

    /// <summary>The one in the middle; of two in the middle, what lies half-way.</summary>
    static decimal Median(long[] sorted)
    {
        var middle = sorted.Length / 2;
        return sorted.Length % 2 is 1 ? sorted[middle] : (sorted[middle - 1] + (decimal)sorted[middle]) / 2;
    }

    /// <summary>The smallest of them that so large a part of all is not above.</summary>
    static decimal NearestRank(long[] sorted, decimal part) => sorted[(int)Math.Ceiling(part * sorted.Length) - 1];

    static decimal Percent(int part, int all) => Math.Round(100m * part / all, 2, MidpointRounding.AwayFromZero);
}
