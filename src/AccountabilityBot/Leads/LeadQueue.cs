using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>
/// Offers what waits, in order, to whoever has room. Only the leader runs it, so that the rotation is fair without locks;
/// the unique index on open offers and the version token decide all the same if two ever should.
/// </summary>
sealed class LeadQueue(BotDb db, CompanySource companies, LeadChanges changes)
{
    /// <summary>Offers opened in one pass of each queue; the next pass follows at once.</summary>
    const int MostAtOnce = 50;

    /// <summary>Read beyond the free places: leads that those with room had before must not keep the ones behind them waiting.</summary>
    const int LookedPast = 50;

    public async Task<int> OpenAsync(DateTimeOffset now, CancellationToken ct)
    {
        var opened = 0;
        var department = "";
        while (await NextWaitingAsync(department, ct) is { } next)
        {
            opened += await TryOpenAsync(next, now, ct);
            department = next;
        }

        return opened;
    }

    /// <summary>The next department in which leads wait: one step along the index, however long its queue is.</summary>
    Task<string?> NextWaitingAsync(string after, CancellationToken ct) => Waiting()
        .Where(lead => lead.Department.CompareTo(after) > 0)
        .OrderBy(lead => lead.Department)
        .Select(lead => (string?)lead.Department)
        .FirstOrDefaultAsync(ct);

    async Task<int> TryOpenAsync(string departmentId, DateTimeOffset now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        try
        {
            return await OpenAsync(departmentId, now, ct);
        }
        catch (DbUpdateException raced) when (raced is DbUpdateConcurrencyException || db.IsUniqueViolation(raced))
        {
            // Somebody was faster with one lead. Those before it are saved; the next pass, at once, goes on behind it.
            return 1;
        }
    }

    async Task<int> OpenAsync(string departmentId, DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        var desk = await LeadDesk.OfAsync(db, company, departmentId, ct);
        var waiting = Waiting().Where(lead => lead.Department == departmentId);
        var reserved = waiting.Where(lead => lead.ReservedFor != null);
        // Nobody has room for anything: a queue of any length costs nothing to leave alone.
        if (desk.IsFull && !await reserved.AnyAsync(ct))
            return 0;

        // A pool that is full must not keep the leads for a person waiting behind it, nor the other way round.
        var pools = company.Model.Segments.Where(segment => segment.Offer is OfferKind.Pool).Select(segment => segment.Id).ToList();
        var forOne = waiting.Where(lead => lead.ReservedFor == null && !pools.Contains(lead.Segment));
        var forPool = waiting.Where(lead => lead.ReservedFor == null && pools.Contains(lead.Segment));
        var nobody = desk.Members.Count == 0;
        return await OpenAsync(reserved, () => MostAtOnce, desk, now, ct)
            // With no members at all, everything goes to the guardian.
            + await OpenAsync(forOne, () => nobody ? MostAtOnce : desk.Places, desk, now, ct)
            + await OpenAsync(forPool, () => nobody ? MostAtOnce : desk.PoolPlaces, desk, now, ct);
    }

    /// <summary>Offers from one queue while it has places. Each lead is its own save.</summary>
    async Task<int> OpenAsync(IQueryable<Lead> queue, Func<int> places, LeadDesk desk, DateTimeOffset now, CancellationToken ct)
    {
        var most = Math.Min(places(), MostAtOnce);
        if (most <= 0)
            return 0;
        var leads = await queue.Include(lead => lead.Offers)
            .OrderBy(lead => lead.Rank).ThenBy(lead => lead.WaitingSince).ThenBy(lead => lead.No)
            .Take(most + LookedPast)
            .ToListAsync(ct);

        var opened = 0;
        foreach (var lead in leads)
        {
            if (opened >= most || places() <= 0)
                break;
            var accountOwner = desk.HasRoomFor(lead) ? await AccountOwnerAsync(lead, ct) : null;
            if (Decide(lead, desk, accountOwner, now) is not { Happened.Count: > 0 } decision)
                continue;
            var posts = await db.CardPosts.Where(post => post.LeadId == lead.Id).ToListAsync(ct);
            changes.Follow(lead, decision, posts, desk.Channel, Via.Rule, null, now);
            await db.SaveChangesAsync(ct);
            opened++;
        }

        return opened;
    }

    Decision Decide(Lead lead, LeadDesk desk, PersonId? accountOwner, DateTimeOffset now)
    {
        if (companies.Current.SegmentOf(lead).Offer is OfferKind.Pool && lead.ReservedFor is null)
            return DecidePool(lead, desk, now);

        switch (Rotation.Next(lead, desk.Members, accountOwner))
        {
            case NextOffer.To(var person, var reason):
                desk.Took(db, person, now);
                return lead.OfferTo(new OfferTo(person, reason), companies.Current.TermsOf(lead), now);
            case NextOffer.Nobody(var why):
                return lead.ToGuardian(why, now);
            default:
                return Decision.AlreadyDone;
        }
    }

    Decision DecidePool(Lead lead, LeadDesk desk, DateTimeOffset now)
    {
        if (!Rotation.PoolHasAnybody(lead, desk.Members))
            return lead.ToGuardian(desk.Members.Count == 0 ? GuardianReasons.NoMembers : GuardianReasons.NobodyLeft, now);
        desk.TookFromPool();
        return lead.OfferTo(new OfferTo(null, new OfferReason(OfferReason.Pool)), companies.Current.TermsOf(lead), now);
    }

    IQueryable<Lead> Waiting() => db.Leads.Where(lead => lead.State == LeadState.Waiting && lead.GuardianSince == null);

    async Task<PersonId?> AccountOwnerAsync(Lead lead, CancellationToken ct)
    {
        if (lead.AccountKey is not { } account)
            return null;
        return await db.Leads.AsNoTracking()
            .Where(other => other.AccountKey == account && other.Owner != null && other.Id != lead.Id && other.Department == lead.Department)
            .OrderByDescending(other => other.AcceptedAt)
            .Select(other => other.Owner)
            .FirstOrDefaultAsync(ct);
    }
}
