namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>
/// The numbers of one company, ready to be asked for. It never changes: a changed number makes a new index. Looking up
/// costs what the words of the question have in common with the numbers, and not how many numbers there are.
/// </summary>
public sealed class NumberIndex
{
    readonly SignTable _signs = new();

    /// <summary>By sign: the numbers that carry it.</summary>
    readonly int[][] _postings;

    /// <summary>By sign: whether it only says how is measured.</summary>
    readonly bool[] _measuring;
    readonly Spellings _spellings;

    /// <summary>The names that consist of small words, as stems, by their first.</summary>
    readonly Dictionary<string, List<string[]>> _namesByFirst = new(StringComparer.Ordinal);

    /// <param name="numbers">All that are active.</param>
    public NumberIndex(IEnumerable<AskableNumber> numbers)
    {
        (Languages, Lexicon) = (Vocabulary.BuiltIn.Languages, Vocabulary.BuiltIn.Lexicon);
        Reader = new QuestionReader(Languages);
        AskableNumber[] all = [.. numbers];
        var spoken = Reader.LanguageOf([.. all.SelectMany(number => Words.Of(number.Facts.Name))]);
        Entries = [.. all.Select(number => NumberEntry.Of(number, Lexicon, LanguageOf(number, spoken), _signs))];
        var postings = new List<int>?[_signs.Count];
        foreach (var (at, entry) in Entries.Index())
        {
            foreach (var sign in entry.Signs.Keys.Concat(entry.Around.Keys.Where(sign => !entry.Signs.ContainsKey(sign))))
                (postings[sign] ??= []).Add(at);
        }

        _postings = [.. postings.Select(list => list?.ToArray() ?? [])];
        _measuring = new bool[_signs.Count];
        foreach (var sign in Lexicon.Measuring.Select(_signs.Find).Where(sign => sign >= 0))
            _measuring[sign] = true;
        foreach (var name in Entries.SelectMany(entry => entry.SmallNames))
        {
            if (!_namesByFirst.TryGetValue(name[0], out var list))
                _namesByFirst.Add(name[0], list = []);
            list.Add(name);
        }

        var named = Entries.SelectMany(entry => entry.Names).SelectMany(name => name.Terms).Where(term => !term.IsFigure).ToArray();
        _spellings = new Spellings(
            named.Select(term => term.Text),
            named.SelectMany(term => term.Signs).Where(sign => sign.Likeness is Likeness.Word).Select(sign => sign.Key),
            Lexicon.KnownWords);
    }

    internal IReadOnlyList<NumberEntry> Entries { get; }

    internal IReadOnlyList<Language> Languages { get; }

    internal Lexicon Lexicon { get; }

    internal QuestionReader Reader { get; }

    /// <summary>The numbers that carry a sign.</summary>
    internal int[] With(int sign) => _postings[sign];

    internal bool IsMeasuring(int sign) => _measuring[sign];

    /// <summary>The number of a sign; -1: no number carries it.</summary>
    internal int IdOf(Sign sign) => _signs.Find(sign.Key);

    /// <summary>How many numbers carry a sign.</summary>
    int CountOf(string sign) => _signs.Find(sign) is >= 0 and var id ? _postings[id].Length : 0;

    internal SaidTerm[] Said(IReadOnlyList<Term> terms) =>
    [
        .. terms.Select(term => new SaidTerm(
            term,
            [.. term.Signs.Select(sign => new SaidSign(IdOf(sign), sign.Strength, sign.Likeness is Likeness.Word)).Where(sign => sign.Id >= 0)])),
    ];

    internal NumberEntry? Find(string id) => Entries.FirstOrDefault(entry => entry.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The terms of a question's words; what nobody knows is taken for a slip of the keys, where one is likely.</summary>
    internal List<Term> TermsOf(IReadOnlyList<Word> words, Language language, List<string> reasons)
    {
        // Phrases are found first, for they hold small words; what is left of these says nothing.
        Word[] apart = [.. words.SelectMany(word => language.SaysNothing(word.Text) ? [word] : Apart(word))];
        List<int> from = [];
        var terms = Lexicon.Read(apart, language.Name, from);
        AddJoined(terms);
        var spelt = SpeltOut(apart);
        terms = [.. terms.Where((term, index) => spelt[from[index]] || !language.SaysNothing(term.Written))];
        foreach (var term in terms.Where(term => !term.IsFigure))
        {
            if (term.Text.Length is >= 2 and <= 7)
                term.Add(new Sign("@" + Words.Acronym(term.Text), Likeness.Initials));
            if (IsKnown(term))
                continue;
            foreach (var (stem, likeness) in _spellings.Near(term.Text))
            {
                term.Add(new Sign(stem, likeness));
                reasons.Add(likeness is Likeness.Short ? $"\"{term.Text}\" is short for \"{stem}\"" : $"\"{term.Text}\" read as \"{stem}\"");
            }

            // A misspelt word of business means what the word means.
            foreach (var sign in term.Signs.Where(sign => sign.Likeness is Likeness.Misspelt).ToArray())
            {
                foreach (var meant in Lexicon.Read([new Word(sign.Key, 0, 0, false)], language.Name, []).SelectMany(read => read.Signs).Where(read => read.Likeness is Likeness.Meaning))
                    term.Add(meant with { Likeness = Likeness.Misspelt });
            }
        }

        AddSpeltOut(terms);
        return terms;
    }

    /// <summary>Whether any number has anything of the word.</summary>
    internal bool Knows(Term term) => term.Signs.Any(sign => CountOf(sign.Key) > 0);

    bool IsKnown(Term term) => term.Signs.Any(sign => CountOf(sign.Key) > 0) || term.Signs.Any(sign => sign.Likeness is Likeness.Meaning);

    /// <summary><c>winrate</c> is two words, where nobody knows it as one.</summary>
    IEnumerable<Word> Apart(Word word) => CountOf(Words.Stem(word.Text)) > 0 || Lexicon.Knows(word.Text) || _spellings.Apart(word.Text) is not { } parts
        ? [word]
        : parts.Select(part => word with { Text = part });

    /// <summary>"Pay back" is "payback", where a number is called so.</summary>
    void AddJoined(List<Term> terms)
    {
        for (var at = 0; at + 1 < terms.Count; at++)
        {
            var joined = Words.Stem(terms[at].Text + terms[at + 1].Text);
            if (CountOf(joined) is 0)
                continue;
            terms[at].Add(new Sign(joined, Likeness.Word));
            terms[at + 1].Add(new Sign(joined, Likeness.Word));
        }
    }

    /// <summary>Which words say the name of a number in full: there, the small ones count ("take rate", "like for like").</summary>
    bool[] SpeltOut(Word[] words)
    {
        var spelt = new bool[words.Length];
        for (var at = 0; at < words.Length; at++)
        {
            foreach (var name in _namesByFirst.GetValueOrDefault(Words.Stem(words[at].Text)) ?? [])
            {
                if (at + name.Length > words.Length || name.Where((stem, index) => Words.Stem(words[at + index].Text) != stem).Any())
                    continue;
                Array.Fill(spelt, true, at, name.Length);
            }
        }

        return spelt;
    }

    /// <summary>Words that spell an acronym out, for a number that is called by its initials.</summary>
    static void AddSpeltOut(List<Term> terms)
    {
        for (var start = 0; start < terms.Count; start++)
        {
            for (var length = 3; length <= 6 && start + length <= terms.Count; length++)
            {
                var run = terms.GetRange(start, length);
                var initials = new Sign("=" + string.Concat(run.Select(term => term.Text[0])), Likeness.Initials);
                foreach (var term in run)
                    term.Add(initials);
            }
        }
    }

    /// <summary>Of a number without a definition, the language that the names of all have together.</summary>
    Language LanguageOf(AskableNumber number, Language spoken) => number.Facts.Definition is { } definition
        ? Reader.LanguageOf(Words.Of(number.Facts.Name + " " + definition.Text))
        : spoken;
}
