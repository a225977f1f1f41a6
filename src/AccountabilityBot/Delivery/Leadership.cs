using AccountabilityBot.Data;
using Npgsql;

namespace AccountabilityBot.Delivery;

/// <summary>Whether this server is the one that sweeps and delivers.</summary>
public interface ILeadership
{
    /// <summary>Asked before each send: a server that slept wakes up and must not send.</summary>
    bool IsLeader { get; }

    /// <summary>Tries to become, or makes sure to be still, the leader; called every half second.</summary>
    Task HoldAsync(CancellationToken ct);
}

/// <summary>
/// SQLite has one server. A second one on the same file refuses to start, and says so.
/// </summary>
sealed class FileLeadership : ILeadership, IDisposable
{
    readonly FileStream _lock;

    /// <exception cref="InvalidSettingException">Another server has the file.</exception>
    public FileLeadership(StorageOptions storage)
    {
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

    public bool IsLeader => true;

    public Task HoldAsync(CancellationToken ct) => Task.CompletedTask;

    public void Dispose() => _lock.Dispose();
}

/// <summary>
/// PostgreSQL: whoever holds the advisory lock, on a connection of its own that no pool may lend out. The lock dies with
/// the connection, and the database ends a connection that stopped pinging, so that another server takes over.
/// </summary>
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

    public bool IsLeader => _holds && clock.GetElapsedTime(Interlocked.Read(ref _pingedAt)) < TrustedFor;

    public async Task HoldAsync(CancellationToken ct)
    {
        try
        {
            _connection ??= await OpenAsync(ct);
            // Taken before the question: the answer is at least as young as this.
            var asked = clock.GetTimestamp();
            if (!_holds)
                _holds = await AskAsync($"SELECT pg_try_advisory_lock({LockKey})", ct);
            else if (clock.GetElapsedTime(Interlocked.Read(ref _pingedAt)) >= PingEvery)
                await AskAsync("SELECT true", ct);
            else
                return;
            Interlocked.Exchange(ref _pingedAt, asked);
        }
        catch (Exception lost) when (lost is NpgsqlException or TimeoutException or InvalidOperationException)
        {
            if (_holds)
                LeadLost(lost.GetType().Name);
            await DropAsync();
        }
    }

    public async ValueTask DisposeAsync() => await DropAsync();

    async Task<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(ct);
        return connection;
    }

    async Task<bool> AskAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
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
