namespace AccountabilityBot.Teams.Cards;

/// <summary>
/// Text where a client parses no markdown: titles, labels, summaries, choices. Control, direction and zero-width marks are
/// stripped and lines joined; nothing is escaped, because an escape would show.
/// </summary>
public readonly struct PlainText
{
    /// <summary>The longest text, in characters as a reader counts them, where no other limit is named.</summary>
    public const int Longest = 500;

    readonly string? _value;

    /// <param name="text">Any text, people's too.</param>
    /// <param name="maxLength">The longest result, in characters as a reader counts them; a longer text ends in an ellipsis.</param>
    public PlainText(string? text, int maxLength = Longest) => _value = VisibleText.Of(text, maxLength);

    /// <summary>What is written.</summary>
    public string Value => _value ?? "";

    public static implicit operator PlainText(string? text) => new(text);

    public static PlainText FromString(string? text) => new(text);

    public override string ToString() => Value;
}
