using System.Buffers;
using System.Globalization;
using System.Text;

namespace AccountabilityBot.Teams.Cards;

/// <summary>Reduces any text to one line of characters that can be seen.</summary>
static class VisibleText
{
    /// <summary>The longest single character, in UTF-16 units: an emoji with modifiers needs 8; piled-up accents are cut.</summary>
    const int LongestCharacter = 16;

    /// <summary>The space, and what is one visible character wherever it stands: printable ASCII and the Latin letters.</summary>
    static readonly SearchValues<char> _plain =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Concat(Enumerable.Range(0x00C0, 0x0250 - 0x00C0)).Select(unit => (char)unit)]);

    /// <summary>
    /// Without control, format, direction and zero-width marks and halves of characters; runs of white space become one space;
    /// at most <paramref name="maxLength"/> characters as a reader counts them, an ellipsis included.
    /// </summary>
    internal static string Of(string? text, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        if (string.IsNullOrEmpty(text))
            return "";
        if (text.Length <= maxLength && IsVisibleAlready(text))
            return text;

        // Bounds the work for a text of megabytes; what is cut here would not be shown in any case.
        var bound = (int)Math.Min(text.Length, (long)maxLength * LongestCharacter * 2);
        return Capped(Stripped(text.AsSpan(0, bound)), maxLength, bound < text.Length);
    }

    // Nearly every text is; walking it rune by rune would cost more than all else that a card does.
    static bool IsVisibleAlready(string text) =>
        !text.AsSpan().ContainsAnyExcept(_plain) && text[0] != ' ' && text[^1] != ' ' && !text.Contains("  ", StringComparison.Ordinal);

    static string Stripped(ReadOnlySpan<char> text)
    {
        var visible = new StringBuilder(text.Length);
        var space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                space = visible.Length > 0;
                continue;
            }

            if (IsInvisible(rune))
                continue;
            if (space)
                visible.Append(' ');
            space = false;
            visible.Append(rune.ToString());
        }

        return visible.ToString();
    }

    // The enumerator reports half a character as U+FFFD. Format characters (Cf) hold the direction marks, the zero-width marks
    // and the tags; U+115F, U+1160, U+3164 and U+FFA0 are letters by category that show nothing.
    static bool IsInvisible(Rune rune) =>
        rune == Rune.ReplacementChar
        || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;

    static string Capped(string text, int maxLength, bool more)
    {
        if (!more && text.Length <= maxLength && text.Length <= LongestCharacter)
            return text;

        List<string> characters = [];
        var each = StringInfo.GetTextElementEnumerator(text);
        while (characters.Count <= maxLength && each.MoveNext())
            characters.Add(Shortened(each.GetTextElement()));
        if (!more && characters.Count <= maxLength)
            return string.Concat(characters);
        return string.Concat(characters.Take(maxLength - 1)) + "…";
    }

    static string Shortened(string character)
    {
        if (character.Length <= LongestCharacter)
            return character;
        var end = char.IsHighSurrogate(character[LongestCharacter - 1]) ? LongestCharacter - 1 : LongestCharacter;
        return character[..end];
    }
}
