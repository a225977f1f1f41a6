using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AccountabilityBot.Tests.Edge;

/// <summary>A connector's key server of our own: it announces keys with endorsements, rotates them, and counts who fetched.</summary>
public sealed class KeyServer : IAsyncDisposable
{
    internal const string Issuer = "https://api.botframework.com";

    /// <summary>Making a key costs more than a test; a key id has the same key in all of them.</summary>
    static readonly ConcurrentDictionary<string, RSA> _made = new();

    readonly Dictionary<string, JsonObject> _published = [];
    WebApplication? _app;
    int _fetches;

    internal Uri Address { get; private set; } = null!;

    internal Uri Metadata => new(Address, "/openid");

    internal int Fetches => Volatile.Read(ref _fetches);

    internal bool IsDown { get; set; }

    /// <summary>Requests to any other path: nobody may ask for a key where a token says.</summary>
    internal int StrayRequests { get; private set; }

    internal static async Task<KeyServer> StartAsync()
    {
        var server = new KeyServer();
        server._app = await LoopbackServer.StartAsync(app =>
        {
            app.MapGet("/openid", () => server.IsDown
                ? Results.StatusCode(503)
                : Results.Json(new JsonObject
                {
                    ["issuer"] = Issuer,
                    ["jwks_uri"] = new Uri(server.Address, "/keys").ToString(),
                    ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
                }));
            app.MapGet("/keys", () =>
            {
                Interlocked.Increment(ref server._fetches);
                return Results.Json(new JsonObject { ["keys"] = new JsonArray([.. server._published.Values.Select(k => k.DeepClone())]) });
            });
            app.MapPost("/token", async (HttpRequest request) =>
            {
                var form = await request.ReadFormAsync();
                return form["grant_type"] == "client_credentials" && form["client_id"] == EdgeHost.AppId && form["scope"] == Issuer + "/.default"
                    ? Results.Json(new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3600, ["access_token"] = "token-from-the-endpoint" })
                    : Results.BadRequest();
            });
            app.MapFallback(() =>
            {
                server.StrayRequests++;
                return Results.NotFound();
            });
        });
        server.Address = LoopbackServer.AddressOf(server._app);
        return server;
    }

    /// <summary>Makes a key and, unless told otherwise, publishes it.</summary>
    internal RsaSecurityKey AddKey(string id, string[]? endorsements = null, bool publish = true)
    {
        var key = new RsaSecurityKey(_made.GetOrAdd(id, _ => RSA.Create(2048))) { KeyId = id };
        var numbers = key.Rsa.ExportParameters(includePrivateParameters: false);
        if (publish)
        {
            _published[id] = new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = id,
                ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
                ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
                ["endorsements"] = new JsonArray([.. (endorsements ?? ["msteams"]).Select(e => JsonValue.Create(e))]),
            };
        }

        return key;
    }

    internal void Withdraw(string id) => _published.Remove(id);

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }
}

/// <summary>A connector's token with each part open to forgery.</summary>
sealed record Forge
{
    internal required SecurityKey Key { get; init; }

    internal string Algorithm { get; init; } = SecurityAlgorithms.RsaSha256;

    internal string? Issuer { get; init; } = KeyServer.Issuer;

    internal string? Audience { get; init; } = EdgeHost.AppId;

    internal string? ServiceUrl { get; init; } = EdgeHost.ServiceUrl;

    internal DateTimeOffset From { get; init; } = EdgeHost.Start;

    internal DateTimeOffset Until { get; init; } = EdgeHost.Start.AddHours(1);

    internal Dictionary<string, object> Header { get; init; } = [];

    public override string ToString()
    {
        var claims = new Dictionary<string, object>();
        if (ServiceUrl is not null)
            claims["serviceurl"] = ServiceUrl;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            NotBefore = From.UtcDateTime,
            Expires = Until.UtcDateTime,
            Claims = claims,
            AdditionalHeaderClaims = Header,
            SigningCredentials = new SigningCredentials(Key, Algorithm),
        });
    }
}
