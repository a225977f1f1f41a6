using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Jobs;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Ownership;

/// <summary>What time and the directory bring: hand-overs take effect or lapse, owners leave or move, and are asked once a quarter.</summary>
sealed class OwnershipSweep(BotDb db, CompanySource companies, NumberDesk desk, NumberChanges changes, SweepRounds rounds)
{
    const int MostAtOnce = 200;

    /// <summary>Open hand-overs whose moment has come; an index holds the open ones, and they are few.</summary>
    public async Task<int> ProgressAsync(DateTimeOffset now, CancellationToken ct)
    {
        var lapsed = now - TrackedNumber.AnswerWithin;
        var due = await db.HandOvers.AsNoTracking()
            .Where(one => one.ClosedAt == null && db.Numbers.Any(number => number.Id == one.NumberId && number.IsActive))
            .Where(one => (one.State == HandOverState.Accepted && one.EffectiveAt <= now)
                || (one.State == HandOverState.Proposed && one.ProposedAt <= lapsed)
                || db.People.Any(person => person.Id == one.To && !person.IsActive))
            .OrderBy(one => one.NumberId).Select(one => one.NumberId).Take(MostAtOnce).ToListAsync(ct);
        return await EachAsync(due, now, at => at.Number.Progress(at.Number.OpenHandOver is { } open && at.Company.Find(open.To) is not null, now), ct);
    }

    /// <summary>Owners who are gone, or have moved to another department than the number's: orphaned the same day, told once.</summary>
    public async Task<int> FindOrphansAsync(DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        if (!rounds.Begin("orphans", company, now))
            return 0;
        var current = await db.Ownerships.AsNoTracking()
            .Where(one => one.Until == null && db.Numbers.Any(number => number.Id == one.NumberId && number.IsActive))
            .Select(one => new { one.Id, one.NumberId, one.Person, one.SeenIn }).ToListAsync(ct);
        var seen = current.Select(one => (one, Person: company.Find(one.Person))).ToList();
        await NoteAsync(seen.Where(entry => entry.Person is not null && entry.one.SeenIn is null).Select(entry => (entry.one.Id, entry.Person!.Department?.Id ?? "")), ct);
        var changed = seen.Where(entry => entry.Person is null || (entry.one.SeenIn is { } before && before != (entry.Person.Department?.Id ?? "")))
            .Select(entry => entry.one.NumberId).ToList();
        return await EachAsync(changed, now, at => LookAt(at, now), ct);
    }

    public async Task<int> AskStillYoursAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (!rounds.Begin("still-yours", companies.Current, now))
            return 0;
        var (quarter, week) = (now - TrackedNumber.AskEvery, now - TrackedNumber.RemindAfter);
        var due = await db.Numbers.AsNoTracking()
            .Where(number => number.IsActive && number.Holding == Holding.Owned && number.StillYoursToldAt == null)
            .Where(number => number.StillYoursRemindedAt <= week
                || (number.StillYoursRemindedAt == null && number.StillYoursAskedAt <= week)
                || (number.StillYoursAskedAt == null && number.ConfirmedAt <= quarter)
                || (number.StillYoursAskedAt == null && number.ConfirmedAt == null && number.Ownerships.Any(one => one.Until == null && one.From <= quarter)))
            .OrderBy(number => number.Id).Select(number => number.Id).Take(MostAtOnce).ToListAsync(ct);
        return await EachAsync(due, now, at => at.Number.AskStillYours(now), ct);
    }

    static Decision LookAt(NumberAtHand at, DateTimeOffset now) => at.Owner is not { } owner ? Decision.AlreadyDone
        : at.Company.Find(owner) is { } person ? at.Number.SeeOwnerIn(at.Department?.Id, person.Department?.Id, now)
        : at.Number.Orphan(OrphanReasons.Left, null, now);

    /// <summary>Where new owners work, written down for the first time: it changes no number, so that no number is loaded for it.</summary>
    async Task NoteAsync(IEnumerable<(Guid Id, string Department)> owners, CancellationToken ct)
    {
        foreach (var department in owners.GroupBy(one => one.Department, one => one.Id))
        {
            foreach (var some in department.Chunk(MostAtOnce))
                await db.Ownerships.Where(one => some.Contains(one.Id)).ExecuteUpdateAsync(set => set.SetProperty(one => one.SeenIn, department.Key), ct);
        }
    }

    async Task<int> EachAsync(IReadOnlyList<string> numbers, DateTimeOffset now, Func<NumberAtHand, Decision> decide, CancellationToken ct)
    {
        var done = 0;
        foreach (var id in numbers)
        {
            db.ChangeTracker.Clear();
            if (await desk.FindAsync(id, now, ct) is not { } at)
                continue;
            var decision = decide(at);
            await changes.FollowAsync(at, decision, Via.Rule, now, ct);
            try
            {
                await db.SaveChangesAsync(ct);
                done += decision.Happened.Count > 0 ? 1 : 0;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody decided in this very moment; the next pass looks again.
            }
        }

        return done;
    }
}
