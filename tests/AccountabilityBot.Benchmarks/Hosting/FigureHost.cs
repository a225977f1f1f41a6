using AccountabilityBot.Benchmarks.Databases;
using AccountabilityBot.Data;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Benchmarks.Hosting;

/// <summary>The bot over a database of its own, with a key server that vouches for the load.</summary>
sealed class FigureHost : IAsyncDisposable
{
    public const string NoPostgres = "PostgreSQL is not installed";

    /// <summary>
    /// SQLite waits for the disk at every commit, and is to. A disk shared with others would drown what the code costs, so
    /// that its file lies in memory where the system offers that.
    /// </summary>
    const string MemoryFolder = "/dev/shm";

    readonly DirectoryInfo _folder;
    readonly Database _database;
    readonly KeyServer _keys;

    FigureHost(DirectoryInfo folder, Database database, KeyServer keys, WebApplication bot) =>
        (_folder, _database, _keys, Bot, Token) = (folder, database, keys, bot, keys.Token());

    public WebApplication Bot { get; }

    public string Token { get; }

    /// <param name="colleagues">How many people sales has beside the sample's.</param>
    public static async Task<FigureHost?> OnSqliteAsync(int colleagues)
    {
        var folder = Directory.Exists(MemoryFolder)
            ? Directory.CreateDirectory(Path.Combine(MemoryFolder, $"figures-{Guid.NewGuid():N}"))
            : Directory.CreateTempSubdirectory("figures-");
        return await StartAsync(folder, Database.Sqlite(folder.FullName), colleagues);
    }

    /// <param name="colleagues">How many people sales has beside the sample's.</param>
    /// <returns>Null where PostgreSQL is not installed.</returns>
    public static async Task<FigureHost?> OnPostgresAsync(int colleagues) => await Database.PostgresAsync() is { } database
        ? await StartAsync(Directory.CreateTempSubdirectory("figures-"), database, colleagues)
        : null;

    /// <summary>Lets the database know what was put into it, as it would after some days.</summary>
    public async Task SettleAsync()
    {
        await using var scope = Bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BotDb>().Database.ExecuteSqlRawAsync("ANALYZE");
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.StopAsync();
        await Bot.DisposeAsync();
        await _keys.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    static async Task<FigureHost> StartAsync(DirectoryInfo folder, Database database, int colleagues)
    {
        var keys = await KeyServer.StartAsync();
        var bot = await BotServer.StartAsync(database, keys, GeneratedCompany.WritePeople(folder.FullName, colleagues));
        return new FigureHost(folder, database, keys, bot);
    }
}
