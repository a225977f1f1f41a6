using AccountabilityBot.Data;
using Npgsql;

namespace AccountabilityBot.Delivery;

/// <summary>Whether this server is the one that sweeps and delivers.</summary>
public interface ILeadership
{
    bool IsLeader { get; }

    /// <summary>Tries to become, or makes sure to be still, the leader.</summary>
    Task<bool> HoldAsync(CancellationToken ct);
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

    public Task<bool> HoldAsync(CancellationToken ct) => Task.FromResult(true);

    public void Dispose() => _lock.Dispose();
}

/// <summary>
/// PostgreSQL: whoever holds the advisory lock, on a connection of its own that no pool may lend out. The lock dies with
/// the connection, and the database ends a connection that stopped pinging, so that another server takes over.
/// </summary>
sealed class AdvisoryLockLeadership(StorageOptions storage, TimeProvider clock) : ILeadership, IAsyncDisposable
{
    /// <summary>Any number, as long as every server of the installation uses the same: "ACCB" in ASCII.</summary>
    const int LockKey = 0x41434342;

    static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(2);
    const string IdleTimeout = "8000";

    readonly string _connectionString = new NpgsqlConnectionStringBuilder(storage.ConnectionString)
    {
        Pooling = false,
        ApplicationName = "AccountabilityBot leader",
        Timeout = 4,
        CommandTimeout = 4,
        Options = $"-c idle_session_timeout={IdleTimeout}",
    }.ConnectionString;

    NpgsqlConnection? _connection;
    DateTimeOffset _heldAt;

    public bool IsLeader { get; private set; }

    public async Task<bool> HoldAsync(CancellationToken ct)
    {
        try
        {
            _connection ??= await OpenAsync(ct);
            if (!IsLeader)
                IsLeader = await AskAsync($"SELECT pg_try_advisory_lock({LockKey})", ct);
            else if (clock.GetUtcNow() - _heldAt >= PingEvery)
                await AskAsync("SELECT true", ct);
            _heldAt = clock.GetUtcNow();
        }
        catch (Exception lost) when (lost is NpgsqlException or TimeoutException)
        {
            await DropAsync();
        }

        return IsLeader;
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
        IsLeader = false;
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }
}
