using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Cli;
using AccountabilityBot.Data;
using AccountabilityBot.People;
using AccountabilityBot.People.Graph;
using AccountabilityBot.People.Syncing;
using AccountabilityBot.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountabilityBot.Benchmarks.Syncing;

/// <summary>The subject: the bot's own sync, pass after pass until nothing is left to read, as the leader's loop runs it.</summary>
sealed class SyncedPeople
{
    readonly FigureHost _host;
    readonly GraphReader _graph;
    DateTimeOffset _now = SampleLead.Now;

    public SyncedPeople(FigureHost host, DirectoryServer directory)
    {
        _host = host;
        // Without an identity: whoever signs tokens is not what is measured.
        var connection = new GraphConnection(
            new BotIdentity(null, directory.Endpoint, null, null), new GraphOptions(IsGraph: true, directory.Endpoint, TimeSpan.FromSeconds(30)),
            host.Bot.Services.GetRequiredService<IHttpClientFactory>(), Clock.System);
        _graph = new GraphReader(connection);
    }

    /// <param name="saved">Told of each page that was saved, while all that it needed is still held.</param>
    public async Task SyncAsync(Action? saved = null)
    {
        _now += UserSync.Every;
        while (await PassAsync(saved) > 0)
        {
        }
    }

    /// <summary>The company's picture alone, as it is drawn after each sync in which something changed.</summary>
    public async Task DrawAsync()
    {
        await using var scope = _host.Bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CompanySource>().ReloadAsync(scope.ServiceProvider.GetRequiredService<BotDb>(), CancellationToken.None);
    }

    /// <summary>As before the first sync: nobody is known, and nothing of the directory.</summary>
    public async Task ForgetAsync()
    {
        await using (var scope = _host.Bot.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<BotDb>();
            // PostgreSQL keeps what was deleted until it is swept out, which would fall on whoever comes next.
            var isPostgres = scope.ServiceProvider.GetRequiredService<StorageOptions>().IsPostgres;
            await db.Database.ExecuteSqlRawAsync(isPostgres ? """TRUNCATE "People" CASCADE""" : """DELETE FROM "People" """);
            await db.DirectoryFeeds.ExecuteDeleteAsync();
        }

        await DrawAsync();
    }

    /// <returns>How many people are in the table, and how many of them have this title.</returns>
    public async Task<(int People, int Titled)> CountAsync(string title)
    {
        await using var scope = _host.Bot.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        return (await db.People.CountAsync(row => row.IsActive), await db.People.CountAsync(row => row.Title == title));
    }

    /// <summary>How many people the picture that is in force has, and how many of them have this title.</summary>
    public (int People, int Titled) InPicture(string title)
    {
        var people = _host.Bot.Services.GetRequiredService<CompanySource>().Current.People;
        return (people.Count(), people.Count(person => person.Title == title));
    }

    async Task<int> PassAsync(Action? saved)
    {
        await using var scope = _host.Bot.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<BotDb>();
        EventHandler<SavedChangesEventArgs>? tell = saved is null ? null : (_, _) => saved();
        db.SavedChanges += tell;
        try
        {
            var sync = new UserSync(db, _graph, services.GetRequiredService<GraphPace>(), services.GetRequiredService<Settlement>(), NullLogger<UserSync>.Instance);
            return await sync.SyncAsync(_now, CancellationToken.None);
        }
        finally
        {
            db.SavedChanges -= tell;
        }
    }
}
