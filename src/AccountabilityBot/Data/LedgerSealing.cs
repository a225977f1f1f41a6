using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Data;

/// <summary>
/// Seals the ledger in ranges, not row by row: a chain of rows would make every accept wait for the one before it. A seal
/// holds the hash of its rows and of the seal before it.
/// </summary>
static class LedgerSealing
{
    /// <summary>A transaction that began earlier may still commit a lower number; after a minute none does.</summary>
    static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    const int MostRows = 10_000;

    /// <returns>How many rows were sealed.</returns>
    public static async Task<int> SealAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var last = await db.LedgerSeals.AsNoTracking().OrderByDescending(seal => seal.ToSeq).FirstOrDefaultAsync(ct);
        var after = last?.ToSeq ?? 0;
        var before = now - Settled;
        var rows = await db.Ledger.AsNoTracking()
            .Where(row => row.Seq > after && row.At <= before)
            .OrderBy(row => row.Seq).Take(MostRows).ToListAsync(ct);
        if (rows.Count == 0)
            return 0;

        db.LedgerSeals.Add(new LedgerSeal { FromSeq = rows[0].Seq, ToSeq = rows[^1].Seq, Hash = HashOf(rows, last?.Hash), At = now });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException raced) when (db.IsUniqueViolation(raced))
        {
            // Another server sealed the same range.
            return 0;
        }

        return rows.Count;
    }

    /// <returns>The first seal whose rows are no longer what they were; none: all is well.</returns>
    public static async Task<LedgerSeal?> FindBrokenAsync(BotDb db, CancellationToken ct)
    {
        string? before = null;
        await foreach (var seal in db.LedgerSeals.AsNoTracking().OrderBy(row => row.FromSeq).AsAsyncEnumerable().WithCancellation(ct))
        {
            var rows = await db.Ledger.AsNoTracking()
                .Where(row => row.Seq >= seal.FromSeq && row.Seq <= seal.ToSeq).OrderBy(row => row.Seq).ToListAsync(ct);
            if (HashOf(rows, before) != seal.Hash)
                return seal;
            before = seal.Hash;
        }

        return null;
    }

    static string HashOf(IEnumerable<LedgerEntry> rows, string? before)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(before ?? ""));
        foreach (var row in rows)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $"\n{row.Seq}|{row.At.UtcTicks / TimeSpan.TicksPerMicrosecond}|{row.LeadId}|{row.Kind}|{row.Actor}|{row.Other}|{row.Via}|{row.Reason}|{row.PostId}|{row.NoteHash}")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
