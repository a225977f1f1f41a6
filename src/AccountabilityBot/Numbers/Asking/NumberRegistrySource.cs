using AccountabilityBot.Data;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Asking;

/// <summary>
/// Keeps the registry that questions are asked of. One small query tells whether a number has changed, here or on another
/// server; only then it is read and made ready anew. A value that came is such a change.
/// </summary>
sealed class NumberRegistrySource : IDisposable
{
    readonly SemaphoreSlim _one = new(1, 1);
    volatile Kept? _kept;

    public async Task<NumberRegistry> CurrentAsync(BotDb db, CancellationToken ct)
    {
        var stamp = await StampAsync(db, ct);
        if (IsGood(_kept, stamp))
            return _kept!.Registry;
        await _one.WaitAsync(ct);
        try
        {
            if (!IsGood(_kept, stamp))
                _kept = new Kept(new NumberRegistry(await ReadAsync(db, ct)), stamp);
            return _kept!.Registry;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    static bool IsGood(Kept? kept, (long, long) stamp) => kept is not null && kept.Stamp == stamp;

    /// <summary>Every change raises a number's version by one, so that their sum tells.</summary>
    static async Task<(long Count, long Versions)> StampAsync(BotDb db, CancellationToken ct)
    {
        var stamp = await db.Numbers.GroupBy(_ => 1).Select(all => new { Count = all.LongCount(), Versions = all.Sum(number => (long)number.Version) }).SingleOrDefaultAsync(ct);
        return (stamp?.Count ?? 0, stamp?.Versions ?? 0);
    }

    static async Task<List<RegisteredNumber>> ReadAsync(BotDb db, CancellationToken ct)
    {
        var numbers = await db.Numbers.AsNoTracking().Where(number => number.IsActive).OrderBy(number => number.Id)
            .Select(number => new { number.Facts, number.Holding, number.OwnerWritten }).ToListAsync(ct);
        var owners = await db.Ownerships.AsNoTracking().Where(ownership => ownership.Until == null).ToDictionaryAsync(ownership => ownership.NumberId, ownership => ownership.Person, ct);
        var values = await db.NumberValues.AsNoTracking().Where(value => value.ReplacedAt == null)
            .GroupBy(value => value.NumberId).Select(of => of.OrderByDescending(value => value.PeriodEnd).Select(value => new { value.NumberId, value.Value }).First())
            .ToDictionaryAsync(value => value.NumberId, value => value.Value, ct);
        return
        [
            .. numbers.Select(number => new RegisteredNumber(
                number.Facts,
                number.Holding,
                owners.TryGetValue(number.Facts.Id, out var owner) ? owner : null,
                number.OwnerWritten,
                values.TryGetValue(number.Facts.Id, out var latest) ? latest : null)),
        ];
    }

    sealed record Kept(NumberRegistry Registry, (long, long) Stamp);
}
