using AccountabilityBot.Csv;
using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Leads.Import;

/// <summary>What became of holding a map against a file's header.</summary>
/// <param name="Columns">Null when a problem is an error: then no row is read.</param>
sealed record HeaderReading(LeadColumns? Columns, IReadOnlyList<Problem> Problems)
{
    /// <param name="header">Null for an empty file.</param>
    public static HeaderReading Read(CsvRow? header, ColumnMap map)
    {
        if (header is null)
            return new HeaderReading(null, [new Problem("header", "The file is empty; its first line must name the columns, for example externalId,source,name.")]);
        if (header.Fault is { } fault)
            return new HeaderReading(null, [new Problem("header", fault, Line: header.Line)]);

        // A column without a name is still somebody's data; its place names it.
        string[] names = [.. header.Values.Select((name, at) => name.Length > 0 ? name : $"column {at + 1}")];
        List<Problem> problems = [.. Twice(names), .. Missing(names, map)];
        var sources = Sources(names, map);
        problems.AddRange(Unsourced(names, sources, map));

        var used = sources.Values.SelectMany(source => source.Columns).ToHashSet();
        string[] kept = !map.Of.KeepsOthers ? [] : map.Fields is { } listed
            ? [.. listed.Select(column => Find(names, column)).OfType<string>().Distinct()]
            : [.. names.Where(column => !used.Contains(column) && !LeadFieldNames.IsOfRejected(column))];
        if (problems.Count > 0)
            return new HeaderReading(null, [.. problems.Select(Place)]);
        return new HeaderReading(new LeadColumns(names, sources, kept, map), [.. Slips(kept, sources, map).Select(Place)]);

        // What is wrong with the map has its place there.
        Problem Place(Problem problem) => problem.File is null ? problem with { Line = header.Line } : problem;
    }

    static IEnumerable<Problem> Twice(string[] names) => names
        .GroupBy(name => LeadFieldNames.Fold(name) is { Length: > 0 } folded ? folded : name)
        .Select(group => (Name: group.First(), Count: group.Count()))
        .Where(column => column.Count > 1)
        .Select(column => new Problem(
            "header",
            $"The column \"{column.Name}\" stands {(column.Count is 2 ? "twice" : $"{column.Count} times")} in the header; give each a name of its own."));

    static IEnumerable<Problem> Missing(string[] names, ColumnMap map) =>
        from wanted in map.Columns.SelectMany(entry => entry.Value.Columns.Select(column => (Path: $"columns.{entry.Key}", Column: column)))
            .Concat((map.Fields ?? []).Select((column, at) => (Path: $"fields[{at}]", Column: column)))
        where Find(names, wanted.Column) is null
        select map.Locate(new Problem(
            wanted.Path,
            $"The map names the column \"{wanted.Column}\", which the file does not have; it has {Listed(names)}.{Spelling.DidYouMean(wanted.Column, names)}"));

    static Dictionary<string, CellSource> Sources(string[] names, ColumnMap map)
    {
        var sources = map.Columns.ToDictionary(entry => entry.Key, entry => entry.Value.Rename(column => Find(names, column) ?? column));
        foreach (var field in map.Of.All.Where(field => !sources.ContainsKey(field)))
        {
            if (Find(names, field) is { } own && map.Fields?.Any(kept => LeadFieldNames.Same(kept, own)) is not true)
                sources.Add(field, CellSource.Of(own));
        }

        return sources;
    }

    static IEnumerable<Problem> Unsourced(string[] names, Dictionary<string, CellSource> sources, ColumnMap map)
    {
        foreach (var field in map.Of.Required.Where(field => !sources.ContainsKey(field) && !map.Defaults.ContainsKey(field)))
        {
            yield return new Problem(
                $"header.{field}",
                $"Nothing gives the {map.Of.Of}'s {field}: the file has {Listed(names)}. "
                + $"Call a column \"{field}\", or name one in a map (--map) under columns.{Spelling.DidYouMean(field, names)}");
        }

        if (map.Of == ListFields.Outcomes && !((string[])[OutcomeFieldNames.No, LeadFieldNames.ExternalId]).Any(sources.ContainsKey))
        {
            yield return new Problem(
                "header.externalId",
                $"Nothing says which leads are meant: the file has {Listed(names)}. Call a column \"externalId\" or \"no\", or name one in a map (--map) under columns.");
        }

        foreach (var field in map.Blank.Keys.Where(field => !sources.ContainsKey(field)))
        {
            yield return map.Locate(new Problem(
                $"blank.{field}",
                $"No column gives \"{field}\", so it has no empty cells; a value for every row stands under defaults."));
        }
    }

    /// <summary>Columns that are kept under a name that nearly is a field's.</summary>
    static IEnumerable<Problem> Slips(string[] kept, Dictionary<string, CellSource> sources, ColumnMap map) =>
        from column in map is { Fields: null, Of.KeepsOthers: true } ? kept : []
        let hint = Spelling.DidYouMean(column, map.Of.All.Where(field => !sources.ContainsKey(field)))
        where hint.Length > 0
        select Problem.Notice($"header.{column}", $"The column \"{column}\" is kept among the lead's own fields.{hint}");

    static string? Find(string[] names, string column) =>
        Array.Find(names, name => name == column) ?? Array.Find(names, name => LeadFieldNames.Same(name, column));

    static string Listed(string[] names) =>
        string.Join(", ", names.Take(20).Select(name => $"\"{name}\"")) + (names.Length > 20 ? $" and {names.Length - 20} more" : "");
}
