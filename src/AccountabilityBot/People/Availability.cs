using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Domain.WorkingTime;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People;

/// <summary>
/// Who is there, as it was known at one instant. The one place where calendars, absences and rests come together: whatever a
/// later source knows of absences (Microsoft 365) is entered in the same table and read here.
/// </summary>
public sealed class WhoIsThere
{
    readonly Company _company;
    readonly ILookup<PersonId, OutTime> _out;
    readonly HashSet<PersonId> _resting;

    /// <param name="outTimes">Those that are not over.</param>
    public WhoIsThere(Company company, IEnumerable<(PersonId Person, OutTime Time)> outTimes, IEnumerable<PersonId> resting, DateTimeOffset now)
    {
        (_company, Now) = (company, now);
        _out = outTimes.ToLookup(entry => entry.Person, entry => entry.Time);
        _resting = [.. resting];
    }

    /// <summary>UTC.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Two small reads: what is over, and who never rested, is not touched.</summary>
    public static async Task<WhoIsThere> ReadAsync(BotDb db, Company company, DateTimeOffset now, CancellationToken ct)
    {
        var absences = await db.Absences.AsNoTracking()
            .Where(absence => absence.EndedAt == null && absence.Until > now)
            .Select(absence => new { absence.PersonId, absence.From, absence.Until })
            .ToListAsync(ct);
        var resting = await db.PersonRests.AsNoTracking().Where(rest => rest.RestingSince != null).Select(rest => rest.PersonId).ToListAsync(ct);
        return new WhoIsThere(company, absences.Select(absence => (absence.PersonId, new OutTime(absence.From, absence.Until))), resting, now);
    }

    /// <summary>The hours in which they work as a member of this department.</summary>
    public Availability Of(PersonId person, Department department) =>
        new(_company.CalendarOf(person, department), [.. _out[person]], _resting.Contains(person));

    /// <summary>UTC; when they are back, if they are out now.</summary>
    public DateTimeOffset? OutUntil(PersonId person) => new Availability(Any, [.. _out[person]], IsResting: false).OutUntil(Now);

    public bool IsResting(PersonId person) => _resting.Contains(person);

    /// <summary>Those who are out at this instant.</summary>
    public IEnumerable<PersonId> Out => _out.Select(entry => entry.Key).Where(person => OutUntil(person) is not null);

    /// <summary>Whether they can be asked now, as far as hours, absences and rest tell; capacity and reach are the desk's to know.</summary>
    public bool IsHere(PersonId person, Department department) => Of(person, department).IsAvailable(Now);

    /// <summary>The rest of the department's working day, or else its next one: for whoever is expected in it a lead waits.</summary>
    public WorkingWindow? NextDayOf(Department department) => _company.CalendarOf(department).NextDay(Now);

    /// <summary>Whether they are there at any moment of <see cref="NextDayOf"/>. A member's own calendar counts for the member.</summary>
    public bool IsExpected(PersonId person, Department department) =>
        NextDayOf(department) is { } day && Of(person, department).IsExpected(day);

    /// <summary>
    /// Whose list it is now: the guardian's; the head's while the guardian is out, has left or has no chat; else an
    /// administrator's. When nobody of them is better, it stays the guardian's.
    /// </summary>
    /// <param name="hasChat">Who can be reached in a chat of their own.</param>
    public CompanyPerson? KeeperOfTheList(Department department, IReadOnlySet<PersonId> hasChat)
    {
        List<CompanyPerson> people = [.. GuardiansOf(_company, department)];
        return people.Find(person => OutUntil(person.Id) is null && hasChat.Contains(person.Id))
            ?? people.Find(person => OutUntil(person.Id) is null)
            ?? people.FirstOrDefault();
    }

    /// <summary>Who may decide about what nobody holds, in the order in which they are asked.</summary>
    public static IEnumerable<CompanyPerson> GuardiansOf(Company company, Department department) =>
        new[] { company.GuardianOf(department), company.HeadOf(department) }
            .Concat(company.Administrators.Select(company.Find).OrderBy(person => person?.Position))
            .OfType<CompanyPerson>()
            .DistinctBy(person => person.Id);

    static readonly WorkingCalendar Any = new(TimeZoneInfo.Utc, WorkingHours.Always);
}
