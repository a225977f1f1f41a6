using System.Text.Json;
using System.Text.Json.Nodes;

namespace AccountabilityBot.Teams.Cards;

/// <summary>Writes the members of a card, leaves out what is absent, and gathers the mentions on the way.</summary>
sealed class CardWriter(Utf8JsonWriter json)
{
    readonly List<CardMention> _mentions = [];

    internal Utf8JsonWriter Json => json;

    internal IReadOnlyList<CardMention> Mentions => _mentions;

    /// <summary>Of pictures that stand in the card itself.</summary>
    internal int PictureBytes { get; private set; }

    /// <summary>An address, or a picture in place of one; the latter is base64, a byte a character.</summary>
    internal void Picture(string name, string url)
    {
        json.WriteString(name, url);
        if (url.StartsWith("data:", StringComparison.Ordinal))
            PictureBytes += url.Length;
    }

    internal void Text(string name, CardText text)
    {
        json.WriteString(name, text.Value);
        foreach (var mention in text.Mentions)
        {
            if (!_mentions.Contains(mention))
                _mentions.Add(mention);
        }
    }

    internal void Text(string name, PlainText text) => json.WriteString(name, text.Value);

    internal void Optional(string name, PlainText? text)
    {
        if (text is { } given)
            json.WriteString(name, given.Value);
    }

    internal void Optional(string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    internal void Optional(string name, int? number)
    {
        if (number is { } given)
            json.WriteNumber(name, given);
    }

    internal void Optional(string name, decimal? number)
    {
        if (number is { } given)
            json.WriteNumber(name, given);
    }

    internal void Optional<T>(string name, T? choice)
        where T : struct, Enum
    {
        if (choice is { } given)
            json.WriteString(name, CardWords<T>.Of(given));
    }

    /// <summary>Writes a flag only where it differs from the card language's default, false.</summary>
    internal void Flag(string name, bool set)
    {
        if (set)
            json.WriteBoolean(name, true);
    }

    internal void Data(string name, JsonObject? data)
    {
        if (data is null)
            return;
        json.WritePropertyName(name);
        data.WriteTo(json);
    }

    internal void Elements(string name, IReadOnlyList<CardElement> elements)
    {
        json.WriteStartArray(name);
        foreach (var element in elements)
            element.Write(this);
        json.WriteEndArray();
    }

    internal void Actions(string name, IReadOnlyList<CardAction> actions)
    {
        if (actions.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var action in actions)
            action.Write(this);
        json.WriteEndArray();
    }

    internal void Optional(string name, CardAction? action)
    {
        if (action is null)
            return;
        json.WritePropertyName(name);
        action.Write(this);
    }
}
