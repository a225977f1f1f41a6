namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>Reads a sentence: its language, what it wants, and the words that name the number.</summary>
sealed class QuestionReader(IReadOnlyList<Language> languages)
{
    /// <summary>What is longer is no question any more; the rest is not read.</summary>
    public const int MostWords = 120;

    /// <summary>In which order wishes are looked for: what is dangerous first, then what says the most.</summary>
    static readonly (string Cue, Wish Wish)[] _commands = [("passOn", Wish.PassOn), ("handOver", Wish.HandOver)];

    static readonly Cue _bare = Cue.Parse("own", "who");

    public Reading Read(string text)
    {
        // Brackets in a question belong to a name; nothing moves, so that what is quoted stays where it was.
        text = text.Replace('(', ' ').Replace(')', ' ');
        var words = Words.Of(text);
        if (words.Count > MostWords)
            words.RemoveRange(MostWords, words.Count - MostWords);
        var language = LanguageOfQuestion(words);
        return Refused(words, language)
            ?? Command(text, words, language)
            ?? Question(text, words, language)
            ?? Otherwise(words, language);
    }

    /// <summary>The language whose small words a text has most of; the first one (English) where none says anything.</summary>
    public Language LanguageOf(IReadOnlyList<Word> words) => languages.MaxBy(language => language.MarksIn(words))!;

    Language LanguageOfQuestion(List<Word> words) => languages.MaxBy(language => language.MarksIn(words) + (2 * language.AsksIn(words)))!;

    Reading? Refused(List<Word> words, Language language)
    {
        foreach (var kind in (string[])["override", "harvest", "private"])
        {
            // Somebody who tries may mix languages; a word for something private may be an innocent one in another.
            foreach (var spoken in kind is "private" ? [language, languages[0]] : languages)
            {
                if (spoken.Find(kind, words) is { } match)
                    return new Reading(Wish.Refused, language, [], [], false, false) { Recognised = Quote(words, match) };
            }
        }

        return null;
    }

    static Reading? Command(string text, List<Word> words, Language language)
    {
        if (words.Count is 0 || language.IsInterrogative(words[0].Text))
            return null;
        foreach (var (kind, wish) in _commands)
        {
            if (language.Find(kind, words) is not { } match)
                continue;
            // "Conversion, who is the owner?" asks; "make Bo the owner" does not.
            if (wish is Wish.HandOver && words[..match.End].Exists(word => language.IsInterrogative(word.Text)))
                continue;
            List<Word> gap = match.HasGap ? words[match.GapStart..match.GapEnd] : [];
            var rest = words[match.End..];
            return wish is Wish.PassOn ? PassOn(text, words, language, match, gap, rest) : HandOver(text, words, language, match, gap, rest);
        }

        return null;
    }

    static Reading PassOn(string text, List<Word> words, Language language, CueMatch match, List<Word> gap, List<Word> rest)
    {
        var at = rest.FindIndex(word => language.Messages.Contains(word.Text));
        var named = at < 0 ? rest : rest[..at];
        // Teams shows no difference between "tell the owner of X that …" and "let the X owner know that …".
        return new Reading(Wish.PassOn, language, [.. gap, .. named], [], false, false)
        {
            Recognised = Quote(words, match),
            Message = at >= 0 && at + 1 < rest.Count ? text[rest[at + 1].Start..].Trim() : null,
        };
    }

    /// <summary>
    /// "Hand X over to Bo", "make Bo the owner of X", "Bo will own X": the cue's last word and its gap say which side is who.
    /// </summary>
    static Reading HandOver(string text, List<Word> words, Language language, CueMatch match, List<Word> gap, List<Word> rest)
    {
        var (when, others) = Dated(text, rest, language);
        var (whenInGap, undatedGap) = Dated(text, gap, language);
        (when, gap) = (when ?? whenInGap, undatedGap);
        List<Word> subject, person;
        if (language.Recipients.Contains(words[match.End - 1].Text))
            (subject, person) = (gap, others);
        else if (gap.Count > 0)
            (subject, person) = (others, gap);
        else if (others.FindLastIndex(word => language.Recipients.Contains(word.Text)) is > 0 and var to)
            (subject, person) = (others[..to], others[(to + 1)..]);
        else
            (subject, person) = (others, words[..match.Start]);
        return new Reading(Wish.HandOver, language, subject, [], false, false) { Recognised = Quote(words, match), Person = Written(text, person), When = when };
    }

    /// <summary>Cuts off the words about a day: what follows "from" and names a month, a weekday or a figure.</summary>
    static (string? When, List<Word> Others) Dated(string text, List<Word> words, Language language)
    {
        for (var at = 0; at < words.Count - 1; at++)
        {
            if (language.Dates.Contains(words[at].Text) && words.Skip(at + 1).Take(3).Any(word => char.IsAsciiDigit(word.Text[0]) || language.IsCalendarWord(word.Text)))
                return (Written(text, words[at..]), words[..at]);
        }

        return (null, words);
    }

    Reading? Question(string text, List<Word> words, Language language)
    {
        if (language.Find("smallTalk", words) is { Start: 0 } && Telling(words, language).Count is 0)
            return null;
        var own = Find("own", words, language);
        var history = Find("history", words, language);
        var startsWithAnd = Find("followUp", words, language) is { Start: 0 } start ? start : null;
        if (history is not null && (own is null || history.Evidence >= own.Evidence || Overlap(history, own)))
            return About(Wish.History, text, words, language, history, startsWithAnd);
        if (own is not null)
            return About(Wish.Owner, text, words, language, own, startsWithAnd);

        var define = Find("define", words, language);
        var value = Find("value", words, language);
        var now = Find("now", words, language);
        if (value is not null && (define is null || value.Evidence > define.Evidence || now is not null))
            return About(Wish.Value, text, words, language, value, startsWithAnd);
        if (define is not null)
            return About(now is null ? Wish.Definition : Wish.Value, text, words, language, define, startsWithAnd);
        if (startsWithAnd is not null)
            return About(Wish.FollowUp, text, words, language, startsWithAnd, startsWithAnd);
        // "winrate, who?": the bare word asks.
        var bare = words.FindIndex(word => language.IsInterrogative(word.Text));
        return bare < 0 ? null : About(Wish.Owner, text, words, language, new CueMatch(_bare, bare, bare + 1, -1, -1), null);
    }

    /// <summary>Cues are looked for in the sentence's own language, and in English, which offices mix in.</summary>
    CueMatch? Find(string kind, List<Word> words, Language language) =>
        language.Find(kind, words) ?? (language == languages[0] ? null : languages[0].Find(kind, words));

    static bool Overlap(CueMatch one, CueMatch other) => one.Start < other.End && other.Start < one.End;

    Reading About(Wish wish, string text, List<Word> words, Language language, CueMatch match, CueMatch? startsWithAnd)
    {
        var clause = words[match.Start].Clause;
        var lastClause = words[match.End - 1].Clause;
        var spoken = startsWithAnd is not null && startsWithAnd != match && startsWithAnd.End <= match.Start ? startsWithAnd.End : 0;
        List<Word> gap = match.HasGap ? words[match.GapStart..match.GapEnd] : [];
        List<Word> after = [.. gap, .. words[match.End..].Where(word => word.Clause == clause || word.Clause == lastClause)];
        List<Word> before = [.. words[spoken..match.Start].Where(word => word.Clause == clause)];
        List<Word> elsewhere = [.. words.Where(word => word.Clause != clause && word.Clause != lastClause)];

        var (subject, aside, story) = Choose(after, before, elsewhere, language);
        if (wish is Wish.History)
            subject = WithoutDates(subject, language);
        if (wish is Wish.History && subject.FindIndex(word => language.Dates.Contains(word.Text)) is > 0 and var date && Telling(subject[..date], language).Count > 0)
            (subject, aside) = (subject[..date], [.. subject[date..], .. aside]);
        var reading = new Reading(wish, language, subject, aside, Find("target", words, language) is not null, Find("valued", words, language) is not null)
        {
            Recognised = Quote(words, match),
            IsStory = story,
            IsNarrowed = IsNarrowed(words, match, language),
            PointsBack = words.Any(word => language.Pronouns.Contains(word.Text)),
            When = wish is Wish.History ? Written(text, [.. words[match.End..].SkipWhile(word => !language.Dates.Contains(word.Text))]) : null,
        };

        var telling = Telling(subject, language);
        var hasContent = telling.Count > 0 && !telling.All(word => language.FollowUpSubjects.Contains(Words.Stem(word.Text)));
        var isFollowUp = wish is Wish.FollowUp
            || (!hasContent && (reading.PointsBack || startsWithAnd is not null))
            || (startsWithAnd is not null && reading.PointsBack);
        return isFollowUp ? reading with { Wish = Wish.FollowUp } : reading;
    }

    /// <summary>"Staff turnover, stores": what follows behind a comma narrows what was named; a new sentence does not.</summary>
    static bool IsNarrowed(List<Word> words, CueMatch match, Language language)
    {
        var last = words[match.End - 1];
        var behind = words.FindAll(word => word.Clause > last.Clause && word.Sentence == last.Sentence);
        return Telling(behind, language).Count > 0 && !behind.Exists(word => language.IsVoice(word.Text));
    }

    /// <summary>Without "in March" and "im letzten Jahr", wherever they stand.</summary>
    static List<Word> WithoutDates(List<Word> words, Language language)
    {
        List<Word> left = [];
        for (var at = 0; at < words.Count; at++)
        {
            var last = language.Dates.Contains(words[at].Text) ? words.FindLastIndex(Math.Min(words.Count - 1, at + 3), Math.Min(words.Count - 1, at + 3) - at, word => language.IsCalendarWord(word.Text) || char.IsAsciiDigit(word.Text[0])) : -1;
            if (last > at)
                at = last;
            else if (!language.IsCalendarWord(words[at].Text))
                left.Add(words[at]);
        }

        return left;
    }

    /// <summary>
    /// The subject is what follows the cue; else what comes before it; else what the other clauses tell. It is a story when
    /// somebody speaks of themselves in it.
    /// </summary>
    static (List<Word> Subject, List<Word> Aside, bool Story) Choose(List<Word> after, List<Word> before, List<Word> elsewhere, Language language)
    {
        var isStory = after.Concat(before).Concat(elsewhere).Any(word => language.IsVoice(word.Text));
        if (Telling(after, language).Count > 0)
            return (after, [.. before, .. elsewhere], isStory);
        if (Telling(before, language).Count > 0)
            return (before, elsewhere, isStory);
        // A name may consist of small words alone.
        return Telling(elsewhere, language).Count > 0 ? (elsewhere, [], isStory) : (after, [], isStory);
    }

    static Reading Otherwise(List<Word> words, Language language)
    {
        var isTalk = language.Find("smallTalk", words) is { Start: 0 } talk && Telling(words[talk.End..], language).Count < 4;
        return isTalk || Telling(words, language).Count is 0
            ? new Reading(Wish.Other, language, [], [], false, false)
            : new Reading(Wish.Owner, language, words, [], false, false);
    }

    /// <summary>Without the words that say nothing.</summary>
    static List<Word> Telling(IEnumerable<Word> words, Language language) =>
        [.. words.Where(word => !language.SaysNothing(word.Text))];

    static string Quote(List<Word> words, CueMatch match) => string.Join(' ', words[match.Start..match.End].Select(word => word.Text));

    static string? Written(string text, List<Word> words) =>
        words.Count is 0 ? null : text[words[0].Start..Math.Min(text.Length, words[^1].Start + words[^1].Text.Length)].Trim();
}
