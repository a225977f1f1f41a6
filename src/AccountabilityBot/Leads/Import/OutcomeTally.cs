using System.Globalization;
using AccountabilityBot.Csv;
using AccountabilityBot.Dispositions;
using AccountabilityBot.Domain.Leads;

namespace AccountabilityBot.Leads.Import;

/// <summary>What a list told about what became of its leads, counted row by row.</summary>
/// <param name="listsNothing">The list has no such column: then there is nothing to tell.</param>
sealed class OutcomeTally(bool listsNothing = false)
{
    const int MostFlaggedShown = 20;

    readonly Dictionary<string, int> _ended = [];
    readonly Dictionary<string, int> _unknown = [];
    readonly List<(int Line, string Label)> _flagged = [];
    int _handedOver;
    int _history;

    /// <summary>Rows that end their lead, by the id of the disposition; those of an earlier run too.</summary>
    public IReadOnlyDictionary<string, int> Ended => _ended;

    /// <summary>Rows whose disposition does not end a lead.</summary>
    public int Open { get; private set; }

    /// <summary>Rows that tell nothing about what became of the lead.</summary>
    public int Nothing { get; private set; }

    /// <summary>Values that neither map nor model knows, exactly as written, with their rows.</summary>
    public IReadOnlyDictionary<string, int> Unknown => _unknown;

    /// <summary>Rows that were taken, and are said to have happened on a day before their lead came.</summary>
    public IReadOnlyList<(int Line, string Label)> Flagged => _flagged;

    /// <summary>A row of <c>leads import</c> that was taken.</summary>
    public void Add(CsvRow row, OutcomeReading told, LeadResult result)
    {
        if (result.End is { } end)
            Took(row, end.Code, end.IsBeforeArrival ? result.No : null);
        else
            Add(told);
    }

    /// <summary>A row of <c>leads outcomes</c> that was taken.</summary>
    public void Add(CsvRow row, OutcomeTaken taken)
    {
        Took(row, taken.Lead!.DispositionCode!, taken.IsBeforeArrival ? taken.Lead.Label : null);
        _handedOver += taken.WentOn ? 1 : 0;
        _history += taken.IsHistory ? 1 : 0;
    }

    /// <summary>A row that ends nothing.</summary>
    public void Add(OutcomeReading told)
    {
        switch (told)
        {
            case OutcomeReading.Open:
                Open++;
                break;
            case OutcomeReading.Nothing:
                Nothing++;
                break;
            case OutcomeReading.Refused { Unknown: { } unknown }:
                _unknown[unknown] = _unknown.GetValueOrDefault(unknown) + 1;
                break;
        }
    }

    /// <summary>Some lines for a terminal.</summary>
    /// <param name="openAre">What is done with rows whose disposition does not end a lead.</param>
    /// <param name="unknownAre">What is done with those whose value nobody knows.</param>
    public IEnumerable<string> Tell(string openAre, string unknownAre)
    {
        if (listsNothing)
            yield break;
        string[] parts =
        [
            .. _ended.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {Number(one.Value)}"),
            .. Open > 0 ? [$"open {Number(Open)} ({openAre})"] : (string[])[],
            .. Nothing > 0 ? [$"nothing told {Number(Nothing)}"] : (string[])[],
        ];
        if (parts.Length > 0)
            yield return $"What became of them: {string.Join(", ", parts)}.";
        if (_handedOver > 0)
            yield return $"Handed over to the next department: {Number(_handedOver)}.";
        if (_history > 0)
            yield return $"Not handed over to the next department, as they ended more than {Number(Lead.MostDaysToHandOver)} days ago: {Number(_history)}.";
        if (_flagged.Count > 0)
        {
            var more = _flagged.Count > MostFlaggedShown ? $", and {Number(_flagged.Count - MostFlaggedShown)} more" : "";
            yield return $"Flagged, as said to have happened before the lead came (kept as told, and left out of every duration): {Number(_flagged.Count)}: "
                + $"{string.Join(", ", _flagged.Take(MostFlaggedShown).Select(one => $"{one.Label} in line {one.Line.ToString(CultureInfo.InvariantCulture)}"))}{more}.";
        }

        if (_unknown.Count > 0)
        {
            yield return $"Known neither to the map nor to the revenue model ({unknownAre}): "
                + $"{string.Join(", ", _unknown.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => $"\"{one.Key}\" ({Number(one.Value)})"))}.";
        }
    }

    void Took(CsvRow row, string code, string? flagged)
    {
        _ended[code] = _ended.GetValueOrDefault(code) + 1;
        if (flagged is not null)
            _flagged.Add((row.Line, flagged));
    }

    static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
