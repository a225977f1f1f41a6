namespace AccountabilityBot.Domain.Council;

/// <summary>Where an experiment stands. Stored: the numbers never change.</summary>
public enum ExperimentState
{
    Running = 1,

    /// <summary>It goes on, and gets what it needs.</summary>
    Funded = 2,

    /// <summary>It ends; what was learnt stays.</summary>
    Retired = 3,
}

/// <summary>What somebody typed who wants to try something.</summary>
/// <param name="Number">Id of the number it is to move; none: none is named.</param>
/// <param name="Owner">None: nobody whom the directory lists.</param>
public sealed record ExperimentPlan(string? Hypothesis, string? Number, PersonId? Owner, DateOnly? StartOn, DateOnly? EndOn);

/// <summary>Something that is tried for a while, with a number and a last day agreed on beforehand.</summary>
public sealed class Experiment
{
    public const int LongestHypothesis = 300;

    /// <summary>Longer, and it is no experiment but how things are done.</summary>
    public const int MostDays = 366;

    /// <summary>What has been tried longer without being written down has no beginning to compare with.</summary>
    public const int MostDaysBack = 92;

    Experiment()
    {
    }

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public ExperimentState State { get; private set; }

    public string Hypothesis { get; private set; } = "";

    /// <summary>Id of the number it is to move.</summary>
    public string? NumberId { get; private set; }

    public PersonId Owner { get; private set; }

    /// <summary>By the company's calendar, as <see cref="EndOn"/> is.</summary>
    public DateOnly StartOn { get; private set; }

    /// <summary>The day on which the council asks what came of it.</summary>
    public DateOnly EndOn { get; private set; }

    /// <summary>What came of it, in a sentence.</summary>
    public string? Result { get; private set; }

    public PersonId AddedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    public PersonId? EndedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether the council is to say what becomes of it.</summary>
    public bool IsDue(DateOnly today) => State is ExperimentState.Running && today >= EndOn;

    /// <param name="isNumber">Whether such a number is tracked.</param>
    /// <param name="today">By the company's calendar.</param>
    public static (Experiment? Experiment, Refusal? Refusal) Begin(
        ExperimentPlan plan, bool isMember, Func<string, bool> isNumber, PersonId by, DateOnly today, Guid id, DateTimeOffset now)
    {
        if (!isMember)
            return (null, CouncilRefusals.NotAMember());
        if (string.IsNullOrWhiteSpace(plan.Hypothesis))
            return (null, ExperimentRefusals.HypothesisMissing());
        if (plan.Hypothesis.Length > LongestHypothesis)
            return (null, ExperimentRefusals.HypothesisTooLong());
        if (plan.Number is { } number && !isNumber(number))
            return (null, ExperimentRefusals.NumberUnknown());
        if (plan.Owner is not { } owner)
            return (null, ExperimentRefusals.OwnerMissing());
        if (plan is not { StartOn: { } start, EndOn: { } end })
            return (null, ExperimentRefusals.DaysMissing());
        if (end <= start || end <= today || end.DayNumber - start.DayNumber > MostDays || start.DayNumber < today.DayNumber - MostDaysBack || start.DayNumber > today.DayNumber + MostDays)
            return (null, ExperimentRefusals.DaysOutOfRange());
        return (new Experiment
        {
            Id = id,
            Version = 1,
            State = ExperimentState.Running,
            Hypothesis = plan.Hypothesis.Trim(),
            NumberId = plan.Number,
            Owner = owner,
            StartOn = start,
            EndOn = end,
            AddedBy = by,
            AddedAt = now,
        }, null);
    }

    /// <summary>The council funds it or retires it; before its last day too, where the answer is clear.</summary>
    /// <returns>None: it is decided so.</returns>
    public Refusal? End(ExperimentState to, bool isMember, PersonId by, string? result, DateTimeOffset now)
    {
        if (!isMember)
            return CouncilRefusals.NotAMember();
        if (State is not ExperimentState.Running)
            return ExperimentRefusals.OverAlready();
        if (string.IsNullOrWhiteSpace(result))
            return ExperimentRefusals.ResultMissing();
        if (result.Length > CouncilRefusals.LongestWhy)
            return CouncilRefusals.WhyTooLong();
        (State, Result, EndedBy, EndedAt) = (to, result.Trim(), by, now);
        Version++;
        return null;
    }
}

/// <summary>Every refusal of an experiment. The sentence of each stands in the resource files under <c>refusal.</c> and its code.</summary>
public static class ExperimentRefusals
{
    public static Refusal HypothesisMissing() => Invalid("experiment.hypothesis-missing");

    public static Refusal HypothesisTooLong() => Invalid("experiment.hypothesis-too-long", Experiment.LongestHypothesis);

    public static Refusal NumberUnknown() => Invalid("experiment.number-unknown");

    public static Refusal OwnerMissing() => Invalid("experiment.owner-missing");

    public static Refusal DaysMissing() => Invalid("experiment.days-missing");

    public static Refusal DaysOutOfRange() => Invalid("experiment.days-out-of-range", Experiment.MostDaysBack, Experiment.MostDays);

    public static Refusal ResultMissing() => Invalid("experiment.result-missing");

    public static Refusal OverAlready() => new("experiment.over-already", RefusalKind.Stale);

    static Refusal Invalid(string code, params object?[] args) => new(code, RefusalKind.Invalid, args);
}
