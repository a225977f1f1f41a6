using System.Text.Json;
using Microsoft.Graph.Models;

namespace AccountabilityBot.People.Graph;

/// <summary>The questions about the bot's own app in people's chats.</summary>
sealed class GraphApps(GraphConnection graph)
{
    string? _catalogId;

    /// <summary>Under which id the organisation's catalogue has the app. Graph: list teamsApp.</summary>
    /// <param name="externalId">The id in its manifest.</param>
    public async Task<GraphAnswer<string>> CatalogIdAsync(string externalId, CancellationToken ct)
    {
        if (_catalogId is { } known)
            return new GraphAnswer<string>.Read(known);
        var answer = await graph.AskAsync(client => client.AppCatalogs.TeamsApps.ToGetRequestInformation(request => request.QueryParameters.Filter = $"externalId eq '{externalId}'"), ct);
        var id = First(answer, app => app.TextOf("id"), "the app is not in the organisation's catalogue");
        _catalogId = (id as GraphAnswer<string>.Read)?.Value;
        return id;
    }

    /// <summary>Graph: install app for user; 409 where it is installed already.</summary>
    public Task<GraphAnswer<JsonDocument>> InstallAsync(string person, string catalogId, CancellationToken ct) => graph.AskAsync(
        client => client.Users[person].Teamwork.InstalledApps.ToPostRequestInformation(new UserScopeTeamsAppInstallation
        {
            AdditionalData = new Dictionary<string, object> { ["teamsApp@odata.bind"] = $"{graph.Endpoint.AbsoluteUri.TrimEnd('/')}/appCatalogs/teamsApps/{catalogId}" },
        }),
        ct);

    /// <summary>The chat between the person and the bot. Graph: get chat between user and teamsApp.</summary>
    public async Task<GraphAnswer<string>> ChatAsync(string person, string externalId, CancellationToken ct)
    {
        var installed = await graph.AskAsync(
            client => client.Users[person].Teamwork.InstalledApps.ToGetRequestInformation(request =>
            {
                request.QueryParameters.Expand = ["teamsApp"];
                request.QueryParameters.Filter = $"teamsApp/externalId eq '{externalId}'";
            }),
            ct);
        var found = First(installed, app => app.TextOf("id"), "the app is not there after all");
        if (found is not GraphAnswer<string>.Read(var installation))
            return found;
        var chat = await graph.AskAsync(client => client.Users[person].Teamwork.InstalledApps[installation].Chat.ToGetRequestInformation(), ct);
        if (chat is not GraphAnswer<JsonDocument>.Read(var document))
            return chat.As<string>();
        using (document)
            return document.RootElement.TextOf("id") is { } id ? new GraphAnswer<string>.Read(id) : new GraphAnswer<string>.Failed("a chat without an id");
    }

    static GraphAnswer<string> First(GraphAnswer<JsonDocument> answer, Func<JsonElement, string?> of, string otherwise)
    {
        if (answer is not GraphAnswer<JsonDocument>.Read(var document))
            return answer.As<string>();
        return document.RootElement.ListOf("value").Select(of).OfType<string>().FirstOrDefault() is { } found
            ? new GraphAnswer<string>.Read(found)
            : new GraphAnswer<string>.Missing(otherwise);
    }
}
