namespace AccountabilityBot.Csv;

/// <summary>The lines of a text, counted, of which some can be given back to be read again.</summary>
sealed class CsvLines(TextReader text)
{
    readonly Stack<string> _givenBack = [];

    /// <summary>Number of the line taken last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next line without its end, or null after the last.</summary>
    public string? Take()
    {
        var line = _givenBack.TryPop(out var again) ? again : text.ReadLine();
        if (line is not null)
            Number++;
        return line;
    }

    /// <summary>Gives back the lines taken last, in the order in which they stand.</summary>
    public void GiveBack(IReadOnlyList<string> lines)
    {
        foreach (var line in lines.Reverse())
            _givenBack.Push(line);
        Number -= lines.Count;
    }
}
