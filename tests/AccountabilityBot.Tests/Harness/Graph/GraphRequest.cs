using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>A request, on its own or as a part of a batch; both are routed alike.</summary>
sealed class GraphRequest
{
    readonly Dictionary<string, StringValues> _query;

    internal GraphRequest(string method, string path, string query, IReadOnlyDictionary<string, string> headers, string body, bool isInBatch)
    {
        (Method, RawQuery, Headers, Body, IsInBatch) = (method, query, headers, body, isInBatch);
        Segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        _query = QueryHelpers.ParseQuery(query);
    }

    internal string Method { get; }

    /// <summary>Below <c>/v1.0</c>.</summary>
    internal string[] Segments { get; }

    internal string RawQuery { get; }

    /// <summary>By their names in lower case.</summary>
    internal IReadOnlyDictionary<string, string> Headers { get; }

    internal string Body { get; }

    internal bool IsInBatch { get; }

    internal string Path => "/" + string.Join('/', Segments);

    internal IEnumerable<string> Options => _query.Keys;

    internal string? this[string option] => _query.TryGetValue(option, out var value) ? value.ToString() : null;

    /// <summary>Whether the preference is in the header <c>Prefer</c>.</summary>
    internal bool Prefers(string preference) => Preferences.Contains(preference, StringComparer.OrdinalIgnoreCase);

    /// <summary>The size of pages that the client wants (Graph: header <c>Prefer: odata.maxpagesize</c>).</summary>
    internal int? MaxPageSize
    {
        get
        {
            const string Name = "odata.maxpagesize=";
            if (Preferences.FirstOrDefault(one => one.StartsWith(Name, StringComparison.OrdinalIgnoreCase)) is not { } wish)
                return null;
            return int.TryParse(wish[Name.Length..], out var size) && size > 0 ? size : throw GraphRefusal.Malformed($"'{wish}' is no page size.");
        }
    }

    /// <summary>Advanced queries need the header and <c>$count=true</c> (Graph: Advanced query capabilities on directory objects).</summary>
    internal bool IsAdvanced => this["$count"] == "true" && Headers.GetValueOrDefault("consistencylevel") == "eventual";

    /// <summary>Refuses every query option that is not among these.</summary>
    internal void Allow(params ReadOnlySpan<string> options)
    {
        foreach (var option in Options)
        {
            if (!options.Contains(option))
                throw new GraphRefusal(400, "Request_UnsupportedQuery", $"The query option '{option}' is not supported here.");
        }
    }

    /// <param name="standard">Without <c>$top</c>.</param>
    internal int Top(int standard)
    {
        if (this["$top"] is not { } text)
            return standard;
        return int.TryParse(text, out var top) && top is > 0 and <= 999 ? top : throw GraphRefusal.Malformed($"'{text}' is no page size; 1 to 999 are.");
    }

    internal JsonObject Json()
    {
        try
        {
            return JsonNode.Parse(Body) as JsonObject ?? throw GraphRefusal.Malformed("The body is no JSON object.");
        }
        catch (JsonException)
        {
            throw GraphRefusal.Malformed("The body cannot be read as JSON.");
        }
    }

    IEnumerable<string> Preferences => Headers.GetValueOrDefault("prefer", "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>What is sent back: JSON, bytes or nothing.</summary>
sealed class GraphAnswer(int status = 200)
{
    internal int Status { get; } = status;

    internal Dictionary<string, string> Headers { get; } = [];

    internal JsonObject? Json { get; init; }

    internal byte[]? Bytes { get; init; }

    /// <summary>Done before the answer leaves, and outside the lock.</summary>
    internal Func<Task>? Before { get; init; }
}

/// <summary>An error as Graph answers it (Graph: Microsoft Graph error responses and resource types).</summary>
/// <param name="isMistake">The client should not have asked so; a mistake is written down.</param>
sealed class GraphRefusal(int status, string code, string message, bool isMistake = true) : Exception(message)
{
    internal int Status { get; } = status;

    internal string Code { get; } = code;

    internal bool IsMistake { get; } = isMistake;

    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>Where to begin anew.</summary>
    internal string? Location { get; init; }

    internal static GraphRefusal Malformed(string message) => new(400, "BadRequest", message);

    /// <summary>Nothing has this id; that alone is no mistake of the client.</summary>
    internal static GraphRefusal NotFound(string id) =>
        new(404, "Request_ResourceNotFound", $"Nothing with the id '{id}' is here, or what it was asked for is missing.", isMistake: false);
}
