using System.Globalization;
using System.Text.Json;
using AccountabilityBot.Csv;

namespace AccountabilityBot.Leads.Import;

/// <summary>Where each field of a lead stands in the rows of one file.</summary>
/// <param name="Header">The columns' names.</param>
/// <param name="Sources">By field of <see cref="LeadFieldNames"/>; their columns are the header's own spellings.</param>
/// <param name="Kept">Columns among the lead's own fields.</param>
sealed record LeadColumns(
    string[] Header, IReadOnlyDictionary<string, CellSource> Sources, IReadOnlyList<string> Kept, ColumnMap Map)
{
    const NumberStyles PointStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    const NumberStyles CommaStyle = PointStyle | NumberStyles.AllowThousands;
    static readonly NumberFormatInfo _comma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    readonly Dictionary<string, int> _at = Header.Index().ToDictionary(column => column.Item, column => column.Index);

    /// <summary>Makes a message of a row, or says what cannot be read.</summary>
    /// <param name="companyZone">Of times without one, where the map names none.</param>
    public (LeadMessage? Message, LeadProblem? Problem) Read(CsvRow row, TimeZoneInfo companyZone, DateTimeOffset now)
    {
        if (row.Fault is { } fault)
            return (null, new LeadProblem("row", fault));

        LeadProblem? problem = null;
        var message = new LeadMessage
        {
            ExternalId = Text(LeadFieldNames.ExternalId),
            Source = Text(LeadFieldNames.Source),
            Name = Text(LeadFieldNames.Name),
            Company = Text("company"),
            Email = Text("email"),
            Phone = Text("phone"),
            Url = Text("url"),
            Segment = Text("segment"),
            Value = Number(LeadFieldNames.Value),
            Currency = Text("currency"),
            Campaign = Text("campaign"),
            Kind = Text("kind"),
            Seam = Text("seam"),
            Department = Text("department"),
            From = new LeadSender(Text("fromDepartment"), Text("fromPerson")),
            ReceivedAt = Instant(LeadFieldNames.ReceivedAt),
            Fields = Kept
                .Where(column => Cell(column).Length > 0)
                .ToDictionary(column => column, column => JsonSerializer.SerializeToElement(Cell(column))),
        };
        return problem is null ? (message, null) : (null, problem);

        string Cell(string column) => row.Values[_at[column]];

        string? Text(string field) => Sources.TryGetValue(field, out var source)
            ? source.Read(Cell) ?? Map.Blank.GetValueOrDefault(field)
            : Map.Defaults.GetValueOrDefault(field);

        decimal? Number(string field)
        {
            if (Text(field) is not { } text)
                return null;
            var (style, format, example) = Map.HasDecimalComma
                ? (CommaStyle, _comma, "12500,50 or 12.500,50")
                : (PointStyle, NumberFormatInfo.InvariantInfo, "12500.50; a map can say decimalComma: true");
            if (decimal.TryParse(text, style, format, out var number))
                return number;
            problem ??= new LeadProblem(field, $"{field} is \"{Shown(text)}\", which is no number; it is written as {example}.");
            return null;
        }

        DateTimeOffset? Instant(string field)
        {
            if (Text(field) is not { } text)
                return null;
            var (at, unreadable) = Map.Dates.Read(text, companyZone, now);
            if (unreadable is not null)
                problem ??= new LeadProblem(field, $"{field} is \"{Shown(text)}\", {unreadable}");
            return at;
        }
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

    static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
