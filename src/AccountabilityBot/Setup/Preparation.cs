using AccountabilityBot.Council.Models;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.People.Graph;
using Microsoft.EntityFrameworkCore;
using Directory = AccountabilityBot.People.Directory;

namespace AccountabilityBot.Setup;

/// <summary>
/// What happens before the first request: the schema, the revenue model with its people, and the picture of the company
/// that all turns read. A file that is wrong stops the start, with file, line and a sentence.
/// </summary>
sealed partial class Preparation(
    BotDb db, StorageOptions storage, CompanySource companies, ModelInForce models, IConfiguration configuration, TimeProvider clock, ILogger<Preparation> logger,
    ClockFollowing? following = null)
{
    /// <exception cref="InvalidModelException">The model or the people file has errors.</exception>
    /// <exception cref="InvalidSettingException">The database cannot be opened.</exception>
    public Task RunAsync(CancellationToken ct) => Opening.AloneAsync(db, storage, PrepareAsync, ct);

    async Task PrepareAsync(CancellationToken ct)
    {
        // Where the clock follows the database's, nothing is decided by any other.
        if (following is not null)
            await following.MeasureAsync(ct);
        await MigrateAsync(ct);
        var now = clock.GetUtcNow();
        var modelPath = CompanyFiles.ModelPathOf(configuration);
        var graph = GraphOptions.From(configuration, isDevelopment: true);
        var files = CompanyFiles.Read(modelPath, PeoplePathOf(configuration, graph), graph.IsGraph);
        foreach (var notice in files.Problems.Where(problem => problem.Severity is Severity.Notice))
            Notice(notice.ToString());
        if (files.HasErrors || files.Model is not { } file)
            throw new InvalidModelException([.. files.Problems.Where(problem => problem.Severity is Severity.Error)]);

        // What the file says holds only where nobody else decides.
        var (model, version) = await models.BeginAsync(await File.ReadAllTextAsync(modelPath, ct), file, now, ct);
        await TakePeopleAsync(files.People, graph, now, ct);
        await BindInitialChannelsAsync(model, now, ct);
        await companies.LoadAsync(db, model, version, ct);
        await NumberTaking.TakeModelAsync(db, companies.Current, now, ct);
        Loaded(model.Company, version, companies.Current.People.Count());
    }

    /// <returns>Null: people come from Graph, and no list stands beside it.</returns>
    static string? PeoplePathOf(IConfiguration configuration, GraphOptions graph) =>
        configuration["People:Path"] ?? (graph.IsGraph ? null : Path.Combine(AppContext.BaseDirectory, "Samples", "people.csv"));

    /// <summary>A list is the truth, or beside Graph a beginning: until Graph has answered once the list's people are the company's.</summary>
    async Task TakePeopleAsync(IReadOnlyList<PersonFacts> people, GraphOptions graph, DateTimeOffset now, CancellationToken ct)
    {
        if (graph.IsGraph)
            companies.FillFrom(people);
        if (!graph.IsGraph || (people.Count > 0 && !await db.DirectoryFeeds.AnyAsync(feed => feed.Name == Feeds.Users && feed.ReadAllAt != null, ct)))
            await Directory.ApplyAsync(db, people, now, ct);
    }

    async Task MigrateAsync(CancellationToken ct)
    {
        // The mode is kept in the file. EF sets it only where it makes the file itself, and opening it has made it by
        // then; without it every reader would stand in a writer's way.
        if (!storage.IsPostgres)
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any())
            return;
        if (!storage.IsPostgres)
        {
            // EF leaves this row behind when a migration is killed, and then waits for it for ever. SQLite serves one
            // server, and we are it.
            await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, ct);
        }

        await db.Database.MigrateAsync(ct);
    }

    /// <summary>Channels in the file are first values: once one was chosen in Teams, the database wins.</summary>
    async Task BindInitialChannelsAsync(RevenueModel model, DateTimeOffset now, CancellationToken ct)
    {
        var bound = await db.Channels.Select(row => row.Department).ToListAsync(ct);
        foreach (var department in model.Departments.Where(department => department.Channel is not null && !bound.Contains(department.Id)))
        {
            var channel = department.Channel!;
            db.Channels.Add(new DepartmentChannel
            {
                Department = department.Id,
                ChannelId = channel.ChannelId,
                TeamId = channel.TeamId,
                ServiceUrl = channel.ServiceUrl,
                TenantId = configuration["Bot:TenantId"],
                Name = channel.Name,
                BoundAt = now,
                RosterDueAt = now,
            });
        }

        await db.SaveChangesAsync(ct);
    }

    [LoggerMessage(1, LogLevel.Information, "{Company}: revenue model version {Version}, {People} people.")]
    partial void Loaded(string company, int version, int people);

    [LoggerMessage(2, LogLevel.Warning, "{Notice}")]
    partial void Notice(string notice);
}

/// <summary>The company's files have errors; each is a sentence with its place.</summary>
public sealed class InvalidModelException(IReadOnlyList<Problem> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
