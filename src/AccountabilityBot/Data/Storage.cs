using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace AccountabilityBot.Data;

/// <summary>Which database, as <c>Storage</c> and <c>ConnectionStrings</c> say.</summary>
/// <param name="Provider"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="ConnectionString">Complete.</param>
/// <param name="Path">The file, for SQLite.</param>
public sealed record StorageOptions(string Provider, string ConnectionString, string? Path)
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    /// <summary>Statements that a connection keeps prepared.</summary>
    const int MostPrepared = 100;

    public bool IsPostgres => Provider == Postgres;

    /// <summary>The setting that names the database.</summary>
    public string Setting => IsPostgres ? "ConnectionStrings:Accountability" : "Storage:Path";

    /// <summary>Which database, for people: never the password.</summary>
    public string Place => IsPostgres && new NpgsqlConnectionStringBuilder(ConnectionString) is var postgres
        ? $"\"{postgres.Database}\" on {postgres.Host}:{postgres.Port} as \"{postgres.Username}\""
        : $"\"{Path}\"";

    /// <exception cref="InvalidSettingException">The provider is unknown, or its address is missing or unreadable.</exception>
    public static StorageOptions From(IConfiguration configuration)
    {
        var provider = (configuration["Storage:Provider"] ?? Sqlite).ToLowerInvariant();
        return provider switch
        {
            Sqlite => FromPath(configuration["Storage:Path"] ?? "accountability.db"),
            Postgres => FromConnectionString(configuration.GetConnectionString("Accountability")),
            _ => throw new InvalidSettingException("Storage:Provider", $"is \"{provider}\"; it can be \"sqlite\" or \"postgres\"."),
        };
    }

    static StorageOptions FromPath(string path)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            throw new InvalidSettingException("Storage:Path", $"is \"{path}\", but the folder \"{folder}\" does not exist.");
        var connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 };
        return new StorageOptions(Sqlite, connection.ConnectionString, System.IO.Path.GetFullPath(path));
    }

    static StorageOptions FromConnectionString(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new InvalidSettingException("ConnectionStrings:Accountability", "is empty; with Storage:Provider \"postgres\" it names the database.");
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(text);
            // The bot says the same few dozen things again and again: prepared once a connection, they are not parsed and
            // planned each time. A pooler that cannot keep them is told so in the setting, which wins.
            if (!connection.ShouldSerialize("Max Auto Prepare"))
                connection.MaxAutoPrepare = MostPrepared;
            return new StorageOptions(Postgres, connection.ConnectionString, null);
        }
        catch (ArgumentException unreadable)
        {
            // The message names the keyword that is wrong, and never the password.
            throw new InvalidSettingException("ConnectionStrings:Accountability", $"cannot be read: {unreadable.Message}");
        }
    }
}

/// <summary>A setting with which the bot must not start.</summary>
/// <param name="setting">Its key, as in <c>appsettings.json</c>.</param>
/// <param name="sentence">The rest of a sentence that begins with the key.</param>
public sealed class InvalidSettingException(string setting, string sentence) : Exception($"{setting} {sentence}");

static class Storage
{
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions storage)
    {
        services.AddSingleton(storage);
        services.AddSingleton<ChangeSignal>();
        if (storage.IsPostgres)
        {
            services.AddDbContextPool<PostgresBotDb>((provider, options) => options
                .UseNpgsql(storage.ConnectionString)
                .ConfigureWarnings(Warnings)
                .AddInterceptors(provider.GetRequiredService<ChangeSignal>()));
            services.AddScoped<BotDb>(provider => provider.GetRequiredService<PostgresBotDb>());
        }
        else
        {
            services.AddDbContextPool<SqliteBotDb>((provider, options) => options
                .UseSqlite(storage.ConnectionString)
                .ConfigureWarnings(Warnings)
                .AddInterceptors(provider.GetRequiredService<ChangeSignal>(), new PatientConnections()));
            services.AddScoped<BotDb>(provider => provider.GetRequiredService<SqliteBotDb>());
        }

        return services;
    }

    /// <summary>
    /// A save that loses a race is how races are decided here, and no error; whoever catches any other failure logs it
    /// with the exception. A query that takes some rows and does not say which is a mistake, and found by the first test
    /// that comes by.
    /// </summary>
    static void Warnings(WarningsConfigurationBuilder warnings) => warnings
        .Log(
            (CoreEventId.SaveChangesFailed, LogLevel.Debug),
            (CoreEventId.QueryIterationFailed, LogLevel.Debug),
            (RelationalEventId.CommandError, LogLevel.Debug))
        .Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning);
}

/// <summary>For <c>infra/dev.sh migrate</c>: a context of each kind, without a host.</summary>
sealed class SqliteDesign : Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory<SqliteBotDb>
{
    public SqliteBotDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteBotDb>().UseSqlite("Data Source=:memory:").Options);
}

/// <inheritdoc cref="SqliteDesign"/>
sealed class PostgresDesign : Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory<PostgresBotDb>
{
    public PostgresBotDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresBotDb>().UseNpgsql("Host=localhost").Options);
}
