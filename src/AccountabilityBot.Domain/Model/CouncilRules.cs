namespace AccountabilityBot.Domain.Model;

/// <summary>Who decides about the rules, where, and which pattern in the answers to leads is worth their time.</summary>
public sealed record CouncilRules
{
    /// <summary>In percent of all answers: from here on one reject reason dominates.</summary>
    public int Dominates { get; init; } = 40;

    /// <summary>Fewer answers than these are chance.</summary>
    public int AtLeast { get; init; } = 12;

    /// <summary>How many days back the answers are looked at.</summary>
    public int Days { get; init; } = 90;

    /// <summary>Id of the department in whose channel the council meets; none: the one that receives a lead which names none.</summary>
    public string? Channel { get; init; }

    /// <summary>Object ids or e-mail addresses of who may decide. Empty: the heads of all departments, and the administrators.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    internal static IEnumerable<Problem> Check(CouncilRules rules, IReadOnlyList<Department> departments) =>
    [
        .. rules.Channel is { } channel ? Rule.OneOf("council.channel", channel, departments.Select(department => department.Id), "department") : [],
        .. rules.Members.SelectMany((person, index) => Rule.Person($"council.members[{index}]", person)),
        .. Rule.Between("council.dominates", rules.Dominates, 1, 100, "percent of all answers"),
        .. Rule.Between("council.atLeast", rules.AtLeast, 2, 10_000, "answers before a pattern is one"),
        .. Rule.Between("council.days", rules.Days, 7, 366, "days that are looked back"),
    ];
}
