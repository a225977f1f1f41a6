using System.Text.Json.Nodes;
using Xunit.Sdk;

namespace AccountabilityBot.Tests.Harness;

/// <summary>What somebody who pressed sees: a card in the place of the pressed one, or one sentence.</summary>
/// <param name="Activity">The press, to be sent once more.</param>
/// <param name="Shown">The card; none: a sentence.</param>
/// <param name="Said">The sentence; none: a card.</param>
sealed record Answer(JsonObject Activity, FakeMessage Message, ShownCard? Shown, string? Said)
{
    internal ShownCard Card => Shown ?? throw new XunitException($"The answer is no card but the sentence \"{Said}\".");

    internal string Sentence => Said ?? throw new XunitException($"The answer is no sentence but the card:\n{Shown}");

    internal static Answer Read(JsonObject activity, FakeMessage message, JsonNode body) => body["type"]!.GetValue<string>() switch
    {
        "application/vnd.microsoft.card.adaptive" => new(activity, message, new ShownCard(message, body["value"]!.AsObject()), null),
        "application/vnd.microsoft.activity.message" => new(activity, message, null, body["value"]!.GetValue<string>()),
        var other => throw new XunitException($"Teams knows no answer of the type \"{other}\": {body.ToJsonString()}"),
    };
}

/// <summary>A lead as <c>GET /api/leads/…</c> tells it.</summary>
sealed record LeadTold(JsonObject Json)
{
    internal string Id => Json["id"]!.GetValue<string>();

    internal string No => Json["no"]!.GetValue<string>();

    internal string State => Json["state"]!.GetValue<string>();

    internal string? Owner => Json["owner"]?["name"]?.GetValue<string>();

    /// <summary>The name of the one person it is offered to.</summary>
    /// <summary>When what is promised about it is due.</summary>
    internal DateTimeOffset? DueAt => Json["dueAt"]?.GetValue<DateTimeOffset>();

    internal string? OfferedTo => Json["offer"]?["to"]?["name"]?.GetValue<string>();

    /// <summary>What the ledger says, in order, without the beginning <c>lead.</c>: <c>received, offered, accepted</c>.</summary>
    internal string Story => string.Join(", ", Json["ledger"]!.AsArray().Select(line => line!["kind"]!.GetValue<string>()["lead.".Length..]));

    internal JsonObject Line(string kind) => Json["ledger"]!.AsArray().Last(line => line!["kind"]!.GetValue<string>() == $"lead.{kind}")!.AsObject();
}
