using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People.Syncing;

/// <summary>
/// Who begins and ceases to be one of the company's people, once the directory is known to the end. So many leavers at once
/// that it looks like a mistake in the directory (a filter, a sync gone wrong) are held back until an administrator says
/// that they have left: their leads, numbers and promises would be scattered in a minute.
/// </summary>
sealed partial class Settlement(BotDb db, CompanySource companies, ILogger<Settlement> logger)
{
    /// <summary>So many may leave at once without anybody being asked.</summary>
    const int Unasked = 20;

    /// <summary>Beyond, one in so many.</summary>
    const int OneIn = 10;

    /// <param name="users">The feed, read to its end.</param>
    public async Task SettleAsync(DirectoryFeed users, DateTimeOffset now, CancellationToken ct)
    {
        // Of changes, what is not told has not changed; only a whole reading tells who is no longer there.
        if (users.ReadAllAt == now)
        {
            await db.People.Where(row => row.SeenInReading < users.Reading && row.Account == AccountKind.Person).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Account, AccountKind.Unlisted), ct);
        }

        var (leaving, staying) = (await Leaving().CountAsync(ct), await db.People.CountAsync(row => row.IsActive, ct));
        // What a list said before Graph was asked for the first time is no measure.
        var isFirst = users.Reading == 1 && users.ReadAllAt == now;
        var isTooMany = !isFirst && leaving > Math.Max(Unasked, staying / OneIn);
        if (isTooMany)
            HeldBack(leaving, staying);
        db.ChangeTracker.Clear();
        var feed = await db.DirectoryFeeds.SingleAsync(row => row.Name == users.Name, ct);
        if (feed.Held != (isTooMany ? leaving : 0))
        {
            // A new number is news; all is well again where none are held.
            (feed.Held, feed.ToldAt) = (isTooMany ? leaving : 0, null);
            feed.Version++;
            await db.SaveChangesAsync(ct);
        }

        await ApplyAsync(feed, letGo: !isTooMany, now, ct);
    }

    /// <summary>An administrator says that they have left.</summary>
    /// <returns>How many.</returns>
    public async Task<int> LetGoAsync(PersonId by, string via, DateTimeOffset now, CancellationToken ct)
    {
        var feed = await db.DirectoryFeeds.SingleOrDefaultAsync(row => row.Name == Graph.Feeds.Users, ct);
        if (feed is not { Held: > 0 })
            return 0;
        feed.Held = 0;
        db.Record("directory.let-go", by, via, null, now);
        return await ApplyAsync(feed, letGo: true, now, ct);
    }

    async Task<int> ApplyAsync(DirectoryFeed feed, bool letGo, DateTimeOffset now, CancellationToken ct)
    {
        var gone = letGo ? await Leaving().OrderBy(row => row.ObjectId).ToListAsync(ct) : [];
        if (feed.Changes == 0 && gone.Count == 0)
            return 0;
        foreach (var row in gone)
        {
            row.IsActive = false;
            db.Record("person.left", null, Via.Rule, ReasonOf(row.Account), now, row.Id);
        }

        var came = await db.People.Where(row => !row.IsActive && row.Account == AccountKind.Person).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsActive, true), ct);
        // The home channels may have told of them already, when nobody knew who they were.
        if (came > 0)
            await db.Channels.ExecuteUpdateAsync(set => set.SetProperty(row => row.RosterDueAt, now), ct);
        feed.Changes = 0;
        feed.Settled++;
        feed.Version++;
        await db.SaveChangesAsync(ct);
        await companies.ReloadAsync(db, ct);
        return gone.Count;
    }

    IQueryable<PersonRow> Leaving() => db.People.Where(row => row.IsActive && row.Account != AccountKind.Person);

    /// <summary>Stored in the ledger: literals that never change.</summary>
    static string ReasonOf(AccountKind kind) => kind switch
    {
        AccountKind.Blocked => "blocked",
        AccountKind.Guest => "guest",
        AccountKind.Resource => "resource",
        AccountKind.Unnamed => "unnamed",
        AccountKind.Deleted => "deleted",
        AccountKind.Purged => "purged",
        _ => "unlisted",
    };

    [LoggerMessage(1, LogLevel.Error, "The directory no longer lists {Leaving} of {Staying} people at once. They stay until an administrator says that they have left: \"directory\" asks.")]
    partial void HeldBack(int leaving, int staying);
}
