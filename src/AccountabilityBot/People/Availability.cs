using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Domain.WorkingTime;
using AccountabilityBot.People.Syncing;
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
    readonly IReadOnlyDictionary<PersonId, Presence> _presences;

    /// <param name="outTimes">Those that are not over.</param>
    /// <param name="presences">Of those whom Teams shows in a way that matters; who is not here is as usual.</param>
    public WhoIsThere(
        Company company, IEnumerable<(PersonId Person, OutTime Time)> outTimes, IEnumerable<PersonId> resting, DateTimeOffset now,
        IReadOnlyDictionary<PersonId, Presence>? presences = null)
    {
        _presences = presences ?? new Dictionary<PersonId, Presence>();
        (_company, Now) = (company, now);
        _out = outTimes.ToLookup(entry => entry.Person, entry => entry.Time);
        _resting = [.. resting];
    }

    /// <summary>UTC.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Three small reads: what is over, who never rested and who is as usual is not touched.</summary>
    public static async Task<WhoIsThere> ReadAsync(BotDb db, Company company, DateTimeOffset now, CancellationToken ct)
    {
        var absences = await db.Absences.AsNoTracking()
            .Where(absence => absence.EndedAt == null && absence.Until > now)
            .Select(absence => new { absence.PersonId, absence.From, absence.Until, absence.IsOpenEnded })
            .ToListAsync(ct);
        var resting = await db.PersonRests.AsNoTracking().Where(rest => rest.RestingSince != null).Select(rest => rest.PersonId).ToListAsync(ct);
        var fresh = now - PresenceSync.GoodFor;
        // Whoever said that they are back is, whatever the mailbox goes on to answer, and Teams to show because of it.
        var presences = await db.Presences.AsNoTracking()
            .Where(row => db.DirectoryFeeds.Any(feed => feed.Name == Graph.Feeds.Presence && feed.KnownAt >= fresh))
            .Where(row => row.Presence != Presence.OutOfOffice || !db.Absences.Any(absence =>
                absence.PersonId == row.PersonId && absence.Source == Absence.ByMailbox && absence.EndedAt != null && absence.From <= now && absence.Until > now))
            .ToDictionaryAsync(row => row.PersonId, row => row.Presence, ct);
        return new WhoIsThere(
            company, absences.Select(absence => (absence.PersonId, new OutTime(absence.From, absence.Until, absence.IsOpenEnded))), resting, now, presences);
    }

    /// <summary>The hours in which they work as a member of this department.</summary>
    public Availability Of(PersonId person, Department department) =>
        new(_company.CalendarOf(person, department), [.. _out[person]], _resting.Contains(person)) { Presence = _presences.GetValueOrDefault(person) };

    /// <summary>UTC; when they are back, if they are out now.</summary>
    public DateTimeOffset? OutUntil(PersonId person) => new Availability(Any, [.. _out[person]], IsResting: false).OutUntil(Now);

    /// <summary>UTC; the same, where somebody said it. None: not out, or nobody said until when.</summary>
    public DateTimeOffset? SaidUntil(PersonId person) => _out[person].Any(time => time.IsOpenEnded && time.From <= Now && Now < time.Until) ? null : OutUntil(person);

    public bool IsResting(PersonId person) => _resting.Contains(person);

    /// <summary>Those who are out at this instant.</summary>
    public IEnumerable<PersonId> Out => _out.Select(entry => entry.Key).Where(person => OutUntil(person) is not null);

    /// <summary>Whether they can be asked now, as far as hours, absences and rest tell; capacity and reach are the desk's to know.</summary>
    /// <param name="isUrgent">It does not wait: who does not want to be disturbed is disturbed.</param>
    public bool IsHere(PersonId person, Department department, bool isUrgent = false) =>
        Of(person, department).WhyNot(Now) is var why && (why is null || (isUrgent && why is Unavailable.DoNotDisturb));

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
