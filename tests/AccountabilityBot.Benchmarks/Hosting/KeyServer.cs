using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AccountabilityBot.Cli;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AccountabilityBot.Benchmarks.Hosting;

/// <summary>Announces one key as the connector's key server does, and signs one token with it.</summary>
sealed class KeyServer : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";

    readonly RSA _rsa = RSA.Create(2048);
    WebApplication? _app;

    KeyServer() => Key = new RsaSecurityKey(_rsa) { KeyId = "figures" };

    public RsaSecurityKey Key { get; }

    public Uri Metadata { get; private set; } = null!;

    public static async Task<KeyServer> StartAsync()
    {
        var server = new KeyServer();
        server._app = await Loopback.StartBareAsync(app =>
        {
            app.MapGet("/openid", () => Results.Json(new JsonObject { ["issuer"] = Issuer, ["jwks_uri"] = new Uri(server.Metadata, "/keys").ToString() }));
            app.MapGet("/keys", () => Results.Json(new JsonObject { ["keys"] = new JsonArray(server.Published()) }));
        });
        server.Metadata = new Uri(Loopback.AddressOf(server._app), "/openid");
        return server;
    }

    /// <summary>What makes a bot trust this server, as its command line has it.</summary>
    public IReadOnlyList<string> Settings =>
    [
        $"--Bot:AppId={Presses.AppId}",
        $"--Bot:TenantId={Presses.Tenant}",
        "--Bot:ClientSecret=not used, as nothing is sent",
        $"--Bot:OpenIdMetadata={Metadata}",
        $"--Bot:Issuer={Issuer}",
        "--Bot:ServiceHosts:0=127.0.0.1",
    ];

    /// <summary>A good token, for the service address that the presses name.</summary>
    public string Token()
    {
        var now = Clock.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Presses.AppId,
            NotBefore = now.AddMinutes(-1),
            Expires = now.AddHours(1),
            Claims = new Dictionary<string, object> { ["serviceurl"] = Presses.ServiceUrl },
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _rsa.Dispose();
    }

    JsonObject Published()
    {
        var numbers = _rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
            ["endorsements"] = new JsonArray("msteams"),
        };
    }
}
