using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.People;

/// <summary>
/// Holds one list of people against one model. Texts are compared once for each distinct one, and whoever is under somebody is
/// found once for each name in the rules, so that tens of thousands of people cost a fraction of a second. Of one thread only.
/// </summary>
sealed class Placing
{
    static readonly Placement _nowhere = new(null, PlacedBy.Nothing);

    readonly RevenueModel _model;
    readonly IReadOnlyList<PersonFacts> _people;
    readonly Dictionary<PersonFacts, Placement> _overrides = new(ReferenceEqualityComparer.Instance);
    readonly Placement?[] _byRule;
    readonly RuleSet _all;
    readonly RuleSet _fitting;
    readonly TextCondition _departments;
    readonly TextCondition _titles;
    readonly TextCondition _names;
    readonly TextCondition _emails;
    readonly (int Rule, string[] Groups)[] _groups;
    readonly (int Rule, bool[] Marked)[] _under;
    readonly DepartmentSpellings _spellings;

    public Placing(RevenueModel model, IReadOnlyList<PersonFacts> people)
    {
        (_model, _people, Index) = (model, people, new PeopleIndex(people));
        Chains = new ManagerChains(people, Index);
        var rules = model.Membership;
        (_all, _fitting) = (new RuleSet(rules.Count), new RuleSet(rules.Count));
        // A rule without a condition is reported, and fits nobody: no slip of the pen makes everybody a member.
        _byRule = [.. rules.Select((rule, at) => rule.Conditions.Any() ? PlacementOf(rule.To, PlacedBy.Rule, at) : null)];
        foreach (var rule in Enumerable.Range(0, rules.Count).Where(rule => _byRule[rule] is not null))
            _all.Add(rule);
        _departments = new TextCondition(rules, rule => rule.Departments, DirectoryLabel.Read);
        _titles = new TextCondition(rules, rule => rule.Titles);
        _names = new TextCondition(rules, rule => rule.Names);
        _emails = new TextCondition(rules, rule => rule.Emails, isAddress: true);
        _groups = [.. Given(rules, rule => rule.Groups).Concat(Given(rules, rule => rule.Teams)).Select(one => (one.Rule, one.Named.Select(PeopleIndex.Key).ToArray()))];
        _under = [.. Given(rules, rule => rule.Under).Select(one => (one.Rule, Under(one.Named)))];
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
    public Placement Of(int person, string? label) =>
        Fitting(person, label).First is >= 0 and var first ? _byRule[first]!
        : _spellings.Find(label) is { } department ? new Placement(department, PlacedBy.Label)
        : _nowhere;

    /// <summary>Adds one to each rule that fits them, whatever stands before it.</summary>
    public void CountFitting(int person, int[] counts)
    {
        var fitting = Fitting(person, _people[person].DepartmentLabel);
        while (fitting.First is >= 0 and var rule)
        {
            counts[rule]++;
            fitting.Remove(rule);
        }
    }

    /// <returns>Good until the next person is asked for.</returns>
    RuleSet Fitting(int person, string? label)
    {
        var facts = _people[person];
        _fitting.Fill(_all);
        _fitting.Keep(_departments.Of(label));
        _fitting.Keep(_titles.Of(facts.Title));
        _fitting.Keep(_names.Of(facts.Name));
        _fitting.KeepEither(_emails.Of(facts.Email), _emails.Of(facts.PrincipalName));
        foreach (var (rule, marked) in _under)
        {
            if (!marked[person])
                _fitting.Remove(rule);
        }

        foreach (var (rule, groups) in _groups)
        {
            if (!Array.Exists(groups, facts.Groups.Contains))
                _fitting.Remove(rule);
        }

        return _fitting;
    }

    static IEnumerable<(int Rule, IReadOnlyList<string> Named)> Given(IReadOnlyList<MembershipRule> rules, Func<MembershipRule, IReadOnlyList<string>> of) =>
        rules.Select((rule, at) => (at, of(rule))).Where(rule => rule.Item2.Count > 0);

    bool[] Under(IReadOnlyList<string> named)
    {
        var marked = new bool[_people.Count];
        foreach (var person in named.Select(Index.Find).OfType<PersonFacts>())
            Chains.MarkUnder(person, marked);
        return marked;
    }

    /// <returns>None: there is no such department, which <see cref="ModelRules"/> reports.</returns>
    Placement? PlacementOf(string to, PlacedBy by, int? rule = null) => to == MembershipRule.Nobody
        ? new Placement(null, by, rule) { IsPerson = false }
        : _model.Departments.FirstOrDefault(department => department.Id == to) is { } found ? new Placement(found, by, rule) : null;
}
