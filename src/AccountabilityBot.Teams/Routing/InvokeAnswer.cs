using System.Text.Json;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Teams.Routing;

/// <summary>The HTTP answer to an invoke.</summary>
/// <param name="Status">The HTTP status: 200 whenever our code handled the invoke, whatever it decided.</param>
/// <param name="Body">A <see cref="CardAnswer"/>, or anything System.Text.Json writes; null for an empty body.</param>
public sealed record InvokeAnswer(int Status, object? Body)
{
    const string SentenceType = "application/vnd.microsoft.activity.message";

    static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { Encoder = AdaptiveCard.Encoder };

    /// <summary>The answer to a press.</summary>
    public static InvokeAnswer Of(CardAnswer answer) => new(200, answer);

    /// <summary>Writes the body; call only when there is one.</summary>
    internal void WriteBody(Utf8JsonWriter writer)
    {
        if (Body is CardAnswer answer)
            Write(writer, answer);
        else
            JsonSerializer.Serialize(writer, Body, _options);
    }

    static void Write(Utf8JsonWriter writer, CardAnswer answer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("statusCode", 200);
        if (answer.Card is { } card)
        {
            writer.WriteString("type", AdaptiveCard.ContentType);
            writer.WritePropertyName("value");
            card.WriteTo(writer);
        }
        else
        {
            writer.WriteString("type", SentenceType);
            writer.WriteString("value", answer.Sentence);
        }

        writer.WriteEndObject();
    }
}
