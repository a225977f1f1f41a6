using System.Globalization;

namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>Finds a number by what it is to reach, or by what it stands at: "the one with the 45 days target".</summary>
sealed class NamedByFigure(NumberIndex index)
{
    readonly Dictionary<string, string> _units = UnitsOf(index.Languages);

    /// <summary>Every number with that target or value; none also when the question does not name one this way.</summary>
    public IReadOnlyList<Candidate> Find(Reading reading, List<Term> terms, List<string> because)
    {
        if (terms.FindIndex(term => term.IsFigure) is var at && at < 0)
            return [];
        if (!decimal.TryParse(terms[at].Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            return [];
        var unit = at + 1 < terms.Count ? _units.GetValueOrDefault(terms[at + 1].Text) : null;
        var scale = unit is "k" ? 1_000m : unit is "m" ? 1_000_000m : 1m;
        Term[] rest = [.. terms.Where((_, place) => place != at && !(place == at + 1 && unit is not null)).Where(term => term.IsTelling && !reading.Language.PointsToFigure(term.Written))];
        if (!reading.HasTargetCue && !reading.HasValueCue && rest.Length > 0)
            return [];

        var found = index.Entries.Where(entry =>
            IsOf(entry.Number, amount * scale, reading.HasValueCue && !reading.HasTargetCue)
            && (unit is null or "k" or "m" || IsUnit(entry.Number.Facts.Unit, unit))
            && rest.All(term => term.Signs.Any(sign => index.IdOf(sign) is >= 0 and var id && (entry.Signs.ContainsKey(id) || entry.Around.ContainsKey(id) || entry.Department.Contains(id)))))
            .Take(NumberMatcher.MostChoices + 1).ToArray();
        // A figure that stands in a name is that name's, unless a target was spoken of.
        if (found.Length is 0 or > NumberMatcher.MostChoices)
            return [];
        because.Add($"{(found.Length is 1 ? "one number has" : $"{found.Length} numbers have")} {amount.ToString(CultureInfo.InvariantCulture)} {unit} as a target, a limit or a value");
        return [.. found.Select(entry => new Candidate(entry, 1, 1, 1, 1, 1, 1, true, 0))];
    }

    static bool IsOf(AskableNumber number, decimal amount, bool valueOnly)
    {
        var facts = number.Facts;
        return number.Latest == amount
            || (!valueOnly && (facts.Target == amount || facts.Cap == amount || facts.Floor == amount || facts.Plan == amount || facts.Forecast == amount));
    }

    bool IsUnit(string? own, string said) => own is not null && (Words.Of(own) is [var word] ? _units.GetValueOrDefault(word.Text) ?? word.Text : Words.Fold(own)) == said;

    static Dictionary<string, string> UnitsOf(IReadOnlyList<Language> languages)
    {
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (unit, words) in languages.SelectMany(language => language.Pack.Units))
        {
            var name = unit is "%" ? "percent" : Words.Fold(unit);
            units.TryAdd(name, name);
            foreach (var word in words)
                units.TryAdd(Words.Fold(word), name);
        }

        return units;
    }
}
