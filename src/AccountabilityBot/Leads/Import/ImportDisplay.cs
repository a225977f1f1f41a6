using System.Globalization;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Leads.Import;

/// <summary>
/// Shows an import on stderr: refused rows line by line, and how far it is, as a bar or without a terminal as a line each
/// 1,000 rows.
/// </summary>
/// <param name="share">How much of the list has been read, 0 to 1.</param>
sealed class ImportDisplay(TextWriter error, bool isTerminal, string file, Func<double> share, RejectedRows? rejected) : IProgress<ImportNews>
{
    const int BarWidth = 30;
    const int LineEach = 1_000;
    const string BeginOfLine = "\r\u001b[K";

    LeadColumns? _columns;
    int _rows;

    /// <summary>Rows stored or refused so far.</summary>
    public int Rows => _rows;

    public void Report(ImportNews value)
    {
        switch (value)
        {
            case ImportNews.Began began:
                _columns = began.Columns;
                rejected?.WriteHeader(began.Columns);
                break;
            case ImportNews.Refused refused:
                rejected?.Write(_columns!, refused.Row, refused.Reason);
                // Reasons quote the list, and a terminal obeys control characters.
                WriteLine($"{file}:{refused.Row.Line}: {new PlainText(refused.Reason)}");
                break;
            case ImportNews.Stored stored:
                Show(stored.Rows);
                break;
        }
    }

    /// <summary>Takes the bar away, so that what follows begins on a line of its own.</summary>
    public void End()
    {
        if (isTerminal)
            error.Write(BeginOfLine);
    }

    void Show(int rows)
    {
        if (isTerminal)
        {
            var done = Math.Clamp(share(), 0, 1);
            var bar = new string('#', (int)(done * BarWidth)).PadRight(BarWidth, '.');
            error.Write(string.Create(CultureInfo.InvariantCulture, $"{BeginOfLine}[{bar}] {done * 100:N0} %  {rows:N0} rows"));
        }
        else if (rows / LineEach > _rows / LineEach)
        {
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows / LineEach * LineEach:N0} rows"));
        }

        _rows = rows;
    }

    void WriteLine(string line) => error.WriteLine(isTerminal ? BeginOfLine + line : line);
}
