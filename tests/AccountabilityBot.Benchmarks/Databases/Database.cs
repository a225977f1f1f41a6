using AccountabilityBot.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AccountabilityBot.Benchmarks.Databases;

/// <summary>A database of a measurement's own, gone with it.</summary>
/// <param name="Settings">What the bot is told of it; the floor connects by the very same words.</param>
sealed record Database(string Name, IReadOnlyList<string> Settings, IAsyncDisposable? Server = null) : IAsyncDisposable
{
    /// <param name="folder">Where the file stands; removed by whoever made it.</param>
    public static Database Sqlite(string folder) =>
        new(StorageOptions.Sqlite, [$"--Storage:Provider={StorageOptions.Sqlite}", $"--Storage:Path={Path.Combine(folder, "figures.db")}"]);

    /// <returns>Null where PostgreSQL is not installed.</returns>
    public static async Task<Database?> PostgresAsync() => await PrivatePostgres.StartAsync() is { } server
        ? new(StorageOptions.Postgres, [$"--Storage:Provider={StorageOptions.Postgres}", $"--ConnectionStrings:Accountability={server.ConnectionString}"], server)
        : null;

    public async ValueTask DisposeAsync()
    {
        // A pooled connection would keep the file, and the server's stop, waiting.
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (Server is not null)
            await Server.DisposeAsync();
    }
}
