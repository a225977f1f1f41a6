using System.Globalization;
using System.Text.Json.Nodes;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>Several requests in one (Graph: Combine multiple HTTP requests using JSON batching).</summary>
sealed partial class FakeGraph
{
    const int MostInBatch = 20;

    async Task<GraphAnswer> BatchAsync(GraphRequest batch)
    {
        batch.Allow();
        if (batch.Json()["requests"] is not JsonArray { Count: > 0 } parts)
            throw GraphRefusal.Malformed("A batch has requests.");
        if (parts.Count > MostInBatch)
            throw new GraphRefusal(400, "MaximumValueExceeded", string.Create(CultureInfo.InvariantCulture, $"{parts.Count} requests in a batch; {MostInBatch} are allowed."));

        // The whole batch is read before anything of it is done: a malformed part spoils all.
        var requests = parts.Select(part => (Id: IdOf(part), Request: PartOf(part!.AsObject()), Needs: NeedsOf(part!))).ToList();
        if (requests.Select(one => one.Id).Distinct().Count() < requests.Count)
            throw GraphRefusal.Malformed("Two requests of the batch have one id.");

        var statuses = new Dictionary<string, int>();
        var responses = new List<JsonObject>();
        foreach (var (id, request, needs) in requests)
        {
            if (needs.FirstOrDefault(one => !statuses.ContainsKey(one)) is { } unknown)
                throw GraphRefusal.Malformed($"Request '{id}' depends on '{unknown}', which does not come before it.");
            var answer = needs.Any(one => statuses[one] >= 400)
                ? Refused(request, new GraphRefusal(424, "FailedDependency", "A request that this one depends on failed.", isMistake: false))
                : (await MeetAsync(request)).Answer;
            statuses[id] = answer.Status;
            responses.Add(PartAnswer(id, answer));
        }

        if (ShufflesBatches)
            responses.Reverse();
        return new GraphAnswer { Json = new JsonObject { ["responses"] = new JsonArray([.. responses]) } };
    }

    static string IdOf(JsonNode? part) =>
        part is JsonObject && part["id"]?.ToString() is { Length: > 0 } id ? id : throw GraphRefusal.Malformed("A request of the batch has no id.");

    static IReadOnlyList<string> NeedsOf(JsonNode part) => part["dependsOn"] is JsonArray needs ? [.. needs.Select(one => one!.ToString())] : [];

    static GraphRequest PartOf(JsonObject part)
    {
        var method = part["method"]?.ToString() ?? throw GraphRefusal.Malformed("A request of the batch has no method.");
        var url = part["url"]?.ToString() ?? throw GraphRefusal.Malformed("A request of the batch has no url.");
        if (Uri.TryCreate(url, UriKind.Absolute, out var whole) && whole.Scheme.StartsWith("http", StringComparison.Ordinal))
            throw GraphRefusal.Malformed("The url of a request of the batch is relative to the version.");
        var headers = part["headers"] is JsonObject named
            ? named.ToDictionary(one => one.Key.ToLowerInvariant(), one => one.Value?.ToString() ?? "")
            : [];
        if (part["body"] is not null && !headers.ContainsKey("content-type"))
            throw GraphRefusal.Malformed("A request of the batch with a body needs the header Content-Type.");
        var (path, query) = url.Split('?', 2) is [var first, var second] ? (first, "?" + second) : (url, "");
        return new GraphRequest(method.ToUpperInvariant(), Uri.UnescapeDataString(path), query, headers, part["body"]?.ToJsonString() ?? "", isInBatch: true);
    }

    static JsonObject PartAnswer(string id, GraphAnswer answer)
    {
        var headers = new JsonObject();
        foreach (var (name, value) in answer.Headers)
            headers[name] = value;
        if (answer.Json is not null)
            headers["Content-Type"] = "application/json";
        var json = new JsonObject { ["id"] = id, ["status"] = answer.Status, ["headers"] = headers };
        // Bytes travel as base64.
        if (answer.Json is not null || answer.Bytes is not null)
            json["body"] = answer.Json?.DeepClone() ?? Convert.ToBase64String(answer.Bytes!);
        return json;
    }
}
