using System.Security.Cryptography;
using System.Text;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Feedback;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Council;

/// <summary>What time brings to the council: the pack of a meeting once, and a model that waits to each member once.</summary>
sealed partial class CouncilSweep(BotDb db, CompanySource companies, CouncilBeginning beginning, ILogger<CouncilSweep> logger)
{
    /// <summary>When the rhythm comes round, by the company's clock: a card in the council's channel, once a day-name.</summary>
    public async Task<int> PostPackAsync(DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        if (company.Model.Rhythms.Council is not { } rhythm || await beginning.SinceAsync(db, now, ct) is not { } since)
            return 0;
        var home = CouncilMembers.Home(company);
        var channel = await db.Channels.AsNoTracking().SingleOrDefaultAsync(row => row.Department == home.Id, ct);
        if (channel is null)
            return 0;
        var last = await db.CouncilPacks.MaxAsync(row => (DateOnly?)row.On, ct);
        if (rhythm.DueOn(last, channel.BoundAt > since ? channel.BoundAt : since, CouncilMembers.Zone(company), now) is not { } on)
            return 0;

        db.ChangeTracker.Clear();
        await CloseEarlierAsync(now, ct);
        var pack = new CouncilPack { Id = Guid.CreateVersion7(now), On = on, At = now };
        db.CouncilPacks.Add(pack);
        db.Record("council.pack", null, Via.Rule, on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), now);
        db.CardPosts.Add(new CardPost
        {
            Id = Guid.CreateVersion7(now),
            Kind = CouncilKinds.Pack,
            SubjectId = pack.Id,
            Thread = channel.ChannelId,
            Wanted = pack.Version,
            Rank = FeedbackChanges.Rank,
            CreatedAt = now,
            NotBefore = now,
        });
        return await SaveAsync(ct) ? 1 : 0;
    }

    /// <summary>Each member has a card of a model that waits; it follows the decision.</summary>
    public async Task<int> TellDraftsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var waiting = await db.ModelDrafts.AsNoTracking().Where(row => row.State == ModelDraftState.Waiting && !db.CardPosts.Any(post => post.SubjectId == row.Id))
            .Select(row => new { row.Id, row.Version }).ToListAsync(ct);
        var done = 0;
        foreach (var draft in waiting)
        {
            db.ChangeTracker.Clear();
            foreach (var member in CouncilMembers.Of(companies.Current))
            {
                db.CardPosts.Add(new CardPost
                {
                    Id = KeyOf(draft.Id, member.Id),
                    Kind = CouncilKinds.Draft,
                    SubjectId = draft.Id,
                    Thread = Outgoing.ThreadOf(member.Id),
                    Person = member.Id,
                    Wanted = draft.Version,
                    Rank = FeedbackChanges.Rank,
                    // What waits for the council is no reason to call anybody out in a channel.
                    CallDecidedAt = now,
                    CreatedAt = now,
                    NotBefore = now,
                });
            }

            done += await SaveAsync(ct) ? 1 : 0;
        }

        return done;
    }

    async Task CloseEarlierAsync(DateTimeOffset now, CancellationToken ct)
    {
        foreach (var earlier in await db.CouncilPacks.Where(row => !row.IsOver).ToListAsync(ct))
        {
            (earlier.IsOver, earlier.Version) = (true, earlier.Version + 1);
            foreach (var post in await db.CardPosts.Where(post => post.SubjectId == earlier.Id).ToListAsync(ct))
                post.Want(earlier.Version, now);
        }
    }

    async Task<bool> SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException raced) when (raced is DbUpdateConcurrencyException || db.IsUniqueViolation(raced))
        {
            // Another server did, or somebody pressed; the next pass looks again.
            Raced();
            return false;
        }
    }

    /// <summary>Made of what it is about and whom it is for: of two servers that place it one does.</summary>
    static Guid KeyOf(Guid draft, PersonId member) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{draft}\n{member}")).AsSpan(0, 16));

    [LoggerMessage(1, LogLevel.Debug, "The council's matters changed meanwhile; the next pass looks again.")]
    partial void Raced();
}

/// <summary>Since when there has been a council: what was due before is none of its matters.</summary>
sealed class CouncilBeginning
{
    /// <summary>The row that says so.</summary>
    public const string Heartbeat = "council.since";

    DateTimeOffset? _since;

    /// <returns>UTC; none: another server writes it down in this moment.</returns>
    public async Task<DateTimeOffset?> SinceAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        if (_since is not null)
            return _since;
        var known = await db.Heartbeats.AsNoTracking().Where(row => row.Name == Heartbeat).Select(row => (DateTimeOffset?)row.At).SingleOrDefaultAsync(ct);
        if (known is not null)
            return _since = known;
        db.ChangeTracker.Clear();
        await Heartbeats.BeatAsync(db, Heartbeat, now, ct);
        return null;
    }
}
