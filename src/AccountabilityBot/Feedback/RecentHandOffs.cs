using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Feedback;

/// <summary>A hand-off that somebody can speak about, and who would hear it.</summary>
sealed record FoundHandOff(Lead Lead, HandOff HandOff, PersonId Receiver);

/// <summary>The hand-offs of one person with one department, of the last weeks, that they have said nothing about.</summary>
static class RecentHandOffs
{
    public const int Most = 20;

    /// <summary>The latest first.</summary>
    public static async Task<IReadOnlyList<FoundHandOff>> ReadAsync(BotDb db, Company company, PersonId person, string department, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - PeerFeedback.UnaskedWithin;
        var leads = db.Leads.AsNoTracking().Where(lead => !db.PeerFeedback.Any(said => said.LeadId == lead.Id && said.Giver == person && said.State != FeedbackState.Asked));
        // Each by an index of its own.
        List<Lead> mine =
        [
            .. await leads.Where(lead => lead.Owner == person && lead.FromDepartment == department && lead.AcceptedAt >= since)
                .OrderByDescending(lead => lead.AcceptedAt).Take(Most).ToListAsync(ct),
            .. await leads.Where(lead => lead.RejectedBy == person && lead.FromDepartment == department && lead.RejectedAt >= since)
                .OrderByDescending(lead => lead.RejectedAt).Take(Most).ToListAsync(ct),
            .. await leads.Where(lead => lead.FromPerson == person && lead.Department == department && (lead.AcceptedAt >= since || lead.RejectedAt >= since))
                .OrderByDescending(lead => lead.ReceivedAt).Take(Most).ToListAsync(ct),
        ];
        return
        [
            .. from lead in mine.DistinctBy(lead => lead.Id)
               let handOff = HandOff.Of(lead, person)
               where handOff is not null && handOff.AboutDepartment == department && handOff.At >= since
               let receiver = HandOffMoments.ReceiverOf(handOff, company)
               where receiver is not null
               orderby handOff.At descending
               select new FoundHandOff(lead, handOff, receiver.Value),
        ];
    }
}
