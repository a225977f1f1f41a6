namespace AccountabilityBot.Domain.Council;

/// <summary>What has become of a proposed change of the rules. Stored: the numbers never change.</summary>
public enum RuleChangeState
{
    /// <summary>The council has not looked at it yet.</summary>
    Drafted = 1,
    Approved = 2,
    Rejected = 3,

    /// <summary>The council wants to look at it again.</summary>
    Parked = 4,
}

/// <summary>What a proposed change is about. Stored: they never change.</summary>
public static class RuleChangeKinds
{
    /// <summary>One reject reason dominates a source.</summary>
    public const string ReasonDominates = "reason-dominates";
}

/// <summary>A change of the rules that the data suggests, with that data attached as it was when it was drafted.</summary>
public sealed class RuleChange
{
    /// <summary>So many leads are named as examples at most.</summary>
    public const int MostExamples = 5;

    RuleChange()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Counts every change; guards against two decisions at once.</summary>
    public int Version { get; private set; }

    public RuleChangeState State { get; private set; }

    /// <summary>A literal of <see cref="RuleChangeKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    public string Source { get; private set; } = "";

    public string Reason { get; private set; } = "";

    /// <summary>Id of the department that hands the leads over.</summary>
    public string FromDepartment { get; private set; } = "";

    /// <summary>Id of the department that answers them.</summary>
    public string ToDepartment { get; private set; } = "";

    public int Answers { get; private set; }

    /// <summary>Answers that gave the reason.</summary>
    public int Rejects { get; private set; }

    /// <summary>UTC; the period that was looked at.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>UTC; no part of the period.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>Numbers of leads that were rejected for the reason, the latest first.</summary>
    public IReadOnlyList<long> Examples { get; private set; } = [];

    /// <summary>The quarter in which it was drafted, by the company's calendar: 2026-Q4. One draft of a kind a quarter.</summary>
    public string Quarter { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset DraftedAt { get; private set; }

    /// <summary>Whether the council has still to decide.</summary>
    public bool IsOpen => State is RuleChangeState.Drafted or RuleChangeState.Parked;

    /// <summary>The council's decision; a reject needs its reason, and the others may have one.</summary>
    /// <returns>None: it is decided so.</returns>
    public Refusal? Decide(CouncilVerdict verdict, bool isMember, string? why)
    {
        if (CouncilRefusals.Of(isMember, verdict, why, !IsOpen, State is RuleChangeState.Parked) is { } refusal)
            return refusal;
        State = verdict switch
        {
            CouncilVerdict.Approve => RuleChangeState.Approved,
            CouncilVerdict.Reject => RuleChangeState.Rejected,
            _ => RuleChangeState.Parked,
        };
        Version++;
        return null;
    }

    /// <summary>In percent of all answers, rounded.</summary>
    public int Share => (int)Math.Round(100m * Rejects / Answers, MidpointRounding.AwayFromZero);

    /// <param name="examples">The latest first; more than <see cref="MostExamples"/> are left out.</param>
    /// <param name="today">By the company's calendar.</param>
    public static RuleChange Draft(RuleChangeDraft draft, (DateTimeOffset From, DateTimeOffset Until) period, IEnumerable<long> examples, DateOnly today, Guid id, DateTimeOffset now) => new()
    {
        Id = id,
        Version = 1,
        State = RuleChangeState.Drafted,
        Kind = RuleChangeKinds.ReasonDominates,
        Source = draft.Source,
        Reason = draft.Reason,
        FromDepartment = draft.From,
        ToDepartment = draft.To,
        Answers = draft.Answers,
        Rejects = draft.Rejects,
        From = period.From,
        Until = period.Until,
        Examples = [.. examples.Take(MostExamples)],
        Quarter = QuarterOf(today),
        DraftedAt = now,
    };

    public static string QuarterOf(DateOnly day) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day.Year:0000}-Q{(day.Month + 2) / 3}");
}
