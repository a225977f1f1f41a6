using System.Text;
using AccountabilityBot.Setup;

namespace AccountabilityBot.Csv;

/// <summary>
/// Opens the lists that other programs export: UTF-8 with or without a byte order mark, or the UTF-16 that spreadsheets
/// call Unicode.
/// </summary>
static class CsvFile
{
    const int LargestBytes = 256 << 20;
    const int Peeked = 4_096;

    /// <summary>Bytes that are not UTF-8 spoil their row, not the file: it stays readable, and the row can be named.</summary>
    static readonly Encoding _utf8 = Encoding.GetEncoding(
        "utf-8", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(CsvRows.NotText.ToString()));

    /// <summary>A reader whose base stream tells how far it is; or null, after <paramref name="refuse"/> has the sentence that says why.</summary>
    /// <param name="largestBytes">What is larger is refused; the default is far more than anybody imports.</param>
    public static StreamReader? Open(string path, Action<string> refuse, long largestBytes = LargestBytes)
    {
        FileStream? file = null;
        try
        {
            if (Directory.Exists(path))
                refuse("This is a folder; a file is needed.");
            else if (!File.Exists(path))
                refuse("There is no such file.");
            else
                file = File.OpenRead(path);
            return file is null ? null : Reader(file, refuse, largestBytes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            refuse($"The file cannot be read: {error.Message}");
            return null;
        }
    }

    static StreamReader? Reader(FileStream file, Action<string> refuse, long largestBytes)
    {
        Span<byte> buffer = stackalloc byte[Peeked];
        var start = buffer[..file.ReadAtLeast(buffer, Peeked, throwOnEndOfStream: false)];
        file.Position = 0;

        var isUtf16 = start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        var refusal = file.Length > largestBytes ? TextFile.TooLarge(largestBytes)
            : !isUtf16 && start.Contains((byte)0) ? "This is not a text file; a spreadsheet must be saved as CSV first."
            : null;
        if (refusal is null)
            return new StreamReader(file, _utf8, detectEncodingFromByteOrderMarks: isUtf16);

        file.Dispose();
        refuse(refusal);
        return null;
    }
}
