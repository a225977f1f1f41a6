using System.Text.RegularExpressions;

namespace AccountabilityBot.Domain.Model;

/// <summary>
/// A pattern as people write one. <c>Sales</c> is equal to it; <c>Sales*</c> begins with it, <c>*Sales</c> ends with it,
/// <c>*sales*</c> contains it: a star stands for any text, also none. Case, spaces, underscores and hyphens do not matter, but a
/// space beside a star is the edge of a word: <c>* CS Team</c> is not <c>Analytics CS Team</c>'s first half, nor <c>MCS Team</c>.
/// <c>/^(ENTR|SMB|MM)$/</c> between slashes is a regular expression on the text as it was written; case does not matter.
/// </summary>
public sealed class TextPattern
{
    /// <summary>Characters of a pattern.</summary>
    public const int Longest = 200;

    const char Star = '*';
    const char Edge = '-';

    readonly string[] _parts;
    readonly Regex? _expression;

    TextPattern(string[] parts, Regex? expression) => (_parts, _expression) = (parts, expression);

    /// <param name="isAddress">Of e-mail addresses: underscores and hyphens tell two of them apart.</param>
    /// <returns>The pattern, or why it is none.</returns>
    public static (TextPattern? Pattern, string? Fault) Read(string written, bool isAddress = false)
    {
        var text = written.Trim();
        if (text.Length > Longest)
            return (null, $"It has {text.Length} characters; 1 to {Longest} are allowed.");
        if (text.StartsWith('/'))
            return ReadExpression(text);
        var parts = text.Split(Star);
        // Nothing but stars is any text; nothing at all, or signs that do not matter, is a mistake.
        if (parts.Length == 1 && Fold(text, isAddress).Trim(Edge).Length == 0)
            return (null, $"\"{written}\" has no letter and no digit, so that no text is like it; write * for any text.");
        return (new TextPattern([.. parts.Select((part, at) => Part(part, at == 0, at == parts.Length - 1, isAddress))], null), null);
    }

    /// <summary>Of a text as a directory has it, once, for any number of patterns.</summary>
    public static PatternText Text(string written, bool isAddress = false)
    {
        var trimmed = written.Trim();
        return new PatternText(trimmed, isAddress ? Fold(trimmed, isAddress) : $"{Edge}{Spelling.Fold(trimmed)}{Edge}");
    }

    public bool Matches(PatternText text) => _expression is { } expression ? expression.IsMatch(text.Written) : MatchesParts(text.Folded);

    /// <summary>One notation for patterns that mean the same: two regular expressions are the same only to the letter.</summary>
    internal static string Same(string written, bool isAddress)
    {
        var text = written.Trim();
        var parts = text.Split(Star);
        return text.StartsWith('/') ? text : string.Join(Star, parts.Select((part, at) => Part(part, at == 0, at == parts.Length - 1, isAddress)));
    }

    /// <summary>The first part is anchored at the beginning, the last at the end; those between follow each other, each as early as it can.</summary>
    bool MatchesParts(string text)
    {
        if (_parts is [var whole])
            return text == whole;
        var (first, last) = (_parts[0], _parts[^1]);
        if (!text.StartsWith(first, StringComparison.Ordinal) || !text.EndsWith(last, StringComparison.Ordinal))
            return false;

        var at = first.Length;
        foreach (var part in _parts.AsSpan(1, _parts.Length - 2))
        {
            var found = text.IndexOf(part, From(text, at, part), StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + part.Length;
        }

        return From(text, at, last) <= text.Length - last.Length;
    }

    /// <summary>One edge of a word may be the end of one part and the beginning of the next.</summary>
    static int From(string text, int at, string part) => at > 0 && part.StartsWith(Edge) && text[at - 1] == Edge ? at - 1 : at;

    static string Part(string part, bool isFirst, bool isLast, bool isAddress)
    {
        if (isAddress)
            return Fold(part.Trim(), isAddress);
        var core = Spelling.Fold(part);
        if (core.Length == 0)
            return "";
        return $"{(isFirst || IsEdge(part[0]) ? "-" : "")}{core}{(isLast || IsEdge(part[^1]) ? "-" : "")}";
    }

    static bool IsEdge(char one) => Spelling.Fold(one.ToString()).Length == 0;

    static string Fold(string text, bool isAddress) => isAddress ? text.ToLowerInvariant() : Spelling.Fold(text);

    static (TextPattern? Pattern, string? Fault) ReadExpression(string text)
    {
        if (text.Length < 3 || !text.EndsWith('/'))
            return (null, $"\"{text}\" begins with a slash, as a regular expression does; write one between two: /^sales/.");
        try
        {
            // Not backtracking: whoever writes an unlucky pattern must not be able to hang the bot.
            return (new TextPattern([], new Regex(text[1..^1], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)), null);
        }
        catch (NotSupportedException)
        {
            return (null, $"\"{text}\" looks around or back (as (?=…), (?<!…) and \\1 do), or is too large; that can take for ever, and is not allowed.");
        }
        catch (ArgumentException fault)
        {
            return (null, $"\"{text}\" is no regular expression: {Reason(fault)}");
        }
    }

    /// <summary>What the framework says after its own quotation of the pattern.</summary>
    static string Reason(ArgumentException fault) =>
        fault is RegexParseException parse ? $"{parse.Message[(parse.Message.LastIndexOf("offset ", StringComparison.Ordinal) is >= 0 and var at ? at : 0)..]}" : fault.Message;
}

/// <summary>A text that patterns are held against.</summary>
/// <param name="Written">Without spaces around it.</param>
/// <param name="Folded">As the parts of patterns are.</param>
public readonly record struct PatternText(string Written, string Folded);
