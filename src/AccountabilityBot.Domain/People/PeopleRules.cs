using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.People;

/// <summary>
/// What a list of people must obey, alone and beside the model that gives some of them duties.
/// Paths name the person by place in the list, from 0: <c>people[3].manager</c>; whoever read a file knows the line.
/// </summary>
public static class PeopleRules
{
    /// <summary>Every rule broken; notices are things an administrator should look at, and nothing stops for them.</summary>
    public static IReadOnlyList<Problem> Check(IReadOnlyList<PersonFacts> people, RevenueModel model)
    {
        var index = new PeopleIndex(people);
        return
        [
            .. people.SelectMany((person, at) => CheckOne(person, Path(at))),
            .. Twice(people),
            .. Managers(people, index),
            .. Cycles(people, index),
            .. Labels(people, model),
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

    static IEnumerable<Problem> Managers(IReadOnlyList<PersonFacts> people, PeopleIndex index) =>
        from entry in people.Select((person, at) => (person, at))
        where entry.person.Manager is not null && index.Find(entry.person.Manager) is null
        select Problem.Notice(
            $"{Path(entry.at)}.manager",
            $"{Called(entry.person)}'s manager \"{entry.person.Manager}\" is not among the people; nobody stands above them.");

    /// <summary>Follows each person upwards; a person met twice on one way up closes a cycle, reported once from its first member in the list.</summary>
    static IEnumerable<Problem> Cycles(IReadOnlyList<PersonFacts> people, PeopleIndex index)
    {
        var walked = new HashSet<PersonFacts>(ReferenceEqualityComparer.Instance);
        for (var at = 0; at < people.Count; at++)
        {
            List<PersonFacts> way = [];
            var onThisWay = new HashSet<PersonFacts>(ReferenceEqualityComparer.Instance);
            var next = people[at];
            while (next is not null && walked.Add(next))
            {
                way.Add(next);
                onThisWay.Add(next);
                next = index.Find(next.Manager);
            }

            if (next is null || !onThisWay.Contains(next))
                continue;

            var cycle = way.SkipWhile(person => !ReferenceEquals(person, next)).Append(next);
            yield return new Problem(
                $"{Path(IndexOf(people, next))}.manager",
                $"These people manage each other in a circle: {string.Join(" → ", cycle.Select(Called))} (each is managed by the next); somebody has to be on top.");
        }
    }

    static IEnumerable<Problem> Labels(IReadOnlyList<PersonFacts> people, RevenueModel model) =>
        from entry in people.Select((person, at) => (label: person.DepartmentLabel, at))
        where !string.IsNullOrWhiteSpace(entry.label)
        group entry by Spelling.Fold(entry.label) into same
        let written = same.First().label
        where model.FindDepartment(written) is null
        let persons = same.Count() is 1 ? "1 person has" : $"{same.Count()} people have"
        let hint = Spelling.DidYouMean(written, model.Departments.SelectMany(department => department.Spellings))
        select Problem.Notice(
            $"{Path(same.First().at)}.department",
            $"{persons} the department \"{written}\", which is no label of any department in the model, and so belong to none.{hint}");

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
        foreach (var named in model.PeopleHours.Keys)
        {
            if (index.Find(named) is not { } person)
                yield return Problem.Notice($"people.{named}", $"\"{named}\" has hours but is not among the people; they have no effect.");
            else if (!first.TryAdd(person, named))
                yield return new Problem($"people.{named}", $"\"{named}\" and \"{first[person]}\" are both {Called(person)}; one entry each.");
        }
    }

    static string Path(int at) => $"people[{at}]";

    static string Called(PersonFacts person) => string.IsNullOrWhiteSpace(person.Name) ? person.ObjectId : person.Name;

    static int IndexOf(IReadOnlyList<PersonFacts> people, PersonFacts sought) =>
        people.TakeWhile(person => !ReferenceEquals(person, sought)).Count();
}
