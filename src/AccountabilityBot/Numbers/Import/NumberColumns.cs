using System.Globalization;
using AccountabilityBot.Csv;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;

namespace AccountabilityBot.Numbers.Import;

/// <summary>Why a row, or a header, cannot be taken.</summary>
/// <param name="Field">The column it is about; none: the row as a whole.</param>
sealed record RowFault(string? Field, string Sentence)
{
    public override string ToString() => Field is null ? Sentence : $"{Field}: {Sentence}";
}

/// <summary>Where in the file what stands. Case, spaces, underscores and hyphens in a column's name do not matter.</summary>
sealed class NumberColumns
{
    static readonly string[] _needed = ["id", "number"];

    static readonly string[] _known =
    [
        .. _needed, "owner", "department", "owner_department", "aliases", "definition", "unit", "direction", "target", "floor", "cap", "plan", "forecast",
        "period", "freshness_days", "keeper", "supports", "computed", "trigger", "source_field", "definition_version", "approved_by", "approved_on", "review_on",
    ];

    static readonly Dictionary<string, Direction> _directions = new() { ["up"] = Direction.Up, ["down"] = Direction.Down };

    static readonly Dictionary<string, Period> _periods = new()
    {
        ["week"] = Period.Week,
        ["weekly"] = Period.Week,
        ["month"] = Period.Month,
        ["monthly"] = Period.Month,
        ["quarter"] = Period.Quarter,
        ["quarterly"] = Period.Quarter,
    };

    readonly Dictionary<string, int> _places;

    NumberColumns(Dictionary<string, int> places, IReadOnlyList<string> ignored) => (_places, Ignored) = (places, ignored);

    /// <summary>Columns that nobody asks for.</summary>
    public IReadOnlyList<string> Ignored { get; }

    /// <returns>The columns, or all that is wrong with the header.</returns>
    public static (NumberColumns? Columns, IReadOnlyList<RowFault> Faults) Find(CsvRow? header)
    {
        if (header is null)
            return (null, [new RowFault(null, "The file is empty; its first line must name the columns, for example id,number,owner,department.")]);
        if (header.Fault is { } fault)
            return (null, [new RowFault(null, fault)]);

        var (places, ignored, faults) = (new Dictionary<string, int>(), new List<string>(), new List<RowFault>());
        foreach (var (place, name) in header.Values.Select(name => name.Trim('\uFEFF')).Index())
        {
            if (Array.Find(_known, known => Spelling.Same(known, name)) is not { } column)
                ignored.Add(name.Length > 0 ? name : $"column {place + 1}");
            else if (!places.TryAdd(column, place))
                faults.Add(new RowFault(column, "It stands twice in the header; one column is needed."));
        }

        faults.AddRange(_needed.Where(needed => !places.ContainsKey(needed)).Select(needed =>
            new RowFault(needed, $"There is no such column; id and number are needed.{Spelling.DidYouMean(needed, ignored)}")));
        if (places.ContainsKey("department") && places.ContainsKey("owner_department"))
            faults.Add(new RowFault("department", "Both \"department\" and \"owner_department\" are there; one of them is needed."));
        return faults is [] ? (new NumberColumns(places, ignored), []) : (null, faults);
    }

    /// <returns>What the row says, or the first thing in it that cannot be taken. Rules that need other rows are not asked here.</returns>
    public (NumberFacts? Number, RowFault? Fault) Read(CsvRow row, RevenueModel model)
    {
        if (row.Fault is { } broken)
            return (null, new RowFault(null, broken));
        foreach (var needed in _needed.Where(needed => Cell(row, needed) is null))
            return (null, new RowFault(needed, "It is missing or empty; each row needs one."));

        RowFault? fault = null;
        var department = Cell(row, "department") ?? Cell(row, "owner_department");
        // The record's own defaults hold for every cell that is absent.
        var usual = new NumberFacts(Cell(row, "id")!, Cell(row, "number")!);
        var number = usual with
        {
            Aliases = [.. (Cell(row, "aliases") ?? "").Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Definition = Definition(row, ref fault),
            Unit = Cell(row, "unit"),
            Direction = Word(row, "direction", _directions, ref fault),
            Target = Amount(row, "target", ref fault),
            Floor = Amount(row, "floor", ref fault),
            Cap = Amount(row, "cap", ref fault),
            Plan = Amount(row, "plan", ref fault),
            Forecast = Amount(row, "forecast", ref fault),
            Period = Word(row, "period", _periods, ref fault) ?? usual.Period,
            FreshnessDays = Whole(row, "freshness_days", usual.FreshnessDays, ref fault),
            Department = department is null ? null : model.FindDepartment(department)?.Id ?? department,
            Owner = Cell(row, "owner"),
            Keeper = Cell(row, "keeper"),
            Supports = Cell(row, "supports"),
            Computed = Cell(row, "computed"),
            ReviewOn = Day(row, "review_on", ref fault),
        };
        fault ??= NumberRules.One(number, "").Select(FaultOf).FirstOrDefault();
        return fault is null ? (number, null) : (null, fault);
    }

    string? Cell(CsvRow row, string column) =>
        _places.TryGetValue(column, out var place) && row.Values[place] is var cell && !string.IsNullOrWhiteSpace(cell) ? cell.Trim() : null;

    decimal? Amount(CsvRow row, string column, ref RowFault? fault)
    {
        if (Cell(row, column) is not { } cell)
            return null;
        var (amount, why) = NumberText.Read(cell);
        if (why is not null)
            fault ??= new RowFault(column, why);
        return amount;
    }

    T? Word<T>(CsvRow row, string column, Dictionary<string, T> words, ref RowFault? fault)
        where T : struct
    {
        if (Cell(row, column) is not { } cell)
            return null;
        if (words.TryGetValue(cell.ToLowerInvariant(), out var word))
            return word;
        fault ??= new RowFault(column, $"\"{Shortened(cell)}\" is not known here; {string.Join(", ", words.Keys)} are allowed.{Spelling.DidYouMean(cell, words.Keys)}");
        return null;
    }

    /// <summary>What is counted, and who agreed to it; without a text nothing was agreed to.</summary>
    NumberDefinition? Definition(CsvRow row, ref RowFault? fault) => Cell(row, "definition") is not { } text ? null
        : new NumberDefinition(text, Cell(row, "trigger"), Cell(row, "source_field"), Whole(row, "definition_version", 1, ref fault))
        {
            ApprovedBy = Cell(row, "approved_by"),
            ApprovedOn = Day(row, "approved_on", ref fault),
        };

    int Whole(CsvRow row, string column, int usual, ref RowFault? fault)
    {
        if (Cell(row, column) is not { } cell)
            return usual;
        if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        fault ??= new RowFault(column, $"\"{Shortened(cell)}\" is no whole number.");
        return usual;
    }

    DateOnly? Day(CsvRow row, string column, ref RowFault? fault)
    {
        if (Cell(row, column) is not { } cell)
            return null;
        if (DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        fault ??= new RowFault(column, $"\"{Shortened(cell)}\" is no day; write it like 2027-01-31.");
        return null;
    }

    /// <summary>The rule names the model's key, the file has a column; the first part of the path is the row's own.</summary>
    static RowFault FaultOf(Problem problem)
    {
        var key = problem.Path.Split('.', '[') is [_, { Length: > 0 } named, ..] ? named : "id";
        return new RowFault(key switch { "name" => "number", "freshnessDays" => "freshness_days", _ => key }, problem.Sentence);
    }

    static string Shortened(string text) => text.Length <= 40 ? text : $"{text[..40]}…";
}
