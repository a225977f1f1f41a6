using System.Numerics;

namespace AccountabilityBot.Domain.People;

/// <summary>Rules by their places in the model, as bits: of very many people, each is held against all rules at once.</summary>
sealed class RuleSet
{
    const int Bits = 64;

    readonly ulong[] _words;

    public RuleSet(int rules) => _words = new ulong[(rules + Bits - 1) / Bits];

    RuleSet(ulong[] words) => _words = words;

    /// <summary>The first in the order of the model; none: -1.</summary>
    public int First
    {
        get
        {
            for (var word = 0; word < _words.Length; word++)
            {
                if (_words[word] != 0)
                    return (word * Bits) + BitOperations.TrailingZeroCount(_words[word]);
            }

            return -1;
        }
    }

    public void Add(int rule) => _words[rule / Bits] |= 1UL << rule;

    public void Remove(int rule) => _words[rule / Bits] &= ~(1UL << rule);

    public RuleSet Copy() => new([.. _words]);

    public void Fill(RuleSet other) => other._words.CopyTo(_words, 0);

    /// <summary>Keeps those that are in the other one as well.</summary>
    public void Keep(RuleSet other)
    {
        for (var word = 0; word < _words.Length; word++)
            _words[word] &= other._words[word];
    }

    /// <summary>Keeps those that are in either.</summary>
    public void KeepEither(RuleSet one, RuleSet other)
    {
        for (var word = 0; word < _words.Length; word++)
            _words[word] &= one._words[word] | other._words[word];
    }
}
