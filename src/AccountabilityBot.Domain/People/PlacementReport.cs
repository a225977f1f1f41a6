using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.People;

/// <summary>How many people are in a department, and by what.</summary>
/// <param name="ByRule">Of each rule that brought somebody, by its place in the model.</param>
public sealed record DepartmentPlaces(Department Department, int People, int ByOverride, int ByLabel, IReadOnlyDictionary<int, int> ByRule);

/// <summary>What one rule does.</summary>
/// <param name="At">Its place in the model, from 0.</param>
/// <param name="Fits">How many accounts meet its conditions, whatever stands before it.</param>
/// <param name="Placed">How many it places: those that no override and no earlier rule has.</param>
public sealed record RulePlaces(int At, MembershipRule Rule, int Fits, int Placed);

/// <summary>A spelling of a department that no rule and no department of the model has.</summary>
/// <param name="Label">As most of the people have it; none: the directory says nothing.</param>
public sealed record LeftOver(string? Label, int People);

/// <summary>Somebody whom the model names.</summary>
/// <param name="Otherwise">Where they would be if it did not.</param>
public sealed record OverriddenPlace(PersonFacts Person, Placement Placement, Placement Otherwise)
{
    /// <summary>Whether the override says what would be so without it.</summary>
    public bool IsIdle => Placement.Department?.Id == Otherwise.Department?.Id && Placement.IsPerson == Otherwise.IsPerson;
}

/// <summary>What is held by nobody.</summary>
public enum EmptyRoleKind
{
    Head,
    Guardian,

    /// <summary>A role of the model that numbers name.</summary>
    Role,

    /// <summary>A department in which nobody is.</summary>
    Members,
}

/// <summary>A role that nobody holds.</summary>
/// <param name="Subject">Name of the department or of the role.</param>
/// <param name="Named">Whom the model names, who is not among the people; none: nobody is to be named.</param>
public sealed record EmptyRole(EmptyRoleKind Kind, string Subject, string? Named);

/// <summary>Two people or more who have one e-mail address: only the first of them is found by it.</summary>
public sealed record SharedAddress(string Address, IReadOnlyList<PersonFacts> People);

/// <summary>Somebody whose department in the directory names several that are not one in the model.</summary>
/// <param name="Departments">Where each would bring them alone, in the order of the directory; at least two.</param>
public sealed record TornPlace(PersonFacts Person, Placement Placement, IReadOnlyList<Department> Departments);

/// <summary>Who lands where, who lands nowhere, and what an administrator should look at.</summary>
public sealed record PlacementReport
{
    /// <summary>Share of all accounts from which on a rule is suspected to match too many.</summary>
    const double TooLarge = 0.5;

    /// <summary>With fewer accounts than these a large share says nothing.</summary>
    const int FewAccounts = 10;

    /// <summary>Accounts that are people.</summary>
    public required int People { get; init; }

    /// <summary>Accounts that the model says are nobody's.</summary>
    public required int Nobodies { get; init; }

    /// <summary>All of the model, in its order.</summary>
    public required IReadOnlyList<DepartmentPlaces> Departments { get; init; }

    /// <summary>All of the model, in its order.</summary>
    public required IReadOnlyList<RulePlaces> Rules { get; init; }

    /// <summary>The largest first.</summary>
    public required IReadOnlyList<LeftOver> LeftOver { get; init; }

    public required IReadOnlyList<OverriddenPlace> Overrides { get; init; }

    public required IReadOnlyList<EmptyRole> EmptyRoles { get; init; }

    public required IReadOnlyList<SharedAddress> SharedAddresses { get; init; }

    /// <summary>Each managed by the next, and the last by the first.</summary>
    public required IReadOnlyList<IReadOnlyList<PersonFacts>> Circles { get; init; }

    /// <summary>In the order of the list.</summary>
    public required IReadOnlyList<TornPlace> Torn { get; init; }

    /// <summary>People who have a manager that is not among them.</summary>
    public required int ManagersUnlisted { get; init; }

    /// <summary>People who belong to no department.</summary>
    public int Unplaced => LeftOver.Sum(label => label.People);

    /// <summary>Rules whose conditions nobody meets.</summary>
    public IEnumerable<RulePlaces> Unused => Rules.Where(rule => rule.Fits == 0);

    /// <summary>Rules that somebody meets, whom an override or an earlier rule has already.</summary>
    public IEnumerable<RulePlaces> Overtaken => Rules.Where(rule => rule is { Fits: > 0, Placed: 0 });

    /// <summary>Rules that match more than half of all accounts.</summary>
    public IEnumerable<RulePlaces> Suspicious =>
        People + Nobodies >= FewAccounts ? Rules.Where(rule => rule.Fits > TooLarge * (People + Nobodies)) : [];

    /// <param name="accounts">Everybody whom the directory lists, accounts of nobody too.</param>
    public static PlacementReport Of(RevenueModel model, IReadOnlyList<PersonFacts> accounts) => new PlacementCount(model, accounts).Report();
}
