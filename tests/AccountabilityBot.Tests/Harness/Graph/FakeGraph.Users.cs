using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>Users read at once or one by one, and who reports to whom.</summary>
sealed partial class FakeGraph
{
    /// <summary>As many values as a filter with <c>in</c> may have (Graph: Use the $filter query parameter).</summary>
    const int MostFilterValues = 15;

    GraphAnswer UserList(GraphRequest request)
    {
        request.Allow("$select", "$top", "$filter", "$count", "$skiptoken");
        if (request["$select"]?.Contains("mailboxSettings", StringComparison.Ordinal) == true)
            throw new GraphRefusal(501, "NotImplemented", "Mailbox settings are read for one user at a time.");
        return Page(request, Begin);

        ListAt Begin()
        {
            var select = UserProperties.Selected(request["$select"]);
            var ids = request["$filter"] is { } filter ? IdsIn(filter) : null;
            IReadOnlyList<GraphUser> users =
                [.. _entries.Where(entry => entry.IsThere && (ids is null || ids.Contains(entry.User.Id))).Select(entry => entry.User)];
            // Without the header the count is left out, and nobody says so (Graph: Advanced query capabilities on directory objects).
            return new ListAt(users.Count, 0, request.Top(100), at => UserProperties.Whole(users[at], select), Context("users", request), request.IsAdvanced);
        }
    }

    GraphAnswer OneUser(GraphRequest request, string id)
    {
        request.Allow("$select", "$expand", "$count");
        var user = Find(id).User;
        const string Settings = "mailboxSettings";
        var select = UserProperties.Selected(request["$select"], Settings);
        var json = new JsonObject { ["@odata.context"] = $"{Address}/$metadata#{Context("users", request)}/$entity" };
        Fill(json, UserProperties.Whole(user, [.. select.Where(name => name != Settings)]));
        if (select.Contains(Settings))
        {
            Require(GraphKind.Mailbox);
            json[Settings] = MailboxOf(user).ToJson(WrapsUserPurpose);
        }

        if (request["$expand"] is { } expand)
            Expand(json, user, expand, request);
        return new GraphAnswer { Json = json };
    }

    GraphAnswer ReportsTo(GraphRequest request, string id)
    {
        request.Allow("$select");
        var select = UserProperties.Selected(request["$select"]);
        var superior = Find(id).User.ManagerId ?? throw GraphRefusal.NotFound("manager");
        var json = new JsonObject { ["@odata.context"] = $"{Address}/$metadata#directoryObjects/$entity", ["@odata.type"] = "#microsoft.graph.user" };
        if (!_byId.TryGetValue(superior, out var entry))
            json["id"] = superior;
        else if (entry.IsThere)
            Fill(json, UserProperties.Whole(entry.User, select));
        else
            throw GraphRefusal.NotFound("manager");
        return new GraphAnswer { Json = json };
    }

    GraphAnswer DirectReports(GraphRequest request, string id)
    {
        var user = Find(id).User;
        return DirectoryPage(request, () => _entries.Where(entry => entry.IsThere && string.Equals(entry.User.ManagerId, user.Id, StringComparison.OrdinalIgnoreCase)).Select(entry => entry.User), isCast: false);
    }

    /// <summary>The chain of managers (Graph: List manager, with <c>$levels</c>).</summary>
    void Expand(JsonObject json, GraphUser user, string expand, GraphRequest request)
    {
        if (Chain.Match(expand) is not { Success: true } match)
            throw new GraphRefusal(400, "Request_UnsupportedQuery", $"'{expand}' cannot be expanded.");
        var levels = 1;
        IReadOnlyList<string> select = UserProperties.Standard;
        foreach (var option in match.Groups["options"].Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (option.StartsWith("$select=", StringComparison.Ordinal))
                select = UserProperties.Selected(option["$select=".Length..]);
            else if (Levels.Match(option) is not { Success: true } wanted)
                throw new GraphRefusal(400, "Request_UnsupportedQuery", $"'{option}' is no option of an expanded manager.");
            else if (!request.IsAdvanced)
                throw new GraphRefusal(400, "Request_UnsupportedQuery", "$levels needs $count=true and the header ConsistencyLevel: eventual.");
            else
                levels = wanted.Groups["most"].Value is "max" ? int.MaxValue : int.Parse(wanted.Groups["most"].Value, CultureInfo.InvariantCulture);
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { user.Id };
        for (var (at, below) = (user, json); levels > 0 && at.ManagerId is { } id && seen.Add(id); levels--)
        {
            var superior = _byId.GetValueOrDefault(id);
            if (superior is { IsThere: false })
                return;
            var above = superior is null ? new JsonObject { ["id"] = id } : UserProperties.Whole(superior.User, select);
            below[UserProperties.Superior] = above;
            if (superior is null)
                return;
            (at, below) = (superior.User, above);
        }
    }

    static void Fill(JsonObject json, JsonObject from)
    {
        foreach (var (name, value) in from.ToArray())
            json[name] = value?.DeepClone();
    }

    static string Context(string set, GraphRequest request) => request["$select"] is { } select ? $"{set}({select})" : set;

    static HashSet<string> IdsIn(string filter)
    {
        if (IdInList.Match(filter) is not { Success: true } match)
            throw new GraphRefusal(400, "Request_UnsupportedQuery", $"The filter '{filter}' is not understood here.");
        var ids = match.Groups["id"].Captures.Select(id => id.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return ids.Count <= MostFilterValues
            ? ids
            : throw new GraphRefusal(400, "Request_UnsupportedQuery", $"More than {MostFilterValues} values in a filter.");
    }

    [GeneratedRegex(@"^id in ?\(\s*'(?<id>[^']+)'(\s*,\s*'(?<id>[^']+)')*\s*\)$")]
    private static partial Regex IdInList { get; }

    [GeneratedRegex(@"^\$levels=(?<most>max|[1-9]\d{0,3})$")]
    private static partial Regex Levels { get; }

    [GeneratedRegex(@"^manager(\((?<options>.*)\))?$")]
    private static partial Regex Chain { get; }
}
