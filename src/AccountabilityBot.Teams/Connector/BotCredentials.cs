using Azure.Core;
using Azure.Identity;

namespace AccountabilityBot.Teams.Connector;

/// <summary>Which credential the configuration asks for.</summary>
static class BotCredentials
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    /// <returns>Null in the Playground's mode.</returns>
    internal static Func<TokenCredential>? For(BotOptions options, IHttpClientFactory clients, TimeProvider clock) => options switch
    {
        { IsSigned: false } => null,
        { TokenEndpoint: { } endpoint } => () =>
            new FormPostCredential(clients.CreateClient(FormPostCredential.Client), endpoint, options, clock),
        { Credential: "managed-identity" } => () => new ManagedIdentityCredential(
            Patient(new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(options.AppId)))),
        _ => () => new ClientSecretCredential(
            options.TenantId, options.AppId, options.ClientSecret,
            Patient(new ClientSecretCredentialOptions { AuthorityHost = options.InCloud.Login })),
    };

    // The library would wait 100 s; a person's answer waits with it.
    static T Patient<T>(T options)
        where T : TokenCredentialOptions
    {
        options.Retry.NetworkTimeout = _patience;
        options.Retry.MaxRetries = 1;
        return options;
    }
}
