using System.Globalization;

namespace AccountabilityBot.Teams.Cards;

/// <summary>
/// Text for the places of a card where clients parse markdown, mentions and <c>{{DATE}}</c>. People's text can enter only
/// through <see cref="Untrusted"/> or as an argument of <see cref="Format"/>, and then shows literally.
/// </summary>
public readonly struct CardText
{
    /// <summary>The longest untrusted text where no other limit is named, in characters as a reader counts them.</summary>
    public const int LongestUntrusted = 200;

    readonly string? _value;
    readonly CardMention[]? _mentions;

    CardText(string value, CardMention[]? mentions = null)
    {
        _value = value;
        _mentions = mentions;
    }

    /// <summary>What is written, markdown included.</summary>
    public string Value => _value ?? "";

    internal IReadOnlyList<CardMention> Mentions => _mentions ?? [];

    /// <summary>Our own sentence; it may hold markdown.</summary>
    public static CardText Of(string sentence) => new(sentence);

    /// <summary>Text from outside: one line, capped, and shown literally.</summary>
    /// <param name="text">Any text; null is empty.</param>
    /// <param name="maxLength">In characters as a reader counts them, an ellipsis included.</param>
    public static CardText Untrusted(string? text, int maxLength = LongestUntrusted) =>
        new(Markdown.Escape(VisibleText.Of(text, maxLength)));

    /// <summary>
    /// Our own sentence with <c>{0}</c> places, as in <see cref="string.Format(IFormatProvider, string, object[])"/>. Arguments
    /// that are <see cref="CardText"/> pass as they are; everything else is formatted for the culture and escaped as untrusted.
    /// </summary>
    /// <exception cref="FormatException">The sentence names a place that has no argument.</exception>
    public static CardText Format(CultureInfo culture, string sentence, params ReadOnlySpan<object?> args)
    {
        var format = new SentenceFormat(culture);
        return new(string.Format(format, sentence, args), SentenceFormat.MentionsOf(args));
    }

    /// <summary>A mention; the card lists it in its entities by itself.</summary>
    /// <param name="userOrObjectId">The <c>29:…</c> id, the Entra object id or the user principal name.</param>
    /// <param name="name">The person's name; text from outside.</param>
    public static CardText Mention(string userOrObjectId, string name)
    {
        var mention = CardMention.Of(userOrObjectId, name);
        return new(mention.Text, [mention]);
    }

    /// <summary>Date and time, which each client shows in its own zone and language. Works in text blocks only.</summary>
    public static CardText Instant(DateTimeOffset utc) => new($"{{{{DATE({Wire(utc)},SHORT)}}}} {{{{TIME({Wire(utc)})}}}}");

    /// <summary>The time of day, which each client shows in its own zone. Works in text blocks only.</summary>
    public static CardText TimeOnly(DateTimeOffset utc) => new($"{{{{TIME({Wire(utc)})}}}}");

    public static CardText Bold(CardText text) => new($"**{text.Value}**", text._mentions);

    public static CardText operator +(CardText left, CardText right) =>
        new(left.Value + right.Value, Joined(left._mentions, right._mentions));

    public static CardText Add(CardText left, CardText right) => left + right;

    public override string ToString() => Value;

    // The card language knows no fractions of a second.
    static string Wire(DateTimeOffset utc) => utc.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    static CardMention[]? Joined(CardMention[]? left, CardMention[]? right) =>
        left is null ? right : right is null ? left : [.. left, .. right];

    sealed class SentenceFormat(CultureInfo culture) : IFormatProvider, ICustomFormatter
    {
        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : culture.GetFormat(formatType);

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
        {
            CardText text => text.Value,
            IFormattable value => Untrusted(value.ToString(format, culture)).Value,
            _ => Untrusted(arg?.ToString()).Value,
        };

        internal static CardMention[]? MentionsOf(ReadOnlySpan<object?> args)
        {
            CardMention[]? mentions = null;
            foreach (var arg in args)
            {
                if (arg is CardText text)
                    mentions = Joined(mentions, text._mentions);
            }

            return mentions;
        }
    }
}
