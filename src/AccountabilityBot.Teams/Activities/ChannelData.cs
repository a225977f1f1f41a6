using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountabilityBot.Teams.Activities;

/// <summary>What Teams adds to the common activity: tenant, team, channel, and which event this is.</summary>
public sealed record ChannelData
{
    [JsonConverter(typeof(LenientObject<TenantInfo>))]
    public TenantInfo? Tenant { get; init; }

    [JsonConverter(typeof(LenientObject<TeamInfo>))]
    public TeamInfo? Team { get; init; }

    [JsonConverter(typeof(LenientObject<ChannelInfo>))]
    public ChannelInfo? Channel { get; init; }

    /// <summary>For example <c>channelRenamed</c>, <c>teamArchived</c>, <c>editMessage</c>.</summary>
    public string? EventType { get; init; }

    [JsonConverter(typeof(LenientObject<ChannelSettings>))]
    public ChannelSettings? Settings { get; init; }

    public string? TeamsTeamId { get; init; }

    public string? TeamsChannelId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record TenantInfo(string? Id);

/// <param name="Id">The team's conversation id; equals the id of its General channel.</param>
/// <param name="Name">Sent with installations and membership changes only.</param>
/// <param name="AadGroupId">The Entra group behind the team.</param>
public sealed record TeamInfo(string? Id, string? Name, string? AadGroupId);

/// <param name="Id">The channel's conversation id.</param>
/// <param name="Name">Null for the General channel.</param>
public sealed record ChannelInfo(string? Id, string? Name);

/// <summary>Set on an installation: the channel that the installer picked.</summary>
public sealed record ChannelSettings
{
    [JsonConverter(typeof(LenientObject<ChannelInfo>))]
    public ChannelInfo? SelectedChannel { get; init; }
}
