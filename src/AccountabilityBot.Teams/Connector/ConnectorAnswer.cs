using System.Net;
using System.Text.Json;

namespace AccountabilityBot.Teams.Connector;

/// <summary>The connector's answer to one request: a status and a body that is JSON more often than not.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="RetryAt">UTC, from Retry-After; null without one.</param>
/// <param name="Body">Null when empty, or not JSON.</param>
sealed record ConnectorAnswer(HttpStatusCode Status, DateTimeOffset? RetryAt, JsonElement? Body)
{
    const int LongestCode = 100;
    const int LongestMessage = 300;

    /// <summary>Beyond this a Retry-After is a mistake; Teams' longest window is an hour.</summary>
    static readonly TimeSpan _longestWait = TimeSpan.FromHours(1);

    internal bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Teams' word for the error, else the status.</summary>
    internal string Code => Error("code", LongestCode) ?? ((int)Status).ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal string Message => Error("message", LongestMessage) ?? Status.ToString();

    /// <summary>The Playground says "not found" with 500, so the word counts as much as the number.</summary>
    internal bool SaysGone =>
        Status is HttpStatusCode.NotFound or HttpStatusCode.Gone || Code is "ConversationNotFound" or "ActivityNotFoundInConversation";

    internal static async Task<ConnectorAnswer> ReadAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken ct)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(ct);
        return new(response.StatusCode, RetryAtOf(response, now), Parse(bytes));
    }

    /// <summary>A string member of the body's object; null when there is none.</summary>
    internal string? Text(string name) => Body is { } body ? Text(body, name) : null;

    internal static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;

    /// <summary>The objects of an array member; empty when there is none.</summary>
    internal IEnumerable<JsonElement> Objects(string name) =>
        Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object)
            : [];

    string? Error(string name, int longest) =>
        Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("error", out var error)
        && Text(error, name) is { Length: > 0 } text
            ? text[..Math.Min(text.Length, longest)]
            : null;

    static JsonElement? Parse(byte[] bytes)
    {
        if (bytes.Length == 0)
            return null;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static DateTimeOffset? RetryAtOf(HttpResponseMessage response, DateTimeOffset now)
    {
        var asked = response.Headers.RetryAfter is { } header ? header.Date ?? now + header.Delta : null;
        return asked < now ? now : asked > now + _longestWait ? now + _longestWait : asked;
    }
}
