using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;

namespace AccountabilityBot.Numbers.Import;

/// <summary>A row of a registry, on its way to be taken.</summary>
sealed class RegistryRow(int line, NumberFacts number)
{
    public int Line => line;

    public NumberFacts Number => number;

    /// <summary>None: it can be taken.</summary>
    public RowFault? Fault { get; set; }
}

/// <summary>
/// The rows of a registry beside each other and beside the numbers that are there already: which of them cannot be taken
/// because of another. A row that is refused is as if it were not there.
/// </summary>
sealed class RegistryRows(IReadOnlyList<RegistryRow> rows, IReadOnlyList<NumberFacts> there, Func<string, bool> isNobody)
{
    readonly Dictionary<string, NumberFacts> _there = there.ToDictionary(number => number.Id, StringComparer.OrdinalIgnoreCase);

    IEnumerable<RegistryRow> Good => rows.Where(row => row.Fault is null);

    /// <summary>Gives each row that cannot be taken its fault.</summary>
    /// <returns>What is worth a look, and refuses nothing.</returns>
    public IReadOnlyList<(int Line, RowFault Notice)> Check()
    {
        Twice();
        foreach (var row in Good.ToList())
            row.Fault = Holder(row, "owner", row.Number.Owner) ?? Holder(row, "keeper", row.Number.Keeper);
        Aliases();
        Supports();
        return [.. Alike()];
    }

    void Twice()
    {
        var first = new Dictionary<string, RegistryRow>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Good.ToList())
        {
            if (first.TryAdd(row.Number.Id, row))
                continue;
            var (other, number) = (first[row.Number.Id], row.Number);
            row.Fault = string.Equals(other.Number.Owner, number.Owner, StringComparison.OrdinalIgnoreCase)
                ? new RowFault("id", $"\"{number.Id}\" ({number.Name}) stands in line {other.Line} already; that row is taken, and this one is not needed.")
                : new RowFault(
                    "owner",
                    $"Two owners for one number: \"{number.Id}\" ({number.Name}) is {Owned(other.Number)} in line {other.Line} and {Owned(number)} here. "
                    + "The first row is taken; write both names with / between them where they have not agreed.");
        }
    }

    static string Owned(NumberFacts number) => number.Owner is { } owner ? $"owned by {owner}" : "owned by nobody";

    /// <summary>A role may be held by nobody yet; an address can only mean a person, and there is none.</summary>
    RowFault? Holder(RegistryRow row, string field, string? written) => HolderText.Names(written).FirstOrDefault(isNobody) is { } nobody
        ? new RowFault(field, $"\"{nobody}\" is to be the {field} of \"{row.Number.Name}\", but is not among the people; name somebody who is, or a role.")
        : null;

    void Aliases()
    {
        var mine = Good.ToDictionary(row => row.Number.Id, row => row.Number, StringComparer.OrdinalIgnoreCase);
        var rest = there.Where(number => !mine.ContainsKey(number.Id)).ToList();
        var names = mine.Values.Concat(rest).ToLookup(number => Spelling.Fold(number.Name));
        var aliases = new Dictionary<string, NumberFacts>();
        // Who has an alias already keeps it, wherever in the file they stand.
        foreach (var (alias, number) in there.SelectMany(number => number.Aliases.Select(alias => (Spelling.Fold(alias), number))))
        {
            if (!mine.TryGetValue(number.Id, out var row) || row.Aliases.Any(one => Spelling.Fold(one) == alias))
                aliases.TryAdd(alias, number);
        }

        foreach (var row in Good.ToList())
        {
            foreach (var alias in row.Number.Aliases)
            {
                var other = names[Spelling.Fold(alias)].FirstOrDefault(named => !IsSame(named, row.Number)) ?? aliases.GetValueOrDefault(Spelling.Fold(alias));
                if (other is not null && !IsSame(other, row.Number))
                    row.Fault ??= new RowFault("aliases", $"\"{alias}\" of \"{row.Number.Name}\" already means \"{other.Name}\" ({other.Id}); an alias means one number.");
            }

            foreach (var alias in row.Fault is null ? row.Number.Aliases : [])
                aliases.TryAdd(Spelling.Fold(alias), row.Number);
        }
    }

    static bool IsSame(NumberFacts one, NumberFacts other) => one.Id.Equals(other.Id, StringComparison.OrdinalIgnoreCase);

    /// <summary>Refusing one row may leave another without the number that it supports: until nothing changes any more.</summary>
    void Supports()
    {
        bool changed;
        do
        {
            changed = Unknown() || Circles();
        }
        while (changed);
    }

    bool Unknown()
    {
        var ids = Good.Select(row => row.Number.Id).Concat(_there.Keys).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lost = Good.Where(row => row.Number.Supports is { } above && !ids.Contains(above)).ToList();
        foreach (var row in lost)
            row.Fault = new RowFault("supports", $"There is no number with the id \"{row.Number.Supports}\" that \"{row.Number.Name}\" could support.{Spelling.DidYouMean(row.Number.Supports!, ids)}");
        return lost.Count > 0;
    }

    /// <summary>The row that closes the circle is refused, and the others stay.</summary>
    bool Circles()
    {
        var mine = Good.Select(row => row.Number.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var above = there.Where(number => !mine.Contains(number.Id)).ToDictionary(number => number.Id, number => number.Supports, StringComparer.OrdinalIgnoreCase);
        foreach (var row in Good.Where(row => row.Number.Supports is not null).ToList())
        {
            List<string> way = [row.Number.Id];
            for (var next = row.Number.Supports; next is not null && !way.Skip(1).Contains(next, StringComparer.OrdinalIgnoreCase); next = above.GetValueOrDefault(next))
            {
                way.Add(next);
                if (next.Equals(row.Number.Id, StringComparison.OrdinalIgnoreCase))
                {
                    row.Fault = new RowFault("supports", $"This closes a circle: {string.Join(" → ", way)}; one of these numbers has to be on top.");
                    return true;
                }
            }

            above[row.Number.Id] = row.Number.Supports;
        }

        return false;
    }

    IEnumerable<(int Line, RowFault Notice)> Alike()
    {
        var spelled = there.SelectMany(number => number.Spellings.Select(spelling => (Spelling.Fold(spelling), number)))
            .Concat(Good.Select(row => (Spelling.Fold(row.Number.Name), row.Number)))
            .ToLookup(one => one.Item1, one => one.Item2);
        foreach (var row in Good)
        {
            if (spelled[Spelling.Fold(row.Number.Name)].FirstOrDefault(other => !IsSame(other, row.Number)) is { } other)
                yield return (row.Line, new RowFault("number", $"\"{row.Number.Name}\" is also what {other.Id} is called; who asks for it is asked which of them they mean."));
        }
    }
}
