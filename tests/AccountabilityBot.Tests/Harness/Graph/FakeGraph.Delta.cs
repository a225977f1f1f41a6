using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>Rounds of changes to users (Graph: user: delta; Use delta query to track changes).</summary>
sealed partial class FakeGraph
{
    /// <summary>As many ids as a delta query may be filtered by.</summary>
    const int MostFilteredIds = 50;

    readonly Dictionary<string, Round> _deltaPages = [];
    readonly Dictionary<string, Round> _deltaLinks = [];

    /// <summary>A round at one of its pages: what a state token stands for.</summary>
    /// <param name="Since">The version of the directory at which the round before began; none: the first round.</param>
    /// <param name="Until">The version at which this round began.</param>
    /// <param name="At">How many entries earlier pages had.</param>
    sealed record Round(
        string? Select, string? Filter, long? Since, long Until, IReadOnlyList<DirectoryEntry> Entries, int At = 0, int Page = 0, int? PageSize = null);

    /// <summary>Every delta link handed out so far is answered 410 from now on.</summary>
    internal void ExpireDeltaTokens()
    {
        lock (_lock)
            _deltaLinks.Clear();
    }

    /// <summary>Every next page's link handed out so far is answered 400 from now on.</summary>
    internal void ExpirePageTokens()
    {
        lock (_lock)
        {
            _deltaPages.Clear();
            _lists.Clear();
        }
    }

    GraphAnswer UsersDelta(GraphRequest request)
    {
        var round = RoundOf(request);
        var size = Math.Min(request.MaxPageSize ?? round.PageSize ?? PageSize, PageSize);
        round = round with { PageSize = size };
        var isMinimal = request.Prefers("return=minimal");
        var json = new JsonObject { ["@odata.context"] = $"{Address}/$metadata#users{(round.Select is null ? "" : $"({round.Select})")}" };
        var value = new JsonArray();
        var isEmpty = EmptyPageEvery > 0 && (round.Page + 1) % EmptyPageEvery == 0 && round.At < round.Entries.Count;
        var from = round.At - (RepeatsEntities && !isEmpty && round.At > 0 ? 1 : 0);
        var to = isEmpty ? from : Math.Min(round.At + size, round.Entries.Count);
        for (var at = from; at < to; at++)
            value.Add(ShownIn(round, round.Entries[at], isMinimal));
        var isLast = to >= round.Entries.Count && !isEmpty;
        var token = NewToken();
        if (isLast)
            _deltaLinks[token] = round with { Entries = [] };
        else
            _deltaPages[token] = round with { At = to, Page = round.Page + 1 };
        json[isLast ? "@odata.deltaLink" : "@odata.nextLink"] = $"{Address}/users/delta?{(isLast ? "$deltatoken" : "$skiptoken")}={token}";
        json["value"] = value;
        var answer = new GraphAnswer { Json = json };
        if (request.Headers.TryGetValue("prefer", out var preference))
            answer.Headers["Preference-Applied"] = preference;
        return answer;
    }

    Round RoundOf(GraphRequest request)
    {
        if (request["$skiptoken"] is { } page)
        {
            // What the first request asked for is in the token; to say it again is to say something else.
            request.Allow("$skiptoken");
            return _deltaPages.GetValueOrDefault(page) ?? throw new GraphRefusal(400, "Directory_ExpiredPageToken", "The page's token is too old.", isMistake: false);
        }

        if (request["$deltatoken"] is { Length: > 0 } link and not "latest")
        {
            request.Allow("$deltatoken");
            return _deltaLinks.TryGetValue(link, out var last)
                ? News(last.Select, last.Filter, last.Until) with { PageSize = last.PageSize }
                : throw new GraphRefusal(410, "syncStateNotFound", "Nothing is known of this state any more: read everything anew.", isMistake: false)
                {
                    Location = $"{Address}/users/delta?$deltatoken=",
                };
        }

        request.Allow("$select", "$filter", "$deltatoken");
        if (request["$select"] is not null)
            _ = UserProperties.Selected(request["$select"], UserProperties.Superior);
        return News(request["$select"], request["$filter"], request["$deltatoken"] == "latest" ? _version : null);
    }

    Round News(string? select, string? filter, long? since)
    {
        var places = Followed(select).ToArray();
        var ids = filter is null ? null : FilteredIds(filter);
        var entries = _entries.Where(entry => ids is null || ids.Contains(entry.User.Id))
            .Where(entry => since is { } version ? entry.IsNews(places, version) : entry.IsThere || TellsRemovedAtFirst);
        return new Round(select, filter, since, _version, [.. entries]);
    }

    static JsonObject ShownIn(Round round, DirectoryEntry entry, bool isMinimal)
    {
        if (entry.RemovedReason is { } reason)
            return new JsonObject { ["id"] = entry.User.Id, ["@removed"] = new JsonObject { ["reason"] = reason } };

        var since = round.Since ?? -1;
        var isWhole = entry.ThereSince > since;
        var json = new JsonObject();
        foreach (var place in Followed(round.Select))
        {
            var name = UserProperties.Tracked[place].Name;
            var hasChanged = entry.HasChanged(place, since);
            if (name == UserProperties.Superior)
            {
                if ((isWhole || hasChanged) && Superior(entry, isWhole ? null : entry.SuperiorAt(since)) is { Count: > 0 } links)
                    json["manager@delta"] = links;
            }
            else if (isWhole || !isMinimal ? entry.WasEverSet(place) : hasChanged)
            {
                json[name] = UserProperties.Value(entry.User, name);
            }
        }

        json["id"] = entry.User.Id;
        return json;
    }

    /// <summary>The relationship's changes: the link that went, and the one that is there.</summary>
    static JsonArray Superior(DirectoryEntry entry, string? before)
    {
        var links = new JsonArray();
        var now = entry.User.ManagerId;
        if (before is not null && before != now)
            links.Add(Link(before, new JsonObject { ["reason"] = "deleted" }));
        if (now is not null)
            links.Add(Link(now, null));
        return links;
    }

    static JsonObject Link(string id, JsonObject? removed)
    {
        var link = new JsonObject { ["@odata.type"] = "#microsoft.graph.user", ["id"] = id };
        if (removed is not null)
            link["@removed"] = removed;
        return link;
    }

    static IEnumerable<int> Followed(string? select) =>
        UserProperties.Selected(select, UserProperties.Superior).Select(UserProperties.PlaceOf).Where(place => place >= 0);

    static HashSet<string> FilteredIds(string filter)
    {
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var term in filter.Split(" or ", StringSplitOptions.TrimEntries))
        {
            if (IdEquals.Match(term) is not { Success: true } match)
                throw new GraphRefusal(400, "Request_UnsupportedQuery", "A delta query can be filtered by ids only.");
            ids.Add(match.Groups["id"].Value);
        }

        return ids.Count <= MostFilteredIds
            ? ids
            : throw new GraphRefusal(400, "Request_UnsupportedQuery", string.Create(CultureInfo.InvariantCulture, $"{ids.Count} ids; {MostFilteredIds} are allowed."));
    }

    [GeneratedRegex("^id eq '(?<id>[^']+)'$")]
    private static partial Regex IdEquals { get; }

    static string NewToken() => Convert.ToBase64String([.. Guid.NewGuid().ToByteArray(), .. Guid.NewGuid().ToByteArray()])
        .Replace('+', '-').Replace('/', '_').TrimEnd('=');
}
