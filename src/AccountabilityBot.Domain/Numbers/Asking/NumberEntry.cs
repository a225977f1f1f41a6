namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>One number in the index: the terms of each of its names, and what else may be said of it.</summary>
sealed class NumberEntry
{
    const int LongestInitials = 6;

    public required AskableNumber Number { get; init; }

    /// <summary>Its name, its aliases, and its name without what stands in brackets.</summary>
    public required IReadOnlyList<NameShape> Names { get; init; }

    /// <summary>Every sign of its names, with the best strength.</summary>
    public Dictionary<int, double> Signs { get; } = [];

    /// <summary>Signs of the words of its definition.</summary>
    public Dictionary<int, double> Around { get; } = [];

    /// <summary>Signs of the words of its department; they tell only in a question that names the department.</summary>
    public HashSet<int> Department { get; } = [];

    /// <summary>The stems of its department's name, small words included.</summary>
    public string[] DepartmentName { get; private init; } = [];

    /// <summary>Stems of the names that consist of small words, which a question must say in full: "like for like".</summary>
    public IReadOnlyList<string[]> SmallNames { get; private init; } = [];

    public string Id => Number.Facts.Id;

    public static NumberEntry Of(AskableNumber number, Lexicon lexicon, Language language, SignTable table)
    {
        var facts = number.Facts;
        List<Term[]> names = [];
        foreach (var spelling in facts.Spellings)
        {
            names.Add(TermsOf(spelling, lexicon, language));
            if (Bracketed(spelling) is { } bracket)
            {
                names.Add(TermsOf(spelling.Replace(bracket, " ", StringComparison.Ordinal), lexicon, language));
                // An acronym in brackets is another name; a remark (rolling 12 months) is not.
                if (Words.Of(bracket) is [{ IsCapitals: true }])
                    names.Add(TermsOf(bracket, lexicon, language));
            }
        }

        var entry = new NumberEntry
        {
            Number = number,
            Names = [.. names.Where(name => name.Length > 0).Select(name => new NameShape(name, table))],
            DepartmentName = [.. Words.Of(facts.Department ?? "").Select(word => Words.Stem(word.Text)).Where(stem => !lexicon.MeansDepartment(stem))],
            SmallNames = [.. names.Where(name => name.Length > 1 && name.Any(term => language.IsFiller(term.Written))).Select(name => name.Select(term => Words.Stem(term.Text)).ToArray())],
        };
        foreach (var sign in names.SelectMany(name => name).SelectMany(term => term.Signs))
            Add(entry.Signs, sign);
        foreach (var sign in Loose(facts.Department, lexicon, language))
            entry.Department.Add(table.IdFor(sign.Key));
        foreach (var sign in Loose(facts.Definition?.Text, lexicon, language).Where(sign => sign.Likeness is Likeness.Word or Likeness.Meaning))
            Add(entry.Around, sign);
        return entry;

        void Add(Dictionary<int, double> signs, Sign sign) =>
            signs[table.IdFor(sign.Key)] = Math.Max(signs.GetValueOrDefault(table.IdFor(sign.Key)), sign.Strength);
    }

    static IEnumerable<Sign> Loose(string? text, Lexicon lexicon, Language language) =>
        text is null ? [] : TermsOf(text, lexicon, language, initials: false).Where(term => term.IsTelling).SelectMany(term => term.Signs);

    static Term[] TermsOf(string text, Lexicon lexicon, Language language, bool initials = true)
    {
        var words = Words.Of(text);
        List<int> from = [];
        var terms = lexicon.Read(words, language.Name, from);
        bool[] kept = [.. terms.Select(term => !language.IsFiller(term.Written))];
        MarkHead(terms, kept, [.. from.Select(index => words[index].Clause)]);
        if (initials)
        {
            AddInitials(terms);
            if (kept.Contains(false))
                AddInitials([.. terms.Where((_, index) => kept[index])]);
            foreach (var (index, term) in terms.Index().Where(entry => words[from[entry.Index]].IsCapitals))
                term.Add(new Sign("=" + Words.Acronym(term.Text), Likeness.Initials));
        }

        // A name of small words and words of measuring alone ("take rate", "like for like") is all that it has.
        return terms.Where((term, index) => kept[index] && term.IsTelling).Any() ? [.. terms.Where((_, index) => kept[index])] : [.. terms];
    }

    /// <summary>
    /// "Security impact on net ARR" is an impact: what stands before the first small word or comma names the number, what
    /// comes after narrows it. Words of measuring in front (number of, percent of) name nothing.
    /// </summary>
    static void MarkHead(List<Term> terms, bool[] kept, int[] clauses)
    {
        var named = false;
        for (var index = 0; index < terms.Count; index++)
        {
            if (named && (!kept[index] || clauses[index] != clauses[index - 1]))
                return;
            terms[index].IsHead = kept[index];
            named |= kept[index] && terms[index].IsTelling;
        }
    }

    /// <summary>Every run of two to six words may be said by its initials.</summary>
    static void AddInitials(List<Term> terms)
    {
        for (var start = 0; start < terms.Count; start++)
        {
            for (var length = 2; length <= LongestInitials && start + length <= terms.Count; length++)
            {
                var run = terms.Skip(start).Take(length).ToArray();
                if (run.Any(term => term.IsFigure))
                    break;
                // Two letters are many words' initials; only a whole name of two words is called so.
                var initials = new Sign("@" + string.Concat(run.Select(term => term.Text[0])), length is 2 && terms.Count > 2 ? Likeness.Kin : Likeness.Initials);
                foreach (var term in run)
                    term.Add(initials);
            }
        }
    }

    static string? Bracketed(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = text.IndexOf(')', Math.Max(0, open));
        return open >= 0 && close > open ? text[open..(close + 1)] : null;
    }
}
