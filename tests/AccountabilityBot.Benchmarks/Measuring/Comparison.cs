namespace AccountabilityBot.Benchmarks.Measuring;

/// <summary>A floor and a subject, measured in turns so that whatever else the machine does falls on both.</summary>
sealed record Comparison(IReadOnlyList<Load> Floor, IReadOnlyList<Load> Subject)
{
    /// <summary>Of each round, the subject's throughput by the floor's; in ascending order.</summary>
    public IReadOnlyList<double> Ratios { get; } = [.. Floor.Zip(Subject, (floor, subject) => subject.PerSecond / floor.PerSecond).Order()];

    /// <summary>Floor, subject, floor, subject… The first pair only warms up.</summary>
    /// <param name="rounds">Pairs that count.</param>
    /// <param name="floor">Gets the number of the round; 0 is the one that warms up.</param>
    /// <param name="subject">Likewise.</param>
    public static async Task<Comparison> RunAsync(int rounds, Func<int, Task<Load>> floor, Func<int, Task<Load>> subject)
    {
        var (floors, subjects) = (new List<Load>(), new List<Load>());
        for (var round = 0; round <= rounds; round++)
        {
            var (one, other) = (await floor(round), await subject(round));
            if (round == 0)
                continue;
            floors.Add(one);
            subjects.Add(other);
        }

        return new Comparison(floors, subjects);
    }

    public Figure ByThroughput(string scenario, double? atLeast) => new(
        scenario,
        $"{Median(Floor.Select(load => load.PerSecond)):N0}/s",
        $"{Median(Subject.Select(load => load.PerSecond)):N0}/s",
        Spread,
        atLeast is { } target ? $"≥ {target:0.00}" : "",
        atLeast is null ? null : Median(Ratios) >= atLeast);

    /// <param name="share">0.99 for the answer that one in a hundred is slower than.</param>
    /// <param name="atMost">Milliseconds.</param>
    public Figure ByLatency(string scenario, double share, double? atMost)
    {
        var (floor, subject) = (Percentile(Floor, share), Percentile(Subject, share));
        return new Figure(
            scenario, $"{floor:0.0} ms", $"{subject:0.0} ms", $"{subject / floor:0.0} × as long",
            atMost is { } target ? $"< {target:0} ms" : "", atMost is null ? null : subject < atMost);
    }

    public Figure ByWallTime(string scenario) => new(
        scenario,
        $"{Median(Floor.Select(load => load.Elapsed.TotalMilliseconds)):N0} ms",
        $"{Median(Subject.Select(load => load.Elapsed.TotalMilliseconds)):N0} ms",
        Spread, "", null);

    string Spread => $"{Median(Ratios):0.00} ({Ratios[0]:0.00} to {Ratios[^1]:0.00})";

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double Percentile(IReadOnlyList<Load> loads, double share)
    {
        double[] sorted = [.. loads.SelectMany(load => load.Milliseconds).Order()];
        return sorted[(int)Math.Ceiling(sorted.Length * share) - 1];
    }
}
