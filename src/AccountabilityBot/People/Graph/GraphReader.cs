using System.Text.Json;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;

namespace AccountabilityBot.People.Graph;

/// <summary>One page of a list.</summary>
/// <param name="Items">Valid as long as the page is.</param>
/// <param name="Next">Where the list goes on; none: this was the last page.</param>
/// <param name="Changes">Of the last page of a delta query: where what changes from now on will be told.</param>
sealed record GraphPage(JsonDocument Document, IReadOnlyList<JsonElement> Items, string? Next, string? Changes) : IDisposable
{
    public void Dispose() => Document.Dispose();
}

/// <summary>The questions about the directory.</summary>
sealed class GraphReader(GraphConnection graph)
{
    /// <summary>What is wished for; Graph may give smaller pages. The largest that lists of the directory have.</summary>
    const int PageSize = 999;

    static readonly string[] _properties =
    [
        "id", "displayName", "givenName", "surname", "mail", "userPrincipalName", "jobTitle", "department", "accountEnabled", "userType", "manager",
    ];

    /// <summary>Everybody, page by page, and later what changed. Graph: user: delta; it knows neither $expand nor $top.</summary>
    /// <param name="link">Where the last page said to go on; none: from the beginning.</param>
    public Task<GraphAnswer<GraphPage>> UsersAsync(string? link, CancellationToken ct) => PageAsync(
        link,
        client => client.Users.Delta.ToGetRequestInformation(request =>
        {
            request.QueryParameters.Select = _properties;
            request.Headers.Add("Prefer", $"odata.maxpagesize={PageSize}");
        }),
        ct);

    /// <summary>Everybody in a group, through groups in it. Graph: group: list transitive members.</summary>
    public Task<GraphAnswer<GraphPage>> GroupAsync(string id, string? link, CancellationToken ct) => PageAsync(
        link,
        client => client.Groups[id].TransitiveMembers.ToGetRequestInformation(request =>
        {
            request.QueryParameters.Select = ["id"];
            request.QueryParameters.Top = PageSize;
        }),
        ct);

    /// <summary>Graph: list members of team.</summary>
    public Task<GraphAnswer<GraphPage>> TeamAsync(string id, string? link, CancellationToken ct) => PageAsync(
        link, client => client.Teams[id].Members.ToGetRequestInformation(request => request.QueryParameters.Top = PageSize), ct);

    /// <summary>A picture of 48 by 48 points. Graph: profilePhoto: get.</summary>
    public Task<GraphAnswer<byte[]>> PhotoAsync(string person, CancellationToken ct) =>
        graph.AskBytesAsync(client => client.Users[person].Photos["48x48"].Content.ToGetRequestInformation(), ct);

    async Task<GraphAnswer<GraphPage>> PageAsync(string? link, Func<GraphServiceClient, RequestInformation> first, CancellationToken ct)
    {
        if (link is not null && !graph.IsOurs(link))
            return new GraphAnswer<GraphPage>.Failed("a link that leads elsewhere");
        var answer = await graph.AskAsync(link is null ? first : _ => new RequestInformation { HttpMethod = Method.GET, URI = new Uri(link) }, ct);
        if (answer is not GraphAnswer<JsonDocument>.Read(var document))
            return answer.As<GraphPage>();
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("value", out var items) || items.ValueKind != JsonValueKind.Array)
        {
            document.Dispose();
            return new GraphAnswer<GraphPage>.Failed("an answer without a list");
        }

        return new GraphAnswer<GraphPage>.Read(new GraphPage(document, [.. items.EnumerateArray()], root.TextOf("@odata.nextLink"), root.TextOf("@odata.deltaLink")));
    }
}
