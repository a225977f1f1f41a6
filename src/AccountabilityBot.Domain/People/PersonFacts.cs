using System.Collections.Frozen;

namespace AccountabilityBot.Domain.People;

/// <summary>What a directory (<c>people.csv</c> or Graph) says about one person.</summary>
/// <param name="ObjectId">Entra object id, a GUID.</param>
/// <param name="Name">As colleagues read it.</param>
/// <param name="Email">E-mail address; another way to name this person in files.</param>
/// <param name="Title">Job title.</param>
/// <param name="DepartmentLabel">Department as the directory spells it; the model maps it to a department.</param>
/// <param name="Manager">Object id or e-mail address of the manager.</param>
/// <param name="TimeZone">IANA zone; without one the department's counts.</param>
public sealed record PersonFacts(
    string ObjectId,
    string Name,
    string? Email,
    string? Title,
    string? DepartmentLabel,
    string? Manager,
    string? TimeZone)
{
    /// <summary>The name they sign in with, where it is another than their e-mail address: it means them as well.</summary>
    public string? PrincipalName { get; init; }

    /// <summary>Object ids, lower case, of those groups and teams they are in that the model asks for.</summary>
    public IReadOnlySet<string> Groups { get; init; } = FrozenSet<string>.Empty;
}
