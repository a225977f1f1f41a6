using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>The simplest client of Graph: asks, follows links, and hides nothing.</summary>
sealed class GraphBrowser : IDisposable
{
    readonly HttpClient _http = new();
    readonly Uri _address;

    internal GraphBrowser(Uri address)
    {
        _address = address;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "a token");
    }

    internal sealed record Answer(int Status, JsonObject Json, IReadOnlyDictionary<string, string> Headers)
    {
        internal string? Code => Json["error"]?["code"]?.ToString();

        internal IReadOnlyList<JsonObject> Value => [.. Json["value"]!.AsArray().Select(one => one!.AsObject())];

        internal string? Next => Json["@odata.nextLink"]?.ToString();

        internal string? Delta => Json["@odata.deltaLink"]?.ToString();
    }

    /// <param name="url">Whole, or below the version.</param>
    /// <param name="headers">As <c>Prefer: return=minimal</c>.</param>
    internal async Task<Answer> GetAsync(string url, params string[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Whole(url));
        foreach (var parts in headers.Select(header => header.Split(": ", 2)))
            request.Headers.TryAddWithoutValidation(parts[0], parts[1]);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    internal async Task<Answer> PostAsync(string url, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(Whole(url), content, TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    internal async Task<HttpResponseMessage> RawAsync(string url) =>
        await _http.GetAsync(Whole(url), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    /// <summary>Every page from there on.</summary>
    /// <returns>All entities, and the link for the next round.</returns>
    internal async Task<(List<JsonObject> All, string? Delta, int Pages)> ReadAllAsync(string url, params string[] headers)
    {
        var all = new List<JsonObject>();
        for (var pages = 1; ; pages++)
        {
            var answer = await GetAsync(url, headers);
            Assert.Equal(200, answer.Status);
            all.AddRange(answer.Value);
            if (answer.Next is not { } next)
                return (all, answer.Delta, pages);
            url = next;
        }
    }

    public void Dispose() => _http.Dispose();

    Uri Whole(string url) => new(url.StartsWith("http", StringComparison.Ordinal) ? url : $"{_address}/{url}");

    static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer((int)response.StatusCode, text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject(), headers);
    }
}
