using System.Globalization;
using System.Text;

namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>One word of a text.</summary>
/// <param name="Text">Folded: lower case, no diacritics.</param>
/// <param name="Clause">Which part between punctuation it stands in, from 0.</param>
/// <param name="Start">Where it begins in the text it was read from.</param>
/// <param name="IsCapitals">Written in capitals alone, as acronyms are.</param>
/// <param name="Sentence">Which sentence it stands in, from 0.</param>
readonly record struct Word(string Text, int Clause, int Start, bool IsCapitals, int Sentence = 0);

/// <summary>Takes text apart, the same way whoever wrote it: a person in a hurry, a registry, a language pack.</summary>
static class Words
{
    /// <summary>Longer words are no words: nobody is helped by comparing them letter by letter.</summary>
    const int LongestWord = 40;

    static readonly HashSet<string> _shortened = new(StringComparer.Ordinal) { "vs", "avg", "no", "nr", "ca", "incl", "excl", "min", "max", "qty", "pct", "resp" };

    public static List<Word> Of(string text)
    {
        List<Word> words = [];
        var (clause, sentence) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            var letter = text[at];
            if (!IsPart(letter))
            {
                if (letter is '%')
                    words.Add(new Word("percent", clause, at, false, sentence));
                if (EndsClause(text, at) && words.Count > 0)
                {
                    clause += words[^1].Clause == clause ? 1 : 0;
                    sentence += words[^1].Sentence == sentence && letter is '.' or '?' or '!' or ';' or '\n' ? 1 : 0;
                }

                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && (IsPart(text[at]) || IsInsideFigure(text, at)))
                at++;
            Add(text[start..at], start);
        }

        return words;

        void Add(string written, int start)
        {
            var isCapitals = written.Length > 1 && written.Count(char.IsUpper) >= written.Length - (written[^1] is 's' ? 1 : 0) && written.Any(char.IsLetter);
            foreach (var part in Parts(Fold(written)))
                words.Add(new Word(part.Length > LongestWord ? part[..LongestWord] : part, clause, start, isCapitals, sentence));
        }
    }

    /// <summary>Lower case without diacritics; ß is ss.</summary>
    public static string Fold(string text)
    {
        var isPlain = true;
        foreach (var letter in text)
            isPlain &= letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.';
        if (isPlain)
            return text;
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
                continue;
            folded.Append(letter is 'ß' ? "ss" : char.ToLowerInvariant(letter).ToString());
        }

        return folded.ToString();
    }

    /// <summary>
    /// The part of a word that its inflections share, in any of the languages we read: plural endings, -ing and -ed, German
    /// -e, -en and -n. It joins more than grammar would; both sides of a comparison are cut alike.
    /// </summary>
    public static string Stem(string word)
    {
        if (word.Length < 4 || char.IsAsciiDigit(word[0]))
            return word;
        var stem = Singular(word);
        stem = Without(stem, "ing", 4) ?? Without(stem, "ed", 4) ?? Without(stem, "en", 4) ?? Without(stem, "e", 3) ?? Without(stem, "n", 5, unless: "on") ?? stem;
        if (stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l' or 'e'))
            stem = stem[..^1];
        return stem[^1] is 'y' ? stem[..^1] + 'i' : stem;
    }

    /// <summary>MQLs is MQL.</summary>
    public static string Acronym(string word) => word.Length > 3 && word[^1] is 's' ? word[..^1] : word;

    static string Singular(string word) => word switch
    {
        [.., 'c', 'o', 'e', 's'] when word.Length > 5 => word[..^3] + "ao",
        [.., 'o', 'e', 's'] when word.Length > 5 => word[..^3] + "ao",
        [.., 'i', 'e', 's'] when word.Length > 4 => word[..^3] + "y",
        [.., 's', 's', 'e', 's'] => word[..^2],
        [.., 'e', 'a', 'u', 'x'] => word[..^1],
        [.., 'a', 'u', 'x'] when word.Length > 4 => word[..^3] + "al",
        [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => word,
        [.., 's'] => word[..^1],
        _ => word,
    };

    static string? Without(string word, string ending, int least, string? unless = null) =>
        word.Length - ending.Length >= least && word.EndsWith(ending, StringComparison.Ordinal) && (unless is null || !word.EndsWith(unless, StringComparison.Ordinal))
            ? word[..^ending.Length]
            : null;

    static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark;

    /// <summary>The point in 1.5 and the comma in 1,000 belong to the figure.</summary>
    static bool IsInsideFigure(string text, int at) =>
        text[at] is '.' or ',' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    static bool EndsClause(string text, int at) => text[at] switch
    {
        // The point of an ordinal (1. February) ends nothing.
        '.' => at > 0 && (!char.IsAsciiDigit(text[at - 1])) && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])) && !IsShortened(text, at),
        '?' or '!' or ';' or ':' or ',' or '\n' or '–' or '—' or '(' or ')' => true,
        '-' => at > 0 && at + 1 < text.Length && text[at - 1] is ' ' && text[at + 1] is ' ',
        _ => false,
    };

    /// <summary>The point of "vs." and "avg." ends nothing either.</summary>
    static bool IsShortened(string text, int at) => _shortened.Contains(text[(text.LastIndexOf(' ', at - 1) + 1)..at].ToLowerInvariant());

    /// <summary><c>mql2sql</c> is three words, <c>100km</c> two, and 1,000 is 1000.</summary>
    static IEnumerable<string> Parts(string word)
    {
        if (word.All(char.IsAsciiLetter))
            return [word];
        if (char.IsAsciiDigit(word[0]))
        {
            var figure = word.TakeWhile(letter => char.IsAsciiDigit(letter) || letter is '.' or ',').Count();
            var unit = word[figure..];
            var plain = Figure(word[..figure]);
            return unit.Length is 0 ? [plain] : [plain, unit];
        }

        var two = word.IndexOf('2', StringComparison.Ordinal);
        return two > 0 && two < word.Length - 1 && word.Count(char.IsAsciiDigit) is 1 && word.All(char.IsLetterOrDigit)
            ? [word[..two], "to", word[(two + 1)..]]
            : [word];
    }

    /// <summary>A comma before three digits stands between thousands, any other before decimals.</summary>
    static string Figure(string written)
    {
        var comma = written.LastIndexOf(',');
        if (comma < 0)
            return written;
        return written.Length - comma - 1 is 3 ? written.Replace(",", "", StringComparison.Ordinal) : written.Replace(',', '.');
    }
}
