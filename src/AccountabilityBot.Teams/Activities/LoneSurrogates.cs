using System.Globalization;

namespace AccountabilityBot.Teams.Activities;

/// <summary>
/// JSON may spell half a character (<c>\ud83d</c> alone). The reader throws on it wherever the string is first read, so the half
/// is replaced by U+FFFD once, before parsing, in the bytes themselves.
/// </summary>
public static class LoneSurrogates
{
    const int EscapeLength = 6;

    /// <summary>Replaces every escaped half of a surrogate pair by <c>\ufffd</c>, in place.</summary>
    /// <param name="json">Valid UTF-8; its length stays.</param>
    public static void Repair(Span<byte> json)
    {
        for (var at = 0; at < json.Length;)
        {
            var found = json[at..].IndexOf((byte)'\\');
            if (found < 0)
                return;
            at += found;
            if (UnitAt(json, at) is not { } unit)
                at += 2;
            else if (!char.IsSurrogate(unit))
                at += EscapeLength;
            else if (char.IsHighSurrogate(unit) && UnitAt(json, at + EscapeLength) is { } next && char.IsLowSurrogate(next))
                at += 2 * EscapeLength;
            else
            {
                "\\ufffd"u8.CopyTo(json[at..]);
                at += EscapeLength;
            }
        }
    }

    /// <summary>The UTF-16 unit that the escape at this place spells; null where there is no such escape.</summary>
    static char? UnitAt(ReadOnlySpan<byte> json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
