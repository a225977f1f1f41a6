namespace AccountabilityBot.Domain.Numbers.Asking;

/// <summary>Gives every sign that a number carries a small number of its own, for comparing thousands of them is what takes time.</summary>
sealed class SignTable
{
    readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    public int Count => _ids.Count;

    /// <summary>For a number that is being read.</summary>
    public int IdFor(string sign)
    {
        if (!_ids.TryGetValue(sign, out var id))
            _ids.Add(sign, id = _ids.Count);
        return id;
    }

    /// <summary>For a question; -1: no number carries it.</summary>
    public int Find(string sign) => _ids.GetValueOrDefault(sign, -1);
}

/// <summary>One name of a number, made ready for comparing.</summary>
sealed class NameShape
{
    /// <summary>A name has not more words than bits; a longer one is cut.</summary>
    const int MostTerms = 64;

    readonly Dictionary<int, (ulong Terms, double Strength)> _signs = [];
    readonly double[] _weights;
    readonly ulong _heads;

    public NameShape(IReadOnlyList<Term> terms, SignTable table)
    {
        Terms = terms.Count > MostTerms ? [.. terms.Take(MostTerms)] : terms;
        _weights = [.. Terms.Select(term => term.Weight)];
        Weight = _weights.Sum();
        var anyTelling = Terms.Any(term => term.IsHead && term.IsTelling);
        foreach (var (index, term) in Terms.Index())
        {
            if (term.IsHead && (term.IsTelling || !anyTelling))
                _heads |= 1UL << index;
            foreach (var sign in term.Signs)
            {
                var id = table.IdFor(sign.Key);
                var known = _signs.GetValueOrDefault(id);
                _signs[id] = (known.Terms | (1UL << index), Math.Max(known.Strength, sign.Strength));
            }
        }
    }

    public IReadOnlyList<Term> Terms { get; }

    /// <summary>Of all its words together.</summary>
    public double Weight { get; }

    /// <summary>Which part of the name is said, 0 to 1, and whether something is said of what names the number.</summary>
    public (double Covered, bool HasHead) Compare(IReadOnlyList<SaidTerm> said)
    {
        Span<double> best = stackalloc double[_weights.Length];
        best.Clear();
        ulong met = 0;
        foreach (var term in said)
        {
            foreach (var sign in term.Signs)
            {
                if (!_signs.TryGetValue(sign.Id, out var here))
                    continue;
                met |= here.Terms;
                var strength = Math.Min(here.Strength, sign.Strength);
                for (var terms = here.Terms; terms != 0; terms &= terms - 1)
                {
                    ref var one = ref best[System.Numerics.BitOperations.TrailingZeroCount(terms)];
                    one = Math.Max(one, strength);
                }
            }
        }

        double covered = 0;
        for (var index = 0; index < best.Length; index++)
            covered += best[index] * _weights[index];
        return (covered / Weight, (met & _heads) != 0);
    }
}

/// <summary>A sign of a question that at least one number carries.</summary>
readonly record struct SaidSign(int Id, double Strength, bool IsWord);

/// <summary>A word of a question, made ready for comparing.</summary>
sealed record SaidTerm(Term Term, SaidSign[] Signs)
{
    public double Weight { get; } = Term.Weight;

    public bool IsTelling { get; } = Term.IsTelling;
}
