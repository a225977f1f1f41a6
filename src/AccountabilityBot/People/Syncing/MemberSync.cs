using System.Text.Json;
using AccountabilityBot.Data;
using AccountabilityBot.People.Graph;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People.Syncing;

/// <summary>Reads who is in the groups and teams that the model names: in rules of membership, and as administrators. No others are read.</summary>
sealed class MemberSync(BotDb db, GraphReader graph, GraphPace pace, CompanySource companies)
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    /// <summary>A group of a million; a list that goes on beyond is none.</summary>
    const int MostPages = 2_000;

    const int PagesAtOnce = 20;

    /// <returns>How many pages were read.</returns>
    public async Task<int> SyncAsync(DateTimeOffset now, CancellationToken ct)
    {
        var (company, model) = (companies.Current, companies.Current.Model);
        List<string> wanted = [.. model.DirectoryGroups.Where(id => company.FindByReference(id) is null).Distinct().Select(Feeds.Group), .. model.DirectoryTeams.Select(Feeds.Team)];
        await ForgetAsync(wanted, ct);
        var pages = 0;
        foreach (var name in wanted)
        {
            while (pages < PagesAtOnce)
            {
                db.ChangeTracker.Clear();
                var feed = await FeedProgress.FindAsync(db, name, now, ct);
                if (feed.DueAt > now || pace.IsResting)
                    break;
                if (!await StepAsync(feed, now, ct))
                    break;
                pages++;
            }
        }

        return pages;
    }

    /// <returns>False: there is nothing to go on with now.</returns>
    async Task<bool> StepAsync(DirectoryFeed feed, DateTimeOffset now, CancellationToken ct)
    {
        if (!feed.IsReadingAll)
            (feed.Reading, feed.IsReadingAll, feed.Pages, feed.Link) = (feed.Reading + 1, true, 0, null);
        var isTeam = feed.Name.StartsWith(Feeds.TeamPrefix, StringComparison.Ordinal);
        var id = feed.Name[(feed.Name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var answer = isTeam ? await graph.TeamAsync(id, feed.Link, ct) : await graph.GroupAsync(id, feed.Link, ct);
        if (answer is not GraphAnswer<GraphPage>.Read(var page))
        {
            if (answer is not GraphAnswer<GraphPage>.Throttled)
                feed.IsReadingAll = false;
            feed.Fail(answer, isTeam ? GraphPermissions.Teams : GraphPermissions.Groups, now);
            await db.SaveChangesAsync(ct);
            return false;
        }

        using (page)
        {
            feed.Pages++;
            if (feed.Pages > MostPages || (page.Next is not null && page.Next == feed.Link))
            {
                feed.IsReadingAll = false;
                feed.Fail(new GraphAnswer<GraphPage>.Failed("a list that does not end"), GraphPermissions.Groups, now);
                await db.SaveChangesAsync(ct);
                return false;
            }

            feed.Changes += await TakeAsync(id, isTeam, page.Items, feed.Reading, ct);
            (feed.Link, feed.Version) = (page.Next, feed.Version + 1);
            await db.SaveChangesAsync(ct);
            if (page.Next is not null)
                return true;
        }

        await CompleteAsync(feed, id, now, ct);
        return false;
    }

    /// <returns>How many are new.</returns>
    async Task<int> TakeAsync(string group, bool isTeam, IReadOnlyList<JsonElement> items, int reading, CancellationToken ct)
    {
        // Groups in groups and contacts of other companies are members too; people are what is asked for.
        var ids = items.Where(item => isTeam || item.TextOf("@odata.type") is null or "#microsoft.graph.user")
            .Select(item => item.TextOf(isTeam ? "userId" : "id")).OfType<string>()
            .Where(id => Guid.TryParse(id, out _)).Select(id => Guid.Parse(id).ToString()).Distinct().ToList();
        var known = await db.GroupMembers.Where(row => row.GroupId == group && ids.Contains(row.ObjectId)).ToListAsync(ct);
        foreach (var row in known)
            row.Reading = reading;
        var added = ids.Except(known.Select(row => row.ObjectId)).ToList();
        db.GroupMembers.AddRange(added.Select(id => new GroupMember { GroupId = group, ObjectId = id, Reading = reading }));
        return added.Count;
    }

    async Task CompleteAsync(DirectoryFeed feed, string group, DateTimeOffset now, CancellationToken ct)
    {
        var gone = await db.GroupMembers.Where(row => row.GroupId == group && row.Reading < feed.Reading).ExecuteDeleteAsync(ct);
        var changed = gone + feed.Changes > 0;
        (feed.IsReadingAll, feed.ReadAllAt, feed.Changes) = (false, now, 0);
        feed.Settled += changed ? 1 : 0;
        feed.Succeed(Every, now);
        await db.SaveChangesAsync(ct);
        if (changed)
            await companies.ReloadAsync(db, ct);
    }

    /// <summary>What the model does not name any more is no longer kept.</summary>
    async Task ForgetAsync(IReadOnlyCollection<string> wanted, CancellationToken ct)
    {
        var old = await db.DirectoryFeeds
            .Where(feed => (feed.Name.StartsWith(Feeds.GroupPrefix) || feed.Name.StartsWith(Feeds.TeamPrefix)) && !wanted.Contains(feed.Name)).Select(feed => feed.Name).ToListAsync(ct);
        foreach (var name in old)
        {
            var id = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
            await db.GroupMembers.Where(row => row.GroupId == id).ExecuteDeleteAsync(ct);
            await db.DirectoryFeeds.Where(feed => feed.Name == name).ExecuteDeleteAsync(ct);
        }
    }
}
