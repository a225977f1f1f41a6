namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>
/// A pattern of words. <c>a|b</c>: one of them. <c>(a b|c)</c>: one of these phrases. <c>x?</c>: may be absent.
/// <c>…</c>: up to <see cref="LongestGap"/> words of any kind, which are told apart.
/// </summary>
sealed class Cue
{
    public const int LongestGap = 6;

    readonly Part[] _parts;

    Cue(string kind, Part[] parts) => (Kind, _parts) = (kind, parts);

    /// <summary>What it shows: <c>own</c>, <c>define</c>.</summary>
    public string Kind { get; }

    public static Cue Parse(string kind, string pattern)
    {
        List<Part> parts = [];
        foreach (var piece in Pieces(pattern))
        {
            var isOptional = piece.EndsWith('?');
            var inner = isOptional ? piece[..^1] : piece;
            if (inner is "…")
                parts.Add(new Part([], IsOptional: true, IsGap: true));
            else
                parts.Add(new Part([.. inner.Trim('(', ')').Split('|').Select(PhraseOf).Where(phrase => phrase.Length > 0)], isOptional, IsGap: false));
        }

        return new Cue(kind, [.. parts]);
    }

    /// <summary>The words that a match can begin with; null: any.</summary>
    public IReadOnlyCollection<string>? Beginnings
    {
        get
        {
            var beginnings = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (phrases, isOptional, isGap) in _parts)
            {
                if (isGap)
                    return null;
                beginnings.UnionWith(phrases.Select(phrase => phrase[0]));
                if (!isOptional)
                    return beginnings;
            }

            return null;
        }
    }

    /// <summary>The longest match that begins at a word; null when there is none.</summary>
    public CueMatch? MatchAt(IReadOnlyList<Word> words, int at)
    {
        var best = Walk(words, at, 0, -1, -1);
        return best is { } end && end.End > at ? new CueMatch(this, at, end.End, end.GapStart, end.GapEnd) : null;
    }

    (int End, int GapStart, int GapEnd)? Walk(IReadOnlyList<Word> words, int at, int part, int gapStart, int gapEnd)
    {
        if (part == _parts.Length)
            return (at, gapStart, gapEnd);
        var (phrases, isOptional, isGap) = _parts[part];
        (int End, int GapStart, int GapEnd)? best = null;
        if (isGap)
        {
            for (var length = 0; length <= LongestGap && at + length <= words.Count; length++)
            {
                // A gap lies within one clause.
                if (length > 0 && words[at + length - 1].Clause != words[Math.Max(0, at - 1)].Clause)
                    break;
                if (Walk(words, at + length, part + 1, at, at + length) is { } found && (best is null || found.End > best.Value.End))
                    best = found;
            }

            return best;
        }

        foreach (var phrase in phrases)
        {
            if (StartsWith(words, at, phrase) && Walk(words, at + phrase.Length, part + 1, gapStart, gapEnd) is { } found && (best is null || found.End > best.Value.End))
                best = found;
        }

        if (isOptional && Walk(words, at, part + 1, gapStart, gapEnd) is { } without && (best is null || without.End > best.Value.End))
            best = without;
        return best;
    }

    static bool StartsWith(IReadOnlyList<Word> words, int at, string[] phrase)
    {
        if (at + phrase.Length > words.Count)
            return false;
        for (var index = 0; index < phrase.Length; index++)
        {
            if (words[at + index].Text != phrase[index])
                return false;
        }

        return true;
    }

    static string[] PhraseOf(string phrase) => [.. Words.Of(phrase).Select(word => word.Text)];

    /// <summary>Blanks separate pieces, except within parentheses.</summary>
    static IEnumerable<string> Pieces(string pattern)
    {
        var start = 0;
        var depth = 0;
        for (var at = 0; at <= pattern.Length; at++)
        {
            if (at < pattern.Length && pattern[at] is '(')
                depth++;
            if (at < pattern.Length && pattern[at] is ')')
                depth--;
            if (at < pattern.Length && (pattern[at] is not ' ' || depth > 0))
                continue;
            if (at > start)
                yield return pattern[start..at];
            start = at + 1;
        }
    }

    sealed record Part(string[][] Phrases, bool IsOptional, bool IsGap);
}

/// <summary>Where a cue was found.</summary>
/// <param name="GapStart">The words of its gap; -1: it has none.</param>
sealed record CueMatch(Cue Cue, int Start, int End, int GapStart, int GapEnd)
{
    /// <summary>How many words speak for it; what a gap swallows does not.</summary>
    public int Evidence => End - Start - Math.Max(0, GapEnd - GapStart);

    public bool HasGap => GapStart >= 0 && GapEnd > GapStart;
}
