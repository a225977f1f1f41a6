namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>Finds the numbers that have words in common with a question, and says how well each fits.</summary>
sealed class Scoring(NumberIndex index)
{
    const int MostScored = 48;
    const int FewEnough = 400;
    const double AroundStrength = 0.72;
    const double DepartmentStrength = 0.9;
    const double AsideBonus = 0.22;
    const double SureStrength = 0.9;

    /// <summary>What a word that was cut short or misspelt is worth as evidence.</summary>
    const double Guessed = 0.6;

    /// <summary>Best first; none: nothing has a telling word in common.</summary>
    public List<Candidate> Find(IReadOnlyList<Term> terms, IReadOnlyList<Term> aside)
    {
        var said = SignsOf(terms);
        return [.. Near(terms)
            .Select(at => Score(index.Entries[at], terms, said, aside))
            .Where(candidate => candidate.TellingFits > 0 || (candidate.Explained > 0.9 && terms.All(term => !term.IsTelling)))
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Id, StringComparer.Ordinal)];
    }

    public Candidate Score(NumberEntry entry, IReadOnlyList<Term> terms, Dictionary<string, double> said, IReadOnlyList<Term> aside)
    {
        double all = 0, explained = 0, evidence = 0, weakest = 1;
        int telling = 0, named = 0;
        foreach (var term in terms)
        {
            var (strength, inName, sign) = Fit(term, entry);
            all += term.Weight;
            explained += term.Weight * strength;
            if (strength is 0 || !term.IsTelling || index.Lexicon.IsMeasuring(sign!))
                continue;
            telling++;
            named += inName ? 1 : 0;
            evidence += term.Weight * strength * Rarity(sign!) * (strength is > AroundStrength and < SureStrength ? Guessed : 1);
            if (inName)
                weakest = Math.Min(weakest, strength);
        }

        var beside = aside.Count is 0 ? 0 : aside.Count(term => term.IsTelling && Fit(term, entry).Strength > 0) / (double)Math.Max(1, aside.Count(term => term.IsTelling));
        return new Candidate(entry, all is 0 ? 0 : explained / all, entry.Names.Max(name => Cover(name, said)), evidence, telling, named, weakest, entry.Names.Any(name => HasHead(name, said)), beside * AsideBonus);
    }

    /// <summary>The strongest sign that a word has in common with a number.</summary>
    public static (double Strength, bool InName, string? Sign) Fit(Term term, NumberEntry entry)
    {
        (double Strength, bool InName, string? Sign) best = (0, false, null);
        foreach (var sign in term.Signs)
        {
            if (entry.Signs.TryGetValue(sign.Key, out var own) && Math.Min(own, sign.Strength) is var strength && strength > best.Strength)
                best = (strength, true, sign.Key);
            else if (best.Strength < DepartmentStrength && sign.Likeness is Likeness.Word && entry.Department.Contains(sign.Key))
                best = (DepartmentStrength, best.InName, sign.Key);
            else if (!best.InName && entry.Around.TryGetValue(sign.Key, out var around) && Math.Min(around, sign.Strength) * AroundStrength is var loose && loose > best.Strength)
                best = (loose, false, sign.Key);
        }

        return best;
    }

    public static Dictionary<string, double> SignsOf(IReadOnlyList<Term> terms)
    {
        var said = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var sign in terms.SelectMany(term => term.Signs))
            said[sign.Key] = Math.Max(said.GetValueOrDefault(sign.Key), sign.Strength);
        return said;
    }

    static double Cover(Term[] name, Dictionary<string, double> said)
    {
        double all = 0, covered = 0;
        foreach (var term in name)
        {
            double best = 0;
            foreach (var sign in term.Signs)
            {
                if (said.TryGetValue(sign.Key, out var strength))
                    best = Math.Max(best, Math.Min(strength, sign.Strength));
            }

            all += term.Weight;
            covered += term.Weight * best;
        }

        return covered / all;
    }

    static bool HasHead(Term[] name, Dictionary<string, double> said) =>
        name.Any(term => term.IsHead && (term.IsTelling || name.All(other => !other.IsTelling || !other.IsHead)) && term.Signs.Any(sign => said.ContainsKey(sign.Key)));

    /// <summary>A word that few numbers have tells more: 1.2 for one number alone, falling to 0.35.</summary>
    double Rarity(string sign) => Math.Max(0.35, 1.2 - (0.22 * Math.Log(Math.Max(1, index.CountOf(sign)))));

    /// <summary>The numbers with the most telling words in common; words that most numbers have are not looked up.</summary>
    IEnumerable<int> Near(IReadOnlyList<Term> terms)
    {
        var counts = new Dictionary<int, double>();
        foreach (var term in terms)
        {
            var seen = new HashSet<int>();
            foreach (var sign in term.Signs)
            {
                var with = index.With(sign.Key);
                if (with.Count > FewEnough && terms.Count > 1 && !term.IsTelling)
                    continue;
                foreach (var at in with)
                {
                    if (seen.Add(at))
                        counts[at] = counts.GetValueOrDefault(at) + (term.Weight * sign.Strength);
                }
            }
        }

        return counts.OrderByDescending(entry => entry.Value).ThenBy(entry => index.Entries[entry.Key].Names[0].Length).ThenBy(entry => entry.Key).Take(MostScored).Select(entry => entry.Key);
    }
}
