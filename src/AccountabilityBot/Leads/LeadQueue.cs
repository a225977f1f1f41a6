using System.Collections.Concurrent;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>
/// Offers what waits, in order, to whoever is there and has room. Only the leader runs it, so that the rotation is fair without
/// locks; the unique index on open offers and the version token decide all the same if two ever should. At night, while
/// somebody is expected in the morning, a queue of any length is left alone.
/// </summary>
sealed class LeadQueue(BotDb db, CompanySource companies, LeadChanges changes, QueueRounds rounds)
{
    /// <summary>Offers opened in one pass of each queue; the next pass follows at once.</summary>
    const int MostAtOnce = 50;

    /// <summary>Read beyond the free places: leads that those with room had before must not keep the ones behind them waiting.</summary>
    const int LookedPast = 50;

    public async Task<int> OpenAsync(DateTimeOffset now, CancellationToken ct)
    {
        var opened = 0;
        WhoIsThere? there = null;
        var department = "";
        while (await NextWaitingAsync(department, ct) is { } next)
        {
            there ??= await WhoIsThere.ReadAsync(db, companies.Current, now, ct);
            opened += await TryOpenAsync(next, there, ct);
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

    async Task<int> TryOpenAsync(string departmentId, WhoIsThere there, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        try
        {
            return await OpenAsync(departmentId, there, ct);
        }
        catch (DbUpdateException raced) when (raced is DbUpdateConcurrencyException || db.IsUniqueViolation(raced))
        {
            // Somebody was faster with one lead. Those before it are saved; the next pass, at once, goes on behind it.
            return 1;
        }
    }

    async Task<int> OpenAsync(string departmentId, WhoIsThere there, CancellationToken ct)
    {
        var (company, now) = (companies.Current, there.Now);
        var members = LeadDesk.Present(company, there, company.DepartmentOf(departmentId));
        var given = await GiveUpAsync(departmentId, members, now, ct);
        // The shop is closed and opens again: everything else waits for the morning, unread.
        if (!members.Exists(member => member.IsAtWork) && members.Exists(member => member.IsExpected))
            return given;

        var desk = await LeadDesk.OfAsync(db, company, there, departmentId, ct);
        var waiting = Waiting().Where(lead => lead.Department == departmentId);
        // With nobody to wait for, everything goes to the guardian.
        if (desk.IsDeserted)
            return await OpenAsync(waiting, () => MostAtOnce, desk, now, ct);

        var reserved = waiting.Where(lead => lead.ReservedFor != null);
        // Nobody has room for anything: a queue of any length costs nothing to leave alone.
        if (desk.IsFull && !await reserved.AnyAsync(ct))
            return given;

        // A pool that is full must not keep the leads for a person waiting behind it, nor the other way round.
        var pools = company.Model.Segments.Where(segment => segment.Offer is OfferKind.Pool).Select(segment => segment.Id).ToList();
        var forOne = waiting.Where(lead => lead.ReservedFor == null && !pools.Contains(lead.Segment));
        var forPool = waiting.Where(lead => lead.ReservedFor == null && pools.Contains(lead.Segment));
        return given
            + await OpenAsync(reserved, () => MostAtOnce, desk, now, ct)
            + await OpenAsync(forOne, () => desk.Places, desk, now, ct)
            + await OpenAsync(forPool, () => desk.IsOpen ? desk.PoolPlaces : 0, desk, now, ct);
    }

    /// <summary>
    /// Those that somebody gave up, and for which nobody else can be waited for: to the guardian at once, not in the morning. A
    /// few are looked at with each pass, round and round.
    /// </summary>
    async Task<int> GiveUpAsync(string departmentId, IReadOnlyList<Candidate> members, DateTimeOffset now, CancellationToken ct)
    {
        var after = rounds.After(departmentId);
        // By hand: no query on objects can ask whether a list in a column is empty.
        var numbers = await db.Database.SqlQuery<long>($"""
            SELECT "No" FROM "Leads"
            WHERE "State" = 1 AND "GuardianSince" IS NULL AND "Hands" <> '[]' AND "Department" = {departmentId} AND "No" > {after}
            ORDER BY "No" LIMIT {LookedPast}
            """).ToListAsync(ct);
        rounds.LookedUntil(departmentId, numbers.Count < LookedPast ? 0 : numbers[^1]);
        if (numbers.Count == 0)
            return 0;
        var leads = await Waiting().Include(lead => lead.Offers).Where(lead => numbers.Contains(lead.No)).ToListAsync(ct);
        var done = 0;
        foreach (var lead in leads.Where(lead => CameBefore(now, lead)))
        {
            if (Rotation.NobodyFor(lead, members) is { } nobody)
                done += await SaveAsync(lead, lead.ToGuardian(nobody.Reason, now), null, now, ct);
        }

        return done;
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
        foreach (var lead in leads.Where(lead => CameBefore(now, lead)))
        {
            if (opened >= most || places() <= 0)
                break;
            var accountOwner = desk.HasRoomFor(lead, companies.Current.IsUrgent(lead)) ? await AccountOwnerAsync(lead, ct) : null;
            if (Decide(lead, desk, accountOwner, now) is not { Happened.Count: > 0 } decision)
                continue;
            opened += await SaveAsync(lead, decision, desk.Channel, now, ct);
        }

        return opened;
    }

    async Task<int> SaveAsync(Lead lead, Decision decision, DepartmentChannel? channel, DateTimeOffset now, CancellationToken ct)
    {
        var posts = await db.CardPosts.Where(post => post.LeadId == lead.Id).ToListAsync(ct);
        changes.Follow(lead, decision, posts, channel, Via.Rule, null, now);
        await db.SaveChangesAsync(ct);
        return 1;
    }

    Decision Decide(Lead lead, LeadDesk desk, PersonId? accountOwner, DateTimeOffset now)
    {
        var company = companies.Current;
        var members = desk.MembersFor(company.IsUrgent(lead));
        var isForPool = company.SegmentOf(lead).Offer is OfferKind.Pool && !Rotation.IsHeldFor(lead, members);
        switch (isForPool ? Rotation.ForPool(lead, members, desk.IsOpen) : Rotation.Next(lead, members, accountOwner))
        {
            case NextOffer.To(var person, var reason):
                desk.Took(db, person, now);
                return lead.OfferTo(new OfferTo(person, reason), company.TermsOf(lead), now);
            case NextOffer.ToPool when desk.PoolPlaces > 0:
                desk.TookFromPool();
                return lead.OfferTo(new OfferTo(null, new OfferReason(OfferReason.Pool)), company.TermsOf(lead), now);
            case NextOffer.Nobody(var why):
                return lead.ToGuardian(why, now);
            default:
                return Decision.AlreadyDone;
        }
    }

    /// <summary>
    /// A server that was stopped after it took the time, and goes on later, finds leads that came while it stood still. They
    /// are the next pass's, with a time that is true; offered now, their deadlines would have begun before they were there.
    /// </summary>
    static bool CameBefore(DateTimeOffset now, Lead lead) => lead.WaitingSince <= now;

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

/// <summary>How far each department's given-up leads were looked at. A lost place only begins the round anew.</summary>
sealed class QueueRounds
{
    readonly ConcurrentDictionary<string, long> _last = new();

    /// <summary>The number of the lead behind which to go on.</summary>
    public long After(string department) => _last.GetValueOrDefault(department);

    public void LookedUntil(string department, long no) => _last[department] = no;
}
