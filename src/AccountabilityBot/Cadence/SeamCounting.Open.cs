using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Cadence;

/// <summary>What is open at this moment: where it stands, and how old it is.</summary>
sealed partial class SeamCounting
{
    /// <summary>In groups that the database counts: fifty thousand open leads are a hundred rows.</summary>
    async Task<ILookup<Way, (Step Step, int Place, int Count)>> AgesAsync(DateTimeOffset now, CancellationToken ct)
    {
        // Each bound in a name of its own: a list of them would be no part of an expression that the database counts by.
        DateTimeOffset Bound(int place) => now.AddDays(-7 * Arrivals.AgesFrom[place]);
        var (one, two, three, four, five) = (Bound(1), Bound(2), Bound(3), Bound(4), Bound(5));
        var (six, seven, eight, nine, ten) = (Bound(6), Bound(7), Bound(8), Bound(9), Bound(10));
        var rows = await db.Leads.AsNoTracking()
            .Where(lead => lead.State == LeadState.Accepted)
            .Select(lead => new
            {
                lead.Seam,
                lead.FromDepartment,
                lead.Department,
                lead.Stage,
                Place = lead.ReceivedAt > one ? 0 : lead.ReceivedAt > two ? 1 : lead.ReceivedAt > three ? 2 : lead.ReceivedAt > four ? 3 : lead.ReceivedAt > five ? 4
                    : lead.ReceivedAt > six ? 5 : lead.ReceivedAt > seven ? 6 : lead.ReceivedAt > eight ? 7 : lead.ReceivedAt > nine ? 8 : lead.ReceivedAt > ten ? 9 : 10,
            })
            .GroupBy(row => row)
            .Select(same => new { same.Key, Count = same.Count() })
            .ToListAsync(ct);
        return rows.ToLookup(
            row => new Way(row.Key.Seam, row.Key.FromDepartment, row.Key.Department), row => (StepOf(row.Key.Stage ?? DealStage.Working), row.Key.Place, row.Count));
    }

    static Leak LeakOf(IReadOnlyList<LeakingLead> leads, DateTimeOffset now) => leads.Count is 0 ? Leak.None : new Leak(
        leads.Count,
        SeamFigures.Sum(leads.Where(lead => lead is { ValueMinor: not null, Currency: not null }).Select(lead => new Dictionary<string, long> { [lead.Currency!] = lead.ValueMinor!.Value })),
        // A sender's clock may run ahead of ours.
        Leak.Median(leads.Select(lead => now > lead.ReceivedAt ? now - lead.ReceivedAt : TimeSpan.Zero)));
}
