using System.Globalization;
using CsvHelper;
using CsvRow = AccountabilityBot.Csv.CsvRow;

namespace AccountabilityBot.Leads.Import;

/// <summary>
/// Writes the file of <c>--rejected</c>: the refused rows under their own header, with line and reason beside them. Both
/// columns are passed over by the import, so that the file can be mended and imported as it is.
/// </summary>
/// <remarks>
/// Cells that a spreadsheet could take for formulas stay as they came: the file is the sender's own list, and must come
/// back unchanged.
/// </remarks>
sealed class RejectedRows : IDisposable
{
    readonly CsvWriter _writer;
    int _columns;

    // The byte order mark is what lets Excel read UTF-8.
    RejectedRows(string path) => _writer = CsvWriter.ToFile(path, new CsvWriterOptions { WriteByteOrderMark = true });

    /// <summary>Opens the file, replacing one that exists; or null, after <paramref name="refuse"/> has the sentence that says why.</summary>
    /// <param name="read">Files that are read in the same run, which must not be written over.</param>
    public static RejectedRows? Open(string path, IEnumerable<string?> read, Action<string> refuse)
    {
        try
        {
            if (!read.OfType<string>().Any(file => Path.GetFullPath(file) == Path.GetFullPath(path)))
                return new RejectedRows(path);
            refuse("The file is read in the same run; name another one for the rejected rows.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            refuse($"The file cannot be written: {error.Message}");
        }

        return null;
    }

    public void WriteHeader(LeadColumns columns)
    {
        string[] kept = [.. columns.Header.Where(column => !LeadFieldNames.IsOfRejected(column))];
        _columns = kept.Length;
        Write([.. kept, LeadFieldNames.RejectedLine, LeadFieldNames.RejectedReason]);
    }

    /// <summary>A row that cannot be split into columns stands in the first one as it came.</summary>
    public void Write(LeadColumns columns, CsvRow row, string reason)
    {
        string[] values = row.Fault is null
            ? [.. columns.Header.Zip(row.Values).Where(cell => !LeadFieldNames.IsOfRejected(cell.First)).Select(cell => cell.Second)]
            : [row.Text, .. Enumerable.Repeat("", _columns - 1)];
        Write([.. values, row.Line.ToString(CultureInfo.InvariantCulture), reason]);
    }

    public void Dispose() => _writer.Dispose();

    void Write(string[] values)
    {
        foreach (var value in values)
            _writer.WriteField(value);
        _writer.EndRecord();
    }
}
