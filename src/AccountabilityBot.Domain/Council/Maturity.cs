using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Council;

/// <summary>How well a company does six things, by its own judgement. Capabilities are stored: they never change.</summary>
public static class Maturity
{
    public const int Least = 1;
    public const int Most = 5;

    /// <summary>An average of fewer would tell who said what.</summary>
    public const int FewestForAverage = 2;

    /// <summary>From the question to the one reminder.</summary>
    public static readonly TimeSpan RemindAfter = TimeSpan.FromDays(7);

    public static readonly IReadOnlyList<string> Capabilities = ["definitions", "goals", "hand-offs", "closed-loop", "scorecard", "improvement"];

    /// <summary>The first day of the quarter that a day lies in.</summary>
    public static DateOnly StartOf(DateOnly day) => new(day.Year, day.Month - ((day.Month - 1) % 3), 1);

    /// <summary>The beginning of the first morning of work in the quarter that <paramref name="now"/> lies in, by this person's calendar.</summary>
    /// <returns>UTC; none: they never work.</returns>
    public static DateTimeOffset? AskAt(WorkingCalendar calendar, DateTimeOffset now)
    {
        var start = LocalTime.ToInstant(StartOf(LocalTime.DayIn(calendar.Zone, now)), TimeOnly.MinValue, calendar.Zone);
        return calendar.NextWindow(start)?.Start is { } morning ? morning < start ? start : morning : null;
    }

    /// <param name="scores">Of one quarter, one for each who answered.</param>
    /// <returns>To one decimal; none: too few have answered to tell.</returns>
    public static decimal? Average(string capability, IReadOnlyCollection<IReadOnlyDictionary<string, int>> scores)
    {
        var given = scores.Where(one => one.ContainsKey(capability)).Select(one => one[capability]).ToList();
        return given.Count < FewestForAverage ? null : Math.Round((decimal)given.Sum() / given.Count, 1, MidpointRounding.AwayFromZero);
    }
}

/// <summary>What one person was asked in one quarter, and what they said. Only they see it; the others see averages.</summary>
public sealed class MaturityAssessment
{
    MaturityAssessment()
    {
    }

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    /// <summary>By the person's calendar: 2026-Q4.</summary>
    public string Quarter { get; private set; } = "";

    public PersonId PersonId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>UTC; the last time.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? SkippedAt { get; private set; }

    /// <summary>By capability; empty: nothing was said.</summary>
    public IReadOnlyDictionary<string, int> Scores { get; private set; } = new Dictionary<string, int>();

    public static MaturityAssessment Ask(PersonId person, string quarter, Guid id, DateTimeOffset now) =>
        new() { Id = id, Version = 1, PersonId = person, Quarter = quarter, AskedAt = now };

    public bool MayRemind(string quarter, DateTimeOffset now) =>
        Quarter == quarter && SavedAt is null && SkippedAt is null && RemindedAt is null && now - AskedAt >= Maturity.RemindAfter;

    public void Remind(DateTimeOffset now) => (RemindedAt, Version) = (now, Version + 1);

    /// <summary>In the same quarter it may be said once more, and otherwise.</summary>
    /// <param name="score">Of a capability; none: nothing was chosen.</param>
    /// <param name="quarter">The person's present one.</param>
    /// <returns>None: it is saved.</returns>
    public Refusal? Save(PersonId by, Func<string, int?> score, string quarter, DateTimeOffset now)
    {
        if (WhyNot(by, quarter) is { } refusal)
            return refusal;
        var given = Maturity.Capabilities.ToDictionary(capability => capability, score);
        if (given.Values.Any(one => one is null or < Maturity.Least or > Maturity.Most))
            return MaturityRefusals.ScoreMissing();
        (Scores, SavedAt, SkippedAt, Version) = (given.ToDictionary(one => one.Key, one => one.Value!.Value), now, null, Version + 1);
        return null;
    }

    /// <inheritdoc cref="Save"/>
    public Refusal? Skip(PersonId by, string quarter, DateTimeOffset now)
    {
        if (WhyNot(by, quarter) is { } refusal)
            return refusal;
        if (SavedAt is null && SkippedAt is null)
            (SkippedAt, Version) = (now, Version + 1);
        return null;
    }

    Refusal? WhyNot(PersonId by, string quarter) => by != PersonId ? MaturityRefusals.NotYours() : quarter != Quarter ? MaturityRefusals.QuarterOver() : null;
}

/// <summary>Every refusal of an assessment. The sentence of each stands in the resource files under <c>refusal.</c> and its code.</summary>
public static class MaturityRefusals
{
    public static Refusal NotYours() => new("maturity.not-yours", RefusalKind.NotAllowed);

    public static Refusal QuarterOver() => new("maturity.quarter-over", RefusalKind.Stale);

    public static Refusal ScoreMissing() => new("maturity.score-missing", RefusalKind.Invalid, Maturity.Least, Maturity.Most);
}
