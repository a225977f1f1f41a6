using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Neighbours;

/// <summary>Reads who stands on the other side of a department's seams: two queries about leads and two about absences, however many neighbours there are.</summary>
sealed class NeighbourReading(BotDb db)
{
    /// <summary>How far back a hand-off makes two people neighbours, in days.</summary>
    public const int SharedWithin = 90;

    /// <param name="reader">Who asked; none: somebody the directory does not list, who shares no hand-off with anybody.</param>
    /// <param name="now">UTC.</param>
    public async Task<NeighboursView> ReadAsync(
        Company company, Department department, SeamDirections directions, CompanyPerson? reader, Sentences say, DateTimeOffset now, CancellationToken ct)
    {
        var there = await WhoIsThere.ReadAsync(db, company, now, ct);
        var shared = reader is null ? [] : await SharedAsync(reader.Id, now, ct);
        return NeighboursView.Of(company, department, directions, reader, shared, there, say);
    }

    /// <summary>With whom this person had how many hand-offs that were accepted: those they took from somebody, and those somebody took from them.</summary>
    async Task<Dictionary<PersonId, int>> SharedAsync(PersonId person, DateTimeOffset now, CancellationToken ct)
    {
        var since = now.AddDays(-SharedWithin);
        var leads = db.Leads.AsNoTracking().Where(lead => lead.AcceptedAt >= since);
        var took = await leads.Where(lead => lead.Owner == person && lead.FromPerson != null)
            .GroupBy(lead => lead.FromPerson).Select(all => new { Other = all.Key, Count = all.Count() }).ToListAsync(ct);
        var gave = await leads.Where(lead => lead.FromPerson == person && lead.Owner != null)
            .GroupBy(lead => lead.Owner).Select(all => new { Other = all.Key, Count = all.Count() }).ToListAsync(ct);
        return took.Concat(gave).GroupBy(row => row.Other!.Value).ToDictionary(rows => rows.Key, rows => rows.Sum(row => row.Count));
    }
}
