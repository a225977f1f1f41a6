using AccountabilityBot.Data;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.Numbers.Figures;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Cadence;

/// <summary>The numbers of departments as they stand: two reads for all of them, and two more for each target that a pipeline has to cover.</summary>
sealed class DigestNumbers(BotDb db, FigureRows figures)
{
    /// <summary>Two quarters and a month: the last two values of whatever period.</summary>
    const int DaysBack = 220;

    public async Task<IReadOnlyList<TrackedNumber>> ReadAsync(CancellationToken ct) => await db.Numbers.AsNoTracking()
        .Include(number => number.Ownerships.Where(ownership => ownership.Until == null)).Where(number => number.IsActive).ToListAsync(ct);

    /// <param name="numbers">Those of the departments that get a digest.</param>
    public async Task<ILookup<string, NumberValue>> ValuesAsync(IEnumerable<TrackedNumber> numbers, DateTimeOffset now, CancellationToken ct)
    {
        string[] ids = [.. numbers.Select(number => number.Id)];
        var since = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-DaysBack);
        var values = await db.NumberValues.AsNoTracking()
            .Where(value => ids.Contains(value.NumberId) && value.ReplacedAt == null && value.PeriodEnd >= since)
            .OrderByDescending(value => value.PeriodEnd).ToListAsync(ct);
        return values.ToLookup(value => value.NumberId);
    }

    public static IReadOnlyList<NumberLine> Lines(IEnumerable<TrackedNumber> numbers, ILookup<string, NumberValue> values, Company company, DateTimeOffset now) =>
    [
        .. numbers.Select(number => Line(number, [.. values[number.Id].Take(2)], company, now))
            .OrderBy(line => line.IsOnTarget ?? true).ThenBy(line => line.Value is null).ThenBy(line => line.Name, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The number that counts what leaks at each seam; where the model keeps none, nobody owns what is lost there.</summary>
    public static IEnumerable<SeamOwner> OwnersOf(IEnumerable<TrackedNumber> numbers, RevenueModel model) =>
        from number in numbers
        where number.Facts.Computed is not null
        let figure = Figure.Read(number.Facts.Computed!, model).Figure
        where figure is { Kind: FigureKind.Leakage, Seam: not null, Source: null, From: null }
        select new SeamOwner(figure.Seam!, number.Id, number.Current?.Person);

    /// <summary>How the open pipeline covers what is still to be won in the present period; none: no number of theirs says what is to be won.</summary>
    public async Task<Coverage?> CoverageAsync(IEnumerable<TrackedNumber> numbers, Company company, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var facts in numbers.Select(number => number.Facts).Where(facts => facts is { Target: not null, Computed: not null, Unit: not null }).OrderBy(facts => facts.Id, StringComparer.Ordinal))
        {
            if (Figure.Read(facts.Computed!, company.Model).Figure is not { Name: Pipeline.WonValue } won || !won.Fits(facts.Unit))
                continue;
            var end = Freshness.EndOf(facts.Period, NumberDays.DayOf(facts, company, now));
            var from = NumberDays.SpanOf(facts, end, company).From;
            var open = new Figure(Pipeline.OpenValue, FigureKind.Pipeline) { Seam = won.Seam, Source = won.Source, From = won.From };
            return new Coverage(
                facts.Unit!,
                (await figures.CountPipelineAsync(open, facts.Unit!, (from, now), ct)).Value ?? 0,
                facts.Target!.Value,
                (await figures.CountPipelineAsync(won, facts.Unit!, (from, now), ct)).Value ?? 0);
        }

        return null;
    }

    static NumberLine Line(TrackedNumber number, IReadOnlyList<NumberValue> latest, Company company, DateTimeOffset now)
    {
        var facts = number.Facts;
        var value = latest.Count > 0 ? latest[0] : null;
        return new NumberLine(
            number.Id,
            facts.Name,
            facts.Unit,
            facts.Period,
            facts.Direction,
            facts.Target,
            value?.Value,
            latest.Count > 1 ? latest[1].Value : null,
            value?.PeriodEnd,
            number.Current?.Person,
            number.OwnerWritten,
            facts.Computed is null ? ValueCalls.Asked(number, company) : null,
            NumberDays.IsStale(number, value?.PeriodEnd, company, now));
    }
}
