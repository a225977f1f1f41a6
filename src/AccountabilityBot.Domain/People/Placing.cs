using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.People;

/// <summary>
/// Holds one list of people against one model. Texts are compared once for each distinct one, and whoever is under somebody is
/// found once for each name in the rules, so that tens of thousands of people cost a fraction of a second.
/// </summary>
sealed class Placing
{
    static readonly Placement _nowhere = new(null, PlacedBy.Nothing);

    readonly RevenueModel _model;
    readonly IReadOnlyList<PersonFacts> _people;
    readonly Dictionary<PersonFacts, Placement> _overrides = new(ReferenceEqualityComparer.Instance);
    readonly Placement?[] _byRule;
    readonly TextCondition _departments;
    readonly TextCondition _titles;
    readonly TextCondition _names;
    readonly TextCondition _emails;
    readonly string[][] _groups;
    readonly string[][] _teams;
    readonly bool[]?[] _under;
    readonly DepartmentSpellings _spellings;

    public Placing(RevenueModel model, IReadOnlyList<PersonFacts> people)
    {
        (_model, _people, Index) = (model, people, new PeopleIndex(people));
        Chains = new ManagerChains(people, Index);
        var rules = model.Membership;
        // A rule without a condition is reported, and fits nobody: no slip of the pen makes everybody a member.
        _byRule = [.. rules.Select((rule, at) => rule.Conditions.Any() ? PlacementOf(rule.To, PlacedBy.Rule, at) : null)];
        _departments = new TextCondition(rules, rule => rule.Departments, DirectoryLabel.Read);
        _titles = new TextCondition(rules, rule => rule.Titles);
        _names = new TextCondition(rules, rule => rule.Names);
        _emails = new TextCondition(rules, rule => rule.Emails, isAddress: true);
        _groups = [.. rules.Select(rule => rule.Groups.Select(PeopleIndex.Key).ToArray())];
        _teams = [.. rules.Select(rule => rule.Teams.Select(PeopleIndex.Key).ToArray())];
        _under = [.. rules.Select(Under)];
        _spellings = new DepartmentSpellings(model);
        foreach (var (named, to) in model.MembershipOverrides)
        {
            if (Index.Find(named) is { } person && PlacementOf(to, PlacedBy.Override) is { } placement)
                _overrides.TryAdd(person, placement);
        }
    }

    public PeopleIndex Index { get; }

    public ManagerChains Chains { get; }

    public Placement Of(int person) => _overrides.GetValueOrDefault(_people[person]) ?? WithoutOverride(person);

    /// <summary>Where they would be if the model did not name them.</summary>
    public Placement WithoutOverride(int person) => Of(person, _people[person].DepartmentLabel);

    /// <summary>Where the rules and the spellings would have them if this were what the directory says of their department.</summary>
    public Placement Of(int person, string? label)
    {
        var texts = TextsOf(_people[person], label);
        for (var rule = 0; rule < _byRule.Length; rule++)
        {
            if (_byRule[rule] is { } placement && Fits(rule, person, in texts))
                return placement;
        }

        return _spellings.Find(label) is { } department ? new Placement(department, PlacedBy.Label) : _nowhere;
    }

    /// <summary>Adds one to each rule that fits them, whatever stands before it.</summary>
    public void CountFitting(int person, int[] counts)
    {
        var texts = TextsOf(_people[person], _people[person].DepartmentLabel);
        for (var rule = 0; rule < _byRule.Length; rule++)
        {
            if (_byRule[rule] is not null && Fits(rule, person, in texts))
                counts[rule]++;
        }
    }

    bool Fits(int rule, int person, in Texts texts) =>
        Holds(_departments, rule, texts.Department)
        && Holds(_titles, rule, texts.Title)
        && (_under[rule] is not { } marked || marked[person])
        && Holds(_groups[rule], _people[person].Groups)
        && Holds(_teams[rule], _people[person].Groups)
        && Holds(_names, rule, texts.Name)
        && (Holds(_emails, rule, texts.Email) || Holds(_emails, rule, texts.PrincipalName));

    static bool Holds(TextCondition condition, int rule, bool[]? fits) => !condition.IsGivenBy(rule) || (fits is not null && fits[rule]);

    static bool Holds(string[] ids, IReadOnlySet<string> groups) => ids.Length == 0 || ids.Any(groups.Contains);

    Texts TextsOf(PersonFacts person, string? label) => new(
        _departments.Of(label), _titles.Of(person.Title), _names.Of(person.Name), _emails.Of(person.Email), _emails.Of(person.PrincipalName));

    bool[]? Under(MembershipRule rule)
    {
        if (rule.Under.Count == 0)
            return null;
        var marked = new bool[_people.Count];
        foreach (var person in rule.Under.Select(Index.Find).OfType<PersonFacts>())
            Chains.MarkUnder(person, marked);
        return marked;
    }

    /// <returns>None: there is no such department, which <see cref="ModelRules"/> reports.</returns>
    Placement? PlacementOf(string to, PlacedBy by, int? rule = null) => to == MembershipRule.Nobody
        ? new Placement(null, by, rule) { IsPerson = false }
        : _model.Departments.FirstOrDefault(department => department.Id == to) is { } found ? new Placement(found, by, rule) : null;

    /// <summary>What the patterns of all rules say of one person's texts.</summary>
    readonly record struct Texts(bool[]? Department, bool[]? Title, bool[]? Name, bool[]? Email, bool[]? PrincipalName);
}
