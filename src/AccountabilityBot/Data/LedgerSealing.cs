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

    /// <summary>Seals all that is settled, in as many ranges as it takes.</summary>
    /// <returns>How many rows were sealed.</returns>
    public static async Task<int> SealAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var sealedRows = 0;
        while (await SealRangeAsync(db, now, ct) is > 0 and var count)
            sealedRows += count;
        return sealedRows;
    }

    static async Task<int> SealRangeAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var last = await db.LedgerSeals.AsNoTracking().OrderByDescending(seal => seal.ToSeq).FirstOrDefaultAsync(ct);
        var after = last?.ToSeq ?? 0;
        var next = await db.Ledger.AsNoTracking().Where(row => row.Seq > after).OrderBy(row => row.Seq).Take(MostRows).ToListAsync(ct);
        // Up to the first that is not settled: one left out in the middle would look like a forgery ever after.
        var rows = next.TakeWhile(row => row.At <= now - Settled).ToList();
        if (rows.Count == 0)
            return 0;

        db.LedgerSeals.Add(new LedgerSeal { FromSeq = after + 1, ToSeq = rows[^1].Seq, Hash = HashOf(rows, last?.Hash), At = now });
        try
        {
            await db.SaveChangesAsync(ct);
            return rows.Count;
        }
        catch (DbUpdateException raced) when (db.IsUniqueViolation(raced))
        {
            // Another server sealed from here on.
            db.ChangeTracker.Clear();
            return 0;
        }
    }

    /// <returns>The first seal whose rows are no longer what they were; none: all is well.</returns>
    public static async Task<LedgerSeal?> FindBrokenAsync(BotDb db, CancellationToken ct)
    {
        string? before = null;
        // Read first: PostgreSQL has one query at a time on a connection.
        foreach (var seal in await db.LedgerSeals.AsNoTracking().OrderBy(row => row.FromSeq).ToListAsync(ct))
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
