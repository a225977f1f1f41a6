using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers;

/// <summary>Who stands in for an owner who is out, and until when (UTC).</summary>
public sealed record StandIn(PersonId Person, DateTimeOffset Until);

/// <summary>A number with what its rules ask of the company round it.</summary>
/// <param name="Manager">Of the owner; while nobody owns it, of the last one.</param>
public sealed record NumberAtHand(TrackedNumber Number, Company Company, CompanyPerson? Manager, StandIn? Acting)
{
    /// <summary>The department it is of; none: nobody said, or a registry calls it by a word of its own.</summary>
    public Department? Department => NumberDays.DepartmentOf(Number.Facts, Company);

    /// <summary>Whose head and guardian look after it: its own department's, else the default one's.</summary>
    public Department Home => Department ?? Company.DepartmentOf(Company.Model.Leads.Department);

    /// <summary>Whose days count.</summary>
    public TimeZoneInfo Zone => NumberDays.ZoneOf(Number.Facts, Company);

    public PersonId? Owner => Number.Current?.Person;

    public NumberActor ActorOf(PersonId person) => new(person, Company.MaySetUp(person, Home) || (Manager?.Id == person && Owner != person))
    {
        IsNamed = Number.Current is null && Holders.Named(Number.OwnerWritten, Company).Contains(person),
        Acts = Acting?.Person == person,
    };
}

/// <summary>Finds a number with everything that is decided about it.</summary>
sealed class NumberDesk(BotDb db, CompanySource companies)
{
    /// <summary>In the order in which it happened, which the rules rely on.</summary>
    public static IQueryable<TrackedNumber> Whole(IQueryable<TrackedNumber> numbers) => numbers
        .Include(number => number.Ownerships.OrderBy(one => one.From).ThenBy(one => one.Until == null))
        .Include(number => number.HandOvers.OrderBy(one => one.ProposedAt))
        .Include(number => number.Challenges.OrderBy(one => one.At))
        .AsSplitQuery();

    public async Task<NumberAtHand?> FindAsync(string id, DateTimeOffset now, CancellationToken ct) =>
        await Whole(db.Numbers).SingleOrDefaultAsync(number => number.Id == id, ct) is { } number ? await AtHandAsync(number, now, ct) : null;

    /// <summary>To be shown and not decided about: as the database has it now, whatever this context read before.</summary>
    public async Task<NumberAtHand?> LookAtAsync(string id, DateTimeOffset now, CancellationToken ct) =>
        await Whole(db.Numbers.AsNoTracking()).SingleOrDefaultAsync(number => number.Id == id, ct) is { } number ? await AtHandAsync(number, now, ct) : null;

    async Task<NumberAtHand> AtHandAsync(TrackedNumber number, DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        var atHand = new NumberAtHand(number, company, await ManagerAsync(number, company, ct), null);
        return atHand with { Acting = await ActingAsync(atHand, now, ct) };
    }

    /// <summary>Of the owner, or of the last one. Somebody who has left is no longer in the company's picture, but their row still names their manager.</summary>
    async Task<CompanyPerson?> ManagerAsync(TrackedNumber number, Company company, CancellationToken ct)
    {
        if (number.Ownerships is not [.., { Person: var owner }])
            return null;
        if (company.Find(owner) is { } here)
            return company.ManagerOf(here);
        var manager = await db.People.AsNoTracking().Where(row => row.Id == owner).Select(row => row.Manager).SingleOrDefaultAsync(ct);
        return manager is null ? null : company.FindByReference(manager);
    }

    async Task<StandIn?> ActingAsync(NumberAtHand atHand, DateTimeOffset now, CancellationToken ct)
    {
        if (atHand.Owner is not { } owner)
            return null;
        var company = atHand.Company;
        PersonId?[] asked = [owner, atHand.Number.Deputy, company.HeadOf(atHand.Home)?.Id];
        var people = asked.OfType<PersonId>().ToList();
        var absences = await db.Absences.AsNoTracking()
            .Where(row => row.EndedAt == null && row.Until > now && row.From <= now && people.Contains(row.PersonId)).ToListAsync(ct);
        if (absences.Count == 0)
            return null;
        var times = absences.ToLookup(row => row.PersonId, row => new OutTime(row.From, row.Until));
        var until = LongAbsence.Until(company, owner, [.. times[owner]], now);
        if (until is null)
            return null;
        return atHand.Number.ActingOwner(company.HeadOf(atHand.Home)?.Id, person => times[person].Any() || company.Find(person) is null) is { } acting
            ? new StandIn(acting, until.Value)
            : null;
    }
}

/// <summary>Being out for a working day or longer; for an hour at the dentist's nobody stands in.</summary>
static class LongAbsence
{
    /// <param name="times">The times out that hold now.</param>
    /// <returns>UTC; until when. None: not out, or for less than a working day.</returns>
    public static DateTimeOffset? Until(Company company, PersonId person, IReadOnlyList<OutTime> times, DateTimeOffset now)
    {
        if (times.Count == 0 || company.Find(person) is not { } known)
            return null;
        var (from, until) = (times.Min(time => time.From), times.Max(time => time.Until));
        var calendar = company.CalendarOf(known);
        var local = LocalTime.DayIn(calendar.Zone, from);
        // Measured by the next whole day of theirs, for days have lengths of their own.
        var whole = calendar.NextDay(LocalTime.ToInstant(local.AddDays(1), TimeOnly.MinValue, calendar.Zone));
        return whole is { } day && calendar.WorkingTimeBetween(from, until) >= calendar.WorkingTimeBetween(day.Start, day.End) ? until : null;
    }
}
