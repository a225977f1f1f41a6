using System.Text.Json;
using System.Text.Json.Nodes;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Teams;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AccountabilityBot.Benchmarks.Invoking;

/// <summary>
/// The floor: a minimal API that reads the same activity with System.Text.Json, looks at its verb, and writes the same JSON.
/// The answer is ready made as a tree, so that it pays for writing it and not for drawing a card.
/// </summary>
static class BareServer
{
    /// <param name="answer">What the edge answers to the same press.</param>
    /// <param name="keys">With them, the token of each request is verified.</param>
    public static Task<WebApplication> StartAsync(JsonNode answer, KeyServer? keys)
    {
        var handler = new JsonWebTokenHandler { MapInboundClaims = false };
        var rules = keys is null ? null : new TokenValidationParameters
        {
            ValidIssuer = KeyServer.Issuer,
            ValidAudience = Presses.AppId,
            IssuerSigningKey = keys.Key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        };
        return Loopback.StartBareAsync(app => app.MapPost(TeamsEdge.Path, async (HttpContext context) =>
        {
            if (rules is not null && !await IsGoodAsync(context.Request, handler, rules))
                return Results.Unauthorized();
            using var activity = await JsonDocument.ParseAsync(context.Request.Body);
            var verb = activity.RootElement.GetProperty("value").GetProperty("action").GetProperty("verb").GetString();
            return verb is null ? Results.BadRequest() : Results.Json(answer);
        }));
    }

    static async Task<bool> IsGoodAsync(HttpRequest request, JsonWebTokenHandler handler, TokenValidationParameters rules)
    {
        const string bearer = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(bearer, StringComparison.Ordinal)
            && (await handler.ValidateTokenAsync(header[bearer.Length..], rules)).IsValid;
    }
}
