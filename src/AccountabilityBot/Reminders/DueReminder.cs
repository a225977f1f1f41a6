using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.People;

namespace AccountabilityBot.Reminders;

/// <summary>A person, and the digest of which they are to be reminded.</summary>
/// <param name="On">The digest's day, by its department's clock.</param>
/// <param name="At">UTC; when the digest comes.</param>
sealed record DueReminder(CompanyPerson Person, DateOnly On, DateTimeOffset At)
{
    /// <summary>Made of the person and the day: one card, however many servers remind.</summary>
    public Guid Key => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{ReminderKinds.Reminder}\n{Person.Id}\n{On.DayNumber}")).AsSpan(0, 16));

    public string Argument => string.Create(CultureInfo.InvariantCulture, $"{On:yyyy-MM-dd};{At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");

    public static (DateOnly On, DateTimeOffset At)? Read(string? argument) => argument?.Split(';') is [var on, var at]
        && DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? (day, instant)
            : null;

    /// <summary>Whoever's working day before the digest runs now, or is over, while the digest is still to come.</summary>
    public static IEnumerable<DueReminder> Find(Company company, DateTimeOffset now)
    {
        var ofCompany = Next(company.Model.Rhythms.Digest, TimeZoneInfo.FindSystemTimeZoneById(company.Model.TimeZone), now);
        var ofDepartments = company.Model.Departments.ToDictionary(
            department => department.Id, department => Next(department.Digest, TimeZoneInfo.FindSystemTimeZoneById(department.TimeZone), now));
        foreach (var person in company.People)
        {
            // Whose department has no digest goes by the company's rhythm.
            var next = (person.Department is { } department ? ofDepartments[department.Id] : null) ?? ofCompany;
            if (next is { } digest && StartOf(person, digest.DayStart, company) <= now)
                yield return new DueReminder(person, digest.On, digest.At);
        }
    }

    /// <summary>The digest that comes next.</summary>
    static (DateOnly On, DateTimeOffset At, DateTimeOffset DayStart)? Next(Rhythm? rhythm, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (rhythm is null)
            return null;
        var day = rhythm.NextOn(zone, now);
        return (day, rhythm.InstantOn(day, zone), LocalTime.ToInstant(day, TimeOnly.MinValue, zone));
    }

    /// <summary>When the person's last working window begins that begins before the digest's day.</summary>
    /// <returns>UTC; none: their calendar holds none.</returns>
    static DateTimeOffset? StartOf(CompanyPerson person, DateTimeOffset dayStart, Company company)
    {
        var calendar = company.CalendarOf(person);
        // The last moment of work before the day lies in the window that is meant.
        var last = calendar.SubtractWorkingTime(dayStart, TimeSpan.FromTicks(1));
        return last == DateTimeOffset.MinValue ? null : calendar.NextWindow(last)?.Start;
    }
}
