namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>What words mean in all languages together: concepts, words of measuring, abbreviations, and the parts of compounds.</summary>
sealed class Lexicon
{
    public const double MeasuringWeight = 0.25;
    public const double FigureWeight = 0.7;
    public const double LightWeight = 0.6;
    public const double TellingWeight = 0.5;
    const int LongestPhrase = 6;
    const int ShortestCompound = 8;
    const int ShortestPart = 4;

    readonly Dictionary<string, List<Phrase>> _phrases = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _abbreviations = new(StringComparer.Ordinal);
    /// <summary>Languages that write compounds as one word.</summary>
    readonly HashSet<string> _compounding = new(StringComparer.Ordinal);
    readonly HashSet<string> _heads = new(StringComparer.Ordinal);
    readonly HashSet<string> _parts = new(StringComparer.Ordinal);
    readonly HashSet<string> _departments = new(StringComparer.Ordinal);
    readonly HashSet<string> _light = new(StringComparer.Ordinal);
    readonly HashSet<string> _measuring = new(StringComparer.Ordinal);
    readonly HashSet<string> _words = new(StringComparer.Ordinal);
    readonly Dictionary<string, decimal> _figures = new(StringComparer.Ordinal);

    public Lexicon(IReadOnlyList<LanguagePack> packs)
    {
        foreach (var pack in packs)
        {
            if (pack.CompoundHeads.Count > 0)
                _compounding.Add(pack.Language);
            _heads.UnionWith(pack.CompoundHeads.Select(Words.Fold));
            _parts.UnionWith(pack.CompoundParts.Select(Words.Fold));
            foreach (var (word, value) in pack.Figures)
                _figures.TryAdd(Words.Fold(word), value);
            foreach (var (abbreviation, word) in pack.Abbreviations)
                _abbreviations.TryAdd(Words.Fold(abbreviation), Words.Fold(word));
        }

        _parts.UnionWith(_heads);
        _departments.UnionWith(packs.SelectMany(pack => pack.Departments).Select(Words.Fold).Select(Words.Stem));
        _light.UnionWith(packs.SelectMany(pack => pack.Light).Select(concept => "#" + concept));
        foreach (var pack in packs)
        {
            Learn(pack.Language, pack.Terms, "#", Likeness.Meaning, isMeasuring: false);
            Learn(pack.Language, pack.Kin, "~", Likeness.Kin, isMeasuring: false);
            Learn(pack.Language, pack.Generic, "#", Likeness.Meaning, isMeasuring: true);
            _measuring.UnionWith(pack.Generic.Keys.Select(concept => "#" + concept));
        }
    }

    /// <summary>Every word that a phrase has: what may be written without blanks, or misspelt.</summary>
    public IEnumerable<string> KnownWords => _words;

    /// <summary>Whether a stem is a word for departments in general, which their names may have or leave out.</summary>
    public bool MeansDepartment(string stem) => _departments.Contains(stem);

    /// <summary>Signs that only say how is measured.</summary>
    public IEnumerable<string> Measuring => _measuring;

    public bool Knows(string word) => _words.Contains(Words.Stem(word));

    /// <summary>Terms for the words, with their concepts; compounds are taken apart. Nothing is left out.</summary>
    /// <param name="language">Whose meaning a word has first; what means nothing in it is looked up in the others.</param>
    /// <param name="from">For each term, the word it was made from.</param>
    public List<Term> Read(IReadOnlyList<Word> words, string language, List<int> from)
    {
        List<Term> terms = [];
        for (var index = 0; index < words.Count; index++)
        {
            var parts = Split(words[index].Text, language);
            foreach (var part in parts)
            {
                var figure = _figures.TryGetValue(part, out var value) ? value.ToString(System.Globalization.CultureInfo.InvariantCulture) : part;
                var term = new Term(figure, words[index].Text);
                term.Add(new Sign(Words.Stem(figure), Likeness.Word));
                if (_abbreviations.TryGetValue(part, out var meant))
                    term.Add(new Sign(Words.Stem(meant), Likeness.Short));
                // Somebody who misspells a compound misspells it whole.
                if (parts.Count > 1)
                    term.Add(new Sign(Words.Stem(words[index].Text), Likeness.Word));
                terms.Add(term);
                from.Add(index);
            }
        }

        Mark(terms, phrase => phrase.Language == language);
        bool[] known = [.. terms.Select(term => term.Signs.Any(sign => sign.Likeness is Likeness.Meaning))];
        Mark(terms, phrase => phrase.Language != language, known);
        return terms;
    }

    /// <summary>The parts of a compound, if all of them are known, or the last one is and something is left before it.</summary>
    List<string> Split(string word, string language)
    {
        if (word.Length < ShortestCompound || !_compounding.Contains(language) || _parts.Contains(word))
            return [word];
        return SplitAll(word, 3) ?? SplitHead(word) ?? [word];
    }

    List<string>? SplitAll(string word, int most)
    {
        if (IsPart(word))
            return [word];
        if (most is 1)
            return null;
        for (var length = word.Length - ShortestPart + 1; length >= ShortestPart - 1; length--)
        {
            if (_parts.Contains(word[..length]) && SplitAll(word[length..], most - 1) is { } rest)
                return [Unlinked(word[..length]), .. rest];
        }

        return null;
    }

    List<string>? SplitHead(string word)
    {
        for (var length = ShortestPart; length <= word.Length - ShortestPart; length++)
        {
            var head = word[length..];
            if (IsHead(head))
                return [Unlinked(word[..length]), head];
        }

        return null;
    }

    bool IsPart(string word) => _parts.Contains(word) || _parts.Contains(Words.Stem(word)) || IsHead(word);

    bool IsHead(string word) => _heads.Contains(word) || (word.Length > ShortestPart && (_heads.Contains(word[..^1]) || (word.Length > 5 && _heads.Contains(word[..^2]))));

    /// <summary>The linking s of a compound's part says nothing; where the part is a word of its own with it, it stays.</summary>
    static string Unlinked(string part) => part.Length > ShortestPart && part.EndsWith('s') && !part.EndsWith("ss", StringComparison.Ordinal) ? part[..^1] : part;

    /// <summary>Adds the concepts of phrases to all their words.</summary>
    /// <param name="settled">Words that keep the meaning they have; none: all are open.</param>
    void Mark(List<Term> terms, Func<Phrase, bool> counts, bool[]? settled = null)
    {
        for (var at = 0; at < terms.Count; at++)
        {
            if (!_phrases.TryGetValue(Words.Stem(terms[at].Text), out var phrases))
                continue;
            foreach (var phrase in phrases)
            {
                if (!counts(phrase) || !IsAt(terms, at, phrase.Stems) || IsSettled(settled, at, phrase.Stems.Length))
                    continue;
                for (var index = at; index < at + phrase.Stems.Length; index++)
                {
                    terms[index].Add(phrase.Sign);
                    terms[index].IsMeasuring |= phrase.IsMeasuring;
                    terms[index].IsLight |= _light.Contains(phrase.Sign.Key);
                    terms[index].IsInPhrase |= !phrase.IsMeasuring && phrase.IsSeveralWords;
                }
            }
        }
    }

    static bool IsSettled(bool[]? settled, int at, int length)
    {
        for (var index = at; settled is not null && index < at + length; index++)
        {
            if (settled[index])
                return true;
        }

        return false;
    }

    static bool IsAt(List<Term> terms, int at, string[] stems)
    {
        if (at + stems.Length > terms.Count)
            return false;
        for (var index = 1; index < stems.Length; index++)
        {
            if (Words.Stem(terms[at + index].Text) != stems[index])
                return false;
        }

        return true;
    }

    void Learn(string language, IReadOnlyDictionary<string, IReadOnlyList<string>> concepts, string mark, Likeness likeness, bool isMeasuring)
    {
        foreach (var (concept, phrases) in concepts)
        {
            foreach (var phrase in phrases)
            {
                var words = Words.Of(phrase);
                string[] stems = [.. words.SelectMany(word => Split(word.Text, language)).Select(Words.Stem)];
                if (stems.Length is 0 or > LongestPhrase)
                    continue;
                if (!_phrases.TryGetValue(stems[0], out var list))
                    _phrases.Add(stems[0], list = []);
                list.Add(new Phrase(language, stems, new Sign(mark + concept, likeness), isMeasuring, words.Count > 1));
                _words.UnionWith(stems);
            }
        }
    }

    sealed record Phrase(string Language, string[] Stems, Sign Sign, bool IsMeasuring, bool IsSeveralWords);
}
