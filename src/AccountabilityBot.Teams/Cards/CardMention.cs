using System.Text;

namespace AccountabilityBot.Teams.Cards;

/// <summary>An entry of the card's <c>msteams.entities</c>; the text must stand in the card exactly as here.</summary>
sealed record CardMention(string Id, string Name, string Text)
{
    const int LongestName = 80;

    /// <summary>The name goes between tags that clients look for before they read markdown, so it is stripped, not escaped.</summary>
    internal static CardMention Of(string id, string name)
    {
        var plain = new StringBuilder();
        foreach (var c in VisibleText.Of(name, LongestName))
        {
            if (c is not ('<' or '>' or '&' or '{' or '}' or '[' or ']' or '*' or '_' or '~' or '`' or '\\'))
                plain.Append(c);
        }

        var shown = plain.ToString().Trim() is { Length: > 0 } something ? something : "?";
        return new(id, shown, $"<at>{shown}</at>");
    }
}
