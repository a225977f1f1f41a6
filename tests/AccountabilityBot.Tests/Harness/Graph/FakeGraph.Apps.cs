using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>The catalogue of apps, and apps installed for people (Graph: teamsApp, userScopeTeamsAppInstallation).</summary>
sealed partial class FakeGraph
{
    GraphAnswer CatalogApps(GraphRequest request)
    {
        request.Allow("$filter", "$select");
        var apps = Filtered(request["$filter"], "", _catalog, app => app);
        return Listed("appCatalogs/teamsApps", apps.Select(AppJson));
    }

    /// <summary>Graph: Install app for user. No body comes back.</summary>
    GraphAnswer InstallApp(GraphRequest request, string id)
    {
        request.Allow();
        var user = Find(id).User;
        if (request.Json()["teamsApp@odata.bind"]?.ToString() is not { } link || AppLink.Match(link) is not { Success: true } match)
            throw GraphRefusal.Malformed("The body needs teamsApp@odata.bind with the address of an app of the catalogue.");
        var app = _catalog.Find(one => one.Id == match.Groups["id"].Value) ?? throw new GraphRefusal(404, "NotFound", "The catalogue has no such app.", isMistake: false);
        if (_installed.Exists(one => one.User == user && one.App == app))
            throw new GraphRefusal(409, "Conflict", "The app is installed for this user.", isMistake: false);
        KeepInstalled(user, app);
        return new GraphAnswer(201) { Before = () => Installed?.Invoke(user, app) ?? Task.CompletedTask };
    }

    GraphAnswer InstalledApps(GraphRequest request, string id)
    {
        request.Allow("$expand", "$filter");
        if (request["$expand"] is not (null or "teamsApp" or "teamsAppDefinition" or "teamsApp,teamsAppDefinition"))
            throw GraphRefusal.Malformed("Only teamsApp and teamsAppDefinition can be expanded.");
        var user = Find(id).User;
        var all = Filtered(request["$filter"], "teamsApp/", _installed.Where(one => one.User == user), one => one.App);
        return Listed($"users('{id}')/teamwork/installedApps", all.Select(Shown));

        JsonObject Shown((GraphUser User, CatalogApp App, string Id) one)
        {
            var json = new JsonObject { ["id"] = one.Id };
            if (request["$expand"]?.Split(',').Contains("teamsApp") == true)
                json["teamsApp"] = AppJson(one.App);
            return json;
        }
    }

    /// <summary>Graph: Get chat between user and teamsApp.</summary>
    GraphAnswer Chat(GraphRequest request, string id, string installation)
    {
        request.Allow();
        var user = Find(id).User;
        if (!_installed.Exists(one => one.User == user && one.Id == installation))
            throw new GraphRefusal(404, "NotFound", "The app is not installed so.", isMistake: false);
        return new GraphAnswer
        {
            Json = new JsonObject
            {
                ["@odata.context"] = $"{Address}/$metadata#chats/$entity",
                ["id"] = ChatIdOf?.Invoke(user) ?? $"19:{user.Id}_00000000-0000-4000-9002-000000000001@unq.gbl.spaces",
                ["chatType"] = "oneOnOne",
                ["tenantId"] = Brightwater.Tenant,
            },
        };
    }

    void KeepInstalled(GraphUser user, CatalogApp app) =>
        _installed.Add((user, app, Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user.Id}##{app.Id}"))));

    GraphAnswer Listed(string context, IEnumerable<JsonObject> items)
    {
        var value = new JsonArray([.. items.Select(item => (JsonNode)item)]);
        return new GraphAnswer
        {
            Json = new JsonObject { ["@odata.context"] = $"{Address}/$metadata#{context}", ["@odata.count"] = value.Count, ["value"] = value },
        };
    }

    static IEnumerable<T> Filtered<T>(string? filter, string prefix, IEnumerable<T> all, Func<T, CatalogApp> app)
    {
        if (filter is null)
            return all;
        if (AppFilter.Match(filter) is not { Success: true } match || match.Groups["prefix"].Value != prefix)
            throw GraphRefusal.Malformed($"The filter '{filter}' is not understood here.");
        var value = match.Groups["value"].Value;
        return all.Where(one => (match.Groups["name"].Value == "id" ? app(one).Id : app(one).ExternalId) == value);
    }

    static JsonObject AppJson(CatalogApp app) => new()
    {
        ["id"] = app.Id,
        ["externalId"] = app.ExternalId,
        ["displayName"] = app.DisplayName,
        ["distributionMethod"] = "organization",
    };

    [GeneratedRegex(@"^(?<prefix>teamsApp/)?(?<name>externalId|id) eq '(?<value>[^']+)'$")]
    private static partial Regex AppFilter { get; }

    [GeneratedRegex(@"^https?://.+/appCatalogs/teamsApps(/(?<id>[^/'()]+)|\('(?<id>[^']+)'\))$")]
    private static partial Regex AppLink { get; }
}
