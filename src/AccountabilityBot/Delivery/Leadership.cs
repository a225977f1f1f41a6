using AccountabilityBot.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AccountabilityBot.Delivery;

/// <summary>Whether this server is the one that sweeps and delivers.</summary>
public interface ILeadership
{
    /// <summary>Asked before each send, and once more in the moment before its bytes leave: a server that slept wakes up and must not send.</summary>
    bool IsLeader { get; }

    /// <summary>
    /// Counts the leads that were ever taken; 0: this server never had it. Each claim of a message names it, and the database
    /// refuses the claim of a term that is over.
    /// </summary>
    long Term { get; }

    /// <summary>Tries to become, or makes sure to be still, the leader; called every half second.</summary>
    Task HoldAsync(CancellationToken ct);

    /// <summary>The database says that this term is over. Whoever still has the lock may begin another one.</summary>
    void Lose(long term);
}

/// <summary>The number of the present term, in the database.</summary>
static class LeaderTerm
{
    public const string Counter = "leader-term";

    /// <summary>Whoever takes the lead raises it, on either database; from then on the claims of the one before are refused.</summary>
    public const string Raise = $"""
        INSERT INTO "Counters" ("Name", "Value") VALUES ('{Counter}', 1)
        ON CONFLICT ("Name") DO UPDATE SET "Value" = "Counters"."Value" + 1 RETURNING "Value"
        """;
}

/// <summary>
/// SQLite has one server. A second one on the same file refuses to start, and says so.
/// </summary>
sealed class FileLeadership : ILeadership, IDisposable
{
    readonly FileStream _lock;
    readonly StorageOptions _storage;
    long _term;

    /// <exception cref="InvalidSettingException">Another server has the file.</exception>
    public FileLeadership(StorageOptions storage)
    {
        _storage = storage;
        try
        {
            _lock = new FileStream(storage.Path + ".server", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            throw new InvalidSettingException(
                "Storage:Path", $"is \"{storage.Path}\", and another server is already running on it. SQLite serves one server; use PostgreSQL for more.");
        }
    }

    public bool IsLeader => Term > 0;

    public long Term => Interlocked.Read(ref _term);

    public async Task HoldAsync(CancellationToken ct)
    {
        if (IsLeader)
            return;
        await using var connection = new SqliteConnection(_storage.ConnectionString);
        await connection.OpenAsync(ct);
        await using var raise = new SqliteCommand(LeaderTerm.Raise, connection);
        Interlocked.Exchange(ref _term, (long)(await raise.ExecuteScalarAsync(ct))!);
    }

    public void Lose(long term) => Interlocked.CompareExchange(ref _term, 0, term);

    public void Dispose()
    {
        Interlocked.Exchange(ref _term, 0);
        _lock.Dispose();
    }
}

/// <summary>
/// PostgreSQL: whoever holds the advisory lock, on a connection of its own that no pool may lend out. The lock dies with
/// the connection, and the database ends a connection that stopped pinging, so that another server takes over.
/// </summary>
/// <remarks>
/// How long it takes: a killed server's connection is closed by its machine, and the next try of another one, half a second
/// later at most, gets the lock. A stopped one (SIGSTOP), or a machine that is cut off, says nothing: after 8 seconds of silence
/// the database ends the session, and 9 seconds after the last word another one leads.
///
/// What a stopped server does when it wakes: the monotonic clock went on, so that <see cref="IsLeader"/> is false at once. The
/// answer to a ping from before the stop may lie in the kernel and be read now; it counts from when it was asked, and changes
/// nothing. Neither does the answer to the very question for the lock: without a fresh answer to the raised term there is no
/// lead. On a machine whose clocks stood still as a whole (a paused guest) that is not enough, and there the database
/// decides: each claim names the term and is refused when another server has raised it. Between a claim and its bytes the
/// lead is asked for once more, after the token was waited for (<see cref="Door"/>); what a stop between that question and
/// the system call lets out is one message, of a row that its new leader does not touch for <see cref="Claims.Lease"/>.
/// </remarks>
sealed partial class AdvisoryLockLeadership(StorageOptions storage, TimeProvider clock, ILogger<AdvisoryLockLeadership> logger) : ILeadership, IAsyncDisposable
{
    /// <summary>Any number, as long as every server of the installation uses the same: "ACCB" in ASCII.</summary>
    const int LockKey = 0x41434342;

    /// <summary>The database ends the session after this much silence, in milliseconds.</summary>
    const int SilenceAllowed = 8_000;

    static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(2);

    /// <summary>Without a ping for so long nothing is sent any more: two seconds before the database may give the lock away.</summary>
    static readonly TimeSpan TrustedFor = TimeSpan.FromSeconds(6);

    readonly string _connectionString = new NpgsqlConnectionStringBuilder(storage.ConnectionString)
    {
        Pooling = false,
        ApplicationName = "AccountabilityBot leader",
        Timeout = 4,
        CommandTimeout = 4,
        Options = $"-c idle_session_timeout={SilenceAllowed}",
    }.ConnectionString;

    NpgsqlConnection? _connection;
    volatile bool _holds;
    long _pingedAt;
    long _term;

    public long Term => Interlocked.Read(ref _term);

    public bool IsLeader => _holds && clock.GetElapsedTime(Interlocked.Read(ref _pingedAt)) < TrustedFor;

    public async Task HoldAsync(CancellationToken ct)
    {
        try
        {
            _connection ??= await OpenAsync(ct);
            // Taken before the question: the answer is at least as young as this.
            var asked = clock.GetTimestamp();
            if (!_holds)
            {
                if (!await AskAsync<bool>($"SELECT pg_try_advisory_lock({LockKey})", ct))
                    return;
                asked = clock.GetTimestamp();
                Interlocked.Exchange(ref _term, await AskAsync<long>(LeaderTerm.Raise, ct));
            }
            else if (clock.GetElapsedTime(Interlocked.Read(ref _pingedAt)) >= PingEvery)
            {
                await AskAsync<bool>("SELECT true", ct);
            }
            else
            {
                return;
            }

            // In this order: a lead without its time would be one without an end.
            Interlocked.Exchange(ref _pingedAt, asked);
            _holds = true;
        }
        catch (Exception lost) when (lost is NpgsqlException or TimeoutException or InvalidOperationException)
        {
            if (_holds)
                LeadLost(lost.GetType().Name);
            await DropAsync();
        }
    }

    public void Lose(long term)
    {
        if (term != Term || !_holds)
            return;
        _holds = false;
        LeadLost("another server raised the term");
    }

    public async ValueTask DisposeAsync() => await DropAsync();

    async Task<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(ct);
        return connection;
    }

    async Task<T> AskAsync<T>(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }

    async Task DropAsync()
    {
        _holds = false;
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The lead is lost ({Why}); another server may take it.")]
    partial void LeadLost(string why);
}
