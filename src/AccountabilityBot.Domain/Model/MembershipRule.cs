namespace AccountabilityBot.Domain.Model;

/// <summary>
/// Who belongs to a department: everybody of whom each condition that is given holds. A condition is a list of which any one may
/// hold; an empty list is no condition. Texts are patterns as <see cref="TextPattern"/> reads them.
/// </summary>
/// <param name="To">Id of a department, or <see cref="Nobody"/>.</param>
public sealed record MembershipRule(string To)
{
    /// <summary>Instead of a department: the account is no person, but a room, a device or a program.</summary>
    public const string Nobody = "nobody";

    /// <summary>Patterns of the department as the directory spells it.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>Patterns of the job title.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>Patterns of the name that colleagues read.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Patterns of the e-mail address, or of the name they sign in with.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Object ids of groups they are in.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Object ids of teams (of the teams' groups) they are in.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>Object ids or e-mail addresses: they, or anybody above them, are this person.</summary>
    public IReadOnlyList<string> Under { get; init; } = [];

    public bool IsOfNobody => To == Nobody;

    /// <summary>The conditions that are given, by their keys in the model file, in a fixed order.</summary>
    public IEnumerable<MembershipCondition> Conditions => ((MembershipCondition[])
    [
        new(MembershipCondition.Department, Departments),
        new(MembershipCondition.Title, Titles),
        new(MembershipCondition.Name, Names),
        new(MembershipCondition.Email, Emails),
        new(MembershipCondition.Group, Groups),
        new(MembershipCondition.Team, Teams),
        new(MembershipCondition.Under, Under),
    ]).Where(condition => condition.Any.Count > 0);

    /// <summary>In words, near to how the model file writes it: <c>department "*sales*" or "SMB", under ravi@firm.example → sales</c>.</summary>
    public string Write() => $"{string.Join(", ", Conditions.Select(condition => condition.Write()).DefaultIfEmpty("everybody"))} → {To}";
}

/// <summary>One condition of a rule.</summary>
/// <param name="Key">As the model file calls it.</param>
/// <param name="Any">Of which one must hold.</param>
public sealed record MembershipCondition(string Key, IReadOnlyList<string> Any)
{
    public const string Department = "department";
    public const string Title = "title";
    public const string Name = "name";
    public const string Email = "email";
    public const string Group = "group";
    public const string Team = "team";
    public const string Under = "under";

    /// <summary>Whether its texts are patterns; the others are ids and addresses.</summary>
    public bool IsOfText => Key is Department or Title or Name or Email;

    /// <summary>Where one of its values stands in the file: a text alone needs no list.</summary>
    internal string PathOf(string rule, int at) => Any.Count == 1 ? $"{rule}.{Key}" : $"{rule}.{Key}[{at}]";

    public string Write() => $"{Key} {string.Join(" or ", Any.Select(one => IsOfText ? $"\"{one}\"" : one))}";

    /// <summary>One notation for every spelling that means the same.</summary>
    public string Same(string one) => IsOfText ? TextPattern.Same(one, isAddress: Key is Email)
        : Guid.TryParse(one, out var id) ? id.ToString()
        : one.Trim().ToLowerInvariant();
}
