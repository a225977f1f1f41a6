using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;

namespace AccountabilityBot.Council;

/// <summary>Who decides, who judges the six capabilities, and where the council meets: as the model in force says.</summary>
static class CouncilMembers
{
    /// <summary>Whom the model names; where it names nobody, the heads of all departments and the administrators.</summary>
    public static IReadOnlyList<CompanyPerson> Of(Company company) => company.Model.Council.Members.Count > 0
        ? Named(company)
        : [.. Heads(company).Concat(company.Administrators.Select(company.Find).OfType<CompanyPerson>()).DistinctBy(person => person.Id)];

    public static bool Includes(Company company, PersonId person) => Of(company).Any(member => member.Id == person);

    /// <summary>Whom the model names, else the heads: an administrator keeps the program, and need not know the work.</summary>
    public static IReadOnlyList<CompanyPerson> Assessors(Company company) => company.Model.Council.Members.Count > 0 ? Named(company) : [.. Heads(company)];

    /// <summary>The department in whose channel the council meets.</summary>
    public static Department Home(Company company) => company.DepartmentOf(company.Model.Council.Channel ?? company.Model.Leads.Department);

    /// <summary>By the company's clock.</summary>
    public static TimeZoneInfo Zone(Company company) => TimeZoneInfo.FindSystemTimeZoneById(company.Model.TimeZone);

    public static DateOnly Today(Company company, DateTimeOffset now) => LocalTime.DayIn(Zone(company), now);

    static IReadOnlyList<CompanyPerson> Named(Company company) =>
        [.. company.Model.Council.Members.Select(company.FindByReference).OfType<CompanyPerson>().DistinctBy(person => person.Id)];

    static IEnumerable<CompanyPerson> Heads(Company company) =>
        company.Model.Departments.Select(company.HeadOf).OfType<CompanyPerson>().DistinctBy(person => person.Id);
}
