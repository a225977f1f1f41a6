using System.Globalization;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>What nobody of a department holds, as its guardian's list shows it: how many, and the first of them, hottest and then oldest.</summary>
/// <param name="Id">The department's id, as leads name it.</param>
/// <param name="Department">Who answers for it.</param>
/// <param name="Count">At most <see cref="MostCounted"/> and one.</param>
sealed record GuardianList(string Id, Department Department, IReadOnlyList<Lead> First, int Count)
{
    public const int MostShown = 5;

    /// <summary>Beyond this nobody counts: a list is as costly to look at, however long it is.</summary>
    public const int MostCounted = 1_000;

    /// <summary>The reasons that concern many leads at once. They call the guardian by the list; the others come with a card of their own.</summary>
    public static readonly string[] Reasons = [GuardianReasons.NoMembers, GuardianReasons.NobodyExpected, GuardianReasons.Adrift];

    /// <summary>Names what the card shows: two lists with the same name look the same.</summary>
    public string Picture => string.Join(';', First.Select(lead => string.Create(CultureInfo.InvariantCulture, $"{lead.No}:{lead.Version}")).Prepend(Count.ToString(CultureInfo.InvariantCulture)));

    public static IQueryable<Lead> Of(BotDb db, string department) =>
        db.Leads.AsNoTracking().Where(lead => lead.GuardianSince != null && lead.Department == department);

    public static async Task<GuardianList> ReadAsync(BotDb db, Company company, string department, CancellationToken ct)
    {
        var first = await Of(db, department).Include(lead => lead.Offers)
            .OrderBy(lead => lead.Rank).ThenBy(lead => lead.GuardianSince).ThenBy(lead => lead.No)
            .Take(MostShown)
            .ToListAsync(ct);
        return new GuardianList(department, company.DepartmentOf(department), first, first.Count < MostShown ? first.Count : await CountAsync(db, department, ct));
    }

    public static Task<int> CountAsync(BotDb db, string department, CancellationToken ct) => Of(db, department)
        // In the order of their index: no more of them are read than are counted.
        .OrderBy(lead => lead.Rank).ThenBy(lead => lead.GuardianSince).Take(MostCounted + 1).CountAsync(ct);
}
