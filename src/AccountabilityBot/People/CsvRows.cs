using CsvHelper;

namespace AccountabilityBot.People;

/// <summary>One row of a CSV file.</summary>
/// <param name="Line">Line on which it stands, from 1.</param>
/// <param name="Values">Its fields, without quotes and the space around them.</param>
/// <param name="Fault">Why it is no row, if so.</param>
sealed record CsvRow(int Line, string[] Values, string? Fault)
{
    /// <summary>Why the row cannot be read under this header, or null.</summary>
    public string? FaultBeside(CsvRow header) => this switch
    {
        { Fault: { } fault } => fault,
        _ when Values.Length == header.Values.Length => null,
        _ => $"The row has {Values.Length} fields, the header {header.Values.Length}; put quotes around a value that holds the separator.",
    };
}

/// <summary>Reads CSV as people and spreadsheets write it: comma, semicolon or tab, LF or CRLF, quotes where needed.</summary>
static class CsvRows
{
    /// <summary>All rows with something in them, the header first.</summary>
    public static IEnumerable<CsvRow> Read(string text)
    {
        string? fault = null;
        using var reader = CsvReader.FromText(text.TrimStart('\uFEFF'), new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            // A quote that nobody closed must cost its own row, not the rest of the file.
            AllowLineBreaksInQuotes = false,
            OnMalformedRecord = record => fault = Fault(record.Reason),
        });

        while (reader.Read())
        {
            var row = new CsvRow((int)reader.LineNumber, reader.Current.ToArray(), fault);
            fault = null;
            if (!row.Values.All(string.IsNullOrWhiteSpace))
                yield return row;
        }
    }

    static string Fault(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "A quote stands inside a value that does not begin with one; put the whole value in quotes and double the inner quote.",
        CsvMalformedReason.TextAfterClosingQuote => "Text follows a closing quote; double a quote that belongs to the value.",
        CsvMalformedReason.LineBreakInQuotes or CsvMalformedReason.UnterminatedQuote => "A quote is opened and not closed on the same line.",
        _ => "The row is not CSV.",
    };
}
