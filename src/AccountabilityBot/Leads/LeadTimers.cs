using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>What comes due by itself beside the ladders: a hold whose end has come, a reject that is final.</summary>
sealed class LeadTimers(BotDb db, CompanySource companies, LeadChanges changes, SenderPosts senders)
{
    const int MostAtOnce = 200;

    public async Task<int> EndHoldsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var ids = await db.Leads.AsNoTracking()
            .Where(lead => lead.HeldUntil != null && lead.HeldUntil <= now)
            .OrderBy(lead => lead.HeldUntil)
            .Select(lead => lead.Id)
            .Take(MostAtOnce)
            .ToListAsync(ct);
        return await DecideAsync(ids, (lead, terms) => lead.ResumeIfDue(terms, now), now, ct);
    }

    /// <summary>The day has come on which a lead that was put off is tried again.</summary>
    public async Task<int> BringBackAsync(DateTimeOffset now, CancellationToken ct)
    {
        var ids = await db.Leads.AsNoTracking()
            .Where(lead => lead.RecycleAt != null && lead.RecycleAt <= now)
            .OrderBy(lead => lead.RecycleAt)
            .Select(lead => lead.Id)
            .Take(MostAtOnce)
            .ToListAsync(ct);
        return await DecideAsync(ids, (lead, terms) => lead.ComeBackIfDue(terms, now), now, ct);
    }

    public async Task<int> SettleRejectsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var ids = await db.Leads.AsNoTracking()
            .Where(lead => lead.UndoUntil != null && lead.UndoUntil <= now)
            .OrderBy(lead => lead.UndoUntil)
            .Select(lead => lead.Id)
            .Take(MostAtOnce)
            .ToListAsync(ct);
        return await DecideAsync(ids, (lead, terms) => lead.SettleReject(terms, now), now, ct);
    }

    /// <summary>Each lead is its own save: somebody who answers in this very moment wins, and only that lead is left for the next pass.</summary>
    async Task<int> DecideAsync(List<LeadId> ids, Func<Lead, LeadTerms, Decision> decide, DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        var done = 0;
        foreach (var id in ids)
        {
            db.ChangeTracker.Clear();
            var lead = await db.Leads.Include(row => row.Offers).SingleAsync(row => row.Id == id, ct);
            var decision = decide(lead, company.TermsOf(lead));
            if (decision.Happened.Count == 0)
                continue;
            var posts = await db.CardPosts.Where(post => post.LeadId == id).ToListAsync(ct);
            changes.Follow(lead, decision, posts, null, Via.Rule, null, now);
            await senders.FollowAsync(lead, decision, now, ct);
            try
            {
                await db.SaveChangesAsync(ct);
                done++;
            }
            catch (DbUpdateConcurrencyException)
            {
                // The person was faster. The truth has it.
            }
        }

        return done;
    }
}
