using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.People;

/// <summary>
/// One condition on a text, of all rules at once: each distinct text is held against the patterns once, however many people have it.
/// </summary>
sealed class TextCondition
{
    readonly (int Rule, TextPattern[] Patterns)[] _given;
    readonly RuleSet _without;
    readonly Func<string, IEnumerable<string>> _parts;
    readonly bool _isAddress;
    readonly Dictionary<string, RuleSet> _holds = new(StringComparer.Ordinal);

    /// <param name="of">The patterns of a rule; a pattern that is none matches nothing.</param>
    /// <param name="parts">The texts that one text stands for; any of them may fit.</param>
    public TextCondition(
        IReadOnlyList<MembershipRule> rules, Func<MembershipRule, IReadOnlyList<string>> of, Func<string, IEnumerable<string>>? parts = null, bool isAddress = false)
    {
        (_parts, _isAddress) = (parts ?? (static text => [text]), isAddress);
        _given =
        [
            .. rules.Index().Where(rule => of(rule.Item).Count > 0).Select(rule =>
                (rule.Index, of(rule.Item).Select(one => TextPattern.Read(one, isAddress).Pattern).OfType<TextPattern>().ToArray())),
        ];
        _without = new RuleSet(rules.Count);
        foreach (var rule in Enumerable.Range(0, rules.Count).Except(_given.Select(given => given.Rule)))
            _without.Add(rule);
    }

    /// <summary>The rules that do not ask for such a text, and those of which a pattern fits. No text fits none.</summary>
    public RuleSet Of(string? text)
    {
        if (_given.Length == 0 || string.IsNullOrWhiteSpace(text))
            return _without;
        if (!_holds.TryGetValue(text, out var holds))
            _holds[text] = holds = Compute(text);
        return holds;
    }

    RuleSet Compute(string text)
    {
        PatternText[] texts = [.. _parts(text).Select(part => TextPattern.Text(part, _isAddress))];
        var holds = _without.Copy();
        foreach (var (rule, patterns) in _given)
        {
            if (Array.Exists(patterns, pattern => Array.Exists(texts, pattern.Matches)))
                holds.Add(rule);
        }

        return holds;
    }
}
