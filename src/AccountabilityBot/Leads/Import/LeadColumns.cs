using System.Text.Json;
using AccountabilityBot.Csv;

namespace AccountabilityBot.Leads.Import;

/// <summary>Where each field stands in the rows of one file.</summary>
/// <param name="Header">The columns' names.</param>
/// <param name="Sources">By field of the map's <see cref="ListFields"/>; their columns are the header's own spellings.</param>
/// <param name="Kept">Columns among the lead's own fields.</param>
sealed record LeadColumns(
    string[] Header, IReadOnlyDictionary<string, CellSource> Sources, IReadOnlyList<string> Kept, ColumnMap Map)
{
    readonly Dictionary<string, int> _at = Header.Index().ToDictionary(column => column.Item, column => column.Index);

    /// <summary>Whether the list tells what became of its leads.</summary>
    public bool HasDisposition => Sources.ContainsKey(LeadFieldNames.Disposition) || Map.Defaults.ContainsKey(LeadFieldNames.Disposition);

    public int PlaceOf(string column) => _at[column];

    /// <summary>Makes a message of a row, or says what cannot be read.</summary>
    /// <param name="companyZone">Of times without one, where the map names none.</param>
    public (LeadMessage? Message, LeadProblem? Problem) Read(CsvRow row, TimeZoneInfo companyZone, DateTimeOffset now)
    {
        if (row.Fault is { } fault)
            return (null, new LeadProblem("row", fault));

        var cells = new RowCells(this, row, companyZone, now);
        var message = new LeadMessage
        {
            ExternalId = cells.Text(LeadFieldNames.ExternalId),
            Source = cells.Text(LeadFieldNames.Source),
            Name = cells.Text(LeadFieldNames.Name),
            Company = cells.Text("company"),
            Email = cells.Text("email"),
            Phone = cells.Text("phone"),
            Url = cells.Text("url"),
            Segment = cells.Text("segment"),
            Value = cells.Number(LeadFieldNames.Value),
            Currency = cells.Text("currency"),
            Campaign = cells.Text("campaign"),
            DoNotCall = cells.Flag(LeadFieldNames.DoNotCall),
            DoNotEmail = cells.Flag(LeadFieldNames.DoNotEmail),
            DoNotContact = cells.Flag(LeadFieldNames.DoNotContact),
            Kind = cells.Text("kind"),
            Seam = cells.Text("seam"),
            Department = cells.Text("department"),
            From = new LeadSender(cells.Text("fromDepartment"), cells.Text("fromPerson")),
            ReceivedAt = cells.Instant(LeadFieldNames.ReceivedAt),
            Fields = Kept
                .Where(column => cells.Cell(column).Length > 0)
                .ToDictionary(column => column, column => JsonSerializer.SerializeToElement(cells.Cell(column))),
        };
        return cells.Problem is { } problem ? (null, problem) : (message, null);
    }

    /// <summary>A refusal's sentence, which names the field, with the column it comes from where that is called otherwise.</summary>
    public string Explain(LeadProblem problem)
    {
        var source = Sources.FirstOrDefault(source => LeadFieldNames.Same(source.Key, problem.Field)).Value;
        string[] columns = [.. source?.Columns.Where(column => !LeadFieldNames.Same(column, problem.Field)) ?? []];
        return columns is []
            ? problem.Sentence
            : $"{problem.Sentence} It is read from {string.Join(" and ", columns.Select(column => $"\"{column}\""))}.";
    }
}
