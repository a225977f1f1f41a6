using AccountabilityBot.Domain.Numbers;

namespace AccountabilityBot.Domain.Council;

/// <summary>Whether a decision helped, as far as figures tell.</summary>
public enum Help
{
    TooEarly,
    Better,
    Worse,
    NoDifference,

    /// <summary>Nobody said which way is good, or there is nothing to compare with.</summary>
    Unknown,
}

/// <summary>So many of so many.</summary>
public readonly record struct Part(int Of, int All)
{
    /// <summary>Rounded percent; none of none is none.</summary>
    public int Percent => All == 0 ? 0 : (int)Math.Round(100m * Of / All, MidpointRounding.AwayFromZero);
}

/// <summary>Looks at a figure before a decision and since, and says what can honestly be said.</summary>
public static class Helped
{
    /// <summary>How far back from a decision is looked.</summary>
    public const int Days = 30;

    /// <summary>Fewer than these are chance.</summary>
    public const int AtLeast = 12;

    /// <summary>In points of a hundred: what lies within is no difference.</summary>
    const int NoticedPoints = 5;

    /// <summary>In percent of the value at the start: likewise.</summary>
    const int NoticedPercent = 1;

    /// <param name="lessIsBetter">Of a reject reason; more is better of promises kept.</param>
    public static Help Of(Part before, Part since, bool lessIsBetter)
    {
        if (since.All < AtLeast)
            return Help.TooEarly;
        if (before.All < AtLeast)
            return Help.Unknown;
        // In whole numbers: a share is not a rounding away from another.
        var change = (100L * since.Of * before.All) - (100L * before.Of * since.All);
        if (Math.Abs(change) < (long)NoticedPoints * before.All * since.All)
            return Help.NoDifference;
        return change > 0 == lessIsBetter ? Help.Worse : Help.Better;
    }

    /// <param name="direction">Which way is good; none: nobody said.</param>
    /// <param name="isNew">Whether <paramref name="now"/> is of a later period than <paramref name="atStart"/>.</param>
    public static Help Of(decimal? atStart, decimal? now, Direction? direction, bool isNew)
    {
        if (now is null || !isNew)
            return Help.TooEarly;
        if (atStart is not { } start || direction is null)
            return Help.Unknown;
        var change = now.Value - start;
        if (change == 0 || Math.Abs(change) * 100 < Math.Abs(start) * NoticedPercent)
            return Help.NoDifference;
        return change > 0 == (direction is Direction.Up) ? Help.Better : Help.Worse;
    }
}

/// <summary>The rhythm measures itself: how long a proposal waits for its decision.</summary>
public static class CouncilPace
{
    /// <summary>Of several in the middle of two, the mean of both.</summary>
    /// <param name="waits">From the proposal to the decision, elapsed time.</param>
    /// <returns>In days, to one decimal; none: nothing was decided.</returns>
    public static decimal? MedianDays(IEnumerable<TimeSpan> waits)
    {
        var sorted = waits.Order().ToList();
        if (sorted.Count == 0)
            return null;
        var middle = (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        return Math.Round((decimal)middle.TotalDays, 1, MidpointRounding.AwayFromZero);
    }
}

/// <summary>A number's value held against its target.</summary>
public static class Targets
{
    /// <returns>None: there is no target, or nobody said which way is good.</returns>
    public static bool? IsMet(NumberFacts facts, decimal value) => facts switch
    {
        { Target: { } target, Direction: Direction.Up } => value >= target,
        { Target: { } target, Direction: Direction.Down } => value <= target,
        _ => null,
    };

    /// <summary>How far it lies from its target, as a part of the target: so different units can stand in one order.</summary>
    public static decimal Distance(NumberFacts facts, decimal value) =>
        facts.Target is not { } target ? 0 : Math.Abs(value - target) / (target == 0 ? 1 : Math.Abs(target));
}
