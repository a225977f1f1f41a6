using System.Text.Json;
using Azure.Core;

namespace AccountabilityBot.Teams.Connector;

/// <summary>
/// Asks an address of one's own for a token by <c>client_credentials</c>: in Development, so that tests of the signed path need no
/// Entra. The real issuers are asked by Azure.Identity.
/// </summary>
sealed class FormPostCredential(HttpClient http, Uri endpoint, BotOptions options, TimeProvider clock) : TokenCredential
{
    internal const string Client = "AccountabilityBot.TokenEndpoint";

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            new("client_id", options.AppId),
            new("client_secret", options.ClientSecret),
            new("scope", string.Join(' ', requestContext.Scopes)),
        ]);
        using var response = await http.PostAsync(endpoint, form, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{endpoint.Host} answered {(int)response.StatusCode}.");
        try
        {
            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            var token = answer.RootElement.GetProperty("access_token").GetString() ?? throw new InvalidOperationException("No token.");
            return new(token, clock.GetUtcNow().AddSeconds(answer.RootElement.GetProperty("expires_in").GetInt32()));
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or FormatException)
        {
            throw new InvalidOperationException($"{endpoint.Host} gave an answer that is no token.", problem);
        }
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Tokens are fetched asynchronously.");
}
