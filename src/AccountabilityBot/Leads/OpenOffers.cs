using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>How busy people are.</summary>
static class OpenOffers
{
    /// <returns>How many offers each has to answer; who has none is not in it.</returns>
    public static Task<Dictionary<PersonId, int>> CountAsync(BotDb db, IEnumerable<CompanyPerson> people, CancellationToken ct)
    {
        var ids = people.Select(person => (PersonId?)person.Id).ToList();
        return db.Offers.AsNoTracking()
            .Where(offer => offer.Outcome == null && ids.Contains(offer.To))
            .GroupBy(offer => offer.To)
            .Select(group => new { Person = group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Person!.Value, row => row.Count, ct);
    }
}
