using AccountabilityBot.Domain.People;

namespace AccountabilityBot.Setup;

/// <summary>Who lands where, for a terminal. A section with nothing to say is left out.</summary>
static class PlacementText
{
    /// <summary>Whoever maps a directory begins with the largest; the next run shows those that follow.</summary>
    const int MostLabels = 40;

    const int MostOthers = 20;

    public static void Write(PlacementReport report, TextWriter output)
    {
        Section(output, $"Who lands where ({report.People} people{(report.Nobodies == 0 ? "" : $", {Counted(report.Nobodies, "account")} of nobody")})", Departments(report));
        Section(output, $"Left over: {Counted(report.LeftOver.Count, "spelling")} that no rule and no label has ({report.Unplaced} people)", LeftOver(report));
        Section(output, "Rules that match nobody", Rules(report.Unused));
        Section(output, "Rules whose people an override or an earlier rule has already", Rules(report.Overtaken));
        Section(output, "Rules that match more than half of all accounts", report.Suspicious.Select(rule => $"{Row(rule.Fits)}  {Rule(rule)}"));
        Section(output, "Overrides", Some(report.Overrides, Override));
        Section(output, "Several departments in one field; the first rule that fits counts, then the first label", Some(report.Torn, Torn));
        Section(output, "Held by nobody", report.EmptyRoles.Select(EmptyRole));
        Section(output, "One e-mail address, several people", Some(report.SharedAddresses, shared =>
            $"{shared.Address}: {string.Join(", ", shared.People.Select(Called))}; only the first is found by it"));
        Section(output, "People who manage each other in a circle", Some(report.Circles, circle =>
            $"{string.Join(" → ", circle.Take(MostOthers).Append(circle[0]).Select(Called))}{(circle.Count > MostOthers ? $" ({circle.Count} people)" : "")}"));
        if (report.ManagersUnlisted > 0)
            Section(output, "Nobody above them", [$"{Row(report.ManagersUnlisted)}  people have a manager who is not among the people"]);
    }

    static IEnumerable<string> Departments(PlacementReport report)
    {
        var widest = report.Departments.Select(place => place.Department.Name.Length).DefaultIfEmpty(0).Max();
        return report.Departments.Select(place => $"{Row(place.People)}  {place.Department.Name.PadRight(widest)}  {By(place)}".TrimEnd())
            .Append($"{Row(report.Unplaced)}  in no department");
    }

    static string By(DepartmentPlaces place) => string.Join(", ",
    [
        .. place.ByOverride > 0 ? [$"{place.ByOverride} by override"] : (string[])[],
        .. place.ByRule.OrderBy(rule => rule.Key).Select(rule => $"{rule.Value} by rule {rule.Key + 1}"),
        .. place.ByLabel > 0 ? [$"{place.ByLabel} by label"] : (string[])[],
    ]);

    static IEnumerable<string> LeftOver(PlacementReport report)
    {
        foreach (var label in report.LeftOver.Take(MostLabels))
            yield return $"{Row(label.People)}  {label.Label ?? "(the directory names no department)"}";
        if (report.LeftOver.Count > MostLabels)
            yield return $"{Row(report.LeftOver.Skip(MostLabels).Sum(label => label.People))}  in {report.LeftOver.Count - MostLabels} other spellings";
    }

    static IEnumerable<string> Rules(IEnumerable<RulePlaces> rules) => rules.Select(Rule);

    static string Rule(RulePlaces rule) => $"{rule.At + 1}. {rule.Rule.Write()}";

    static string Override(OverriddenPlace one) =>
        $"{Called(one.Person)}: {Place(one.Placement)}; {(one.IsIdle ? "they would be there anyway" : $"without it {Place(one.Otherwise)}")}";

    static string Torn(TornPlace one) =>
        $"{Called(one.Person)}: {Place(one.Placement)} (named: {string.Join(", ", one.Departments.Select(department => department.Name))})";

    static string Place(Placement placement) => placement switch
    {
        { IsPerson: false } => "nobody",
        { Department: { } department } => department.Name,
        _ => "no department",
    };

    static string EmptyRole(EmptyRole role) => role.Kind switch
    {
        EmptyRoleKind.Members => $"{role.Subject}: nobody is in it",
        EmptyRoleKind.Role => $"{role.Subject}: {role.Named} is not among the people",
        var kind => $"{role.Subject}, {(kind is EmptyRoleKind.Head ? "head" : "guardian")}: {role.Named} is not among the people",
    };

    static IEnumerable<string> Some<T>(IReadOnlyList<T> items, Func<T, string> write) =>
        items.Take(MostOthers).Select(write).Concat(items.Count > MostOthers ? [$"and {items.Count - MostOthers} more"] : []);

    static void Section(TextWriter output, string title, IEnumerable<string> lines)
    {
        List<string> all = [.. lines];
        if (all.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(title);
        foreach (var line in all)
            output.WriteLine($"  {line}");
    }

    static string Called(PersonFacts person) => string.IsNullOrWhiteSpace(person.Name) ? person.ObjectId : person.Name;

    static string Row(int count) => $"{count,6}";

    static string Counted(int count, string of) => count == 1 ? $"1 {of}" : $"{count} {of}s";
}
