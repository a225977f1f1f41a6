namespace AccountabilityBot.Domain.Model;

/// <summary>When a pattern in the answers to leads is worth the council's time.</summary>
public sealed record CouncilRules
{
    /// <summary>In percent of all answers: from here on one reject reason dominates.</summary>
    public int Dominates { get; init; } = 40;

    /// <summary>Fewer answers than these are chance.</summary>
    public int AtLeast { get; init; } = 12;

    /// <summary>How many days back the answers are looked at.</summary>
    public int Days { get; init; } = 90;

    internal static IEnumerable<Problem> Check(CouncilRules rules) =>
    [
        .. Rule.Between("council.dominates", rules.Dominates, 1, 100, "percent of all answers"),
        .. Rule.Between("council.atLeast", rules.AtLeast, 2, 10_000, "answers before a pattern is one"),
        .. Rule.Between("council.days", rules.Days, 7, 366, "days that are looked back"),
    ];
}
