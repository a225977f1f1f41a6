using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AccountabilityBot.Teams.Authentication;

/// <summary>
/// The documented rules for the connector's token that need no activity: form, algorithm, key, signature, issuer, audience,
/// lifetime. There is no switch that turns one off.
/// </summary>
sealed class ConnectorTokenCheck
{
    /// <summary>How far the connector's clock and ours may differ.</summary>
    internal static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    const string ServiceUrlClaim = "serviceurl";

    readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    readonly ConnectorKeys _keys;
    readonly TokenCache _cache;
    readonly TimeProvider _clock;
    readonly string _appId;
    readonly string _issuer;

    public ConnectorTokenCheck(IOptions<BotOptions> options, ConnectorKeys keys, TokenCache cache, TimeProvider clock)
    {
        _keys = keys;
        _cache = cache;
        _clock = clock;
        _appId = Guid.TryParse(options.Value.AppId, out var id) ? id.ToString() : "";
        _issuer = options.Value.Issuer ?? options.Value.InCloud.Issuer;
    }

    /// <returns>Exactly one of the two.</returns>
    internal async ValueTask<(VerifiedToken? Token, Refusal? Refusal)> CheckAsync(string text, CancellationToken ct)
    {
        if (_cache.Find(text) is { } known)
            return (known, null);

        if (Read(text) is not { } token)
            return (null, Refusal.TokenMalformed);
        if (token.Alg != SecurityAlgorithms.RsaSha256)
            return (null, Refusal.AlgorithmNotAllowed);

        ConnectorKey? key;
        try
        {
            key = string.IsNullOrEmpty(token.Kid) ? null : await _keys.FindAsync(token.Kid, ct);
        }
        catch (KeysUnavailableException)
        {
            return (null, Refusal.KeysUnavailable);
        }

        if (key is null)
            return (null, Refusal.KeyUnknown);

        var result = await _handler.ValidateTokenAsync(token, Rules(key.Key));
        if (!result.IsValid)
            return (null, Reason(result.Exception));
        if (!token.TryGetPayloadValue<string>(ServiceUrlClaim, out var serviceUrl) || string.IsNullOrWhiteSpace(serviceUrl))
            return (null, Refusal.ServiceUrlClaimMissing);

        var verified = new VerifiedToken(serviceUrl, key.Endorsements, token.ValidTo, new(result.ClaimsIdentity));
        _cache.Add(text, verified, Skew);
        return (verified, null);
    }

    JsonWebToken? Read(string text)
    {
        try
        {
            // Three parts: an encrypted token, with five, is none of the connector's.
            return _handler.CanReadToken(text) && text.AsSpan().Count('.') == 2 ? _handler.ReadJsonWebToken(text) : null;
        }
        catch (Exception problem) when (problem is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    TokenValidationParameters Rules(SecurityKey key) => new()
    {
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        RequireSignedTokens = true,
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidateIssuerSigningKey = true,
        ValidateIssuer = true,
        ValidIssuer = _issuer,
        ValidateAudience = true,
        AudienceValidator = (audiences, _, _) => audiences.ToArray() is [var only] && only.Equals(_appId, StringComparison.Ordinal),
        ValidateLifetime = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => Lifetime(from, until),
    };

    // Thrown, not answered with false, because the library then reports every failed lifetime as "invalid" without a reason.
    bool Lifetime(DateTime? from, DateTime? until)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        if (until is not { } end || now > end + Skew)
            throw new SecurityTokenExpiredException();
        if (from is { } start && now < start - Skew)
            throw new SecurityTokenNotYetValidException();
        return true;
    }

    static Refusal Reason(Exception? problem) => problem switch
    {
        SecurityTokenInvalidIssuerException => Refusal.IssuerWrong,
        SecurityTokenInvalidAudienceException => Refusal.AudienceWrong,
        SecurityTokenExpiredException or SecurityTokenNoExpirationException => Refusal.TokenExpired,
        SecurityTokenNotYetValidException => Refusal.TokenNotYetValid,
        SecurityTokenInvalidLifetimeException { InnerException: SecurityTokenExpiredException } => Refusal.TokenExpired,
        SecurityTokenInvalidLifetimeException { InnerException: SecurityTokenNotYetValidException } => Refusal.TokenNotYetValid,
        SecurityTokenInvalidSignatureException => Refusal.SignatureWrong,
        SecurityTokenInvalidAlgorithmException => Refusal.AlgorithmNotAllowed,
        _ => Refusal.TokenMalformed,
    };
}
