namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>
/// Finds the number that somebody asks for. It is deterministic and keeps its reasons: the same question over the same
/// numbers has the same answer, and <see cref="QuestionAnswer.Because"/> says why. A wrong name is worse than none: it
/// answers only when the number accounts for what was said, asks back when several do, and else does not know.
/// </summary>
public sealed class NumberMatcher
{
    /// <summary>More choices are no help.</summary>
    public const int MostChoices = 3;

    /// <summary>A longer text is no question; what comes after is not read.</summary>
    public const int LongestQuestion = 1_000;

    /// <summary>The part of a question's words that a number must account for.</summary>
    internal const double EnoughExplained = 0.76;

    /// <summary>By how much the best must be better than the next to be alone.</summary>
    const double ClearLead = 0.11;

    /// <summary>The same, where the best is not certain either.</summary>
    const double LooseLead = 0.25;
    const double EnoughCovered = 0.3;
    const double MostlyCovered = 0.55;
    const double SureStrength = 0.75;
    const double StoryEvidence = 1.35;
    const double StoryExplained = 0.3;
    const double StoryLead = 1.3;

    /// <summary>The same, where only two words speak for it.</summary>
    const double ThinStoryLead = 1.6;

    readonly NumberIndex _index;
    readonly Scoring _scoring;
    readonly NamedByFigure _byFigure;

    public NumberMatcher(NumberIndex index)
    {
        _index = index;
        _scoring = new Scoring(index);
        _byFigure = new NamedByFigure(index);
    }

    /// <summary>Answers one sentence.</summary>
    /// <param name="question">As it was written; only the first <see cref="LongestQuestion"/> letters count.</param>
    /// <param name="before">Ids of the numbers of the answer before, for a sentence that relies on it.</param>
    public QuestionAnswer Ask(string question, IReadOnlyList<string>? before = null)
    {
        List<string> because = [];
        var reading = _index.Reader.Read(question.Length > LongestQuestion ? question[..LongestQuestion] : question);
        if (reading.Recognised is { } recognised)
            because.Add($"\"{recognised}\" asks for: {Spoken(reading.Wish)}");
        return reading.Wish switch
        {
            Wish.Refused => Answer(QuestionOutcome.Refused, []),
            Wish.Other => Answer(QuestionOutcome.Other, []),
            Wish.FollowUp => FollowUp(),
            Wish.HandOver => Command(CommandKind.HandOver),
            Wish.PassOn => Command(CommandKind.PassOn),
            Wish.Definition => About(QuestionOutcome.Definition),
            Wish.Value => About(QuestionOutcome.Value),
            Wish.History => About(QuestionOutcome.History),
            _ => Owner(),
        };

        QuestionAnswer Answer(QuestionOutcome outcome, IReadOnlyList<string> numbers) => new(outcome, numbers, because, reading.Language.Name)
        {
            Subject = reading.Subject.Count is 0 ? null : string.Join(' ', reading.Subject.Where(word => !reading.Language.SaysNothing(word.Text)).Select(word => word.Text)),
            Person = reading.Person,
            Message = reading.Message,
            When = reading.When,
        };

        QuestionAnswer Owner()
        {
            var found = Find(reading, because);
            // A sentence that nobody asked a question with has to name a number as it is called.
            if (reading.Recognised is null && !(found is { IsSure: true, Numbers: [{ Covered: >= 0.6 }] }))
                return Answer(QuestionOutcome.Other, []);
            return found switch
            {
                { Numbers: [] } => Answer(QuestionOutcome.Unknown, []) with { Near = [.. found.Near.Take(MostChoices).Select(near => near.Id)] },
                { IsSure: true, Numbers: [var only] } => Answer(only.Entry.Number.HasOneOwner ? QuestionOutcome.Answer : QuestionOutcome.Shared, [only.Id]),
                _ => Answer(QuestionOutcome.Choices, Ids(found.Numbers)),
            };
        }

        QuestionAnswer About(QuestionOutcome outcome)
        {
            var found = Find(reading, because);
            return found switch
            {
                { Numbers: [] } => Answer(QuestionOutcome.Unknown, []) with { Wanted = outcome, Near = [.. found.Near.Take(MostChoices).Select(near => near.Id)] },
                { IsSure: true } => Answer(outcome, Ids(found.Numbers)) with { Wanted = outcome },
                _ => Answer(QuestionOutcome.Choices, Ids(found.Numbers)) with { Wanted = outcome },
            };
        }

        QuestionAnswer Command(CommandKind kind) => Answer(QuestionOutcome.Command, Ids(Named(reading, because))) with { Command = kind };

        QuestionAnswer FollowUp() => Answer(QuestionOutcome.FollowUp, Following(reading, before ?? [], because));
    }

    Found Find(Reading reading, List<string> because)
    {
        var terms = _index.TermsOf(reading.Subject, reading.Language, because);
        var aside = _index.TermsOf(reading.Aside, reading.Language, []);
        if (_byFigure.Find(reading, terms, because) is { Count: > 0 } byFigure)
            return new Found(byFigure, byFigure.Count is 1, []);
        if (terms.Count is 0)
            return Found.Nothing;
        // A name may have commas: all that was said is tried first, and then what was asked about alone.
        List<Term> all = [.. terms, .. aside];
        if (aside.Exists(term => term.IsTelling))
        {
            List<string> reasons = [];
            if (Direct(reading, all, _scoring.Find(all, [], Spoken(reading)), reasons) is { Numbers.Count: > 0 } whole)
            {
                because.AddRange(reasons);
                return whole;
            }
        }

        // "Net retention, who frees that up?": a verb that nobody knows names nothing.
        if (terms.TrueForAll(term => !_index.Knows(term)) && aside.Count > 0)
            (terms, aside) = (aside, terms);
        var direct = Direct(reading, terms, _scoring.Find(terms, aside, Spoken(reading)), because);
        if (reading.IsNarrowed && direct is { IsSure: true, Numbers: [{ Bonus: 0 }] })
        {
            because.Add("but more was said about it, which the number does not account for");
            direct = direct with { IsSure = false };
        }

        return direct.Numbers.Count is 0 && reading.IsStory && Story(reading, all, because) is { Numbers.Count: > 0 } story ? story : direct;
    }

    /// <summary>The subject is a name, said more or less as the company says it.</summary>
    Found Direct(Reading reading, List<Term> terms, List<Candidate> candidates, List<string> because)
    {
        Candidate[] fitting = [.. candidates.Where(candidate => candidate.Fits)];
        if (fitting.Length is 0)
        {
            var unexplained = terms.Where(term => term.IsTelling && (candidates.Count is 0 || !_scoring.Fits(term, candidates[0].Entry))).Select(term => $"\"{term.Text}\"").ToArray();
            because.Add(candidates.Count is 0 ? "no number has these words" : $"the nearest number does not account for {string.Join(", ", unexplained)}");
            return new Found([], false, candidates);
        }

        var best = fitting[0];
        if (fitting.Count(candidate => candidate.IsExact) is 1 && fitting.First(candidate => candidate.IsExact) is var exact && exact.Score + 0.02 >= best.Score - exact.Bonus)
        {
            because.Add($"\"{exact.Entry.Number.Facts.Name}\" is called that");
            return new Found([exact], true, candidates);
        }

        var rivals = fitting.Where(candidate => candidate.Score > best.Score - ClearLead && candidate.Explained > best.Explained - 0.12).ToArray();
        if (IsAmbiguous(reading, terms))
        {
            because.Add($"\"{terms[0].Text}\" alone names several numbers by its nature");
            return new Found([.. fitting.Take(MostChoices)], false, candidates);
        }

        if (rivals.Length > 1)
        {
            because.Add($"{rivals.Length} numbers fit equally well");
            return new Found([.. rivals.Take(MostChoices)], false, candidates);
        }

        var isSure = best.Weakest >= SureStrength && best.Covered >= EnoughCovered && (best.HasHead || best.Covered >= MostlyCovered) && !IsShortGuess(terms, best)
            && !(reading.IsStory && best.TellingFits < 2 && terms.Count > 1);
        because.Add(isSure
            ? $"\"{best.Entry.Number.Facts.Name}\" alone accounts for {string.Join(", ", terms.Select(term => $"\"{term.Text}\""))}"
            : $"\"{best.Entry.Number.Facts.Name}\" is near, but not certain");
        return isSure
            ? new Found([best], true, candidates)
            : new Found([.. fitting.Where(candidate => candidate.Score > best.Score - LooseLead).Take(MostChoices)], false, candidates);
    }

    /// <summary>The subject is the trouble: what is told has to point to one number, from several sides.</summary>
    Found Story(Reading reading, List<Term> terms, List<string> because)
    {
        var all = _scoring.Find(terms, [], Spoken(reading));
        var candidates = all.OrderByDescending(candidate => candidate.Evidence).ThenBy(candidate => candidate.Id, StringComparer.Ordinal).ToArray();
        if (candidates is not [var best, ..] || best.TellingFits < 2 || best.Evidence < StoryEvidence || best.Explained < StoryExplained)
            return new Found([], false, all);
        var rivals = candidates.Where(candidate => candidate.Evidence * (best.TellingFits > 2 ? StoryLead : ThinStoryLead) > best.Evidence && candidate.TellingFits > 1).ToArray();
        if (rivals.Length > 1)
        {
            because.Add("what is told fits several numbers");
            return new Found([.. rivals.Take(MostChoices)], false, all);
        }

        because.Add($"what is told is what \"{best.Entry.Number.Facts.Name}\" measures");
        return new Found([best], true, all);
    }

    /// <summary>One word that is a kind of number rather than a number; where the company calls one just so, it is that one.</summary>
    static bool IsAmbiguous(Reading reading, List<Term> terms)
    {
        var named = terms.FindAll(term => !term.Signs.Any(sign => sign.Key is "#share" or "#count"));
        return named.Count <= 1 && (named.Count is 0 ? terms : named).TrueForAll(term => reading.Language.Ambiguous.Contains(Words.Stem(term.Text)));
    }

    /// <summary>One short word with a wrong letter may be any word.</summary>
    static bool IsShortGuess(List<Term> terms, Candidate best) =>
        terms.Count(term => term.IsTelling) is 1 && best.Weakest < 0.85 && terms.Find(term => term.IsTelling)!.Text.Length < 8;

    /// <summary>A command names its number within other words; it needs most of the number's name.</summary>
    List<Candidate> Named(Reading reading, List<string> because)
    {
        var terms = _index.TermsOf(reading.Subject, reading.Language, because);
        var candidates = terms.Count is 0 ? [] : _scoring.Find(terms, [], Spoken(reading));
        var direct = Direct(reading, terms, candidates, because);
        if (direct.Numbers.Count > 0)
            return [.. direct.Numbers];
        var covered = candidates.Where(candidate => candidate is { Covered: >= 0.6, Explained: >= 0.55, NameFits: > 0 }).OrderByDescending(candidate => candidate.Covered).ToList();
        return covered is [var best, ..] && !covered.Skip(1).Any(next => next.Covered > best.Covered - ClearLead) ? [best] : [];
    }

    /// <summary>What "and the export one?" or "what is its target?" is about, after an answer.</summary>
    IReadOnlyList<string> Following(Reading reading, IReadOnlyList<string> before, List<string> because)
    {
        if (before.Count is 0)
        {
            because.Add("it relies on an answer before, and there is none");
            return [];
        }

        Term[] terms = [.. _index.TermsOf([.. reading.Subject.Where(word => !reading.Language.FollowUpSubjects.Contains(Words.Stem(word.Text)))], reading.Language, because).Where(term => term.IsTelling || term.IsFigure)];
        if (terms.Length is 0)
        {
            because.Add("it is about the number of the answer before");
            return [.. before.Take(MostChoices)];
        }

        var last = before.Select(_index.Find).OfType<NumberEntry>().ToArray();
        var related = _scoring.Find(terms, [], Spoken(reading))
            .Where(candidate => candidate.Explained >= 0.7 && candidate.NameFits > 0)
            .Select(candidate => (candidate, kinship: last.Max(entry => Kinship(entry, candidate.Entry))))
            .OrderByDescending(pair => pair.kinship + (0.3 * pair.candidate.Explained)).ToArray();
        if (related is not [var best, ..])
            return [];
        because.Add($"of the numbers with {string.Join(", ", terms.Select(term => $"\"{term.Text}\""))}, \"{best.candidate.Entry.Number.Facts.Name}\" is most like the one before");
        return [best.candidate.Id];
    }

    /// <summary>How much of the other's name the two have in common.</summary>
    double Kinship(NumberEntry one, NumberEntry other)
    {
        if (one == other)
            return 0;
        var theirs = other.Names[0];
        return theirs.Terms.Where(term => term.Signs.Any(sign => sign.Likeness is Likeness.Word or Likeness.Meaning && one.Signs.ContainsKey(_index.IdOf(sign)))).Sum(term => term.Weight) / theirs.Weight;
    }

    static HashSet<string> Spoken(Reading reading) => [.. reading.Subject.Concat(reading.Aside).Select(word => Words.Stem(word.Text))];

    static string[] Ids(IReadOnlyList<Candidate> candidates) => [.. candidates.Take(MostChoices).Select(candidate => candidate.Id)];

    static string Spoken(Wish wish) => wish switch
    {
        Wish.Owner => "the owner",
        Wish.Definition => "what it means",
        Wish.Value => "what it stands at",
        Wish.History => "who owned it before",
        Wish.HandOver => "a new owner",
        Wish.PassOn => "a word to the owner",
        Wish.FollowUp => "more about the answer before",
        Wish.Refused => "something the bot does not do",
        _ => "nothing about a number",
    };

    sealed record Found(IReadOnlyList<Candidate> Numbers, bool IsSure, IReadOnlyList<Candidate> Near)
    {
        public static readonly Found Nothing = new([], false, []);
    }
}
