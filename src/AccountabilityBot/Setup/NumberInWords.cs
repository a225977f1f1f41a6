using System.Globalization;
using AccountabilityBot.Domain.Numbers;

namespace AccountabilityBot.Setup;

/// <summary>A number of the revenue model in one line, for a terminal.</summary>
static class NumberInWords
{
    public static string Of(NumberFacts number) => string.Join("; ", new[]
    {
        $"{number.Id}: {string.Join(", ", number.Spellings)} ({number.Unit ?? "no unit"}, by the {number.Period.ToString().ToLowerInvariant()}, due {number.FreshnessDays} days after it)",
        $"owner {number.Owner ?? "nobody"}",
        number.Keeper is { } keeper ? $"keeper {keeper}" : null,
        number.Department is { } department ? $"of {department}" : null,
        Expected(number),
        number.Supports is { } above ? $"supports {above}" : null,
        number.Computed is { } figure ? $"computed as {figure}" : null,
        number.Definition is { } definition ? $"\"{definition.Text}\" (version {definition.Version})" : null,
    }.OfType<string>());

    static string? Expected(NumberFacts number)
    {
        (string Name, decimal? Amount)[] amounts = [("target", number.Target), ("floor", number.Floor), ("cap", number.Cap), ("plan", number.Plan), ("forecast", number.Forecast)];
        var written = string.Join(", ", amounts.Where(amount => amount.Amount is not null).Select(amount => $"{amount.Name} {amount.Amount!.Value.ToString("0.######", CultureInfo.InvariantCulture)}"));
        var way = number.Direction switch { Direction.Up => "more is better", Direction.Down => "less is better", _ => null };
        return string.Join(", ", new[] { written.Length > 0 ? written : null, way }.OfType<string>()) is { Length: > 0 } all ? all : null;
    }
}
