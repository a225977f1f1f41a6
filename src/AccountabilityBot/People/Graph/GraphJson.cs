using System.Text.Json;

namespace AccountabilityBot.People.Graph;

static class GraphJson
{
    /// <summary>Null also where it is no text, or empty.</summary>
    public static string? TextOf(this JsonElement of, string property) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text
        && !string.IsNullOrWhiteSpace(text)
            ? text.Trim()
            : null;

    /// <summary>The object under this name; undefined where there is none.</summary>
    public static JsonElement Inside(this JsonElement of, string property) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(property, out var value) ? value : default;

    /// <summary>The list under this name; empty where there is none.</summary>
    public static IEnumerable<JsonElement> ListOf(this JsonElement of, string property) =>
        of.Inside(property) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
