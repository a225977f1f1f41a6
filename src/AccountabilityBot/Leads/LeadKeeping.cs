using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>
/// Sees to it that every lead is in somebody's hands: takes offers back from people who are out, and looks for leads that
/// nobody has. Such a lead is a defect of ours; it goes to the guardian and into the log.
/// </summary>
sealed partial class LeadKeeping(BotDb db, CompanySource companies, LeadChanges changes, ILogger<LeadKeeping> logger)
{
    const int MostAtOnce = 200;
    const int MostNamed = 10;

    /// <summary>
    /// Looks at whoever is out now, and not at who went out just now: so an offer that crossed with their word, or an absence
    /// that was entered long ago and begins today, is taken back all the same.
    /// </summary>
    public async Task<int> TakeBackOffersAsync(DateTimeOffset now, CancellationToken ct)
    {
        var there = await WhoIsThere.ReadAsync(db, companies.Current, now, ct);
        var away = there.Out.Select(person => (PersonId?)person).ToList();
        if (away.Count == 0)
            return 0;
        var offers = await db.Offers.AsNoTracking()
            .Where(offer => offer.Outcome == null && away.Contains(offer.To))
            .OrderBy(offer => offer.LeadId)
            .Select(offer => new { offer.LeadId, offer.To })
            .Take(MostAtOnce)
            .ToListAsync(ct);
        var done = 0;
        foreach (var offer in offers)
            done += await DecideAsync(offer.LeadId, (lead, terms) => lead.TakeBackFrom(offer.To!.Value, terms, now), now, ct) is null ? 0 : 1;
        return done;
    }

    /// <summary>What must never be, found with every pass by indexes that are empty while all is well.</summary>
    public async Task<int> FindAdriftAsync(DateTimeOffset now, CancellationToken ct)
    {
        var untimed = await db.Leads.AsNoTracking()
            .Where(lead => lead.State == LeadState.Offered && lead.NextRungAt == null)
            .OrderBy(lead => lead.No).Select(lead => lead.Id).Take(MostAtOnce).ToListAsync(ct);
        var unowned = await db.Leads.AsNoTracking()
            .Where(lead => lead.State == LeadState.Accepted && lead.Owner == null)
            .OrderBy(lead => lead.No).Select(lead => lead.Id).Take(MostAtOnce).ToListAsync(ct);
        return await GiveToGuardianAsync([.. untimed, .. unowned], now, ct);
    }

    /// <summary>
    /// The whole proof, over every open lead: it has an owner whom the directory still lists, or something is timed about it, or
    /// it waits in the queue of a department that there is, or it is on the guardian's list. What has none of these goes there.
    /// </summary>
    public async Task<int> ProveNoBlackHoleAsync(DateTimeOffset now, CancellationToken ct)
    {
        var found = await FindAdriftAsync(now, ct);
        var departments = companies.Current.Model.Departments.Select(department => department.Id).ToList();
        while (true)
        {
            var ids = await db.Leads.AsNoTracking()
                .Where(lead =>
                    (lead.State == LeadState.Accepted && lead.NextRungAt == null && !db.People.Any(person => person.Id == lead.Owner && person.IsActive))
                    || (lead.State == LeadState.Waiting && lead.GuardianSince == null && !departments.Contains(lead.Department)))
                .OrderBy(lead => lead.No).Select(lead => lead.Id).Take(MostAtOnce).ToListAsync(ct);
            var given = await GiveToGuardianAsync(ids, now, ct);
            found += given;
            if (ids.Count < MostAtOnce || given == 0)
                return found;
        }
    }

    async Task<int> GiveToGuardianAsync(IReadOnlyList<LeadId> ids, DateTimeOffset now, CancellationToken ct)
    {
        List<string> labels = [];
        foreach (var id in ids)
        {
            if (await DecideAsync(id, (lead, terms) => lead.FoundAdrift(terms, now), now, ct) is { } label)
                labels.Add(label);
        }

        if (labels.Count > 0)
            FoundAdrift(labels.Count, string.Join(", ", labels.Take(MostNamed)));
        return labels.Count;
    }

    /// <summary>Each lead is its own save: somebody who decides in this very moment wins.</summary>
    /// <returns>The lead's number; none: nothing was to be done any more.</returns>
    async Task<string?> DecideAsync(LeadId id, Func<Lead, LeadTerms, Decision> decide, DateTimeOffset now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var lead = await db.Leads.Include(row => row.Offers).SingleAsync(row => row.Id == id, ct);
        var decision = decide(lead, companies.Current.TermsOf(lead));
        if (decision.Happened.Count == 0)
            return null;
        var posts = await db.CardPosts.Where(post => post.LeadId == id).ToListAsync(ct);
        changes.Follow(lead, decision, posts, null, Via.Rule, null, now);
        try
        {
            await db.SaveChangesAsync(ct);
            return lead.Label;
        }
        catch (DbUpdateConcurrencyException)
        {
            // The person was faster. The truth has it.
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Nobody had {Count} open leads, and nothing would have happened to them: {Numbers}. The guardian has them now; please report this.")]
    partial void FoundAdrift(int count, string numbers);
}
