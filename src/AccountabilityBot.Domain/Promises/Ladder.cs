namespace AccountabilityBot.Domain.Promises;

/// <summary>What happens on one rung. Stored: the numbers never change.</summary>
public enum RungKind
{
    /// <summary>The person who promised is reminded, in private.</summary>
    Nudge = 1,

    /// <summary>Somebody else hears of it and may help: the department's head, unless the segment names another.</summary>
    SecondLine = 2,

    /// <summary>The lead goes to the next hand.</summary>
    Reassign = 3,

    /// <summary>The lead goes on the guardian's list.</summary>
    Guardian = 4,
}

/// <summary>One rung as the revenue model writes it.</summary>
/// <param name="Percent">When: in hundredths of the promised working time. 150 is half as much again.</param>
public sealed record LadderStep(int Percent, RungKind Kind);

/// <summary>
/// What happens step by step while a promise is not kept, written down in advance. It is frozen on the lead when the promise
/// begins, so that a later change of the model bends no running promise.
/// </summary>
/// <param name="Steps">In the order of their percent.</param>
public sealed record Ladder(IReadOnlyList<LadderStep> Steps)
{
    /// <summary>For the answer to an offer and for the first touch.</summary>
    public static readonly Ladder Usual = new(
    [
        new(50, RungKind.Nudge),
        new(80, RungKind.Nudge),
        new(100, RungKind.SecondLine),
        new(150, RungKind.Reassign),
    ]);

    /// <summary>For the follow-up: whoever has spoken with the buyer keeps the lead, and hears of it before anybody else does.</summary>
    public static readonly Ladder ForFollowUp = new(
    [
        new(100, RungKind.Nudge),
        new(150, RungKind.Nudge),
        new(200, RungKind.SecondLine),
    ]);

    public bool Equals(Ladder? other) => other is not null && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode() => Steps.Aggregate(0, HashCode.Combine);

    /// <summary>The steps' names in their order: <c>nudge-1</c>, <c>nudge-2</c>, <c>second-line</c>, <c>reassign</c>. Stored: they never change.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            var nudges = 0;
            return
            [
                .. Steps.Select(step => step.Kind switch
                {
                    RungKind.Nudge => $"nudge-{++nudges}",
                    RungKind.SecondLine => "second-line",
                    RungKind.Reassign => "reassign",
                    _ => "guardian",
                }),
            ];
        }
    }
}
