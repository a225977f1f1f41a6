namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>How a word of a question fits a number.</summary>
/// <param name="InName">One of its names has it, and not only its definition or its department.</param>
/// <param name="Sign">What they have in common; -1: nothing.</param>
readonly record struct Fitting(double Strength, bool InName, int Sign)
{
    public static readonly Fitting None = new(0, false, -1);
}

/// <summary>Finds the numbers that have words in common with a question, and says how well each fits.</summary>
sealed class Scoring(NumberIndex index)
{
    const int MostScored = 48;

    /// <summary>A word that more numbers have than this finds none; it only tells those apart that others found.</summary>
    const int FewEnough = 400;
    const double AroundStrength = 0.72;
    const double DepartmentStrength = 0.9;
    const double AsideBonus = 0.22;
    const double SureStrength = 0.9;

    /// <summary>What a word that was cut short or misspelt is worth as evidence.</summary>
    const double Guessed = 0.6;

    /// <summary>Best first; none: nothing has a telling word in common.</summary>
    /// <param name="spoken">Stems of all that was said, small words included.</param>
    public List<Candidate> Find(IReadOnlyList<Term> terms, IReadOnlyList<Term> aside, IReadOnlySet<string> spoken)
    {
        var (said, beside) = (index.Said(terms), index.Said([.. aside.Where(term => term.IsTelling)]));
        var noneTells = said.All(term => !term.IsTelling);
        List<Candidate> found = [];
        foreach (var at in Near(said))
        {
            var entry = index.Entries[at];
            var candidate = Score(entry, said, beside, entry.DepartmentName.Length > 0 && Array.TrueForAll(entry.DepartmentName, spoken.Contains));
            if (candidate.TellingFits > 0 || (noneTells && candidate.Explained > 0.9))
                found.Add(candidate);
        }

        found.Sort((one, other) => other.Score != one.Score ? other.Score.CompareTo(one.Score) : string.CompareOrdinal(one.Id, other.Id));
        return found;
    }

    /// <summary>Whether a word of a question has anything in common with a number.</summary>
    public bool Fits(Term term, NumberEntry entry) => Fit(index.Said([term])[0], entry, namesDepartment: false).Strength > 0;

    Candidate Score(NumberEntry entry, SaidTerm[] said, SaidTerm[] beside, bool namesDepartment)
    {
        double all = 0, explained = 0, evidence = 0, weakest = 1;
        int telling = 0, named = 0;
        foreach (var term in said)
        {
            var (strength, inName, sign) = Fit(term, entry, namesDepartment);
            all += term.Weight;
            explained += term.Weight * strength;
            if (sign < 0 || !term.IsTelling || index.IsMeasuring(sign))
                continue;
            telling++;
            evidence += term.Weight * strength * Rarity(sign) * (strength is > AroundStrength and < SureStrength ? Guessed : 1);
            if (!inName)
                continue;
            named++;
            weakest = Math.Min(weakest, strength);
        }

        double covered = 0;
        var hasHead = false;
        foreach (var name in entry.Names)
        {
            var (part, head) = name.Compare(said);
            covered = Math.Max(covered, part);
            hasHead |= head;
        }

        var fits = 0;
        foreach (var term in beside)
            fits += Fit(term, entry, namesDepartment).Strength > 0 ? 1 : 0;
        return new Candidate(
            entry, all is 0 ? 0 : explained / all, covered, evidence, telling, named, weakest, hasHead, beside.Length is 0 ? 0 : AsideBonus * fits / beside.Length);
    }

    /// <summary>The strongest sign that a word has in common with a number.</summary>
    static Fitting Fit(SaidTerm term, NumberEntry entry, bool namesDepartment)
    {
        var best = Fitting.None;
        foreach (var sign in term.Signs)
        {
            if (entry.Signs.TryGetValue(sign.Id, out var own))
            {
                if (Math.Min(own, sign.Strength) is var strength && strength > best.Strength)
                    best = new Fitting(strength, true, sign.Id);
            }
            else if (namesDepartment && best.Strength < DepartmentStrength && sign.IsWord && entry.Department.Contains(sign.Id))
            {
                best = new Fitting(DepartmentStrength, best.InName, sign.Id);
            }
            else if (!best.InName && entry.Around.TryGetValue(sign.Id, out var around) && Math.Min(around, sign.Strength) * AroundStrength is var loose && loose > best.Strength)
            {
                best = new Fitting(loose, false, sign.Id);
            }
        }

        return best;
    }

    /// <summary>A word that few numbers have tells more: 1.2 for one number alone, falling to 0.35.</summary>
    double Rarity(int sign) => Math.Max(0.35, 1.2 - (0.22 * Math.Log(Math.Max(1, index.With(sign).Length))));

    /// <summary>The numbers with the most telling words in common, shorter names first.</summary>
    List<int> Near(SaidTerm[] said)
    {
        var counts = System.Buffers.ArrayPool<double>.Shared.Rent(index.Entries.Count);
        var last = System.Buffers.ArrayPool<int>.Shared.Rent(index.Entries.Count);
        Array.Clear(counts, 0, index.Entries.Count);
        Array.Clear(last, 0, index.Entries.Count);
        List<int> touched = [];
        for (var place = 0; place < said.Length; place++)
        {
            foreach (var sign in said[place].Signs)
            {
                var with = index.With(sign.Id);
                if (with.Length > FewEnough && said.Length > 1 && (!said[place].IsTelling || index.IsMeasuring(sign.Id) || with.Length > index.Entries.Count / 4))
                    continue;
                foreach (var at in with)
                {
                    if (last[at] == place + 1)
                        continue;
                    if (counts[at] is 0)
                        touched.Add(at);
                    last[at] = place + 1;
                    counts[at] += said[place].Weight * sign.Strength;
                }
            }
        }

        var nearest = Best(touched, counts);
        System.Buffers.ArrayPool<double>.Shared.Return(counts);
        System.Buffers.ArrayPool<int>.Shared.Return(last);
        return nearest;
    }

    /// <summary>Without sorting all of them: most have one word in common, and the best have several.</summary>
    List<int> Best(List<int> touched, double[] counts)
    {
        if (touched.Count > MostScored)
        {
            var queue = new PriorityQueue<int, (double, int, int)>(MostScored + 1);
            foreach (var at in touched)
            {
                queue.Enqueue(at, (counts[at], -index.Entries[at].Names[0].Terms.Count, -at));
                if (queue.Count > MostScored)
                    queue.Dequeue();
            }

            return [.. queue.UnorderedItems.Select(item => item.Element)];
        }

        return touched;
    }
}
