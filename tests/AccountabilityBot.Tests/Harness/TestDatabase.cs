using AccountabilityBot.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AccountabilityBot.Tests.Harness;

/// <summary>
/// A database of a test's own: the copy of one that was migrated once. With <c>ACCOUNTABILITY_TEST_POSTGRES</c> (a
/// connection string to a cluster in which databases may be made) it can be a PostgreSQL one.
/// </summary>
sealed class TestDatabase : IAsyncDisposable
{
    const string Variable = "ACCOUNTABILITY_TEST_POSTGRES";

    static readonly Lazy<Task<string>> SqliteTemplate = new(MigrateSqliteAsync);
    static readonly Lazy<Task<string>> PostgresTemplate = new(MigratePostgresAsync);

    readonly Func<ValueTask> _remove;

    TestDatabase(Func<ValueTask> remove, params string[] settings) => (_remove, Settings) = (remove, settings);

    /// <summary>What the host has to be told, as command-line arguments.</summary>
    internal IReadOnlyList<string> Settings { get; }

    /// <summary>Why a test on PostgreSQL is skipped; none: it is not.</summary>
    internal static string? WhyNoPostgres => Cluster is null
        ? $"needs PostgreSQL: {Variable} names no cluster (infra/dev.sh test starts one)"
        : null;

    static string? Cluster => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : null;

    internal static Task<TestDatabase> CreateAsync(Database database, string folder) =>
        database is Database.Postgres ? CreatePostgresAsync() : CreateSqliteAsync(folder);

    public ValueTask DisposeAsync() => _remove();

    static async Task<TestDatabase> CreateSqliteAsync(string folder)
    {
        var path = Path.Combine(folder, "accountability.db");
        File.Copy(await SqliteTemplate.Value, path);
        return new TestDatabase(
            () =>
            {
                // The test's folder goes with the test; only the pool holds on to the file.
                using var connection = new SqliteConnection(StringOf(path));
                SqliteConnection.ClearPool(connection);
                return ValueTask.CompletedTask;
            },
            "--Storage:Provider=sqlite", $"--Storage:Path={path}");
    }

    static async Task<TestDatabase> CreatePostgresAsync()
    {
        var name = "test_" + Guid.NewGuid().ToString("N");
        await OnClusterAsync($"CREATE DATABASE {name} TEMPLATE {await PostgresTemplate.Value} STRATEGY FILE_COPY");
        var connectionString = new NpgsqlConnectionStringBuilder(Cluster) { Database = name, MaxPoolSize = 10 }.ConnectionString;
        return new TestDatabase(
            async () =>
            {
                await using (var connection = new NpgsqlConnection(connectionString))
                    NpgsqlConnection.ClearPool(connection);
                await OnClusterAsync($"DROP DATABASE {name} WITH (FORCE)");
            },
            "--Storage:Provider=postgres", $"--ConnectionStrings:Accountability={connectionString}");
    }

    static async Task<string> MigrateSqliteAsync()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("accountability-template-").FullName, "template.db");
        await using (var db = new SqliteBotDb(new DbContextOptionsBuilder<SqliteBotDb>().UseSqlite(StringOf(path) + ";Pooling=False").Options))
            await db.Database.MigrateAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        return path;
    }

    static async Task<string> MigratePostgresAsync()
    {
        var name = "template_" + Guid.NewGuid().ToString("N");
        await OnClusterAsync($"CREATE DATABASE {name}");
        // A database can be copied only while nobody is connected to it.
        var connectionString = new NpgsqlConnectionStringBuilder(Cluster) { Database = name, Pooling = false }.ConnectionString;
        await using (var db = new PostgresBotDb(new DbContextOptionsBuilder<PostgresBotDb>().UseNpgsql(connectionString).Options))
            await db.Database.MigrateAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAtExit(name);
        return name;
    }

    static void DropAtExit(string name)
    {
        using var connection = new NpgsqlConnection(ClusterWithoutPool);
        connection.Open();
        using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", connection);
        command.ExecuteNonQuery();
    }

    static async Task OnClusterAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ClusterWithoutPool);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    static string ClusterWithoutPool => new NpgsqlConnectionStringBuilder(Cluster) { Pooling = false }.ConnectionString;

    static string StringOf(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ConnectionString;
}
