using AccountabilityBot.Data;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.People;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Commitments;

/// <summary>What time brings to promises that slip: help is offered, and much later the head hears of it. An index holds what is due, and it is little.</summary>
sealed class SlippingSweep(BotDb db, CompanySource companies, CommitmentChanges changes)
{
    const int MostAtOnce = 200;

    public async Task<int> ProgressAsync(DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Commitments.AsNoTracking().Where(row => row.NextAt <= now).OrderBy(row => row.NextAt).Select(row => row.Id).Take(MostAtOnce).ToListAsync(ct);
        // By the few who have left, and not by the many promises.
        var ofGone = await db.People.AsNoTracking().Where(person => !person.IsActive)
            .Join(db.Commitments.Where(row => row.State == CommitmentState.Open && row.OwnerLeftAt == null), person => person.Id, row => row.Owner, (_, row) => row.Id)
            .OrderBy(id => id).Take(MostAtOnce).ToListAsync(ct);
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
        var decision = company.Find(commitment.Owner) is { } owner
            ? commitment.Progress(await AvailabilityOfAsync(owner, commitment, company, now, ct), await HeardAtAsync(commitment, ct), now)
            : commitment.OwnerHasLeft(now);
        await changes.FollowAsync(commitment, decision, await db.CardPosts.Where(post => post.SubjectId == id).ToListAsync(ct), Via.Rule, null, now, ct);
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

    /// <summary>With the days they were out since help was offered: those are none of the days they had to answer.</summary>
    async Task<Availability> AvailabilityOfAsync(CompanyPerson owner, Commitment commitment, Company company, DateTimeOffset now, CancellationToken ct)
    {
        var since = commitment.HelpAt ?? now;
        var absences = await db.Absences.AsNoTracking().Where(row => row.PersonId == owner.Id && row.Until > since)
            .Select(row => new { row.From, row.Until, row.EndedAt }).ToListAsync(ct);
        return new Availability(
            company.CalendarOf(owner),
            [.. absences.Select(row => new OutTime(row.From, row.EndedAt < row.Until ? row.EndedAt.Value : row.Until)).Where(time => time.From < time.Until)],
            IsResting: false);
    }

    /// <summary>UTC; when the offer came before its reader's eyes. None: it is on its way, or there is none.</summary>
    async Task<DateTimeOffset?> HeardAtAsync(Commitment commitment, CancellationToken ct)
    {
        if (commitment.HelpAt is null)
            return null;
        var key = CommitmentChanges.KeyOfOffer(commitment, SlipReasons.DayOver);
        if (await db.CardPosts.AsNoTracking().SingleOrDefaultAsync(post => post.Id == key, ct) is not { } offer)
            return null;
        if (offer.BundleId is { } bundle)
            return await db.Notices.AsNoTracking().Where(notice => notice.Id == bundle).Select(notice => notice.SentAt).SingleOrDefaultAsync(ct);
        return offer.ActivityId is null ? null : offer.LetThroughAt ?? commitment.HelpAt;
    }
}
