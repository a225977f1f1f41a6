using System.Globalization;

namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>A language pack made ready for reading.</summary>
sealed class Language
{
    static readonly string[] _asking = ["own", "define", "value", "history"];

    /// <summary>By kind, and by the word that a match begins with; under "", those that may begin with any.</summary>
    readonly Dictionary<string, Dictionary<string, List<Cue>>> _cues = new(StringComparer.Ordinal);

    readonly HashSet<string> _filler;
    readonly HashSet<string> _trouble;
    readonly HashSet<string> _interrogatives;
    readonly HashSet<string> _figureCues;
    readonly HashSet<string> _calendar;
    readonly HashSet<string> _voices;
    readonly HashSet<string> _marks;

    public Language(LanguagePack pack)
    {
        Pack = pack;
        _filler = Folded(pack.Filler);
        _trouble = Folded(pack.Trouble);
        _interrogatives = Folded(pack.Interrogatives.Where(phrase => !phrase.Contains(' ', StringComparison.Ordinal)));
        Pronouns = Folded(pack.Pronouns);
        _voices = Folded(pack.Voices);
        Recipients = Folded(pack.Recipients);
        Messages = Folded(pack.Messages);
        Dates = Folded(pack.Dates.Select(phrase => phrase.Split(' ')[0]));
        Ambiguous = Stems(pack.Ambiguous);
        FollowUpSubjects = Stems(pack.FollowUpSubjects);
        foreach (var (kind, patterns) in pack.Cues)
            _cues.Add(kind, ByBeginning(patterns.Select(pattern => Cue.Parse(kind, pattern))));
        _figureCues = Folded(pack.Cues["target"].Concat(pack.Cues["valued"]).SelectMany(pattern => pattern.Split([' ', '|', '(', ')', '?', '…'], StringSplitOptions.RemoveEmptyEntries)));
        var calendar = CultureInfo.GetCultureInfo(pack.Language).DateTimeFormat;
        _calendar = Folded([.. calendar.MonthNames, .. calendar.AbbreviatedMonthNames, .. calendar.DayNames, .. calendar.MonthGenitiveNames]);
        _calendar.Remove("");
        _marks = [.. _filler, .. _interrogatives];
    }

    public LanguagePack Pack { get; }

    public string Name => Pack.Language;

    public HashSet<string> Pronouns { get; }

    public HashSet<string> Recipients { get; }

    public HashSet<string> Messages { get; }

    public HashSet<string> Dates { get; }

    public HashSet<string> Ambiguous { get; }

    public HashSet<string> FollowUpSubjects { get; }

    public bool IsFiller(string word) => _filler.Contains(word);

    /// <summary>Whether it says nothing about which number is meant.</summary>
    public bool SaysNothing(string word) => _filler.Contains(word) || _trouble.Contains(word) || _interrogatives.Contains(word);

    /// <summary>Whether somebody tells what happens to them.</summary>
    public bool IsVoice(string word) => _voices.Contains(word);

    /// <summary>Whether it only says that a number is named by its target or by what it stands at.</summary>
    public bool PointsToFigure(string word) => _figureCues.Contains(word);

    /// <summary>A month or a day of the week.</summary>
    public bool IsCalendarWord(string word) => _calendar.Contains(word);

    public bool IsInterrogative(string word) => _interrogatives.Contains(word);

    /// <summary>How many words of a text only make sense in this language.</summary>
    public int MarksIn(IReadOnlyList<Word> words) => words.Sum(word => _interrogatives.Contains(word.Text) ? 3 : _marks.Contains(word.Text) ? 1 : 0);

    /// <summary>How much of a text is a way of asking in this language. Small words are the same in several; how something is asked is not.</summary>
    public int AsksIn(IReadOnlyList<Word> words) => _asking.Sum(kind => Find(kind, words)?.Evidence ?? 0);

    /// <summary>The longest match of a kind of cue anywhere; the earlier one of two alike.</summary>
    public CueMatch? Find(string kind, IReadOnlyList<Word> words)
    {
        CueMatch? best = null;
        if (!_cues.TryGetValue(kind, out var cues))
            return null;
        var everywhere = cues.GetValueOrDefault("") ?? [];
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var cue in (cues.GetValueOrDefault(words[at].Text) ?? []).Concat(everywhere))
            {
                if (cue.MatchAt(words, at) is { } match && (best is null || match.Evidence > best.Evidence))
                    best = match;
            }
        }

        return best;
    }

    static Dictionary<string, List<Cue>> ByBeginning(IEnumerable<Cue> cues)
    {
        var byBeginning = new Dictionary<string, List<Cue>>(StringComparer.Ordinal);
        foreach (var cue in cues)
        {
            foreach (var beginning in cue.Beginnings ?? [""])
            {
                if (!byBeginning.TryGetValue(beginning, out var list))
                    byBeginning.Add(beginning, list = []);
                list.Add(cue);
            }
        }

        return byBeginning;
    }

    static HashSet<string> Folded(IEnumerable<string> words) => [.. words.Select(Words.Fold)];

    static HashSet<string> Stems(IEnumerable<string> words) => [.. words.Select(Words.Fold).Select(Words.Stem)];
}
