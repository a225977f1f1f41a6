using System.Collections.Concurrent;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Values;

/// <summary>Periods that the ledger had nothing for: this server looks at each of them once.</summary>
sealed class EmptyPeriods
{
    readonly ConcurrentDictionary<(string Number, string Figure, DateOnly PeriodEnd), bool> _empty = new();

    public bool IsKnown(string number, string figure, DateOnly periodEnd) => _empty.ContainsKey((number, figure, periodEnd));

    public void Found(string number, string figure, DateOnly periodEnd) => _empty[(number, figure, periodEnd)] = true;
}

/// <summary>A number, a period of it that is over, and whether that has its value.</summary>
readonly record struct EndedPeriod(TrackedNumber Number, DateOnly PeriodEnd, bool HasValue);

static class EndedPeriods
{
    /// <summary>The active numbers with their latest ended periods; a number is not asked about periods from before it came.</summary>
    /// <param name="back">How many periods of each number, from the latest on.</param>
    /// <param name="of">Only the numbers that this person keeps or owns; none: all.</param>
    public static async Task<IReadOnlyList<EndedPeriod>> OfAllAsync(BotDb db, Company company, int back, DateTimeOffset now, CancellationToken ct, PersonId? of = null)
    {
        var asked = of is null ? db.Numbers : db.Numbers.Where(number => number.Keeper == of || number.Ownerships.Any(ownership => ownership.Until == null && ownership.Person == of));
        var numbers = await asked.AsNoTracking().Include(number => number.Ownerships.Where(ownership => ownership.Until == null)).Where(number => number.IsActive).ToListAsync(ct);
        var ended = numbers.SelectMany(number => EndsOf(number, company, now).Take(back).Select(periodEnd => (Number: number, PeriodEnd: periodEnd))).ToList();
        if (ended.Count is 0)
            return [];
        var first = ended.Min(one => one.PeriodEnd);
        var there = (await db.NumberValues.AsNoTracking().Where(value => value.ReplacedAt == null && value.PeriodEnd >= first)
            .Select(value => new { value.NumberId, value.PeriodEnd }).ToListAsync(ct)).Select(value => (value.NumberId, value.PeriodEnd)).ToHashSet();
        return [.. ended.Select(one => new EndedPeriod(one.Number, one.PeriodEnd, there.Contains((one.Number.Id, one.PeriodEnd))))];
    }

    static IEnumerable<DateOnly> EndsOf(TrackedNumber number, Company company, DateTimeOffset now)
    {
        var (period, since) = (number.Facts.Period, NumberDays.DayOf(number.Facts, company, number.CreatedAt));
        for (var end = Freshness.LastEnded(period, NumberDays.DayOf(number.Facts, company, now)); end >= since; end = Freshness.Before(period, end))
            yield return end;
    }
}
