namespace AccountabilityBot.Domain.Numbers;

/// <summary>Which way a number is to go.</summary>
public enum Direction
{
    /// <summary>More is better: the target is to be reached, the floor not to be fallen below.</summary>
    Up = 1,

    /// <summary>Less is better: the target is to be kept under, the cap not to be exceeded.</summary>
    Down = 2,
}

/// <summary>How often a number gets a value.</summary>
public enum Period
{
    Week = 1,
    Month = 2,
    Quarter = 3,
}

/// <summary>
/// What a number means and what is expected of it, whoever holds it: as the revenue model or a registry says it. Amounts
/// are in the number's own <see cref="Unit"/>.
/// </summary>
/// <param name="Id">Never changes, for values and the ledger name it: 1 to 60 letters, digits, dots, hyphens, underscores.</param>
/// <param name="Name">What people call it; two numbers may be called alike (of two departments), and are then asked back for.</param>
public sealed record NumberFacts(string Id, string Name)
{
    /// <summary>Other names of it, each of this number alone.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public NumberDefinition? Definition { get; init; }

    /// <summary><c>%</c>, <c>EUR</c>, <c>hours</c>, <c>count</c>; none: a bare figure without a target.</summary>
    public string? Unit { get; init; }

    /// <summary>None: nobody said which way is good.</summary>
    public Direction? Direction { get; init; }

    public decimal? Target { get; init; }

    /// <summary>Must not fall below.</summary>
    public decimal? Floor { get; init; }

    /// <summary>Must not rise above.</summary>
    public decimal? Cap { get; init; }

    public decimal? Plan { get; init; }

    public decimal? Forecast { get; init; }

    public Period Period { get; init; } = Period.Month;

    /// <summary>Calendar days after the end of a period by which its value is to be there; later the number shows as stale.</summary>
    public int FreshnessDays { get; init; } = 10;

    /// <summary>Id of the department whose number it is; or, of a registry, its own word for one.</summary>
    public string? Department { get; init; }

    /// <summary>As it was written: a person (object id, e-mail address, name), a role, or several of them with <c>/</c> between.</summary>
    public string? Owner { get; init; }

    /// <summary>Who enters the values, written as the owner is; none: the owner does.</summary>
    public string? Keeper { get; init; }

    /// <summary>Id of the number that this one helps to move.</summary>
    public string? Supports { get; init; }

    /// <summary>When somebody is to look at it again.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>Which figure of our own ledger is its value (<c>speed-to-lead-median</c>); none: values are entered or pushed.</summary>
    public string? Computed { get; init; }

    /// <summary>Everything it is called by.</summary>
    public IEnumerable<string> Spellings => [Name, .. Aliases];
}

/// <summary>What is counted, and who agreed to it.</summary>
/// <param name="Text">In a sentence or a few.</param>
/// <param name="Trigger">What makes something count: "the first meeting took place".</param>
/// <param name="SourceField">Where it is read: <c>Opportunity.StageName</c>.</param>
/// <param name="Version">From 1; a changed text is a new version.</param>
public sealed record NumberDefinition(string Text, string? Trigger = null, string? SourceField = null, int Version = 1)
{
    /// <summary>As it was written.</summary>
    public string? ApprovedBy { get; init; }

    public DateOnly? ApprovedOn { get; init; }
}
