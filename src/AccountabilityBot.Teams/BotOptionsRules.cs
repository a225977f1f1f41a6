using AccountabilityBot.Teams.Authentication;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AccountabilityBot.Teams;

/// <summary>What stops the start, each with a sentence that names the setting.</summary>
sealed class BotOptionsRules(IHostEnvironment environment) : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        string[] problems = [.. Problems(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    IEnumerable<string> Problems(BotOptions options) =>
        [.. Identity(options), .. Credentials(options), .. Tenants(options), .. DevelopmentOnly(options), .. Pace(options)];

    IEnumerable<string> Identity(BotOptions options)
    {
        if (BotCloud.Find(options.Cloud) is null)
            yield return $"Bot:Cloud is \"{options.Cloud}\"; it must be {string.Join(", ", BotCloud.All.Select(c => c.Name))}.";
        if (!options.IsSigned && !environment.IsDevelopment())
        {
            yield return "Bot:AppId is missing. Without an app id nothing that arrives is signed, "
                + $"so the bot then starts only in Development, and this is {environment.EnvironmentName}.";
        }

        if (options.IsSigned && !IsId(options.AppId))
            yield return $"Bot:AppId is \"{options.AppId}\"; it must be the app registration's id, a GUID.";
    }

    static IEnumerable<string> Credentials(BotOptions options)
    {
        switch (options.Credential)
        {
            case "secret" when options.IsSigned && string.IsNullOrEmpty(options.ClientSecret):
                yield return "Bot:ClientSecret is missing; Bot:Credential is \"secret\".";
                break;
            case "secret" or "managed-identity":
                break;
            case "certificate" or "federated":
                yield return $"Bot:Credential \"{options.Credential}\" comes in a later version; use secret or managed-identity.";
                break;
            default:
                yield return $"Bot:Credential is \"{options.Credential}\"; it must be secret or managed-identity.";
                break;
        }
    }

    static IEnumerable<string> Tenants(BotOptions options)
    {
        if (options.IsSigned && string.IsNullOrWhiteSpace(options.TenantId))
            yield return "Bot:TenantId is missing; it is the tenant of the app registration.";
        else if (options.IsSigned && !IsId(options.TenantId))
            yield return $"Bot:TenantId is \"{options.TenantId}\"; it must be a GUID.";
        for (var i = 0; i < options.AllowedTenants.Count; i++)
        {
            if (!IsId(options.AllowedTenants[i]))
                yield return $"Bot:AllowedTenants:{i} is \"{options.AllowedTenants[i]}\"; it must be a tenant's id, a GUID.";
        }
    }

    IEnumerable<string> DevelopmentOnly(BotOptions options)
    {
        if (!environment.IsDevelopment())
        {
            foreach (var (setting, isSet) in Overrides(options))
            {
                if (isSet)
                    yield return $"Bot:{setting} is for Development only and must be absent in {environment.EnvironmentName}.";
            }
        }

        foreach (var (setting, address) in new[] { ("OpenIdMetadata", options.OpenIdMetadata), ("TokenEndpoint", options.TokenEndpoint) })
        {
            if (address is not null && !IsSafe(address))
                yield return $"Bot:{setting} is \"{address.OriginalString}\"; it must be an absolute https address, or http on loopback.";
        }

        for (var i = 0; i < options.ServiceHosts.Count; i++)
        {
            if (ServiceHosts.ParseExtra(options.ServiceHosts[i]) is null)
            {
                yield return $"Bot:ServiceHosts:{i} is \"{options.ServiceHosts[i]}\"; "
                    + "it must be a host name reached by https, or a loopback host with or without http:// and a port.";
            }
        }
    }

    static IEnumerable<string> Pace(BotOptions options)
    {
        if (options.RequestsPerSecond is < 1 or > 1_000)
            yield return $"Bot:RequestsPerSecond is {options.RequestsPerSecond}; it must be 1 to 1000 (Teams allows 50 by default).";
    }

    static IEnumerable<(string Setting, bool IsSet)> Overrides(BotOptions options) =>
    [
        (nameof(options.OpenIdMetadata), options.OpenIdMetadata is not null),
        (nameof(options.Issuer), options.Issuer is not null),
        (nameof(options.TokenEndpoint), options.TokenEndpoint is not null),
        (nameof(options.ServiceHosts), options.ServiceHosts.Count > 0),
    ];

    // One spelling, so that an id in a token or an activity can be compared as text.
    static bool IsId(string? text) => Guid.TryParseExact(text, "D", out _);

    static bool IsSafe(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
