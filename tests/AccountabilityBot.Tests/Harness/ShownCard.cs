using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AccountabilityBot.Tests.Harness;

/// <summary>A button as a person sees it.</summary>
/// <param name="IsOverflow">Behind the three dots.</param>
/// <param name="SendsInputs">Whether the client sends what stands in the inputs.</param>
sealed record ShownButton(string Title, string Verb, JsonObject Data, bool IsOverflow, bool SendsInputs)
{
    public override string ToString() => IsOverflow ? $"({Title})" : Title;
}

/// <summary>Something to fill in.</summary>
/// <param name="Choices">Title and value of each; empty for a text.</param>
sealed record ShownInput(string Id, string Label, bool IsRequired, string Value, IReadOnlyList<(string Title, string Value)> Choices);

/// <summary>What somebody has in front of them: a message, or the card that answered a press in its place. A snapshot.</summary>
/// <param name="Message">The message that carries it; presses name it.</param>
/// <param name="Activity">Of a message as it was sent; of an answer the card alone.</param>
sealed partial record ShownCard(FakeMessage Message, JsonObject Activity)
{
    internal JsonObject? Card { get; } = Activity["type"]?.GetValue<string>() == "AdaptiveCard"
        ? Activity
        : Activity["attachments"]?[0]?["content"] as JsonObject;

    /// <summary>The toast.</summary>
    internal string Summary => Activity["summary"]?.GetValue<string>() ?? "";

    /// <summary>Every text from top to bottom, as it reads; facts as <c>Title: value</c>.</summary>
    internal IReadOnlyList<string> Texts => Card is null ? [Activity["text"]?.GetValue<string>() ?? ""] : [.. TextsOf(Card["body"])];

    internal string Text => string.Join('\n', Texts);

    internal IReadOnlyList<ShownButton> Buttons => Card is null ? [] : [.. Nodes(Card).Where(IsAction).Select(ToButton)];

    /// <summary>All buttons in a row, those behind the three dots in brackets.</summary>
    internal string ButtonRow => string.Join(", ", Buttons);

    internal IReadOnlyList<ShownInput> Inputs => Card is null ? [] : [.. Nodes(Card["body"]).Where(IsInput).Select(ToInput)];

    /// <summary>The names of those who are called by the card.</summary>
    internal IReadOnlyList<string> Mentions =>
        [.. (Card?["msteams"]?["entities"] as JsonArray ?? []).Select(entity => entity!["mentioned"]!["name"]!.GetValue<string>())];

    /// <summary>The <c>29:</c> ids of those for whom the client asks for a view of their own.</summary>
    internal IReadOnlyList<string> RefreshUserIds =>
        [.. (Card?["refresh"]?["userIds"] as JsonArray ?? []).Select(id => id!.GetValue<string>())];

    internal ShownButton Button(string title) =>
        Buttons.FirstOrDefault(button => button.Title == title)
        ?? throw new InvalidOperationException($"There is no button \"{title}\" but [{ButtonRow}] on:\n{this}");

    internal ShownInput Input(string label) =>
        Inputs.FirstOrDefault(input => input.Label == label)
        ?? throw new InvalidOperationException($"There is no input \"{label}\" but [{string.Join(", ", Inputs.Select(input => input.Label))}] on:\n{this}");

    public override string ToString() => $"  {string.Join("\n  ", Texts)}\n  [{ButtonRow}]";

    static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject one => one.Where(member => member.Key is not ("refresh" or "msteams" or "data"))
            .SelectMany(member => Nodes(member.Value)).Prepend(one),
        JsonArray many => many.SelectMany(Nodes),
        _ => [],
    };

    static IEnumerable<string> TextsOf(JsonNode? body) => Nodes(body).SelectMany(node => Kind(node) switch
    {
        "TextBlock" or "Badge" => [AsRead(node["text"])],
        "FactSet" => node["facts"]!.AsArray().Select(fact => $"{AsRead(fact!["title"])}: {AsRead(fact["value"])}"),
        _ => [],
    });

    static ShownButton ToButton(JsonObject action) => new(
        action["title"]!.GetValue<string>(),
        action["verb"]!.GetValue<string>(),
        (action["data"] as JsonObject)?.DeepClone().AsObject() ?? [],
        action["mode"]?.GetValue<string>() == "secondary",
        action["associatedInputs"]?.GetValue<string>() != "none");

    static ShownInput ToInput(JsonObject input) => new(
        input["id"]!.GetValue<string>(),
        input["label"]!.GetValue<string>(),
        input["isRequired"]?.GetValue<bool>() ?? false,
        input["value"]?.GetValue<string>() ?? "",
        [.. (input["choices"] as JsonArray ?? []).Select(choice => (choice!["title"]!.GetValue<string>(), choice["value"]!.GetValue<string>()))]);

    static bool IsAction(JsonObject node) => Kind(node) == "Action.Execute";

    static bool IsInput(JsonObject node) => Kind(node).StartsWith("Input.", StringComparison.Ordinal);

    static string Kind(JsonObject node) => node["type"] is JsonValue type && type.TryGetValue<string>(out var kind) ? kind : "";

    /// <summary>What a client makes of the markdown that cards use: escapes and bold disappear.</summary>
    static string AsRead(JsonNode? text) =>
        Escaped().Replace((text?.GetValue<string>() ?? "").Replace("**", "", StringComparison.Ordinal), "$1").Replace("\u200B", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\\([\\`*_~\[\]()|#+\-=.])")]
    private static partial Regex Escaped();
}
