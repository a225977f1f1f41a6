using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;

namespace AccountabilityBot.Numbers;

/// <summary>Who is meant by what a file writes as the owner or the keeper of a number.</summary>
static class Holders
{
    /// <summary>
    /// An object id, an e-mail address, a name that one person alone has, or a role (or department) that the model's
    /// <c>roles</c> gives to a person. None: a role that nobody holds yet, several names, or nobody.
    /// </summary>
    public static PersonId? PersonOf(string? written, Company company) => HolderText.Names(written) is [var name] ? One(name, company) : null;

    /// <summary>Everybody who is written down, as far as they are people of the company.</summary>
    public static IReadOnlyList<PersonId> Named(string? written, Company company) =>
        [.. HolderText.Names(written).Select(name => One(name, company)).OfType<PersonId>().Distinct()];

    static PersonId? One(string name, Company company)
    {
        if (company.FindByReference(name) is { } certain)
            return certain.Id;
        if (company.People.Where(person => Spelling.Same(person.Name, name)).Take(2).ToArray() is [var called])
            return called.Id;
        var role = company.Model.Roles.FirstOrDefault(role => Spelling.Same(role.Key, name)).Value;
        return role is null ? null : company.FindByReference(role)?.Id;
    }
}
