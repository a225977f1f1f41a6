using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People;

/// <summary>Draws what the door delivers about who is there; what was overtaken is not sent.</summary>
sealed class PeopleRenderers(BotDb db, CompanySource companies)
{
    public async Task<OutgoingActivity?> Out(Notice notice, CancellationToken ct)
    {
        var argument = OutArgument.Read(notice.Argument!);
        if (await db.Absences.AsNoTracking().SingleOrDefaultAsync(row => row.Id == argument.Absence && row.EndedAt == null, ct) is not { } absence)
            return null;
        var company = companies.Current;
        if (company.Find(absence.PersonId) is not { } person)
            return null;
        var owned = db.Leads.AsNoTracking().Where(lead => lead.Owner == absence.PersonId && lead.State == LeadState.Accepted);
        return OutgoingActivity.ForCard(PeopleCards.Out(Sentences.In(notice.Locale), new OutView
        {
            Person = person,
            Reader = notice.Person is { } reader ? company.Find(reader) : null,
            By = company.Find(argument.By),
            Absence = absence,
            Returned = argument.Returned,
            Owned = await owned.OrderBy(lead => lead.Rank).ThenBy(lead => lead.AcceptedAt).Take(PeopleCards.MostListed).ToListAsync(ct),
            OwnedInAll = await owned.CountAsync(ct),
            Zone = company.CalendarOf(person).Zone,
        }));
    }

    public async Task<OutgoingActivity?> Resting(Notice notice, CancellationToken ct)
    {
        var rest = await db.PersonRests.AsNoTracking().SingleOrDefaultAsync(row => row.PersonId == notice.Person && row.RestingSince != null, ct);
        return rest is null || People.Resting.NameOf(rest) != notice.Argument
            ? null
            : OutgoingActivity.ForCard(PeopleCards.Resting(Sentences.In(notice.Locale), notice.Id));
    }
}
