using System.Data;
using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Data;

/// <summary>The first use of the database in a process, which only one server of an installation has at a time.</summary>
static class Opening
{
    /// <summary>Any number that nothing else locks, the same on every server: "ACCP" in ASCII.</summary>
    const int LockKey = 0x41434350;

    /// <summary>A server that starts beside another one waits for it, however long its migration takes.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Opens the database and prepares it, alone: on PostgreSQL two servers may start on an empty one.</summary>
    /// <exception cref="InvalidSettingException">It cannot be opened; names the setting, and never the password.</exception>
    public static async Task AloneAsync(BotDb db, StorageOptions storage, Func<CancellationToken, Task> prepare, CancellationToken ct)
    {
        var database = db.Database;
        database.SetCommandTimeout(LongestWait);
        await OpenAsync(db, storage, ct);
        try
        {
            if (storage.IsPostgres)
                await database.ExecuteSqlAsync($"SELECT pg_advisory_lock({LockKey})", ct);
            await prepare(ct);
        }
        finally
        {
            // A pooled connection keeps its locks; a broken one has lost them.
            if (storage.IsPostgres && database.GetDbConnection().State is ConnectionState.Open)
                await database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({LockKey})", CancellationToken.None);
            await database.GetDbConnection().CloseAsync();
            database.SetCommandTimeout((int?)null);
        }
    }

    static async Task OpenAsync(BotDb db, StorageOptions storage, CancellationToken ct)
    {
        try
        {
            // Not by EF, which would tell of a strategy for retries instead of what is wrong.
            await db.Database.GetDbConnection().OpenAsync(ct);
            // SQLite opens anything; only reading tells whether it is a database.
            if (!storage.IsPostgres)
                await db.Database.ExecuteSqlRawAsync("PRAGMA schema_version", ct);
        }
        catch (Exception refused) when (refused is DbException or SocketException or TimeoutException)
        {
            throw new InvalidSettingException(storage.Setting, $"names a database that cannot be opened ({storage.Place}): {refused.Message}");
        }
    }
}
