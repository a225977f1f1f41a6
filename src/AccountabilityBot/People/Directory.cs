using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People;

static class Directory
{
    /// <summary>
    /// Makes the people table say what the file says. Somebody who is no longer listed stays as a row without being
    /// active: the ledger knows them. The key of a person never changes.
    /// </summary>
    public static async Task ApplyAsync(BotDb db, IReadOnlyList<PersonFacts> people, DateTimeOffset now, CancellationToken ct)
    {
        var known = await db.People.ToDictionaryAsync(row => row.ObjectId, StringComparer.OrdinalIgnoreCase, ct);
        foreach (var row in known.Values)
            (row.IsActive, row.Account) = (false, AccountKind.Unlisted);

        for (var position = 0; position < people.Count; position++)
        {
            var facts = people[position];
            if (!known.TryGetValue(facts.ObjectId, out var row))
            {
                row = new PersonRow { Id = PersonId.New(now), ObjectId = facts.ObjectId.ToLowerInvariant(), Name = facts.Name };
                db.People.Add(row);
                known.Add(row.ObjectId, row);
            }

            (row.Name, row.Email, row.Title) = (facts.Name, facts.Email, facts.Title);
            (row.DepartmentLabel, row.Manager, row.TimeZone) = (facts.DepartmentLabel, facts.Manager, facts.TimeZone);
            (row.Position, row.IsActive, row.Account) = (position, true, AccountKind.Person);
        }

        await db.SaveChangesAsync(ct);
    }
}
