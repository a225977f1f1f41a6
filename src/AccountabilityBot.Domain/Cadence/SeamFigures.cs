namespace AccountabilityBot.Domain.Cadence;

/// <summary>How many of the promises of a kind that ended in a period were kept.</summary>
/// <param name="Promise">Its name, as <see cref="Leads.Lead.NameOf"/> gives it.</param>
public sealed record KeptCount(string Promise, int Kept, int Of)
{
    public int Share => Percent.Of(Kept, Of);
}

/// <summary>How many leads of a source came in a period, and how many were won in it.</summary>
/// <param name="Source">Id of a source of the revenue model, or the sender's own word.</param>
public sealed record SourceFlow(string Source, int Received, int Won);

/// <summary>What lies at a seam at this moment and is in nobody's hands, or in hands that say nothing.</summary>
/// <param name="Value">By currency, in its minor units.</param>
/// <param name="MedianAge">From the buyer's coming to now.</param>
public sealed record Leak(int Count, IReadOnlyDictionary<string, long> Value, TimeSpan MedianAge)
{
    public static Leak None { get; } = new(0, new Dictionary<string, long>(), TimeSpan.Zero);

    /// <param name="ages">In any order, at least one.</param>
    public static TimeSpan Median(IEnumerable<TimeSpan> ages)
    {
        long[] sorted = [.. ages.Select(age => age.Ticks).Order()];
        var middle = sorted.Length / 2;
        return TimeSpan.FromTicks(sorted.Length % 2 is 1 ? sorted[middle] : (sorted[middle - 1] / 2) + (sorted[middle] / 2));
    }
}

/// <summary>
/// One seam in one period: what came to pass in it, and how it stood when it was counted. This is what a digest keeps; trends
/// are read from it, so that a digest costs what its own period holds, however long the history is.
/// </summary>
/// <param name="Seam">Id, as the leads name it.</param>
/// <param name="From">Id of the department that handed over.</param>
/// <param name="To">Id of the department that received.</param>
public sealed record SeamFigures(string Seam, string From, string To)
{
    /// <summary>The last place of <see cref="CloseWeeks"/>: so many weeks, and longer.</summary>
    public const int LongestCloseWeeks = 52;

    /// <summary>Senders may call a source whatever they like.</summary>
    public const int MostSources = 12;

    public Flow Came { get; init; } = Flow.None;

    /// <summary>Of the leads that were won in the period, how many had come to each step before.</summary>
    public Flow WonVia { get; init; } = Flow.None;

    /// <summary>The wins of the period by whole weeks from the buyer's coming; one that is said to have been won before it came is in none.</summary>
    public IReadOnlyList<int> CloseWeeks { get; init; } = [];

    /// <summary>What was won in the period, by currency, in its minor units.</summary>
    public IReadOnlyDictionary<string, long> WonValue { get; init; } = new Dictionary<string, long>();

    /// <summary>What the open opportunities are worth, by currency, in its minor units.</summary>
    public IReadOnlyDictionary<string, long> OpenValue { get; init; } = new Dictionary<string, long>();

    /// <summary>Open opportunities, and those of them of which nobody knows what they are worth.</summary>
    public int OpenDeals { get; init; }

    public int OpenWithoutValue { get; init; }

    /// <summary>Leads that somebody works on, by the step they stand at and the place of their age in <see cref="Arrivals.AgesFrom"/>.</summary>
    public IReadOnlyDictionary<Step, int[]> OpenAges { get; init; } = new Dictionary<Step, int[]>();

    public IReadOnlyList<KeptCount> Promises { get; init; } = [];

    /// <summary>The sources of which most came, at most <see cref="MostSources"/>.</summary>
    public IReadOnlyList<SourceFlow> Sources { get; init; } = [];

    public Leak Leak { get; init; } = Leak.None;

    /// <summary>Whether there is anything to say about it.</summary>
    public bool IsAny => Came.IsAny || Promises.Count > 0 || Leak.Count > 0 || OpenDeals > 0;

    /// <summary>The sources of several seams together, the largest first.</summary>
    public static IReadOnlyList<SourceFlow> Sum(IEnumerable<SourceFlow> sources) =>
    [
        .. sources.GroupBy(one => one.Source).Select(same => new SourceFlow(same.Key, same.Sum(one => one.Received), same.Sum(one => one.Won)))
            .OrderByDescending(one => one.Received).ThenByDescending(one => one.Won).ThenBy(one => one.Source, StringComparer.Ordinal).Take(MostSources),
    ];

    /// <summary>Sums by currency: amounts in two currencies are never added up.</summary>
    public static IReadOnlyDictionary<string, long> Sum(IEnumerable<IReadOnlyDictionary<string, long>> amounts) =>
        amounts.SelectMany(amount => amount).GroupBy(one => one.Key).OrderBy(same => same.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Sum(one => one.Value));

    /// <summary>The promises of several seams together, in the order of their kinds.</summary>
    public static IReadOnlyList<KeptCount> Sum(IEnumerable<KeptCount> counts) =>
        [.. counts.GroupBy(one => one.Promise).Select(same => new KeptCount(same.Key, same.Sum(one => one.Kept), same.Sum(one => one.Of)))];
}
