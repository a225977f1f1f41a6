using AccountabilityBot.Commitments.Leaving;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Commitments;

/// <summary>
/// What time brings to promises: one that slips is offered help, and much later the head hears of it; one whose owner is gone is
/// offered to others. An index holds what is due, and it is little.
/// </summary>
sealed class SlippingSweep(BotDb db, CompanySource companies, CommitmentChanges changes, DepartedOwners departed)
{
    const int MostAtOnce = 200;

    public async Task<int> ProgressAsync(DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Commitments.AsNoTracking().Where(row => row.NextAt <= now).OrderBy(row => row.NextAt).Select(row => row.Id).Take(MostAtOnce).ToListAsync(ct);
        var ofGone = await departed.FindAsync(now, ct);
        var done = 0;
        foreach (var id in due.Union(ofGone))
        {
            db.ChangeTracker.Clear();
            done += await ProgressAsync(id, now, ct) ? 1 : 0;
        }

        return done;
    }

    async Task<bool> ProgressAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var commitment = await db.Commitments.SingleAsync(row => row.Id == id, ct);
        var (company, version) = (companies.Current, commitment.Version);
        var posts = await db.CardPosts.Where(post => post.SubjectId == id).ToListAsync(ct);
        var decision = commitment.IsOffered ? await departed.ProgressAsync(commitment, posts, now, ct)
            : company.Find(commitment.Owner) is not { } owner ? await departed.LeaveAsync(commitment, Departures.Left, now, ct)
            : commitment.Progress(await CommitmentDays.AvailabilityOfAsync(db, owner, commitment.HelpAt ?? now, company, ct), await HeardAtAsync(commitment, posts, ct), now);
        await changes.FollowAsync(commitment, decision, posts, Via.Rule, null, now, ct);
        try
        {
            if (commitment.Version == version)
                await db.SaveChangesAsync(ct);
            else
                await changes.SaveAsync(commitment, ct);
            return decision.Happened.Count > 0;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody pressed in this very moment, or another server was faster.
            return false;
        }
        catch (DbUpdateException raced) when (db.IsUniqueViolation(raced))
        {
            return false;
        }
    }

    /// <summary>UTC; when the offer of help came before its reader's eyes. None: it is on its way, or there is none.</summary>
    async Task<DateTimeOffset?> HeardAtAsync(Commitment commitment, List<CardPost> posts, CancellationToken ct) =>
        commitment.HelpAt is not null && posts.Find(post => CommitmentChanges.IsOffer(post, commitment, SlipReasons.DayOver)) is { } offer
            ? await CommitmentDays.HeardAtAsync(db, offer, ct)
            : null;
}
