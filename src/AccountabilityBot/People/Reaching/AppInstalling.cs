using System.Text.Json;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Jobs;
using AccountabilityBot.People.Graph;
using AccountabilityBot.People.Syncing;
using AccountabilityBot.Setup;
using AccountabilityBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People.Reaching;

/// <summary>
/// Somebody whom the bot has never seen has no chat with it. Where Graph allows it, the app is installed for them and its
/// chat is opened, so that what waits for them arrives; until then the channel mentions them. Nobody is given the app
/// whom nothing waits for. Graph: install app for user, get chat between user and teamsApp.
/// </summary>
sealed partial class AppInstalling(
    BotDb db, GraphApps graph, GraphPace pace, CompanySource companies, Colleagues colleagues, BotIdentity identity, IConfiguration configuration, SweepRounds rounds,
    ILogger<AppInstalling> logger)
{
    const int MostAtOnce = 10;

    static readonly TimeSpan _again = TimeSpan.FromHours(24);

    /// <returns>How many chats were opened.</returns>
    public async Task<int> InstallAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (AppId is not { } externalId || !rounds.Begin("installs", companies.Current, now))
            return 0;
        var feed = await FeedProgress.FindAsync(db, Feeds.Installs, now, ct);
        if (feed.DueAt > now || pace.IsResting || await WhereAsync(ct) is not { } home)
            return 0;
        var waiting = await WaitingAsync(now, ct);
        if (waiting.Count == 0)
            return 0;
        var found = await graph.CatalogIdAsync(externalId, ct);
        if (found is not GraphAnswer<string>.Read(var catalogId))
        {
            feed.Fail(found, GraphPermissions.Catalogue, now);
            await db.SaveChangesAsync(ct);
            return 0;
        }

        List<PersonId> reached = [];
        foreach (var person in waiting)
        {
            var answer = await InstallAsync(person, catalogId, externalId, ct);
            if (answer is GraphAnswer<string>.Refused or GraphAnswer<string>.Throttled)
            {
                // For one as for all.
                await NoteAsync(person.Id, answer, now, ct);
                feed.Fail(answer, GraphPermissions.Install, now);
                break;
            }

            await NoteAsync(person.Id, answer, now, ct);
            if (answer is not GraphAnswer<string>.Read(var chat))
                continue;
            db.TeamsUsers.Add(new TeamsUser { PersonId = person.Id, UserId = person.ObjectId, ChatId = chat, ServiceUrl = home.ServiceUrl, TenantId = home.TenantId ?? identity.TenantId ?? "" });
            reached.Add(person.Id);
        }

        if (feed.DueAt <= now)
            feed.Succeed(TimeSpan.Zero, now);
        await SaveAsync(ct);
        await colleagues.WakeAsync(reached, now, ct);
        if (reached.Count > 0)
            Installed(reached.Count);
        return reached.Count;
    }

    /// <summary>The Teams app's own id, which its package has; the usual one unless another was chosen. None: the bot has no identity.</summary>
    string? AppId => configuration["People:TeamsAppId"] ?? (Guid.TryParse(identity.AppId, out var bot) ? AppPackage.AppIdFor(bot).ToString() : null);

    /// <summary>A chat is served from where the tenant's channels are.</summary>
    Task<DepartmentChannel?> WhereAsync(CancellationToken ct) => db.Channels.AsNoTracking().OrderByDescending(row => row.BoundAt).FirstOrDefaultAsync(ct);

    /// <summary>Those for whom something waits, and whom the bot has never seen.</summary>
    async Task<IReadOnlyList<CompanyPerson>> WaitingAsync(DateTimeOffset now, CancellationToken ct)
    {
        var ids = await db.CardPosts.Where(post => post.State == PostState.Unreachable && post.Person != null).Select(post => post.Person!.Value)
            .Union(db.Notices.Where(notice => notice.State == NoticeState.Unreachable && notice.Person != null).Select(notice => notice.Person!.Value))
            .Where(person => !db.TeamsUsers.Any(user => user.PersonId == person) && !db.AppInstalls.Any(row => row.PersonId == person && row.DueAt > now))
            .OrderBy(person => person).Take(MostAtOnce).ToListAsync(ct);
        return [.. ids.Select(companies.Current.Find).OfType<CompanyPerson>()];
    }

    /// <returns>The chat.</returns>
    async Task<GraphAnswer<string>> InstallAsync(CompanyPerson person, string catalogId, string externalId, CancellationToken ct)
    {
        var installed = await graph.InstallAsync(person.ObjectId, catalogId, ct);
        return installed is GraphAnswer<JsonDocument>.Read or GraphAnswer<JsonDocument>.Present
            ? await graph.ChatAsync(person.ObjectId, externalId, ct)
            : installed.As<string>();
    }

    async Task NoteAsync(PersonId person, GraphAnswer<string> answer, DateTimeOffset now, CancellationToken ct)
    {
        var row = await db.AppInstalls.FindAsync([person], ct);
        if (row is null)
            db.AppInstalls.Add(row = new AppInstall { PersonId = person });
        row.DueAt = now + _again;
        row.Problem = answer switch
        {
            GraphAnswer<string>.Read => null,
            GraphAnswer<string>.Refused(var status, var code) => $"{status} {code}",
            GraphAnswer<string>.Missing(var code) => $"404 {code}",
            GraphAnswer<string>.Failed(var why) => why,
            _ => "asked to wait",
        };
    }

    /// <summary>They may have written to the bot in this very moment: then their own activity has told more.</summary>
    async Task SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException raced) when (db.IsUniqueViolation(raced))
        {
            db.ChangeTracker.Clear();
        }
    }

    [LoggerMessage(1, LogLevel.Information, "The app was installed for {Count} people for whom something waited.")]
    partial void Installed(int count);
}
