using System.Text;
using System.Text.Json.Nodes;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>Groups and teams, and who is in them.</summary>
sealed partial class FakeGraph
{
    GraphAnswer OneGroup(GraphRequest request, string id)
    {
        request.Allow("$select");
        var group = FindGroup(id);
        var json = new JsonObject { ["@odata.context"] = $"{Address}/$metadata#{Context("groups", request)}/$entity" };
        foreach (var name in request["$select"]?.Split(',', StringSplitOptions.TrimEntries) ?? ["id", "displayName", "mail", "description"])
        {
            json[name] = name switch
            {
                "id" => group.Id,
                "displayName" => group.DisplayName,
                "mail" => group.Mail,
                "description" or "mailNickname" or "visibility" => null,
                _ => throw GraphRefusal.Malformed($"A group has no property '{name}' that could be selected here."),
            };
        }

        json["id"] = group.Id;
        return new GraphAnswer { Json = json };
    }

    GraphAnswer GroupMembers(GraphRequest request, string id, bool isTransitive, bool isCast)
    {
        var group = FindGroup(id);
        // Who may read a group and not its users is told their ids only.
        var isLimited = !Granted.Contains("User.Read.All");
        return DirectoryPage(request, () => (isTransitive ? Below(group) : group.Members).Where(IsShown), isCast, isLimited);

        bool IsShown(DirectoryObject member) => member is GraphUser user
            ? _byId.TryGetValue(user.Id, out var entry) && entry.IsThere
            : !isCast;
    }

    /// <summary>Everything in the group and in the groups that are in it, each once; groups may go round in a circle.</summary>
    static List<DirectoryObject> Below(GraphGroup top)
    {
        var seen = new HashSet<DirectoryObject>();
        var found = new List<DirectoryObject>();
        var open = new Queue<GraphGroup>([top]);
        while (open.TryDequeue(out var group))
        {
            foreach (var member in group.Members.Where(seen.Add))
            {
                found.Add(member);
                if (member is GraphGroup nested)
                    open.Enqueue(nested);
            }
        }

        return found;
    }

    /// <summary>Graph: List members of team.</summary>
    GraphAnswer TeamMembers(GraphRequest request, string id)
    {
        request.Allow("$top", "$select", "$skiptoken");
        var team = _teams.GetValueOrDefault(GuidOf(id)) ?? throw new GraphRefusal(404, "NotFound", $"There is no team '{id}'.", isMistake: false);
        return Page(request, Begin);

        ListAt Begin()
        {
            IReadOnlyList<(GraphUser User, bool IsOwner)> members = [.. team.Members.Where(member => _byId.TryGetValue(member.User.Id, out var entry) && entry.IsThere)];
            return new ListAt(members.Count, 0, request.Top(100), at => Member(members[at].User, members[at].IsOwner), $"teams('{id}')/members", IsCounted: true);
        }

        JsonObject Member(GraphUser user, bool isOwner) => new()
        {
            ["@odata.type"] = "#microsoft.graph.aadUserConversationMember",
            ["id"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{team.Id}##{user.Id}")),
            ["roles"] = new JsonArray([.. Roles(user, isOwner).Select(role => (JsonNode)role)]),
            ["displayName"] = user.DisplayName,
            ["visibleHistoryStartDateTime"] = "0001-01-01T00:00:00Z",
            ["userId"] = user.Id,
            ["email"] = user.Mail,
            ["tenantId"] = Brightwater.Tenant,
        };
    }

    static IEnumerable<string> Roles(GraphUser user, bool isOwner) => isOwner ? ["owner"] : user.UserType == "Guest" ? ["guest"] : [];

    GraphGroup FindGroup(string id) => _groups.GetValueOrDefault(GuidOf(id)) ?? throw GraphRefusal.NotFound(id);

    static string GuidOf(string id) => Guid.TryParse(id, out _) ? id : throw new GraphRefusal(400, "Request_BadRequest", $"'{id}' is no object id.");
}
