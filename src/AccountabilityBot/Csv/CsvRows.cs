using CsvHelper;

namespace AccountabilityBot.Csv;

/// <summary>Reads CSV as people and spreadsheets write it: comma, semicolon, tab or bar, LF or CRLF, quotes where needed.</summary>
sealed class CsvRows
{
    /// <summary>What <see cref="CsvFile"/> puts where bytes are no text; no text holds it.</summary>
    public const char NotText = '\uFFFF';

    /// <summary>A row longer than this is a quote that nobody closed. In UTF-16 units.</summary>
    const int LongestRow = 200_000;

    readonly CsvLines _lines;
    readonly int _mostLines;
    readonly char _separator;

    CsvRows(CsvLines lines, int mostLines, char separator) => (_lines, _mostLines, _separator) = (lines, mostLines, separator);

    /// <summary>All rows with something in them, the header first; read from <paramref name="text"/> as they are asked for.</summary>
    /// <param name="mostLines">
    /// Over how many lines one row may go. 1 where values have no line ends, so that a quote that nobody closed is named as such.
    /// </param>
    /// <remarks>
    /// A fault costs its own line only: what a quote that nobody closed has swallowed is given back and read again, row by row.
    /// A row that has not as many fields as the header is a fault.
    /// </remarks>
    public static IEnumerable<CsvRow> Read(TextReader text, int mostLines)
    {
        var lines = new CsvLines(text);
        var rows = new CsvRows(lines, mostLines, FindSeparator(lines));
        CsvRow? header = null;
        while (rows.Next(header) is { } row)
        {
            if (row.Fault is null && row.Values.All(string.IsNullOrWhiteSpace))
                continue;
            header ??= row;
            yield return row;
        }
    }

    /// <summary>From the first line with something in it; Excel's <c>sep=;</c> is believed and left behind.</summary>
    static char FindSeparator(CsvLines lines)
    {
        List<string> taken = [];
        while (lines.Take() is { } line)
        {
            if (line.TrimStart('\uFEFF') is ['s', 'e', 'p', '=', var named])
                return named;
            taken.Add(taken.Count is 0 ? line.TrimStart('\uFEFF') : line);
            if (!string.IsNullOrWhiteSpace(line))
                break;
        }

        lines.GiveBack(taken);
        using var reader = CsvReader.FromText(taken is [.., var header] ? header : "");
        return reader.Separator;
    }

    CsvRow? Next(CsvRow? header)
    {
        if (_lines.Take() is not { } first)
            return null;

        var number = _lines.Number;
        List<string> more = [];
        var length = first.Length;
        var place = Place.FieldBegins.After(first, _separator);
        while (place is Place.Quoted && more.Count + 1 < _mostLines && length < LongestRow && _lines.Take() is { } next)
        {
            more.Add(next);
            length += next.Length;
            place = place.After(next, _separator);
        }

        var row = Parse(string.Join('\n', [first, .. more]), number, header);
        if (row.Fault is null || more is [])
            return row;

        _lines.GiveBack(more);
        return Parse(first, number, header);
    }

    CsvRow Parse(string text, int number, CsvRow? header)
    {
        string? fault = null;
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = _separator,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            OnMalformedRecord = record => fault = Fault(record.Reason),
        });
        string[] values = reader.Read() ? reader.Current.ToArray() : [];
        if (text.Contains(NotText, StringComparison.Ordinal))
            fault = "The row holds bytes that are not UTF-8; save the file as UTF-8 (in Excel: \"CSV UTF-8\").";
        else if (header is not null && values.Length != header.Values.Length && !values.All(string.IsNullOrWhiteSpace))
            fault ??= $"The row has {values.Length} fields, the header {header.Values.Length}; put quotes around a value that holds the separator.";
        return new CsvRow(number, text, values, fault);
    }

    string Fault(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "A quote stands inside a value that does not begin with one; put the whole value in quotes and double the inner quote.",
        CsvMalformedReason.TextAfterClosingQuote => "Text follows a closing quote; double a quote that belongs to the value.",
        CsvMalformedReason.UnterminatedQuote when _mostLines is 1 => "A quote is opened and not closed on the same line.",
        CsvMalformedReason.UnterminatedQuote => "A quote is opened and not closed where a value may end; the lines after this one are read as rows of their own.",
        _ => "The row is not CSV.",
    };
}
