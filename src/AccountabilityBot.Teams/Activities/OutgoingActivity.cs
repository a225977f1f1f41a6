using System.Text.Json;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Teams.Activities;

/// <summary>
/// A message to Teams: a card or a text, never both, because Teams splits such a message in two and returns no id to edit.
/// </summary>
public sealed record OutgoingActivity
{
    OutgoingActivity()
    {
    }

    public AdaptiveCard? Card { get; private init; }

    public string? Text { get; private init; }

    /// <summary>Asks for an entry in the receiver's activity feed; the receiver's own settings may refuse it.</summary>
    public bool Alert { get; init; }

    /// <summary>The card alone; its summary is what a toast and the chat list show.</summary>
    public static OutgoingActivity ForCard(AdaptiveCard card) => new() { Card = card };

    /// <summary>A plain sentence. It is sent with <c>textFormat: plain</c>, so that no markdown in it takes effect.</summary>
    public static OutgoingActivity ForText(string text) => new() { Text = text };

    /// <summary>Writes the activity as the connector expects it.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "message");
        if (Card is { } card)
        {
            writer.WriteString("summary", card.Summary.Value);
            writer.WriteStartArray("attachments");
            writer.WriteStartObject();
            writer.WriteString("contentType", AdaptiveCard.ContentType);
            writer.WritePropertyName("content");
            card.WriteTo(writer);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteString("text", Text);
            writer.WriteString("textFormat", "plain");
        }

        if (Alert)
        {
            writer.WriteStartObject("channelData");
            writer.WriteStartObject("notification");
            writer.WriteBoolean("alert", true);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
