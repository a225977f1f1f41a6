using System.Text;

namespace AccountabilityBot.Teams.Activities;

/// <summary>Text from outside as every database can keep it. Whatever enters, by a press, a message or a name, passes here once.</summary>
public static class CleanText
{
    /// <summary>
    /// Trimmed, without NUL and without halves of characters (and U+FFFD, by which readers stand in for them).
    /// </summary>
    /// <param name="raw">Any text; null is read as empty.</param>
    /// <param name="longest">In UTF-16 units; what is longer is cut between two characters.</param>
    public static string Of(string? raw, int longest = int.MaxValue)
    {
        if (string.IsNullOrEmpty(raw))
            return "";
        var clean = new StringBuilder(Math.Min(raw.Length, longest));
        foreach (var rune in raw.AsSpan().Trim().EnumerateRunes())
        {
            // The enumerator reports half a character as U+FFFD.
            if (rune.Value == 0 || rune == Rune.ReplacementChar)
                continue;
            if (clean.Length + rune.Utf16SequenceLength > longest)
                break;
            clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }
}
