using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountabilityBot.Teams.Activities;

/// <summary>Something that Teams says about the text or the client: a <c>mention</c>, the <c>clientInfo</c>.</summary>
public sealed record Entity
{
    public string? Type { get; init; }

    /// <summary>Of a mention: exactly the part of the activity's text that it stands for.</summary>
    public string? Text { get; init; }

    [JsonConverter(typeof(LenientObject<Account>))]
    public Account? Mentioned { get; init; }

    public string? Locale { get; init; }

    /// <summary>Of the client: its IANA time zone.</summary>
    public string? Timezone { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
