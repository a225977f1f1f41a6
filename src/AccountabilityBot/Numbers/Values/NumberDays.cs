using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;

namespace AccountabilityBot.Numbers.Values;

/// <summary>A number's own calendar: the days of its department, and of the company where a registry names one that the model has not.</summary>
static class NumberDays
{
    public static Department? DepartmentOf(NumberFacts facts, Company company) => facts.Department is { } named ? company.Model.FindDepartment(named) : null;

    public static TimeZoneInfo ZoneOf(NumberFacts facts, Company company) =>
        TimeZoneInfo.FindSystemTimeZoneById(DepartmentOf(facts, company)?.TimeZone ?? company.Model.TimeZone);

    public static DateOnly DayOf(NumberFacts facts, Company company, DateTimeOffset at) =>
        LocalTime.DayIn(ZoneOf(facts, company), at);

    /// <summary>Whether a value that should be there is not.</summary>
    /// <param name="latest">The end of the latest period that has a value; none: there is none yet.</param>
    public static bool IsStale(TrackedNumber number, DateOnly? latest, Company company, DateTimeOffset now) =>
        Freshness.IsStale(number.Facts, latest, DayOf(number.Facts, company, number.CreatedAt), DayOf(number.Facts, company, now));

    /// <summary>The instants between which the period lies.</summary>
    /// <returns>UTC; the second is no part of it.</returns>
    public static (DateTimeOffset From, DateTimeOffset Until) SpanOf(NumberFacts facts, DateOnly periodEnd, Company company)
    {
        var zone = ZoneOf(facts, company);
        return (
            LocalTime.ToInstant(Freshness.StartOf(facts.Period, periodEnd), TimeOnly.MinValue, zone),
            LocalTime.ToInstant(periodEnd.AddDays(1), TimeOnly.MinValue, zone));
    }
}
