namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>The words that a company and its business use, to find the one that was meant by one that nobody knows.</summary>
sealed class Spellings
{
    const int ShortestMisspelt = 4;
    const int ShortestLong = 8;
    const int ShortestCut = 3;
    const int LongestAbbreviation = 5;
    const int ShortestHalf = 6;
    const int LongestCut = 12;
    const int MostMeant = 3;
    const int ShortestPart = 3;

    readonly HashSet<string> _whole = new(StringComparer.Ordinal);
    readonly (string Spelling, ulong Letters)[] _own;
    readonly (string Spelling, ulong Letters)[] _business;

    /// <summary>Spellings, whole and cut to their stems, by what they are a spelling of.</summary>
    readonly Dictionary<string, string> _stems = new(StringComparer.Ordinal);

    /// <param name="words">The company's own words, whole.</param>
    /// <param name="stems">Their stems.</param>
    /// <param name="business">Stems of the words of business.</param>
    public Spellings(IEnumerable<string> words, IEnumerable<string> stems, IEnumerable<string> business)
    {
        foreach (var stem in stems)
            _stems.TryAdd(stem, stem);
        foreach (var word in words)
        {
            _whole.Add(word);
            _stems.TryAdd(word, Words.Stem(word));
        }

        _own = WithLetters(_stems.Keys);
        string[] others = [.. business.Where(stem => _stems.TryAdd(stem, stem))];
        _business = WithLetters(others);
    }

    static (string Spelling, ulong Letters)[] WithLetters(IEnumerable<string> spellings) =>
        [.. spellings.Where(spelling => spelling.Length >= ShortestMisspelt - 1 && !char.IsAsciiDigit(spelling[0])).Select(spelling => (spelling, Letters(spelling)))];

    /// <summary>The words that were probably meant: one cut short, or one with a letter or two wrong.</summary>
    public IEnumerable<(string Stem, Likeness Likeness)> Near(string word)
    {
        var stem = Words.Stem(word);
        if (stem.Length < ShortestCut)
            return [];
        if (word.Length <= LongestAbbreviation || stem.Length is >= ShortestHalf and <= LongestCut)
        {
            string[] cut = [.. _own.Where(known => known.Spelling.Length >= stem.Length + 3 && known.Spelling.StartsWith(stem, StringComparison.Ordinal)).Select(known => _stems[known.Spelling]).Distinct().Take(MostMeant + 1)];
            if (cut.Length is > 0 and <= MostMeant)
                return cut.Select(meant => (meant, Likeness.Short));
        }

        if (stem.Length < ShortestMisspelt)
            return [];
        // A wrong letter may stand in the ending, so that the word has none any more.
        var meant = Misspelt(stem, _own);
        if (meant.Count is 0 && word != stem)
            meant = Misspelt(word, _own);
        if (meant.Count is 0)
            meant = Misspelt(stem, _business);
        return meant.Select(known => _stems[known]).Distinct().Select(known => (known, Likeness.Misspelt));
    }

    /// <summary>The words that a run of letters without blanks is made of; null when it is none. A part may be small.</summary>
    public IReadOnlyList<string>? Apart(string word)
    {
        // What is a slip of the keys away from one of our words is that word.
        if (word.Length < 2 * ShortestPart || !word.All(char.IsLetter) || Misspelt(Words.Stem(word), _own).Count > 0)
            return null;
        // The way with the fewest parts, from the end.
        var best = new string[]?[word.Length + 1];
        best[word.Length] = [];
        for (var at = word.Length - 1; at >= 0; at--)
        {
            for (var end = Math.Min(word.Length, at + 24); end > at; end--)
            {
                if (best[end] is not { } rest || rest.Length >= 4 || !IsPart(word[at..end]))
                    continue;
                if (best[at] is null || best[at]!.Length > rest.Length + 1)
                    best[at] = [word[at..end], .. rest];
            }
        }

        return best[0] is { Length: > 1 } parts ? parts : null;
    }

    /// <summary>A word of the company's own, or a longer one of business; short ones are found in any run of letters.</summary>
    bool IsPart(string part) => part is "to" or "of" or "per" or "vs"
        || (part.Length >= ShortestPart && (_whole.Contains(part) || (part.Length > ShortestPart && _stems.ContainsKey(Words.Stem(part)))));

    /// <summary>The nearest words, if they are near enough for their length; of a short one, letters may be swapped, missing or too many.</summary>
    List<string> Misspelt(string stem, (string Spelling, ulong Letters)[] among)
    {
        var most = stem.Length >= ShortestLong ? 2 : 1;
        var letters = Letters(stem);
        List<string> nearest = [];
        var least = most;
        foreach (var (known, theirs) in among)
        {
            if (Math.Abs(known.Length - stem.Length) > least
                || System.Numerics.BitOperations.PopCount(letters ^ theirs) > 2 * least
                || (known[0] != stem[0] && !(known.Length > 2 && stem.Length > 2 && known[0] == stem[1] && known[1] == stem[0])))
                continue;
            var distance = Distance(stem, known, least);
            if (distance > least || (stem.Length < 6 && known.Length == stem.Length && !IsSwap(stem, known)))
                continue;
            if (distance < least)
                nearest.Clear();
            least = distance;
            nearest.Add(known);
        }

        return nearest.Select(known => _stems[known]).Distinct().Count() > MostMeant ? [] : nearest;
    }

    static bool IsSwap(string one, string other)
    {
        for (var at = 0; at + 1 < one.Length; at++)
        {
            if (one[at] != other[at])
                return one[at] == other[at + 1] && one[at + 1] == other[at] && one.AsSpan(at + 2).SequenceEqual(other.AsSpan(at + 2));
        }

        return false;
    }

    /// <summary>Letters to insert, delete, replace or swap with their neighbour; more than <paramref name="most"/> is only "more".</summary>
    static int Distance(string one, string other, int most)
    {
        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> last = stackalloc int[other.Length + 1];
        Span<int> row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
            last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1), Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most)
                return most + 1;
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[other.Length];
    }

    static ulong Letters(string word)
    {
        ulong letters = 0;
        foreach (var letter in word)
            letters |= 1UL << (letter % 64);
        return letters;
    }
}
