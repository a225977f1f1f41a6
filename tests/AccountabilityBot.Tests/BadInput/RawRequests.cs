using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AccountabilityBot.Tests.Harness;

namespace AccountabilityBot.Tests.BadInput;

/// <summary>Requests as no client of ours would make them.</summary>
static class RawRequests
{
    internal static Task<RawAnswer> SendActivityAsync(this BotHarness bot, string json) =>
        bot.SendRawAsync("/api/messages", new StringContent(json, Encoding.UTF8, "application/json"));

    internal static async Task<RawAnswer> SendRawAsync(this BotHarness bot, string path, HttpContent content, bool hasKey = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (hasKey)
            request.Headers.Add("X-Api-Key", BotHarness.Key);
        using var response = await bot.Http.SendAsync(request);
        return new RawAnswer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
    }

    /// <summary>A press whose JSON was changed on the way.</summary>
    internal static async Task<Answer> SendPressAsync(this BotHarness bot, ShownCard card, JsonObject press)
    {
        var answer = await bot.SendActivityAsync(press.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return Answer.Read(press, card.Message, JsonNode.Parse(answer.Body)!);
    }

    /// <summary>What the card sends with the press; a test may write anything into it.</summary>
    internal static JsonObject DataOf(JsonObject press) => press["value"]!["action"]!["data"]!.AsObject();

    internal static void SetData(JsonObject press, JsonNode? data) => press["value"]!["action"]!["data"] = data;
}

/// <summary>An answer as it came over the wire.</summary>
sealed record RawAnswer(HttpStatusCode Status, string? MediaType, string Body);
