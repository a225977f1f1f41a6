using System.Text.Json;
using System.Text.Json.Nodes;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Tests.Edge;

/// <summary>The JSON that Teams receives.</summary>
public sealed class AdaptiveCardTests
{
    [Fact]
    public void A_card_names_its_version_and_leaves_out_what_is_absent() =>
        Assert.Equal(
            """{"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","fallbackText":"Hello in short","body":[{"type":"TextBlock","text":"Hello","wrap":true}]}""",
            Json(new AdaptiveCard { Summary = "Hello in short", Body = [new TextBlock(CardText.Of("Hello"))] }).ToJsonString());

    [Fact]
    public void Mentions_anywhere_in_the_body_are_listed_once()
    {
        var ana = CardText.Mention("29:ana", "Ana");
        var json = Json(new AdaptiveCard
        {
            Summary = "x",
            Body =
            [
                new TextBlock(CardText.Of("Offered to ") + ana),
                new Container([new ColumnSet([new Column([new FactSet([new(CardText.Of("By"), CardText.Mention("o-bo", "Bo"))])])])]),
                new TextBlock(CardText.Bold(ana)),
            ],
        });

        var entities = json["msteams"]!["entities"]!.AsArray();
        Assert.Equal([("29:ana", "<at>Ana</at>"), ("o-bo", "<at>Bo</at>")], entities.Select(e => ((string)e!["mentioned"]!["id"]!, (string)e["text"]!)));
    }

    [Fact]
    public void An_execute_action_carries_its_verb_data_style_and_place()
    {
        var action = new ExecuteAction("Pass on", "lead.pass", new JsonObject { ["lead"] = 7 })
        {
            Style = ActionStyle.Destructive,
            Mode = ActionMode.Secondary,
            AssociatedInputs = AssociatedInputs.None,
            Tooltip = "To a colleague",
        };
        AssertJson(
            """
            {"type":"Action.Execute","title":"Pass on","style":"destructive","mode":"secondary","tooltip":"To a colleague",
             "verb":"lead.pass","data":{"lead":7},"associatedInputs":"none"}
            """,
            Json(Card() with { Actions = [action] })["actions"]![0]!);
    }

    [Fact]
    public void A_submit_action_carries_its_verb_in_the_data_and_may_open_a_dialog() => AssertJson(
        """{"type":"Action.Submit","title":"Form","data":{"verb":"lead.form","lead":"7","msteams":{"type":"task/fetch"}}}""",
        Json(Card() with
        {
            Actions = [new SubmitAction("Form", "lead.form", new JsonObject { ["verb"] = "other", ["lead"] = "7" }) { OpensDialog = true }],
        })["actions"]![0]!);

    [Fact]
    public void A_refresh_names_who_is_asked()
    {
        var json = Json(Card() with { Refresh = new("lead.view", new JsonObject { ["lead"] = 7 }, ["29:ana"]) });
        AssertJson(
            """{"action":{"type":"Action.Execute","title":"lead.view","verb":"lead.view","data":{"lead":7}},"userIds":["29:ana"]}""",
            json["refresh"]!);
        Assert.Throws<ArgumentException>(() => new Refresh("v", null, []));
        Assert.Throws<ArgumentException>(() => new Refresh("v", null, [.. Enumerable.Repeat("29:x", 61)]));
    }

    [Fact]
    public void A_badge_falls_back_to_a_text_that_shows_the_same() => AssertJson(
        """
        {"type":"Badge","text":"hot [x]","style":"Attention","appearance":"Tint",
         "fallback":{"type":"TextBlock","text":"hot \\[x\\]","weight":"bolder","color":"attention","wrap":true}}
        """,
        Json(Card(new Badge("hot [x]") { Style = BadgeStyle.Attention }))["body"]![0]!);

    [Fact]
    public void Every_input_has_its_id_its_label_and_its_limits()
    {
        var json = Json(Card(
            new TextInput("note", "Note") { IsMultiline = true, MaxLength = 500, IsRequired = true, ErrorMessage = "Say why." },
            new NumberInput("value", "Value") { Min = 0, Max = 10.5m },
            new ChoiceInput("reason", "Reason", [new("No budget", "no-budget")]) { Style = ChoiceStyle.Expanded, Value = "no-budget" },
            new ChoiceInput("who", "Who", []) { Style = ChoiceStyle.Filtered, Dataset = "graph.microsoft.com/users" },
            new DateInput("end", "End") { Min = new DateOnly(2026, 11, 23) },
            new TimeInput("at", "At") { Value = new TimeOnly(9, 5) },
            new ToggleInput("mine", "Mine", "Only mine") { Value = true }))["body"]!.AsArray();

        Assert.All(json, i => Assert.NotNull(i!["label"]));
        Assert.Equal(["note", "value", "reason", "who", "end", "at", "mine"], json.Select(i => (string)i!["id"]!));
        AssertJson(
            """{"type":"Input.Text","id":"note","label":"Note","isRequired":true,"errorMessage":"Say why.","isMultiline":true,"maxLength":500}""", json[0]!);
        AssertJson("""{"type":"Input.Number","id":"value","label":"Value","min":0,"max":10.5}""", json[1]!);
        AssertJson(
            """{"type":"Input.ChoiceSet","id":"reason","label":"Reason","style":"expanded","wrap":true,"value":"no-budget","choices":[{"title":"No budget","value":"no-budget"}]}""",
            json[2]!);
        Assert.Equal("graph.microsoft.com/users", (string?)json[3]!["choices.data"]!["dataset"]);
        Assert.Equal("2026-11-23", (string?)json[4]!["min"]);
        Assert.Equal("09:05", (string?)json[5]!["value"]);
        AssertJson(
            """{"type":"Input.Toggle","id":"mine","label":"Mine","title":"Only mine","wrap":true,"value":"true","valueOn":"true","valueOff":"false"}""", json[6]!);
        Assert.Throws<ArgumentException>(() => new TextInput("note", ""));
    }

    [Fact]
    public void Addresses_must_be_https_and_pictures_must_say_what_they_show()
    {
        Assert.Throws<ArgumentException>(() => new OpenUrlAction("Open", new Uri("http://example.com")));
        Assert.Throws<ArgumentException>(() => new OpenUrlAction("Open", new Uri("javascript:alert(1)")));
        Assert.Throws<ArgumentException>(() => new Image("http://example.com/x.png", "x"));
        Assert.Throws<ArgumentException>(() => new Image("https://example.com/x.png", ""));
        Assert.Equal("data:image/png;base64,AAAA", (string?)Json(Card(new Image("data:image/png;base64,AAAA", "A chart")))["body"]![0]!["url"]);
    }

    [Fact]
    public void Letters_of_all_languages_cost_no_escapes()
    {
        var card = Card(new TextBlock(CardText.Untrusted("Größe 山田 'quoted'")));
        Assert.Contains("Größe 山田 'quoted'", System.Text.Encoding.UTF8.GetString(card.ToUtf8Bytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_is_sent_alone_with_its_summary_and_an_alert_on_request()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            (OutgoingActivity.ForCard(Card()) with { Alert = true }).WriteTo(writer);
        var json = JsonNode.Parse(stream.ToArray())!;
        Assert.Equal("A new lead", (string?)json["summary"]);
        Assert.Null(json["text"]);
        Assert.Equal(AdaptiveCard.ContentType, (string?)json["attachments"]![0]!["contentType"]);
        Assert.Equal("AdaptiveCard", (string?)json["attachments"]![0]!["content"]!["type"]);
        Assert.True((bool?)json["channelData"]!["notification"]!["alert"]);
    }

    [Fact]
    public void A_card_stands_inside_other_json() =>
        Assert.Contains("\"card\":{\"type\":\"AdaptiveCard\"", JsonSerializer.Serialize(new { card = Card() }), StringComparison.Ordinal);

    static AdaptiveCard Card(params CardElement[] body) => new() { Summary = "A new lead", Body = body };

    static JsonNode Json(AdaptiveCard card) => JsonNode.Parse(card.ToUtf8Bytes())!;

    static void AssertJson(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
