using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.People;
using AccountabilityBot.People.Graph;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People.Syncing;

/// <summary>Reads once a minute who must not be disturbed, of those whom leads are put to and whose working time it is.</summary>
sealed class PresenceSync(BotDb db, GraphMany graph, GraphPace pace, CompanySource companies)
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>What is older is not known any more: people are asked as usual then.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    /// <returns>How many people changed.</returns>
    public async Task<int> SyncAsync(DateTimeOffset now, CancellationToken ct)
    {
        var feed = await FeedProgress.FindAsync(db, Feeds.Presence, now, ct);
        if (feed.DueAt > now || pace.IsResting)
            return 0;
        var company = companies.Current;
        var asked = company.People.Where(person => person.Department is { } department && company.CalendarOf(person.Id, department).IsOpen(now)).ToList();
        var seen = new Dictionary<PersonId, Presence>();
        foreach (var some in asked.Chunk(GraphMany.MostPresences))
        {
            var answer = await graph.PresencesAsync([.. some.Select(person => person.ObjectId)], ct);
            if (answer is not GraphAnswer<System.Text.Json.JsonDocument>.Read(var document))
            {
                feed.Fail(answer, GraphPermissions.Presence, now);
                await db.SaveChangesAsync(ct);
                return 0;
            }

            using (document)
            {
                foreach (var one in document.RootElement.ListOf("value"))
                {
                    if (one.TextOf("id") is { } id && company.FindByReference(id) is { } person && MeaningOf(one) is var meaning and not Presence.Usual)
                        seen[person.Id] = meaning;
                }
            }
        }

        var known = await db.Presences.ToDictionaryAsync(row => row.PersonId, ct);
        var changes = known.Keys.Union(seen.Keys).Count(person => Change(known.GetValueOrDefault(person), person, seen.GetValueOrDefault(person)));
        feed.Succeed(Every, now);
        await db.SaveChangesAsync(ct);
        return changes;
    }

    /// <summary>Graph: presence resource. To present a screen is not to be disturbed; to be in a call is not.</summary>
    static Presence MeaningOf(System.Text.Json.JsonElement one)
    {
        var isOut = one.Inside("outOfOfficeSettings").Inside("isOutOfOffice").ValueKind is System.Text.Json.JsonValueKind.True
            || "OutOfOffice".Equals(one.TextOf("activity"), StringComparison.OrdinalIgnoreCase);
        return isOut ? Presence.OutOfOffice
            : "DoNotDisturb".Equals(one.TextOf("availability"), StringComparison.OrdinalIgnoreCase) ? Presence.DoNotDisturb
            : Presence.Usual;
    }

    bool Change(PresenceRow? known, PersonId person, Presence now)
    {
        if ((known?.Presence ?? Presence.Usual) == now)
            return false;
        if (known is null)
            db.Presences.Add(new PresenceRow { PersonId = person, Presence = now });
        else if (now is Presence.Usual)
            db.Presences.Remove(known);
        else
            known.Presence = now;
        return true;
    }
}
