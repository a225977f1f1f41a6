using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads.Ladders;

/// <summary>
/// Climbs the ladders whose next rung is due, many in one save: after a long silence there may be thousands. Who answers in
/// the same moment wins, for the version token lets one of the two through.
/// </summary>
sealed class LadderSweep(BotDb db, CompanySource companies, LeadChanges changes, PoolCall pool, Resting resting)
{
    const int MostAtOnce = 500;

    public async Task<int> ClimbAsync(DateTimeOffset now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var due = await db.Leads.Include(lead => lead.Offers)
            .Where(lead => lead.NextRungAt != null && lead.NextRungAt <= now)
            .OrderBy(lead => lead.NextRungAt)
            .Take(MostAtOnce)
            .ToListAsync(ct);
        if (due.Count == 0)
            return 0;

        var ids = due.ConvertAll(lead => lead.Id);
        try
        {
            return await ClimbAsync(due, now, ct);
        }
        catch (DbUpdateConcurrencyException) when (due.Count > 1)
        {
            return await OneByOneAsync(ids, now, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The person was faster. The truth has it.
            return 0;
        }
    }

    /// <summary>Somebody pressed on one of them: only that one is left for the next pass.</summary>
    async Task<int> OneByOneAsync(List<LeadId> ids, DateTimeOffset now, CancellationToken ct)
    {
        var done = 0;
        foreach (var id in ids)
        {
            db.ChangeTracker.Clear();
            var lead = await db.Leads.Include(row => row.Offers).SingleAsync(row => row.Id == id, ct);
            try
            {
                done += await ClimbAsync([lead], now, ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                // The person was faster. The truth has it.
            }
        }

        return done;
    }

    async Task<int> ClimbAsync(List<Lead> leads, DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        var climbed = leads.ConvertAll(lead => (Lead: lead, Decision: lead.Climb(company.TermsOf(lead), now)));
        var posts = await PostsOfAsync(climbed.Where(one => LeadChanges.IsSeen(one.Decision)).Select(one => one.Lead.Id), ct);
        foreach (var (lead, decision) in climbed)
        {
            changes.Follow(lead, decision, [.. posts[lead.Id]], null, Via.Rule, null, now);
            await resting.FollowAsync(decision.Happened, Via.Rule, now, ct);
            foreach (var (person, kind, rung) in await ToBeToldAsync(lead, decision, company, ct))
                changes.PlaceOnRung(person, kind, rung, lead, now);
        }

        await db.SaveChangesAsync(ct);
        return climbed.Count(one => one.Decision.Happened.Count > 0);
    }

    /// <summary>
    /// Who hears of it, in private. Of several reminders that came due together the last one says it all; and where the last
    /// rung has taken the lead away there is nothing left to remind anybody of.
    /// </summary>
    async Task<List<(PersonId Person, string Kind, Rung Rung)>> ToBeToldAsync(Lead lead, Decision decision, Company company, CancellationToken ct)
    {
        List<(PersonId, string, Rung)> told = [];
        if (lead.Promise is not { } promise || decision.Happened.Count == 0)
            return told;

        var news = promise.Rungs.Take(promise.Climbed).TakeLast(decision.Happened.Count).ToList();
        if (news.FindLast(rung => rung.Kind is RungKind.Nudge) is { } nudge)
        {
            var people = promise.Promisor is { } one ? [one] : (await pool.MembersAsync(lead, ct)).Select(member => member.Id);
            told.AddRange(people.Select(person => (person, LeadKinds.Nudge, nudge)));
        }

        if (news.Find(rung => rung.Kind is RungKind.SecondLine) is { } call && company.SecondLineOf(lead, promise.Promisor) is { } second)
            told.Add((second.Id, LeadKinds.SecondLine, call));
        return told;
    }

    async Task<ILookup<LeadId, CardPost>> PostsOfAsync(IEnumerable<LeadId> leads, CancellationToken ct)
    {
        var ids = leads.ToList();
        var posts = ids.Count == 0 ? [] : await db.CardPosts.Where(post => post.LeadId != null && ids.Contains(post.LeadId.Value)).ToListAsync(ct);
        return posts.ToLookup(post => post.LeadId!.Value);
    }
}
