using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AccountabilityBot.Teams.Cards;

/// <summary>
/// A card, schema 1.5: what Teams promises to show. Mentions in its texts are listed in <c>msteams.entities</c> by themselves;
/// whatever is absent is not written.
/// </summary>
[JsonConverter(typeof(AdaptiveCardJson))]
public sealed record AdaptiveCard
{
    /// <summary>The content type of a card, both as an attachment and as the answer to a press.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>What a card may weigh, in bytes of UTF-8. Teams takes about 28 KB and names no exact limit.</summary>
    public const int Budget = 25 * 1024;

    /// <summary>No text is cut shorter than this for the budget's sake.</summary>
    const int ShortestText = 10;

    /// <summary>The most people a refresh may name.</summary>
    public const int MostRefreshUsers = 60;

    /// <summary>
    /// What a toast and the chat list show. It is the activity's summary, which no client puts into the reader's zone: times in it name the zone.
    /// </summary>
    public required PlainText Summary { get; init; }

    public IReadOnlyList<CardElement> Body { get; init; } = [];

    public IReadOnlyList<CardAction> Actions { get; init; } = [];

    public Refresh? Refresh { get; init; }

    /// <summary>Shown by a client that cannot show the card. None: the summary, so that there always is something to read.</summary>
    public PlainText? FallbackText { get; init; }

    /// <summary>The language of the card's sentences, for example <c>de-DE</c>.</summary>
    public string? Lang { get; init; }

    public bool FullWidth { get; init; }

    /// <summary>Leaves letters of all languages as they are: cards are never put into HTML by us, and escapes cost size.</summary>
    internal static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>
    /// Draws a card whose texts come from outside: whole where they fit, and all cut shorter where the card would weigh more
    /// than <see cref="Budget"/>. Emoji and rare letters weigh twelve bytes each on the wire, so that a count of characters
    /// alone promises nothing.
    /// </summary>
    /// <param name="longest">Characters that one text may have at first.</param>
    /// <param name="draw">Draws the card with texts of at most so many characters.</param>
    public static AdaptiveCard Fitting(int longest, Func<int, AdaptiveCard> draw)
    {
        while (true)
        {
            var card = draw(longest);
            if (longest < 2 * ShortestText || card.Weight <= Budget)
                return card;
            longest /= 2;
        }
    }

    /// <summary>What <see cref="Budget"/> counts, in bytes of UTF-8: all but pictures that stand in the card itself, which Teams does not count.</summary>
    public int Weight
    {
        get
        {
            var (buffer, card) = Written();
            return buffer.WrittenCount - card.PictureBytes;
        }
    }

    /// <summary>The card as it goes over the wire.</summary>
    public byte[] ToUtf8Bytes() => Written().Buffer.WrittenSpan.ToArray();

    public void WriteTo(Utf8JsonWriter writer) => WriteTo(new CardWriter(writer));

    (ArrayBufferWriter<byte> Buffer, CardWriter Card) Written()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Encoder });
        var card = new CardWriter(writer);
        WriteTo(card);
        writer.Flush();
        return (buffer, card);
    }

    void WriteTo(CardWriter card)
    {
        var writer = card.Json;
        writer.WriteStartObject();
        writer.WriteString("type", "AdaptiveCard");
        writer.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        writer.WriteString("version", "1.5");
        card.Optional("lang", Lang);
        card.Text("fallbackText", FallbackText ?? Summary);
        Refresh?.Write(card);
        card.Elements("body", Body);
        card.Actions("actions", Actions);
        WriteTeamsPart(card);
        writer.WriteEndObject();
    }

    // After the body, which names the mentions.
    void WriteTeamsPart(CardWriter card)
    {
        if (!FullWidth && card.Mentions.Count == 0)
            return;
        var writer = card.Json;
        writer.WriteStartObject("msteams");
        if (FullWidth)
            writer.WriteString("width", "full");
        if (card.Mentions.Count > 0)
        {
            writer.WriteStartArray("entities");
            foreach (var mention in card.Mentions)
            {
                writer.WriteStartObject();
                writer.WriteString("type", "mention");
                writer.WriteString("text", mention.Text);
                writer.WriteStartObject("mentioned");
                writer.WriteString("id", mention.Id);
                writer.WriteString("name", mention.Name);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}

/// <summary>Has Teams ask for these people's own view of the card when it comes on their screen, at most once a minute.</summary>
/// <param name="Verb">A verb that only reads.</param>
/// <param name="Data">Comes back with the automatic press.</param>
/// <param name="UserIds"><c>29:…</c> ids, 1 to <see cref="AdaptiveCard.MostRefreshUsers"/>.</param>
/// <exception cref="ArgumentException">No people, or too many.</exception>
public sealed record Refresh(string Verb, JsonObject? Data, IReadOnlyList<string> UserIds)
{
    // Without ids, every member of a small conversation would ask: never wanted.
    public IReadOnlyList<string> UserIds { get; } = UserIds.Count is > 0 and <= AdaptiveCard.MostRefreshUsers
        ? UserIds
        : throw new ArgumentException($"A refresh names 1 to {AdaptiveCard.MostRefreshUsers} people, not {UserIds.Count}.", nameof(UserIds));

    internal void Write(CardWriter card)
    {
        card.Json.WriteStartObject("refresh");
        card.Json.WritePropertyName("action");
        new ExecuteAction(Verb, Verb, Data).Write(card);
        card.Json.WriteStartArray("userIds");
        foreach (var id in UserIds)
            card.Json.WriteStringValue(id);
        card.Json.WriteEndArray();
        card.Json.WriteEndObject();
    }
}

/// <summary>Lets a card stand inside other JSON that System.Text.Json writes, for example a dialog. Cards are never read.</summary>
sealed class AdaptiveCardJson : JsonConverter<AdaptiveCard>
{
    public override AdaptiveCard Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Cards are written, never read.");

    public override void Write(Utf8JsonWriter writer, AdaptiveCard value, JsonSerializerOptions options) => value.WriteTo(writer);
}
