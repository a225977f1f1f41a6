using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers.Figures;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Numbers.Values;

/// <summary>What a sum of the pipeline does not hold, as the note of its value.</summary>
static class LeftOut
{
    /// <returns>None: nothing was left out.</returns>
    public static string? Tell(PipelineFigure counted, Sentences say)
    {
        string[] parts =
        [
            .. counted.LeftOut.Count == 0 ? (string[])[] : [say.Plain("number-value.left-out.currencies", string.Join(", ", counted.LeftOut
                .OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => $"{one.Key} {(one.Value / Money.ScaleOf(one.Key)).ToString("N" + Money.DecimalsOf(one.Key), say.Culture)}")))],
            .. counted.WithoutValue == 0 ? (string[])[] : [say.Plain("number-value.left-out.unknown", counted.WithoutValue)],
        ];
        return parts.Length == 0 ? null : string.Join(' ', parts);
    }
}
