namespace AccountabilityBot.Domain.People;

/// <summary>Who stands above whom. Circles of managers end no walk and hang none: whoever is in one is under everybody in it.</summary>
sealed class ManagerChains
{
    const int None = -1;

    readonly Dictionary<PersonFacts, int> _place;
    readonly int[] _manager;

    // Reports of person p: _reports[_first[p] .. _first[p + 1]].
    readonly int[] _first;
    readonly int[] _reports;

    public ManagerChains(IReadOnlyList<PersonFacts> people, PeopleIndex index)
    {
        _place = new Dictionary<PersonFacts, int>(people.Count, ReferenceEqualityComparer.Instance);
        for (var person = 0; person < people.Count; person++)
            _place.TryAdd(people[person], person);
        _manager = [.. people.Select(person => index.Find(person.Manager) is { } manager ? _place[manager] : None)];
        _first = new int[people.Count + 1];
        foreach (var manager in _manager.Where(manager => manager != None))
            _first[manager + 1]++;
        for (var person = 0; person < people.Count; person++)
            _first[person + 1] += _first[person];
        _reports = new int[_first[^1]];
        var next = _first[..^1];
        for (var person = 0; person < people.Count; person++)
        {
            if (_manager[person] != None)
                _reports[next[_manager[person]]++] = person;
        }
    }

    /// <summary>Marks the person and everybody below them, in steps of as many people.</summary>
    /// <param name="marked">One for each of the people; below whoever is marked, everybody is.</param>
    public void MarkUnder(PersonFacts person, bool[] marked)
    {
        var open = new Stack<int>([_place[person]]);
        while (open.TryPop(out var one))
        {
            if (marked[one])
                continue;
            marked[one] = true;
            foreach (var report in _reports.AsSpan(_first[one].._first[one + 1]))
                open.Push(report);
        }
    }

    /// <summary>Each circle once, from its first member in the list, each managed by the next and the last by the first.</summary>
    public IEnumerable<IReadOnlyList<int>> Circles()
    {
        // On which walk a person was met first; 0: on none yet.
        var walkOf = new int[_manager.Length];
        for (var start = 0; start < _manager.Length; start++)
        {
            var walk = start + 1;
            var one = start;
            while (one != None && walkOf[one] == 0)
            {
                walkOf[one] = walk;
                one = _manager[one];
            }

            if (one == None || walkOf[one] != walk)
                continue;
            List<int> circle = [one];
            for (var next = _manager[one]; next != one; next = _manager[next])
                circle.Add(next);
            var lowest = circle.IndexOf(circle.Min());
            yield return [.. circle[lowest..], .. circle[..lowest]];
        }
    }
}
