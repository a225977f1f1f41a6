using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountabilityBot.Teams.Activities;

/// <summary>
/// One thing that Teams tells the bot: a message, a press, a membership change. Only the fields that are read are named;
/// everything else stays in <see cref="Extra"/>. A field of an unexpected JSON kind reads as null, so that a new shape of one
/// field never costs the whole activity.
/// </summary>
public sealed record Activity
{
    /// <summary>The longest message that is read, in UTF-16 units; no command is near as long.</summary>
    public const int LongestText = 4_000;

    public string? Type { get; init; }

    /// <summary>The activity's id, unique within its conversation. Teams may deliver the same id more than once.</summary>
    public string? Id { get; init; }

    /// <summary>Of an invoke or an event, for example <c>adaptiveCard/action</c>.</summary>
    public string? Name { get; init; }

    public string? ChannelId { get; init; }

    /// <summary>Where answers and later messages go. Trusted only after it was compared with the token's claim.</summary>
    public string? ServiceUrl { get; init; }

    [JsonConverter(typeof(LenientObject<Account>))]
    public Account? From { get; init; }

    [JsonConverter(typeof(LenientObject<Account>))]
    public Account? Recipient { get; init; }

    [JsonConverter(typeof(LenientObject<Conversation>))]
    public Conversation? Conversation { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    public string? Locale { get; init; }

    /// <summary>Of a press: the activity id of the message that carries the card.</summary>
    public string? ReplyToId { get; init; }

    public JsonElement? Value { get; init; }

    [JsonConverter(typeof(LenientObject<ChannelData>))]
    public ChannelData? ChannelData { get; init; }

    [JsonConverter(typeof(LenientList<Entity>))]
    public IReadOnlyList<Entity>? Entities { get; init; }

    [JsonConverter(typeof(LenientList<Account>))]
    public IReadOnlyList<Account>? MembersAdded { get; init; }

    [JsonConverter(typeof(LenientList<Account>))]
    public IReadOnlyList<Account>? MembersRemoved { get; init; }

    /// <summary>Of an installationUpdate: <c>add</c>, <c>remove</c>, <c>add-upgrade</c> or <c>remove-upgrade</c>.</summary>
    public string? Action { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The fields that are not named above, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    /// <summary>The chat or channel: the conversation's id without <c>;messageid=…</c>. Rate limits count per thread.</summary>
    [JsonIgnore]
    public string? ThreadId => Conversation?.Id is { } id ? id.Split(';', 2)[0] : null;

    /// <summary>In a channel: the id of the message that began the thread; null elsewhere.</summary>
    [JsonIgnore]
    public string? ChannelThreadRootId
    {
        get
        {
            const string marker = ";messageid=";
            var id = Conversation?.Id ?? "";
            var at = id.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
            var root = at < 0 ? "" : id[(at + marker.Length)..];
            return long.TryParse(root, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? root : null;
        }
    }

    /// <summary>
    /// What the person wrote to the bot: the text without the bot's own mention, clean and at most <see cref="LongestText"/>
    /// long. Mentions of other people stay. Which mention is the bot's is told by the entities, never by a name.
    /// </summary>
    [JsonIgnore]
    public string TextWithoutMention
    {
        get
        {
            var text = Text ?? "";
            foreach (var entity in Entities ?? [])
            {
                if (entity is { Type: "mention", Text.Length: > 0, Mentioned.Id: { } id } && id == Recipient?.Id)
                    text = text.Replace(entity.Text, " ", StringComparison.Ordinal);
            }

            // Teams puts a no-break space, as a character or as an entity, behind a mention.
            return CleanText.Of(text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase).Replace('\u00A0', ' '), LongestText);
        }
    }

    /// <summary>The sender's IANA time zone as the client reported it; a hint, not validated.</summary>
    [JsonIgnore]
    public string? TimeZone =>
        Entities?.FirstOrDefault(e => e.Type == "clientInfo" && !string.IsNullOrWhiteSpace(e.Timezone))?.Timezone;

    /// <summary>The tenant the activity names, from the conversation or else from the channel data.</summary>
    [JsonIgnore]
    public string? TenantId => Conversation?.TenantId ?? ChannelData?.Tenant?.Id;
}
