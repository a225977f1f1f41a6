using System.Text.Json;
using System.Text.Json.Nodes;

namespace AccountabilityBot.Benchmarks.Hosting;

/// <summary>Presses as Teams sends them, about 1.3 KB each.</summary>
static class Presses
{
    public const string Tenant = "11111111-2222-4333-8444-555555555555";
    public const string AppId = "aaaaaaaa-bbbb-4ccc-8ddd-000000000001";
    public const string ServiceUrl = "http://127.0.0.1:9/emea/";
    public const string Channel = "19:sales@thread.tacv2";

    /// <param name="objectId">The presser's, from the directory.</param>
    /// <param name="message">Activity id of the message that carries the card.</param>
    /// <param name="data">What the card's button carries.</param>
    public static byte[] Of(string verb, string objectId, string message, JsonObject data) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["id"] = $"f:{Guid.NewGuid()}",
        ["timestamp"] = "2026-11-23T09:00:00.123Z",
        ["localTimestamp"] = "2026-11-23T10:00:00.123+01:00",
        ["channelId"] = "msteams",
        ["serviceUrl"] = ServiceUrl,
        ["from"] = new JsonObject { ["id"] = "29:" + objectId, ["name"] = "A colleague", ["aadObjectId"] = objectId },
        ["recipient"] = new JsonObject { ["id"] = "28:" + AppId, ["name"] = "AccountabilityBot" },
        ["conversation"] = new JsonObject
        {
            ["id"] = ConversationOf(message),
            ["conversationType"] = "channel",
            ["tenantId"] = Tenant,
            ["isGroup"] = true,
            ["name"] = "Sales",
        },
        ["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "clientInfo",
            ["locale"] = "en-US",
            ["country"] = "US",
            ["platform"] = "Windows",
            ["timezone"] = "Europe/Berlin",
        }),
        ["channelData"] = new JsonObject
        {
            ["channel"] = new JsonObject { ["id"] = Channel },
            ["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2" },
            ["tenant"] = new JsonObject { ["id"] = Tenant },
            ["source"] = new JsonObject { ["name"] = "message" },
            ["legacy"] = new JsonObject { ["replyToId"] = message },
        },
        ["replyToId"] = message,
        ["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = "Accept", ["id"] = "1", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        },
        ["locale"] = "en-US",
        ["localTimezone"] = "Europe/Berlin",
    });

    public static string ConversationOf(string message) => $"{Channel};messageid={message}";
}
