using System.Diagnostics;
using System.Text.Json.Nodes;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Benchmarks.Measuring;
using AccountabilityBot.Leads;

namespace AccountabilityBot.Benchmarks.Cards;

/// <summary>What drawing a lead's card costs by itself, against writing the same JSON from a ready tree.</summary>
static class CardFigures
{
    const int Budget = 25 * 1024;
    const double Target = 0.35;

    public static async IAsyncEnumerable<Figure> MeasureAsync(Settings settings)
    {
        var (view, member) = SampleLead.OnOffer();
        var bytes = LeadCard.ForPerson(view, member.Id).ToUtf8Bytes();
        var tree = JsonNode.Parse(bytes)!;
        var duration = settings.Duration / 4;
        var comparison = await Comparison.RunAsync(
            settings.Rounds,
            _ => Task.FromResult(Repeat(duration, () => tree.ToJsonString().Length)),
            _ => Task.FromResult(Repeat(duration, () => LeadCard.ForPerson(view, member.Id).ToUtf8Bytes().Length)));
        yield return comparison.ByThroughput("cards: a lead's card drawn and written, one core", Target);
        yield return Figure.Rule("cards: size of a lead's card", $"{bytes.Length:N0} bytes", $"≤ {Budget:N0} bytes", bytes.Length <= Budget);
    }

    /// <summary>Each entry stands for one card, with its share of the time.</summary>
    static Load Repeat(TimeSpan duration, Func<int> draw)
    {
        var began = Stopwatch.GetTimestamp();
        var (drawn, written) = (0, 0L);
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            written += draw();
            drawn++;
        }

        var elapsed = Stopwatch.GetElapsedTime(began);
        return written == 0 ? throw new InvalidOperationException("No card was drawn.") : new Load(elapsed, new double[drawn], []);
    }
}
