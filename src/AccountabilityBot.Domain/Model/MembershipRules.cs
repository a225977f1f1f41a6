namespace AccountabilityBot.Domain.Model;

/// <summary>What the rules of membership must obey. Whether people named in them exist is for <see cref="People.PeopleRules"/>.</summary>
static class MembershipRules
{
    const int MostRules = 200;
    const int MostValues = 200;

    public static IEnumerable<Problem> Check(RevenueModel model)
    {
        string[] places = [.. model.Departments.Select(department => department.Id), MembershipRule.Nobody];
        return
        [
            .. model.Departments.Where(department => department.Id == MembershipRule.Nobody).Select(_ =>
                new Problem("departments.nobody", "\"nobody\" is no department's id: rules use the word for accounts that are no person.")),
            .. Rule.Between("membership", model.Membership.Count, 0, MostRules, "rules"),
            .. model.Membership.SelectMany((rule, at) => One(rule, $"membership[{at}]", places)),
            .. Unreached(model.Membership),
            .. model.MembershipOverrides.SelectMany(one => Rule.OneOf($"people.{one.Key}.department", one.Value, places, "department")),
            .. model.MembershipOverrides.Keys.Where(person => !model.PeopleHours.ContainsKey(person)).SelectMany(person => Rule.Person($"people.{person}", person)),
        ];
    }

    static IEnumerable<Problem> One(MembershipRule rule, string path, string[] places) =>
    [
        .. Rule.OneOf($"{path}.to", rule.To, places, "department"),
        .. rule.Conditions.Any()
            ? []
            : (Problem[])[new Problem(path, "The rule has no condition, and would match everybody; department, title, name, email, group, team and under are allowed.")],
        .. rule.Conditions.SelectMany(condition => One(condition, path)),
    ];

    static IEnumerable<Problem> One(MembershipCondition condition, string rule) =>
    [
        .. Rule.Between($"{rule}.{condition.Key}", condition.Any.Count, 1, MostValues, "values of one condition"),
        .. condition.Any.SelectMany((one, at) => Value(condition, one, condition.PathOf(rule, at))),
        .. Twice(condition, rule),
    ];

    static IEnumerable<Problem> Value(MembershipCondition condition, string one, string path)
    {
        if (condition.Key is MembershipCondition.Under)
            return Rule.Person(path, one);
        if (!condition.IsOfText)
        {
            return Guid.TryParse(one, out var id) && id != Guid.Empty
                ? []
                : [new Problem(path, $"\"{one}\" is no object id of a {condition.Key}; a GUID is needed, not all zeros: Entra shows it, and a name may change.")];
        }

        Problem[] text = [.. Rule.Text(path, one, TextPattern.Longest)];
        return text.Length > 0 ? text
            : TextPattern.Read(one, condition.Key is MembershipCondition.Email).Fault is { } fault ? [new Problem(path, fault)]
            : [];
    }

    static IEnumerable<Problem> Twice(MembershipCondition condition, string rule) =>
        from entry in condition.Any.Select((one, at) => (one, at))
        group entry by condition.Same(entry.one) into same
        where same.Count() > 1
        let second = same.ElementAt(1)
        select Problem.Notice(condition.PathOf(rule, second.at), $"\"{second.one}\" stands here {same.Count()} times, or is spelled otherwise only; once is enough.");

    /// <summary>A rule whose people an earlier one takes, all of them and by the text of the rules alone: whoever wrote it believes something that is not so.</summary>
    static IEnumerable<Problem> Unreached(IReadOnlyList<MembershipRule> rules)
    {
        var values = rules.Select(rule => rule.Conditions.ToDictionary(
            condition => condition.Key, condition => condition.Any.Select(condition.Same).ToHashSet(StringComparer.Ordinal))).ToList();
        for (var at = 0; at < rules.Count; at++)
        {
            var earlier = Enumerable.Range(0, at).FirstOrDefault(before => Covers(values[before], values[at]), -1);
            if (earlier < 0)
                continue;
            var isSame = rules[earlier].To == rules[at].To && Covers(values[at], values[earlier]);
            yield return new Problem(
                $"membership[{at}]",
                isSame
                    ? $"The rule stands here twice: membership[{earlier}] says the same."
                    : $"The rule can never be reached: whomever it matches, membership[{earlier}] ({rules[earlier].Write()}) matches before it.");
        }
    }

    static bool Covers(Dictionary<string, HashSet<string>> earlier, Dictionary<string, HashSet<string>> later) =>
        earlier.Count > 0 && later.Count > 0
        && earlier.All(condition => later.TryGetValue(condition.Key, out var values) && values.IsSubsetOf(condition.Value));
}
