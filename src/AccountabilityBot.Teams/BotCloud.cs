namespace AccountabilityBot.Teams;

/// <summary>The addresses of one Microsoft cloud. Source: the authentication pages of the Bot Connector for each cloud.</summary>
/// <param name="Name">As in <c>Bot:Cloud</c>.</param>
/// <param name="Issuer">The issuer of the connector's tokens.</param>
/// <param name="Metadata">Where the connector's keys are announced.</param>
/// <param name="Login">Where the bot asks for its own token.</param>
/// <param name="Scope">What the bot asks a token for.</param>
/// <param name="Hosts">Hosts of the connector; a name with a leading dot stands for every host under it.</param>
/// <param name="Graph">Root of Microsoft Graph. Source: Graph, national cloud deployments.</param>
sealed record BotCloud(string Name, string Issuer, Uri Metadata, Uri Login, string Scope, IReadOnlyList<string> Hosts, Uri Graph)
{
    // trafficmanager.net is a name that anyone can rent a host under, hence exactly this one.
    const string GlobalHost = "smba.trafficmanager.net";

    internal static IReadOnlyList<BotCloud> All { get; } =
    [
        new(
            "public",
            "https://api.botframework.com",
            new("https://login.botframework.com/v1/.well-known/openidconfiguration"),
            new("https://login.microsoftonline.com/"),
            "https://api.botframework.com/.default",
            [GlobalHost, ".botframework.com", ".teams.microsoft.com"],
            new("https://graph.microsoft.com/")),
        new(
            "usgov",
            "https://api.botframework.us",
            new("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
            new("https://login.microsoftonline.us/"),
            "https://api.botframework.us/.default",
            [".botframework.azure.us", ".teams.microsoft.us"],
            new("https://graph.microsoft.us/")),
        new(
            "china",
            "https://api.botframework.azure.cn",
            new("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
            new("https://login.partner.microsoftonline.cn/"),
            "https://api.botframework.azure.cn/.default",
            [".botframework.azure.cn"],
            new("https://microsoftgraph.chinacloudapi.cn/")),
    ];

    /// <returns>Null when there is no such cloud.</returns>
    internal static BotCloud? Find(string name) => All.FirstOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
