using System.Text.Json.Nodes;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>Lists on pages (Graph: Paging Microsoft Graph data in your app).</summary>
sealed partial class FakeGraph
{
    readonly Dictionary<string, ListAt> _lists = [];

    /// <summary>A list at one of its pages.</summary>
    /// <param name="Show">The entity at a place, as it is when its page is read.</param>
    sealed record ListAt(int Count, int At, int Size, Func<int, JsonObject> Show, string Context, bool IsCounted);

    /// <param name="begin">Makes the list; not used when a later page is asked for.</param>
    GraphAnswer Page(GraphRequest request, Func<ListAt> begin)
    {
        var list = request["$skiptoken"] is not { } token ? begin()
            : _lists.GetValueOrDefault(token) ?? throw new GraphRefusal(400, "Directory_ExpiredPageToken", "The page's token is too old.", isMistake: false);
        var to = Math.Min(list.At + list.Size, list.Count);
        var json = new JsonObject { ["@odata.context"] = $"{Address}/$metadata#{list.Context}" };
        if (list.IsCounted)
            json["@odata.count"] = list.Count;
        if (to < list.Count)
        {
            var next = NewToken();
            _lists[next] = list with { At = to };
            json["@odata.nextLink"] = $"{Address}{request.Path}?{string.Concat(request.Options.Where(option => option != "$skiptoken")
                .Select(option => $"{option}={Uri.EscapeDataString(request[option]!)}&"))}$skiptoken={next}";
        }

        json["value"] = new JsonArray([.. Enumerable.Range(list.At, to - list.At).Select(at => (JsonNode)list.Show(at))]);
        return new GraphAnswer { Json = json };
    }

    /// <summary>Members, reports: entities of several types on one list.</summary>
    GraphAnswer DirectoryPage(GraphRequest request, Func<IEnumerable<DirectoryObject>> read, bool isCast, bool isLimited = false)
    {
        request.Allow("$select", "$top", "$count", "$skiptoken");
        return Page(request, Begin);

        ListAt Begin()
        {
            var select = UserProperties.Selected(request["$select"]);
            IReadOnlyList<DirectoryObject> all = [.. read()];
            return new ListAt(all.Count, 0, request.Top(100), at => Shown(all[at], select, isCast, isLimited), isCast ? "users" : "directoryObjects", request.IsAdvanced);
        }
    }

    /// <param name="isCast">The path names the type: an entity does not.</param>
    /// <param name="isLimited">Nobody granted to read such entities: their id is told and nothing else
    /// (Graph: List group members, on member objects that the app has no permission for).</param>
    static JsonObject Shown(DirectoryObject entity, IReadOnlyList<string> select, bool isCast, bool isLimited)
    {
        var json = new JsonObject();
        if (!isCast)
            json["@odata.type"] = entity.Type;
        if (entity is GraphUser user)
        {
            foreach (var (name, value) in UserProperties.Whole(user, select).ToArray())
                json[name] = isLimited && name != "id" ? null : value?.DeepClone();
            return json;
        }

        json["id"] = entity.Id;
        foreach (var name in select)
        {
            // A group and a contact have no such property, or the same one.
            if (name == "displayName")
                json[name] = entity.DisplayName;
            else if (name == "mail")
                json[name] = entity.Mail;
        }

        return json;
    }
}
