using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.People;

/// <summary>
/// What a list of people must obey, alone and beside the model that gives some of them duties.
/// Paths name the person by place in the list, from 0: <c>people[3].manager</c>; whoever read a file knows the line.
/// </summary>
public static class PeopleRules
{
    /// <summary>So many notices of one kind are told one by one; above, they are one sentence with an example, and a report counts them.</summary>
    const int MostAlike = 5;

    /// <summary>So many names of a circle of managers make a sentence.</summary>
    const int MostInCircle = 12;

    /// <summary>Every rule broken; notices are things an administrator should look at, and nothing stops for them.</summary>
    public static IReadOnlyList<Problem> Check(IReadOnlyList<PersonFacts> people, RevenueModel model)
    {
        var placing = new Placing(model, people);
        var index = placing.Index;
        return
        [
            .. people.SelectMany((person, at) => CheckOne(person, Path(at))),
            .. Twice(people),
            .. Managers(people, index),
            .. Circles(people, placing.Chains),
            .. Labels(people, model, placing),
            .. MembershipPeople.Check(model, index),
            .. Duties(model, index),
            .. HolderRules.Check(model, people, index),
        ];
    }

    /// <summary>What can be said of one person without knowing the others.</summary>
    public static IEnumerable<Problem> CheckOne(PersonFacts person, string path)
    {
        if (!Guid.TryParse(person.ObjectId, out var id) || id == Guid.Empty)
            yield return new Problem($"{path}.id", $"\"{person.ObjectId}\" is not the Entra object id of {Called(person)}; a GUID is needed, not all zeros.");
        if (string.IsNullOrWhiteSpace(person.Name))
            yield return new Problem($"{path}.name", $"The person {person.ObjectId} has no name; cards need one.");
        if (person.Email is { } email && (!email.Contains('@', StringComparison.Ordinal) || email.Any(char.IsWhiteSpace)))
            yield return new Problem($"{path}.email", $"\"{email}\" is no e-mail address of {Called(person)}; name@host is needed, or nothing.");

        foreach (var problem in person.TimeZone is { } zone ? Rule.TimeZone($"{path}.timeZone", zone) : [])
            yield return problem with { Sentence = $"{Called(person)}: {problem.Sentence}" };
    }

    static IEnumerable<Problem> Twice(IReadOnlyList<PersonFacts> people) =>
    [
        .. Twice(people, "id", "object id", person => person.ObjectId),
        .. Twice(people, "email", "e-mail address", person => person.Email),
    ];

    static IEnumerable<Problem> Twice(IReadOnlyList<PersonFacts> people, string field, string kind, Func<PersonFacts, string?> of) =>
        from entry in people.Select((person, at) => (person, at, value: of(person)))
        where !string.IsNullOrWhiteSpace(entry.value)
        group entry by PeopleIndex.Key(entry.value).ToUpperInvariant() into same
        let first = same.First()
        from second in same.Skip(1)
        select new Problem(
            $"{Path(second.at)}.{field}",
            $"{Called(second.person)} has the {kind} {second.value}, and so has {Called(first.person)} ({Path(first.at)}); one person each.");

    static IEnumerable<Problem> Managers(IReadOnlyList<PersonFacts> people, PeopleIndex index)
    {
        var alone = people.Index().Where(entry => !string.IsNullOrWhiteSpace(entry.Item.Manager) && index.Find(entry.Item.Manager) is null).ToList();
        return alone is [var (at, first), ..] && alone.Count > MostAlike
            ?
            [
                Problem.Notice(
                    $"{Path(at)}.manager",
                    $"{alone.Count} people have a manager who is not among the people, for example {Called(first)} (\"{first.Manager}\"); nobody stands above them."),
            ]
            : alone.Select(entry => Problem.Notice(
                $"{Path(entry.Index)}.manager",
                $"{Called(entry.Item)}'s manager \"{entry.Item.Manager}\" is not among the people; nobody stands above them."));
    }

    static IEnumerable<Problem> Circles(IReadOnlyList<PersonFacts> people, ManagerChains chains) =>
        from circle in chains.Circles()
        let members = circle.Append(circle[0]).Select(at => Called(people[at])).ToList()
        let shown = members.Count <= MostInCircle ? members : [.. members.Take(MostInCircle - 2), $"… ({circle.Count} people in all)", members[^1]]
        select new Problem(
            $"{Path(circle[0])}.manager",
            $"These people manage each other in a circle: {string.Join(" → ", shown)} (each is managed by the next); somebody has to be on top.");

    /// <summary>What the directory calls a department and the model does not, of people whom no rule brings anywhere either.</summary>
    static IEnumerable<Problem> Labels(IReadOnlyList<PersonFacts> people, RevenueModel model, Placing placing)
    {
        var left = people.Index()
            .Where(entry => !string.IsNullOrWhiteSpace(entry.Item.DepartmentLabel) && placing.Of(entry.Index).By is PlacedBy.Nothing)
            .GroupBy(entry => Spelling.Fold(entry.Item.DepartmentLabel!))
            .Select(same => (At: same.First().Index, Written: same.First().Item.DepartmentLabel!, People: same.Count()))
            .ToList();
        if (left.Count > MostAlike)
        {
            var largest = left.MaxBy(label => label.People);
            return
            [
                Problem.Notice(
                    $"{Path(largest.At)}.department",
                    $"{left.Sum(label => label.People)} people have one of {left.Count} departments that are no label of any department in the model and that no rule "
                    + $"matches, for example \"{largest.Written}\" ({largest.People} of them), and so belong to none."),
            ];
        }

        string[] spellings = [.. model.Departments.SelectMany(department => department.Spellings)];
        return left.Select(label => Problem.Notice(
            $"{Path(label.At)}.department",
            $"{Persons(label.People)} the department \"{label.Written}\", which is no label of any department in the model, and so belong to none."
            + Spelling.DidYouMean(label.Written, spellings)));

        static string Persons(int count) => count is 1 ? "1 person has" : $"{count} people have";
    }

    static IEnumerable<Problem> Duties(RevenueModel model, PeopleIndex index)
    {
        foreach (var department in model.Departments)
        {
            if (index.Find(department.Head) is null)
                yield return Missing($"departments.{department.Id}.head", department.Head, $"the head of {department.Name}");
            if (index.Find(department.Guardian) is null)
                yield return Missing($"departments.{department.Id}.guardian", department.Guardian, $"the guardian of {department.Name}");
        }

        for (var at = 0; at < model.Administrators.Count; at++)
        {
            var administrator = model.Administrators[at];
            if (index.Find(administrator) is not null)
                continue;

            // An object id may also be a group's, which no list of people can confirm.
            yield return Guid.TryParse(administrator, out _)
                ? Problem.Notice($"administrators[{at}]", $"{administrator} is nobody's object id here; it is taken for an Entra group.")
                : Missing($"administrators[{at}]", administrator, "an administrator");
        }

        foreach (var segment in model.Segments.Where(segment => segment.SecondLine is not null && index.Find(segment.SecondLine) is null))
            yield return Missing($"segments.{segment.Id}.secondLine", segment.SecondLine!, $"the second line of {segment.Name}");

        foreach (var problem in Hours(model, index))
            yield return problem;

        foreach (var person in model.Leads.Capacities.Keys.Where(person => index.Find(person) is null))
            yield return Problem.Notice($"leads.capacities.{person}", $"\"{person}\" has a capacity but is not among the people; it has no effect.");

        static Problem Missing(string path, string person, string duty) =>
            new(path, $"\"{person}\" is to be {duty}, but is not among the people; name somebody who is, or add them.");
    }

    /// <summary>Hours of nobody are the mistake of a list that grew old: nothing depends on them.</summary>
    static IEnumerable<Problem> Hours(RevenueModel model, PeopleIndex index)
    {
        var first = new Dictionary<PersonFacts, string>(ReferenceEqualityComparer.Instance);
        foreach (var named in model.PeopleHours.Keys.Union(model.MembershipOverrides.Keys, StringComparer.OrdinalIgnoreCase))
        {
            if (index.Find(named) is not { } person)
                yield return Problem.Notice($"people.{named}", $"\"{named}\" has {(model.PeopleHours.ContainsKey(named) ? "hours" : "a department")} but is not among the people; they have no effect.");
            else if (!first.TryAdd(person, named))
                yield return new Problem($"people.{named}", $"\"{named}\" and \"{first[person]}\" are both {Called(person)}; one entry each.");
        }
    }

    static string Path(int at) => $"people[{at}]";

    static string Called(PersonFacts person) => string.IsNullOrWhiteSpace(person.Name) ? person.ObjectId : person.Name;
}
