using System.Diagnostics;
using System.Globalization;
using AccountabilityBot.Benchmarks.Measuring;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.Numbers.Asking;

namespace AccountabilityBot.Benchmarks.Asking;

/// <summary>
/// What it costs to find the number that is meant among 5,000, against a dictionary that knows whole names only. The numbers
/// are made of 20 × 20 × 15 words, so that every word of a question is one that hundreds of them have: worse than a company.
/// </summary>
static class AskFigures
{
    const int Numbers = 5_000;
    const double MostMilliseconds = 1;

    static readonly string[] _kinds = "gross net average total monthly weekly new enterprise inbound outbound partner regional digital qualified open closed active lost repeat blended".Split(' ');
    static readonly string[] _things = "revenue pipeline lead customer ticket order invoice deal meeting demo campaign contract renewal shipment hire training product service account store".Split(' ');
    static readonly string[] _measures = "rate time cost count coverage conversion accuracy backlog value margin share volume growth retention age".Split(' ');

    static readonly string[] _questions =
    [
        "who owns gross revenue rate", "who is on the hook for net pipleine coverage", "who owns retention", "who owns the NPS", "wer ist für die average ticket time verantwortlich",
        "our enterprise customers wait far too long for a demo, whose headache is that?", "whose KPI is monthly invoice accurcy", "who do I ping about blended store margin",
    ];

    public static async IAsyncEnumerable<Figure> MeasureAsync(Settings settings)
    {
        await Task.CompletedTask;
        var numbers = (from kind in _kinds from thing in _things from measure in _measures select $"{kind} {thing} {measure}").Take(Numbers)
            .Select((name, at) => new AskableNumber(new NumberFacts($"n{at}", name) { Definition = new NumberDefinition($"How much {name} there was in the month.") }, Holding.Owned)).ToList();
        var matcher = new NumberMatcher(new NumberIndex(numbers));
        var byName = numbers.ToDictionary(number => Spelling.Fold(number.Facts.Name), number => number.Facts.Id);
        var subject = Times(settings, question => matcher.Ask(question).Numbers.Count);
        var floor = Times(settings, question => byName.TryGetValue(Spelling.Fold(question), out var id) ? id.Length : 0);
        yield return new Figure(
            "ask: one of 5,000 numbers is found, one core",
            $"dictionary of whole names: p99 {Written(At(floor, 0.99))}",
            $"median {Written(At(subject, 0.5))}, p99 {Written(At(subject, 0.99))}",
            string.Create(CultureInfo.InvariantCulture, $"{At(subject, 0.5) / At(floor, 0.5):0} × (medians)"),
            "p99 < 1 ms",
            At(subject, 0.99) < MostMilliseconds);
    }

    /// <summary>Milliseconds of each question, sorted; the first round is thrown away.</summary>
    static double[] Times(Settings settings, Func<string, int> ask)
    {
        const int turns = 400;
        List<double> times = [];
        for (var round = 0; round <= settings.Rounds; round++)
        {
            for (var turn = 0; turn < turns; turn++)
            {
                var began = Stopwatch.GetTimestamp();
                ask(_questions[turn % _questions.Length]);
                if (round > 0)
                    times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        times.Sort();
        return [.. times];
    }

    static double At(double[] sorted, double part) => sorted[(int)(part * (sorted.Length - 1))];

    static string Written(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.####} ms");
}
