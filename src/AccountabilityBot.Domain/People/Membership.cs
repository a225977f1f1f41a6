using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.People;

/// <summary>Why somebody is a member of a department, or of none.</summary>
public enum PlacedBy
{
    /// <summary>Nothing in the model says where they belong.</summary>
    Nothing = 0,

    /// <summary>The model names this one person: that always wins.</summary>
    Override = 1,

    /// <summary>A rule of the model, the first that fits.</summary>
    Rule = 2,

    /// <summary>The directory spells their department as the model's department is called or labelled.</summary>
    Label = 3,
}

/// <summary>Where one person belongs.</summary>
/// <param name="Department">None: they are a colleague without a department.</param>
/// <param name="Rule">Place of the rule in the model, from 0; of <see cref="PlacedBy.Rule"/> only.</param>
public sealed record Placement(Department? Department, PlacedBy By, int? Rule = null)
{
    /// <summary>False: the model says that this account is nobody, such as a room or a program.</summary>
    public bool IsPerson { get; init; } = true;
}

/// <summary>
/// Who belongs to which department. What the model says of one person wins; then its rules in their order, the first that fits;
/// then the spellings of the departments, of which the first counts where a directory names several.
/// </summary>
public static class Membership
{
    /// <returns>One for each of the people, in their order.</returns>
    public static IReadOnlyList<Placement> Place(RevenueModel model, IReadOnlyList<PersonFacts> people)
    {
        var placing = new Placing(model, people);
        return [.. Enumerable.Range(0, people.Count).Select(placing.Of)];
    }
}
