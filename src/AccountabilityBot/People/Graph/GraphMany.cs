using System.Net;
using System.Text.Json;
using Microsoft.Graph;
using Microsoft.Graph.Communications.GetPresencesByUserId;
using Microsoft.Kiota.Abstractions;

namespace AccountabilityBot.People.Graph;

/// <summary>Questions about several people in one request.</summary>
sealed class GraphMany(GraphConnection graph, TimeProvider clock)
{
    /// <summary>Graph: JSON batching.</summary>
    public const int MostInBatch = 20;

    /// <summary>Graph: cloudCommunications: getPresencesByUserId.</summary>
    public const int MostPresences = 650;

    /// <summary>Mailbox settings are told one user at a time; twenty such questions fit into one request.</summary>
    /// <param name="people">Object ids, at most <see cref="MostInBatch"/>.</param>
    /// <returns>An answer for each, in their order; each may be refused or asked to wait by itself.</returns>
    public async Task<GraphAnswer<IReadOnlyList<GraphAnswer<JsonElement>>>> MailboxesAsync(IReadOnlyList<string> people, CancellationToken ct)
    {
        var answer = await graph.AskAsync(client => Batch(client, [.. people.Select(id => client.Users[id].MailboxSettings.ToGetRequestInformation())]), ct);
        if (answer is not GraphAnswer<JsonDocument>.Read(var document))
            return answer.As<IReadOnlyList<GraphAnswer<JsonElement>>>();
        using (document)
        {
            var byId = document.RootElement.ListOf("responses").ToLookup(one => one.TextOf("id"));
            return new GraphAnswer<IReadOnlyList<GraphAnswer<JsonElement>>>.Read(
                [.. people.Select((_, at) => byId[Name(at)].FirstOrDefault() is { ValueKind: JsonValueKind.Object } one ? One(one) : new GraphAnswer<JsonElement>.Failed("no answer in the batch"))]);
        }
    }

    /// <param name="people">Object ids, at most <see cref="MostPresences"/>.</param>
    public Task<GraphAnswer<JsonDocument>> PresencesAsync(IReadOnlyList<string> people, CancellationToken ct) => graph.AskAsync(
        client => client.Communications.GetPresencesByUserId.ToPostRequestInformation(new GetPresencesByUserIdPostRequestBody { Ids = [.. people] }), ct);

    /// <summary>One request that holds others. The SDK's own makes of each part's answer an HTTP message again, only to be read once.</summary>
    RequestInformation Batch(GraphServiceClient client, IReadOnlyList<RequestInformation> parts)
    {
        var root = graph.Endpoint.AbsoluteUri.TrimEnd('/');
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            requests = parts.Select((part, at) =>
            {
                // The SDK fills in the root only when it sends; within a batch addresses begin behind it.
                part.PathParameters["baseurl"] = root;
                return new { id = Name(at), method = "GET", url = part.URI.AbsoluteUri[root.Length..] };
            }),
        });
        var batch = new RequestInformation { HttpMethod = Method.POST, URI = new Uri($"{root}/$batch") };
        batch.SetStreamContent(new MemoryStream(body), "application/json");
        batch.Headers.Add("Accept", "application/json");
        return batch;
    }

    GraphAnswer<JsonElement> One(JsonElement one)
    {
        var status = one.Inside("status").ValueKind == JsonValueKind.Number ? one.Inside("status").GetInt32() : 0;
        var code = one.Inside("body").Inside("error").TextOf("code") ?? "no code";
        return status switch
        {
            >= 200 and < 300 => new GraphAnswer<JsonElement>.Read(one.Inside("body").Clone()),
            (int)HttpStatusCode.TooManyRequests or (int)HttpStatusCode.ServiceUnavailable => new GraphAnswer<JsonElement>.Throttled(
                GraphConnection.PauseOf(RetryAfter(one) ?? "30", clock.GetUtcNow()) ?? TimeSpan.FromSeconds(30)),
            (int)HttpStatusCode.NotFound => new GraphAnswer<JsonElement>.Missing(code),
            (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.Forbidden => new GraphAnswer<JsonElement>.Refused(status, code),
            _ => new GraphAnswer<JsonElement>.Failed($"{status} {code}"),
        };
    }

    static string? RetryAfter(JsonElement one) => one.Inside("headers") is { ValueKind: JsonValueKind.Object } headers
        && headers.EnumerateObject().FirstOrDefault(header => header.NameEquals("Retry-After") || header.NameEquals("retry-after")).Value is var value
            ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
            : null;

    static string Name(int at) => (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
