using System.Globalization;

namespace AccountabilityBot.Sla;

/// <summary>What became of a file, counted row by row.</summary>
sealed class BacktestSummary
{
    /// <summary>In hundredths of a minute, as they are shown: four bytes each, for files of any size.</summary>
    readonly List<int> _raw = [];

    readonly List<int> _working = [];

    public int Kept { get; private set; }

    public int Breached { get; private set; }

    public int Refused { get; private set; }

    public int Taken => Kept + Breached;

    /// <summary>Nothing could be done: there were rows, and none of them was good.</summary>
    public bool IsInVain => Taken is 0 && Refused > 0;

    public void Add(Domain.Promises.Backtest row)
    {
        if (row.Breached)
            Breached++;
        else
            Kept++;
        if (row is not { Raw: { } raw, Working: { } working })
            return;
        _raw.Add(Hundredths(raw));
        _working.Add(Hundredths(working));
    }

    public void Refuse() => Refused++;

    /// <summary><c>4,580 rows: 3,210 kept, 1,369 breached, 1 refused. Median of 4,570 answers: 12.50 minutes raw, 8.20 working.</c></summary>
    public override string ToString()
    {
        var rows = Taken + Refused;
        var counted = string.Create(
            CultureInfo.InvariantCulture, $"{rows:N0} {(rows is 1 ? "row" : "rows")}: {Kept:N0} kept, {Breached:N0} breached, {Refused:N0} refused.");
        return _raw.Count is 0
            ? $"{counted} There was no answer."
            : string.Create(CultureInfo.InvariantCulture, $"{counted} Median of {_raw.Count:N0} {(_raw.Count is 1 ? "answer" : "answers")}: {Median(_raw):F2} minutes raw, {Median(_working):F2} working.");
    }

    /// <summary>The one in the middle; of two in the middle, what lies half-way.</summary>
    static decimal Median(List<int> hundredths)
    {
        hundredths.Sort();
        var middle = hundredths.Count / 2;
        return (hundredths.Count % 2 is 1 ? hundredths[middle] : (hundredths[middle - 1] + (decimal)hundredths[middle]) / 2) / 100;
    }

    static int Hundredths(TimeSpan span) => (int)Math.Round(span.Ticks / (TimeSpan.TicksPerMinute / 100m), MidpointRounding.AwayFromZero);
}
