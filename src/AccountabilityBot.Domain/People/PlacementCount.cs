using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.People;

/// <summary>Counts what a <see cref="PlacementReport"/> says. Nothing in it depends on the order of the people, but the order of lists of them.</summary>
sealed class PlacementCount
{
    readonly RevenueModel _model;
    readonly IReadOnlyList<PersonFacts> _accounts;
    readonly Placing _placing;
    readonly Placement[] _placements;
    readonly int[] _fits;

    /// <summary>Those of the accounts who are somebody.</summary>
    readonly PeopleIndex _people;

    public PlacementCount(RevenueModel model, IReadOnlyList<PersonFacts> accounts)
    {
        (_model, _accounts, _placing) = (model, accounts, new Placing(model, accounts));
        _placements = [.. Enumerable.Range(0, accounts.Count).Select(_placing.Of)];
        _people = new PeopleIndex([.. accounts.Where((_, at) => _placements[at].IsPerson)]);
        _fits = new int[model.Membership.Count];
        for (var at = 0; at < accounts.Count; at++)
            _placing.CountFitting(at, _fits);
    }

    public PlacementReport Report()
    {
        var departments = Departments();
        return new PlacementReport
        {
            People = _placements.Count(placement => placement.IsPerson),
            Nobodies = _placements.Count(placement => !placement.IsPerson),
            Departments = departments,
            Rules = Rules(),
            LeftOver = LeftOver(),
            Overrides = [.. Where(placement => placement.By is PlacedBy.Override).Select(at => new OverriddenPlace(_accounts[at], _placements[at], _placing.WithoutOverride(at)))],
            EmptyRoles = [.. EmptyRoles(departments)],
            SharedAddresses = SharedAddresses(),
            Circles = [.. _placing.Chains.Circles().Select(circle => circle.Select(at => _accounts[at]).ToList())],
            Torn = [.. Where(placement => placement is { IsPerson: true, By: not PlacedBy.Override }).Select(TornAt).OfType<TornPlace>()],
            ManagersUnlisted = Where(placement => placement.IsPerson)
                .Count(at => !string.IsNullOrWhiteSpace(_accounts[at].Manager) && _placing.Index.Find(_accounts[at].Manager) is null),
        };
    }

    IEnumerable<int> Where(Func<Placement, bool> holds) => Enumerable.Range(0, _accounts.Count).Where(at => holds(_placements[at]));

    List<DepartmentPlaces> Departments()
    {
        var members = _placements.Where(placement => placement.Department is not null).ToLookup(placement => placement.Department!.Id);
        return [.. _model.Departments.Select(department => new DepartmentPlaces(
            department,
            members[department.Id].Count(),
            members[department.Id].Count(placement => placement.By is PlacedBy.Override),
            members[department.Id].Count(placement => placement.By is PlacedBy.Label),
            members[department.Id].Where(placement => placement.By is PlacedBy.Rule).CountBy(placement => placement.Rule!.Value).ToDictionary()))];
    }

    List<RulePlaces> Rules()
    {
        var placed = _placements.Where(placement => placement.By is PlacedBy.Rule).CountBy(placement => placement.Rule!.Value).ToDictionary();
        return [.. _model.Membership.Select((rule, at) => new RulePlaces(at, rule, _fits[at], placed.GetValueOrDefault(at)))];
    }

    List<LeftOver> LeftOver()
    {
        var labels = Where(placement => placement is { IsPerson: true, Department: null }).Select(at => _accounts[at].DepartmentLabel?.Trim() ?? "");
        return
        [
            .. labels.GroupBy(Spelling.Fold)
                .Select(same => new LeftOver(
                    same.CountBy(label => label).OrderByDescending(label => label.Value).ThenBy(label => label.Key, StringComparer.Ordinal).First().Key is { Length: > 0 } label ? label : null,
                    same.Count()))
                .OrderByDescending(label => label.People)
                .ThenBy(label => label.Label, StringComparer.Ordinal),
        ];
    }

    IEnumerable<EmptyRole> EmptyRoles(IEnumerable<DepartmentPlaces> departments) =>
    [
        .. departments.SelectMany(place => (EmptyRole?[])
        [
            _people.Find(place.Department.Head) is null ? new EmptyRole(EmptyRoleKind.Head, place.Department.Name, place.Department.Head) : null,
            _people.Find(place.Department.Guardian) is null ? new EmptyRole(EmptyRoleKind.Guardian, place.Department.Name, place.Department.Guardian) : null,
            place.People == 0 ? new EmptyRole(EmptyRoleKind.Members, place.Department.Name, null) : null,
        ]).OfType<EmptyRole>(),
        .. _model.Roles.Where(role => _people.Find(role.Value) is null).Select(role => new EmptyRole(EmptyRoleKind.Role, role.Key, role.Value)),
    ];

    List<SharedAddress> SharedAddresses() =>
    [
        .. Where(placement => placement.IsPerson)
            .Where(at => !string.IsNullOrWhiteSpace(_accounts[at].Email))
            .GroupBy(at => PeopleIndex.Key(_accounts[at].Email!), StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => new SharedAddress(same.Key, [.. same.Select(at => _accounts[at])])),
    ];

    TornPlace? TornAt(int at)
    {
        if (_accounts[at].DepartmentLabel is not { } field || DirectoryLabel.Names(field) is not { Count: > 1 } names)
            return null;
        List<Department> departments = [.. names.Select(name => _placing.Of(at, name).Department).OfType<Department>().DistinctBy(department => department.Id)];
        return departments.Count > 1 ? new TornPlace(_accounts[at], _placements[at], departments) : null;
    }
}
