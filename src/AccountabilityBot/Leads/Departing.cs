using AccountabilityBot.Commitments.Leaving;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Jobs;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>
/// Whoever leaves the company, or the department that answers for their leads, leaves no lead behind: the same minute it is
/// anybody's again, with its story. What a mover promised for the department is offered to others; a leaver's promises are found
/// by their own sweep. What is known of a person's place is kept beside them, so that a departure is followed once and to its
/// end, whatever stops in between.
/// </summary>
sealed partial class Departing(BotDb db, CompanySource companies, LeadChanges changes, DepartedOwners promises, SweepRounds rounds, ILogger<Departing> logger)
{
    const int PeopleAtOnce = 50;
    const int IdsAtOnce = 1_000;

    /// <returns>How many leads were let go.</returns>
    public async Task<int> FollowAsync(DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        if (!rounds.Begin("departures", company, now))
            return 0;
        var (released, followed) = (0, 0);
        foreach (var person in await db.People.AsNoTracking().Where(row => !row.IsActive && row.FollowedIn != null).OrderBy(row => row.ObjectId).Take(PeopleAtOnce).Select(row => row.Id).ToListAsync(ct))
        {
            released += await LetGoAsync(person, null, Departures.Left, now, ct);
            await db.People.Where(row => row.Id == person && !row.IsActive).ExecuteUpdateAsync(set => set.SetProperty(row => row.FollowedIn, (string?)null), ct);
            followed++;
        }

        foreach (var person in company.People.Where(person => person.FollowedIn is { Length: > 0 } before && before != PlaceOf(person)).Take(PeopleAtOnce))
        {
            released += await LetGoAsync(person.Id, person.FollowedIn, Departures.Moved, now, ct);
            // Before it is noted that they were followed: whatever stops here is looked at once more.
            await promises.LeaveBehindAsync(person.Id, person.FollowedIn!, now, ct);
            db.ChangeTracker.Clear();
            db.Record("person.moved", null, Via.Rule, $"{person.FollowedIn} {PlaceOf(person)}", now, person.Id);
            await db.SaveChangesAsync(ct);
            var place = PlaceOf(person);
            await db.People.Where(row => row.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.FollowedIn, place), ct);
            followed++;
        }

        followed += await NoteAsync(company, ct);
        if (followed > 0)
            await companies.ReloadAsync(db, ct);
        if (released > 0)
            Released(released);
        return released;
    }

    /// <summary>Where those work who were never looked at: it moves nobody's lead.</summary>
    async Task<int> NoteAsync(Company company, CancellationToken ct)
    {
        var noted = 0;
        foreach (var department in company.People.Where(person => string.IsNullOrEmpty(person.FollowedIn) && person.FollowedIn != PlaceOf(person)).GroupBy(PlaceOf, person => person.Id))
        {
            foreach (var some in department.Chunk(IdsAtOnce))
                noted += await db.People.Where(row => some.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.FollowedIn, department.Key), ct);
        }

        return noted;
    }

    /// <param name="department">The one they left; none: all.</param>
    async Task<int> LetGoAsync(PersonId person, string? department, string why, DateTimeOffset now, CancellationToken ct)
    {
        var mine = db.Leads.AsNoTracking().Where(lead => department == null || lead.Department == department);
        var ids = await mine.Where(lead => lead.Owner == person && lead.State == LeadState.Accepted).Select(lead => lead.Id)
            .Union(mine.Where(lead => lead.ReservedFor == person && lead.State == LeadState.Waiting).Select(lead => lead.Id))
            .Union(mine.Where(lead => db.Offers.Any(offer => offer.LeadId == lead.Id && offer.Outcome == null && offer.To == person)).Select(lead => lead.Id))
            .ToListAsync(ct);
        var done = 0;
        foreach (var id in ids)
            done += await LetGoAsync(id, person, why, now, ct);
        return done;
    }

    /// <summary>Each lead is its own save: somebody who decides in this very moment wins, and it is looked at once more.</summary>
    async Task<int> LetGoAsync(LeadId id, PersonId person, string why, DateTimeOffset now, CancellationToken ct)
    {
        for (var tries = 0; tries < 3; tries++)
        {
            db.ChangeTracker.Clear();
            var lead = await db.Leads.Include(row => row.Offers).SingleAsync(row => row.Id == id, ct);
            var decision = lead.PersonIsGone(person, why, companies.Current.TermsOf(lead), now);
            if (decision.Happened.Count == 0)
                return 0;
            changes.Follow(lead, decision, await db.CardPosts.Where(post => post.LeadId == id).ToListAsync(ct), null, Via.Rule, null, now);
            try
            {
                await db.SaveChangesAsync(ct);
                return 1;
            }
            catch (DbUpdateConcurrencyException)
            {
                // The lead has changed meanwhile; it may be theirs all the same.
            }
        }

        return 0;
    }

    static string PlaceOf(CompanyPerson person) => person.Department?.Id ?? "";

    [LoggerMessage(1, LogLevel.Information, "{Count} leads of people who left or moved are anybody's again.")]
    partial void Released(int count);
}
