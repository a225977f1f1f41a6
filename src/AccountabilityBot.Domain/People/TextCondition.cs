using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.People;

/// <summary>
/// One condition on a text, of all rules at once: each distinct text is held against the patterns once, however many people have it.
/// </summary>
sealed class TextCondition
{
    readonly TextPattern[]?[] _patterns;
    readonly Func<string, IEnumerable<string>> _parts;
    readonly bool _isAddress;
    readonly bool _isGiven;
    readonly Dictionary<string, bool[]> _fits = new(StringComparer.Ordinal);

    /// <param name="of">The patterns of a rule; a pattern that is none matches nothing.</param>
    /// <param name="parts">The texts that one text stands for; any of them may fit.</param>
    public TextCondition(
        IReadOnlyList<MembershipRule> rules, Func<MembershipRule, IReadOnlyList<string>> of, Func<string, IEnumerable<string>>? parts = null, bool isAddress = false)
    {
        (_parts, _isAddress) = (parts ?? (static text => [text]), isAddress);
        _patterns = [.. rules.Select(rule => of(rule) is { Count: > 0 } written
            ? written.Select(one => TextPattern.Read(one, isAddress).Pattern).OfType<TextPattern>().ToArray()
            : null)];
        _isGiven = _patterns.Any(patterns => patterns is not null);
    }

    /// <returns>For each rule whether a pattern of it fits; none: there is no text, or no rule asks for it.</returns>
    public bool[]? Of(string? text)
    {
        if (!_isGiven || string.IsNullOrWhiteSpace(text))
            return null;
        if (!_fits.TryGetValue(text, out var fits))
            _fits[text] = fits = Compute(text);
        return fits;
    }

    public bool IsGivenBy(int rule) => _patterns[rule] is not null;

    bool[] Compute(string text)
    {
        PatternText[] texts = [.. _parts(text).Select(part => TextPattern.Text(part, _isAddress))];
        return [.. _patterns.Select(patterns => patterns is not null && patterns.Any(pattern => texts.Any(pattern.Matches)))];
    }
}
