using System.Globalization;
using AccountabilityBot.Csv;
using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Leads.Import;

/// <summary>What became of a list of leads.</summary>
/// <param name="Problems">Of the header: an error means that no row was read; a notice is worth a look.</param>
sealed record ImportSummary(IReadOnlyList<Problem> Problems)
{
    const int MostSourcesShown = 20;

    public int Created { get; init; }

    public int Updated { get; init; }

    /// <summary>Had ended, and were in the list again.</summary>
    public int Reopened { get; init; }

    public int Unchanged { get; init; }

    public int Refused { get; init; }

    public int Rows => Created + Updated + Reopened + Unchanged + Refused;

    /// <summary>Sources that the revenue model does not know, as first written, with their rows; the most frequent first.</summary>
    public IReadOnlyList<(string Source, int Rows)> UnknownSources { get; init; } = [];

    /// <summary>What the list told about what became of its leads; null until it was read.</summary>
    public OutcomeTally? Told { get; init; }

    public bool HasErrors => Problems.Any(problem => problem.Severity is Severity.Error);

    /// <summary>Adds what became of one row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No result that the intake gives.</exception>
    public ImportSummary With(string result) => result switch
    {
        LeadResult.Created => this with { Created = Created + 1 },
        LeadResult.Updated => this with { Updated = Updated + 1 },
        LeadResult.Reopened => this with { Reopened = Reopened + 1 },
        LeadResult.Unchanged => this with { Unchanged = Unchanged + 1 },
        LeadResult.RefusedResult => this with { Refused = Refused + 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, message: null),
    };

    /// <summary><c>8,000 rows: 8,000 created, 0 updated, 0 unchanged, 0 refused.</c>; reopened ones are told when there are any.</summary>
    public override string ToString()
    {
        var reopened = Reopened > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Reopened:N0} reopened, ") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Rows:N0} {(Rows is 1 ? "row" : "rows")}: {Created:N0} created, {Updated:N0} updated, {reopened}{Unchanged:N0} unchanged, {Refused:N0} refused.");
    }

    /// <summary>A line on <see cref="UnknownSources"/>, or null when there are none.</summary>
    public string? TellUnknownSources()
    {
        if (UnknownSources is [])
            return null;
        var shown = UnknownSources.Take(MostSourcesShown)
            .Select(source => string.Create(CultureInfo.InvariantCulture, $"{source.Source} ({source.Rows:N0})"));
        var more = UnknownSources.Count > MostSourcesShown ? $", and {UnknownSources.Count - MostSourcesShown} more" : "";
        return $"Kept as written, but not known to the revenue model: {string.Join(", ", shown)}{more}.";
    }
}

/// <summary>What an import tells while it runs.</summary>
abstract record ImportNews
{
    ImportNews()
    {
    }

    /// <summary>The header is good; rows follow.</summary>
    public sealed record Began(LeadColumns Columns) : ImportNews;

    /// <param name="Reason">A sentence that names the field.</param>
    public sealed record Refused(CsvRow Row, string Reason) : ImportNews;

    /// <summary>A batch is stored.</summary>
    /// <param name="Rows">How many rows have been read so far, refused ones too.</param>
    public sealed record Stored(int Rows) : ImportNews;
}
