using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Cadence;

/// <summary>Why a lead lies at a seam. Stored in digests: they never change.</summary>
static class LeakReasons
{
    /// <summary>On the guardian's list: nobody holds it.</summary>
    public const string Guardian = "guardian";

    /// <summary>In the queue, for longer than the model allows.</summary>
    public const string Queue = "queue";

    /// <summary>Its owner was asked what became of it, and has said nothing.</summary>
    public const string Silent = "silent";
}

/// <summary>A lead that is in nobody's hands, or in hands that say nothing.</summary>
/// <param name="Why">A literal of <see cref="LeakReasons"/>.</param>
/// <param name="Since">UTC; since when it lies there.</param>
sealed record LeakingLead(LeadId Id, Way Way, string Why, PersonId? Owner, DateTimeOffset Since, DateTimeOffset ReceivedAt, long? ValueMinor, string? Currency);

/// <summary>Finds what lies at the seams: three reads of what is open, each by an index of its own.</summary>
sealed class Leaks(BotDb db)
{
    public async Task<IReadOnlyList<LeakingLead>> FindAsync(Company company, DateTimeOffset now, CancellationToken ct)
    {
        var leads = db.Leads.AsNoTracking();
        var guarded = await ReadAsync(leads.Where(lead => lead.GuardianSince != null && lead.State <= LeadState.Accepted), LeakReasons.Guardian, ct);
        // No working time is longer than the time itself: what has not waited so long by any clock is not read.
        var longest = now - company.Model.Leads.QueueWait;
        var queued = await ReadAsync(leads.Where(lead => lead.State == LeadState.Waiting && lead.GuardianSince == null && lead.WaitingSince <= longest), LeakReasons.Queue, ct);
        var silent = await ReadAsync(leads.Where(lead => lead.DispositionAsks > 0 && lead.State == LeadState.Accepted && lead.HeldUntil == null), LeakReasons.Silent, ct);
        var limits = new Dictionary<string, DateTimeOffset>();
        return [.. guarded, .. queued.Where(lead => lead.Since <= LimitOf(lead.Way.To)), .. silent];

        DateTimeOffset LimitOf(string id)
        {
            if (!limits.TryGetValue(id, out var limit))
                limits[id] = limit = company.CalendarOf(company.DepartmentOf(id)).SubtractWorkingTime(now, company.Model.Leads.QueueWait);
            return limit;
        }
    }

    static async Task<List<LeakingLead>> ReadAsync(IQueryable<Lead> leads, string why, CancellationToken ct)
    {
        var rows = await leads.Select(lead => new
        {
            lead.Id,
            lead.Seam,
            lead.FromDepartment,
            lead.Department,
            lead.Owner,
            lead.GuardianSince,
            lead.WaitingSince,
            lead.ContactedAt,
            lead.AcceptedAt,
            lead.ReceivedAt,
            // Worth what somebody heard from the buyer, else what the sender thought.
            ValueMinor = lead.OpportunityMinor ?? lead.Facts.ValueMinor,
            Currency = lead.OpportunityMinor != null ? lead.OpportunityCurrency : lead.Facts.Currency,
        }).ToListAsync(ct);
        return
        [
            .. rows.Select(row => new LeakingLead(
                row.Id,
                new Way(row.Seam, row.FromDepartment, row.Department),
                why,
                row.Owner,
                why switch { LeakReasons.Guardian => row.GuardianSince!.Value, LeakReasons.Queue => row.WaitingSince, _ => row.ContactedAt ?? row.AcceptedAt ?? row.WaitingSince },
                row.ReceivedAt,
                row.ValueMinor,
                row.Currency)),
        ];
    }
}
