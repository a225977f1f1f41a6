namespace AccountabilityBot.Teams;

/// <summary>The section <c>Bot</c> of the configuration. <see cref="BotOptionsRules"/> says what is refused at start.</summary>
public sealed class BotOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Bot";

    /// <summary>
    /// The bot's app id, a GUID. Without one nothing is signed: the host then starts only in Development and only on loopback,
    /// for the Agents Playground.
    /// </summary>
    public string? AppId { get; set; }

    /// <summary>The tenant of the app registration, a GUID.</summary>
    public string? TenantId { get; set; }

    /// <summary><c>public</c>, <c>usgov</c> or <c>china</c>.</summary>
    public string Cloud { get; set; } = "public";

    /// <summary><c>secret</c> or <c>managed-identity</c>.</summary>
    public string Credential { get; set; } = "secret";

    /// <summary>With the credential <c>secret</c>. It belongs in the environment or a vault, never in a file of the repository.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// The tenants whose activities are accepted; by default <see cref="TenantId"/> alone. Without an app id and without either,
    /// any activity that names one tenant consistently is accepted.
    /// </summary>
    public IList<string> AllowedTenants { get; init; } = [];

    /// <summary>The most requests a second that the bot sends in one tenant; Teams' own ceiling is 50.</summary>
    public int RequestsPerSecond { get; set; } = 50;

    /// <summary>Development only: another document that announces the connector's keys.</summary>
    public Uri? OpenIdMetadata { get; set; }

    /// <summary>Development only: another issuer of the connector's tokens.</summary>
    public string? Issuer { get; set; }

    /// <summary>Development only: another place to ask for the bot's own token.</summary>
    public Uri? TokenEndpoint { get; set; }

    /// <summary>
    /// Development only: further hosts that the bot may talk to. A loopback host may use http and any port; it is written as
    /// <c>127.0.0.1</c>, <c>127.0.0.1:5000</c> or <c>http://127.0.0.1:5000</c>.
    /// </summary>
    public IList<string> ServiceHosts { get; init; } = [];

    /// <summary>False in the Playground's mode.</summary>
    internal bool IsSigned => !string.IsNullOrWhiteSpace(AppId);

    /// <summary>The tenants in force; empty only in the Playground's mode.</summary>
    internal IReadOnlyCollection<string> Tenants =>
        AllowedTenants.Count > 0 ? [.. AllowedTenants] : string.IsNullOrWhiteSpace(TenantId) ? [] : [TenantId];

    /// <summary>The cloud in force; the rules have seen to it that there is one.</summary>
    internal BotCloud InCloud => BotCloud.Find(Cloud) ?? throw new InvalidOperationException($"Bot:Cloud names no cloud: {Cloud}.");
}
