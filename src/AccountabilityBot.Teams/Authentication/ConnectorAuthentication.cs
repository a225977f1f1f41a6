using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AccountabilityBot.Teams.Authentication;

/// <summary>
/// The scheme of the Bot Connector. It acts on the connector's endpoint only: as the host's sole scheme it would be asked for
/// every request, and other endpoints have bearers of their own.
/// </summary>
sealed class ConnectorAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    ConnectorTokenCheck check,
    IOptions<BotOptions> bot)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    internal const string SchemeName = "BotConnector";
    const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Without an app id nobody signs: a missing token is nothing to write a line about at each press.
        if (!bot.Value.IsSigned || Context.GetEndpoint()?.Metadata.GetMetadata<ConnectorEndpoint>() is null)
            return AuthenticateResult.NoResult();
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return Refused(Refusal.TokenMissing);

        var (token, refusal) = await check.CheckAsync(header[Bearer.Length..].Trim(), Context.RequestAborted);
        if (token is null)
            return Refused(refusal ?? Refusal.TokenMalformed);
        Context.Features.Set(token);
        return AuthenticateResult.Success(new(token.Principal, SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    static AuthenticateResult Refused(Refusal refusal) => AuthenticateResult.Fail(new RefusedException(refusal));
}

/// <summary>Marks the endpoint that the connector calls.</summary>
sealed class ConnectorEndpoint;

/// <summary>Carries the reason through the framework's result.</summary>
sealed class RefusedException(Refusal refusal) : Exception(refusal.ToString())
{
    internal Refusal Refusal => refusal;
}
