using Azure.Core;

namespace AccountabilityBot.Teams;

/// <summary>Who the bot is towards other parts of Microsoft's cloud: the same identity with which it speaks to Teams.</summary>
/// <param name="create">Makes a credential; null in the Playground's mode, where there is no identity.</param>
/// <param name="graph">Root of Microsoft Graph in the bot's cloud.</param>
/// <param name="appId">The bot's app id; null in the Playground's mode.</param>
/// <param name="tenantId">The tenant of its registration.</param>
public sealed class BotIdentity(Func<TokenCredential>? create, Uri graph, string? appId, string? tenantId)
{
    public Uri Graph => graph;

    public string? AppId => appId;

    public string? TenantId => tenantId;

    /// <summary>A credential with an empty cache of its own: a token that was refused is not given again.</summary>
    /// <returns>Null where there is no identity.</returns>
    public TokenCredential? NewCredential() => create?.Invoke();
}
