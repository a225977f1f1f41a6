using AccountabilityBot.Data;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People;

/// <summary>Holds the picture of the company that is in force, and draws it anew from the database when something changed.</summary>
public sealed class CompanySource
{
    volatile Company? _current;

    /// <exception cref="InvalidOperationException">Asked before the start was complete.</exception>
    public Company Current => _current ?? throw new InvalidOperationException("The company is not loaded yet.");

    public async Task LoadAsync(BotDb db, RevenueModel model, int version, CancellationToken ct)
    {
        var rows = await db.People.AsNoTracking().Where(row => row.IsActive).OrderBy(row => row.Position).ToListAsync(ct);
        var appointed = await db.Administrators.AsNoTracking().Select(row => row.PersonId).ToListAsync(ct);
        IReadOnlyList<PersonFacts> accounts = [.. rows.Select(FactsOf)];
        var placements = Membership.Place(model, accounts);
        _current = new Company(model, version, rows.Zip(placements, PersonOf).OfType<CompanyPerson>(), appointed) { Accounts = accounts };
    }

    /// <summary>After a person or an administrator was added; the model stays.</summary>
    public Task ReloadAsync(BotDb db, CancellationToken ct) => LoadAsync(db, Current.Model, Current.ModelVersion, ct);

    static PersonFacts FactsOf(PersonRow row) => new(row.ObjectId, row.Name, row.Email, row.Title, row.DepartmentLabel, row.Manager, row.TimeZone)
    {
        PrincipalName = row.PrincipalName,
    };

    /// <returns>None: a rule says that the account is nobody's.</returns>
    static CompanyPerson? PersonOf(PersonRow row, Placement placement) => !placement.IsPerson ? null : new CompanyPerson(
        row.Id,
        row.ObjectId,
        row.Name,
        row.Email,
        row.Title,
        placement.Department,
        row.TimeZone,
        row.Position)
    {
        Manager = row.Manager,
        PrincipalName = row.PrincipalName,
        Placement = placement,
        FollowedIn = row.FollowedIn,
    };
}
