using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Commitments;

/// <summary>By whose days a promise goes, and who helps with it.</summary>
static class CommitmentDays
{
    /// <summary>Where no digest comes round: a week is near enough to be remembered.</summary>
    const int UsualDays = 7;

    /// <summary>The owner's day at an instant, by the clock they work by; the company's for somebody who has left.</summary>
    public static DateOnly DayOf(Company company, PersonId owner, DateTimeOffset at) => LocalTime.DayIn(
        company.Find(owner) is { } person ? company.CalendarOf(person).Zone : TimeZoneInfo.FindSystemTimeZoneById(company.Model.TimeZone), at);

    /// <summary>
    /// Who can help, and who hears of it: the department's head; where that is the owner, whoever is above or beside them. Never the owner.
    /// </summary>
    public static CompanyPerson? HelperOf(Commitment commitment, Company company)
    {
        var department = company.Model.FindDepartment(commitment.Department);
        CompanyPerson?[] people =
        [
            department is null ? null : company.HeadOf(department),
            company.Find(commitment.Owner) is { } owner ? company.ManagerOf(owner) : null,
            department is null ? null : company.GuardianOf(department),
            .. company.Administrators.Select(company.Find).OrderBy(person => person?.Position),
        ];
        return people.FirstOrDefault(person => person is not null && person.Id != commitment.Owner);
    }

    /// <summary>The day on which the department speaks about its promises next; in a week where it has no such day, and at most a quarter ahead.</summary>
    /// <param name="today">The owner's present day.</param>
    public static DateOnly NextDigest(Company company, Department? department, DateOnly today)
    {
        var next = (department is null ? company.Model.Rhythms.Digest : department.Digest)?.NextAfter(today) ?? today.AddDays(UsualDays);
        return next.DayNumber - today.DayNumber > Commitment.MostDaysAhead ? today.AddDays(UsualDays) : next;
    }

    /// <summary>With the days they were out since then: those are none of the days they had to answer.</summary>
    /// <param name="since">UTC.</param>
    public static async Task<Availability> AvailabilityOfAsync(BotDb db, CompanyPerson person, DateTimeOffset since, Company company, CancellationToken ct)
    {
        var absences = await db.Absences.AsNoTracking().Where(row => row.PersonId == person.Id && row.Until > since)
            .Select(row => new { row.From, row.Until, row.EndedAt }).ToListAsync(ct);
        return new Availability(
            company.CalendarOf(person),
            [.. absences.Select(row => new OutTime(row.From, row.EndedAt < row.Until ? row.EndedAt.Value : row.Until)).Where(time => time.From < time.Until)],
            IsResting: false);
    }

    /// <summary>UTC; when an offer came before its reader's eyes. None: it is on its way.</summary>
    public static async Task<DateTimeOffset?> HeardAtAsync(BotDb db, CardPost offer, CancellationToken ct) => offer.BundleId is { } bundle
        ? await db.Notices.AsNoTracking().Where(notice => notice.Id == bundle).Select(notice => notice.SentAt).SingleOrDefaultAsync(ct)
        : offer.ActivityId is null ? null : offer.LetThroughAt ?? offer.CreatedAt;
}
