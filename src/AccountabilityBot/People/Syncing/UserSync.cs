using AccountabilityBot.Data;
using AccountabilityBot.People.Graph;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AccountabilityBot.People.Syncing;

/// <summary>
/// Keeps the people as the directory has them: once everybody, page by page, and from then on what changed. Each page is a
/// save of its own together with the place where to go on, so that a stop, a pause or a failure loses nothing and nothing is
/// asked twice. Memory holds one page.
/// </summary>
sealed partial class UserSync(BotDb db, GraphReader graph, GraphPace pace, Settlement settlement, ILogger<UserSync> logger)
{
    /// <summary>How soon a change in the directory is known here.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    /// <summary>A million accounts in the smallest pages; a list that goes on beyond is none.</summary>
    const int MostPages = 10_000;

    /// <summary>An empty page is allowed; so many in a row lead nowhere.</summary>
    const int MostEmptyPages = 100;

    /// <summary>Changes are told for ever, and yet: once in a week everybody is read, so that no mistake lasts longer.</summary>
    static readonly TimeSpan Anew = TimeSpan.FromDays(7);

    /// <summary>Then others have their turn.</summary>
    const int PagesAtOnce = 20;

    /// <returns>How many pages were asked for.</returns>
    public async Task<int> SyncAsync(DateTimeOffset now, CancellationToken ct)
    {
        var steps = 0;
        while (steps < PagesAtOnce)
        {
            db.ChangeTracker.Clear();
            var feed = await FeedProgress.FindAsync(db, Feeds.Users, now, ct);
            if (feed.DueAt > now || pace.IsResting)
                break;
            steps++;
            if (!await StepAsync(feed, now, ct))
                break;
        }

        return steps;
    }

    /// <returns>False: there is nothing to go on with now.</returns>
    async Task<bool> StepAsync(DirectoryFeed feed, DateTimeOffset now, CancellationToken ct)
    {
        if (!feed.IsReadingAll && (feed.Link is null || feed.ReadAllAt <= now - Anew))
            Begin(feed);
        var answer = await graph.UsersAsync(feed.Link, ct);
        if (answer is not GraphAnswer<GraphPage>.Read(var page))
            return await FailAsync(feed, answer, now, ct);

        using (page)
        {
            feed.Pages++;
            feed.EmptyPages = page.Items.Count > 0 ? 0 : feed.EmptyPages + 1;
            if (feed.Pages > MostPages || feed.EmptyPages > MostEmptyPages || (page.Next is not null && page.Next == feed.Link) || (page.Next ?? page.Changes) is null)
            {
                // What was read so far is not lost, for it is written down; the list is begun anew, later.
                Endless(feed.Pages);
                (feed.Link, feed.IsReadingAll) = (null, false);
                feed.Fail(new GraphAnswer<GraphPage>.Failed("a list that does not end"), GraphPermissions.Users, now);
                await db.SaveChangesAsync(ct);
                return false;
            }

            await AccountChanges.ApplyAsync(db, page.Items, feed.Reading, now, ct);
            feed.Link = page.Next ?? page.Changes;
            // What was only seen again changes nothing for the company, whose picture is large.
            feed.Changes += db.ChangeTracker.Entries<PersonRow>().Count(HasChanged);
            feed.Version++;
            if (page.Next is null)
                Complete(feed, now);
            await db.SaveChangesAsync(ct);
            if (page.Next is not null)
                return true;
        }

        await settlement.SettleAsync(feed, now, ct);
        return false;
    }

    static bool HasChanged(EntityEntry<PersonRow> row) => row.State is EntityState.Added
        || (row.State is EntityState.Modified && row.Properties.Any(property => property.IsModified && property.Metadata.Name is not nameof(PersonRow.SeenInReading)));

    static void Begin(DirectoryFeed feed)
    {
        feed.Reading++;
        (feed.IsReadingAll, feed.Pages, feed.EmptyPages, feed.Link) = (true, 0, 0, null);
    }

    static void Complete(DirectoryFeed feed, DateTimeOffset now)
    {
        if (feed.IsReadingAll)
            (feed.IsReadingAll, feed.ReadAllAt) = (false, now);
        (feed.Pages, feed.EmptyPages) = (0, 0);
        feed.Succeed(Every, now);
    }

    /// <returns>Whether to go on at once.</returns>
    async Task<bool> FailAsync(DirectoryFeed feed, GraphAnswer<GraphPage> answer, DateTimeOffset now, CancellationToken ct)
    {
        var goesOn = false;
        if (answer is GraphAnswer<GraphPage>.Expired(var code))
        {
            ReadAnew(code);
            // Everything anew, and at once; but where that is refused as well, not for ever.
            goesOn = !feed.IsReadingAll;
            (feed.Link, feed.IsReadingAll) = (null, false);
        }

        if (goesOn)
            feed.Version++;
        else
            feed.Fail(answer, GraphPermissions.Users, now);
        await db.SaveChangesAsync(ct);
        return goesOn;
    }

    [LoggerMessage(1, LogLevel.Warning, "Graph no longer knows where the bot was in the directory ({Code}); it is read anew.")]
    partial void ReadAnew(string code);

    [LoggerMessage(2, LogLevel.Warning, "The directory's list does not end after {Pages} pages; what is known stays, and it is begun anew later.")]
    partial void Endless(int pages);
}
