using AccountabilityBot.Data;
using AccountabilityBot.Jobs;
using AccountabilityBot.People.Graph;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People.Syncing;

/// <summary>
/// Keeps small pictures of those who own a number: the answer to "who owns it?" has a face also where a client does not draw
/// people by itself. Nobody else's is kept, and each is asked for once in a week.
/// </summary>
sealed class PhotoSync(BotDb db, GraphReader graph, GraphPace pace, CompanySource companies, SweepRounds rounds)
{
    static readonly TimeSpan _every = TimeSpan.FromDays(7);

    /// <summary>A card has a size; a picture of 48 points that is larger is none.</summary>
    public const int LargestBytes = 6 * 1024;

    const int MostAtOnce = 10;

    /// <returns>How many were asked for.</returns>
    public async Task<int> SyncAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (!rounds.Begin("photos", companies.Current, now))
            return 0;
        var feed = await FeedProgress.FindAsync(db, Feeds.Photos, now, ct);
        if (feed.DueAt > now || pace.IsResting)
            return 0;
        var owners = await db.Ownerships.Where(one => one.Until == null && !db.PersonPhotos.Any(photo => photo.PersonId == one.Person && photo.DueAt > now))
            .Select(one => one.Person).Distinct().OrderBy(person => person).Take(MostAtOnce).ToListAsync(ct);
        var asked = 0;
        foreach (var person in owners.Select(companies.Current.Find).OfType<CompanyPerson>())
        {
            var answer = await graph.PhotoAsync(person.ObjectId, ct);
            if (answer is not (GraphAnswer<byte[]>.Read or GraphAnswer<byte[]>.Missing))
            {
                feed.Fail(answer, GraphPermissions.Users, now);
                await db.SaveChangesAsync(ct);
                return asked;
            }

            var photo = await db.PersonPhotos.FindAsync([person.Id], ct);
            if (photo is null)
                db.PersonPhotos.Add(photo = new PersonPhoto { PersonId = person.Id });
            photo.Bytes = answer is GraphAnswer<byte[]>.Read(var bytes) && bytes.Length is > 0 and <= LargestBytes ? bytes : null;
            photo.DueAt = now + _every;
            asked++;
        }

        if (asked > 0)
            feed.Succeed(TimeSpan.Zero, now);
        await db.SaveChangesAsync(ct);
        return asked;
    }

    /// <summary>For a card; none: no picture is known.</summary>
    public static async Task<string?> OfAsync(BotDb db, Domain.PersonId person, CancellationToken ct) =>
        await db.PersonPhotos.AsNoTracking().Where(photo => photo.PersonId == person).Select(photo => photo.Bytes).SingleOrDefaultAsync(ct) is { } bytes
            ? $"data:image/{(bytes is [0x89, 0x50, ..] ? "png" : "jpeg")};base64,{Convert.ToBase64String(bytes)}"
            : null;
}
