using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;

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
}
