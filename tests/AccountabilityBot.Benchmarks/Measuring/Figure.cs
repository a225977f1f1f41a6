using System.Runtime.InteropServices;

namespace AccountabilityBot.Benchmarks.Measuring;

/// <summary>One line of the table.</summary>
/// <param name="Ratio">Median over the rounds, with the least and the greatest.</param>
/// <param name="Met">None where no target was set.</param>
sealed record Figure(string Scenario, string Floor, string Subject, string Ratio, string Target, bool? Met)
{
    public static Figure Skipped(string scenario, string why) => new(scenario, "", "", "", $"skipped: {why}", null);

    /// <summary>A rule that holds or does not, met on the way to a figure.</summary>
    public static Figure Rule(string scenario, string found, string rule, bool met) => new(scenario, "", found, "", rule, met);
}

static class FigureTable
{
    public static string Heading =>
        """
        | scenario | floor | subject | ratio: median (least to greatest) | target | met? |
        |---|---|---|---|---|---|
        """;

    public static string Row(Figure figure) =>
        $"| {figure.Scenario} | {figure.Floor} | {figure.Subject} | {figure.Ratio} | {figure.Target} | {figure.Met switch { true => "yes", false => "NO", null => "" }} |";

    /// <summary>What the figures were measured on: without it a ratio is half a sentence.</summary>
    public static string Machine()
    {
        const string cpuInfo = "/proc/cpuinfo";
        var model = File.Exists(cpuInfo)
            ? File.ReadLines(cpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
            : null;
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30);
        return $"{Environment.ProcessorCount} × {model ?? RuntimeInformation.ProcessArchitecture.ToString()}, {memory:0} GB, "
            + $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";
    }
}
