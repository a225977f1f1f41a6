using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Leads.Import;

/// <summary>How the columns of one kind of list become a lead. A column the map does not name counts under its own name.</summary>
sealed record ColumnMap
{
    /// <summary>The map of a list whose columns are called as a lead's fields are.</summary>
    public static ColumnMap None { get; } = new();

    /// <summary>The map of a list of outcomes whose columns are called as an outcome's fields are.</summary>
    public static ColumnMap NoneOfOutcomes { get; } = new() { Of = ListFields.Outcomes };

    /// <summary>What can be mapped.</summary>
    public ListFields Of { get; init; } = ListFields.Leads;

    /// <summary>Sources by field of <see cref="Of"/>.</summary>
    public IReadOnlyDictionary<string, CellSource> Columns { get; init; } = new Dictionary<string, CellSource>();

    /// <summary>Values of fields that no column gives.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>();

    /// <summary>Values of fields whose cell is empty.</summary>
    public IReadOnlyDictionary<string, string> Blank { get; init; } = new Dictionary<string, string>();

    public ImportDates Dates { get; init; } = new();

    /// <summary><c>12.500,50</c> and not <c>12500.50</c>.</summary>
    public bool HasDecimalComma { get; init; }

    /// <summary>Columns kept among the lead's own fields; null: all that nothing else uses.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>What the list's values for a disposition mean.</summary>
    public IReadOnlyList<MappedDisposition> Dispositions { get; init; } = [];

    /// <summary>Gives a problem found beside a file's header its place in the map.</summary>
    public Func<Problem, Problem> Locate { get; init; } = problem => problem;
}
