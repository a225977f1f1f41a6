using System.Globalization;
using System.Text.Json.Nodes;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>Reading one by one, lists, batches, and what an app may not read.</summary>
public sealed partial class FakeGraphTests
{
    const string Sales = "00000000-0000-4000-8001-000000000001";

    [Fact]
    public async Task Members_come_with_their_types_and_a_cast_leaves_the_users()
    {
        var (group, nested) = (_graph.Group(Sales, "Sales"), _graph.Group("00000000-0000-4000-8001-000000000002", "Inside sales"));
        var (ana, bo) = (_graph.Add(User(1)), _graph.Add(User(2)));
        _graph.Join(group, ana);
        _graph.Join(group, nested);
        _graph.Join(nested, bo);
        _graph.Join(nested, ana);
        _graph.Join(nested, group);
        _graph.Join(group, new GraphContact { Id = "00000000-0000-4000-8002-000000000001", DisplayName = "Agency", Mail = "agency@example.org" });

        var direct = await _client.GetAsync($"groups/{Sales}/members?$select=id,displayName,userPrincipalName");
        Assert.Equal(["user", "group", "orgContact"], direct.Value.Select(one => one["@odata.type"]!.ToString().Split('.')[^1]));
        Assert.False(direct.Value[2].ContainsKey("userPrincipalName"));
        Assert.Equal(["Person 1", "Person 2"], await NamesAsync($"groups/{Sales}/transitiveMembers/graph.user"));
        Assert.Equal(["Person 1"], await NamesAsync($"groups/{Sales}/members/microsoft.graph.user?$select=displayName"));
        _graph.Leave(group, ana);
        _graph.Delete(bo);
        Assert.Equal(["Inside sales", "Agency", "Person 1", "Sales"], await NamesAsync($"groups/{Sales}/transitiveMembers"));
        Assert.Equal("Sales", (await _client.GetAsync($"groups/{Sales}?$select=id,displayName")).Json["displayName"]!.ToString());
        Assert.Empty(_graph.BadRequests);
    }

    [Fact]
    public async Task Lists_are_paged_and_keep_their_options()
    {
        var (group, team) = (_graph.Group(Sales, "Sales"), _graph.Team(Sales));
        foreach (var user in Enumerable.Range(1, 25).Select(User).Select(_graph.Add))
        {
            _graph.Join(group, user);
            _graph.Join(team, user, isOwner: user.DisplayName == "Person 1");
        }

        Assert.Equal(3, (await _client.ReadAllAsync($"groups/{Sales}/members?$select=id&$top=10")).Pages);
        Assert.Equal(2, (await _client.ReadAllAsync("users?$select=id&$top=20")).Pages);
        var (members, _, pages) = await _client.ReadAllAsync($"teams/{Sales}/members?$top=15");
        Assert.Equal((25, 2), (members.Count, pages));
        Assert.Equal("owner", members[0]["roles"]![0]!.ToString());
        Assert.Equal(User(2).Id, members[1]["userId"]!.ToString());
        Assert.Empty(_graph.BadRequests);
    }

    [Fact]
    public async Task A_count_needs_the_header_and_is_otherwise_left_out()
    {
        _graph.Load(Enumerable.Range(1, 3).Select(User));
        Assert.False((await _client.GetAsync("users?$count=true")).Json.ContainsKey("@odata.count"));
        Assert.Equal(3, (int)(await _client.GetAsync("users?$count=true", "ConsistencyLevel: eventual")).Json["@odata.count"]!);
    }

    [Theory]
    [InlineData(15, 200)]
    [InlineData(16, 400)]
    public async Task A_filter_takes_fifteen_ids(int ids, int status)
    {
        _graph.Load(Enumerable.Range(1, 20).Select(User));
        var list = string.Join(',', Enumerable.Range(1, ids).Select(number => $"'{User(number).Id}'"));
        var answer = await _client.GetAsync($"users?$select=id&$filter=id in ({list})");
        Assert.Equal(status, answer.Status);
        if (status == 200)
            Assert.Equal(ids, answer.Value.Count);
    }

    [Fact]
    public async Task The_chain_of_managers_is_an_advanced_query()
    {
        var people = Enumerable.Range(1, 4).Select(User).Select(_graph.Add).ToList();
        for (var at = 0; at < 3; at++)
            _graph.Change(people[at], user => user.ManagerId = people[at + 1].Id);
        var url = $"users/{people[0].Id}?$select=id,displayName&$expand=manager($levels=max;$select=id,displayName)";
        Assert.Equal(400, (await _client.GetAsync(url)).Status);
        Assert.Single(_graph.BadRequests);
        var chain = (await _client.GetAsync(url + "&$count=true", "ConsistencyLevel: eventual")).Json;
        Assert.Equal("Person 4", chain["manager"]!["manager"]!["manager"]!["displayName"]!.ToString());
        Assert.Equal("Person 2", (await _client.GetAsync($"users/{people[0].Id}/manager")).Json["displayName"]!.ToString());
        Assert.Equal("Request_ResourceNotFound", (await _client.GetAsync($"users/{people[3].Id}/manager")).Code);
        Assert.Equal(["Person 1"], await NamesAsync($"users/{people[1].Id}/directReports"));
    }

    [Fact]
    public async Task A_mailbox_says_hours_and_absence_and_not_everybody_has_one()
    {
        var (ana, room) = (_graph.Add(User(1)), _graph.Add(User(2)));
        ana.Mailbox = new GraphMailbox { TimeZone = "Pacific Standard Time", AutomaticReplies = { Status = "scheduled" } };
        var settings = (await _client.GetAsync($"users/{ana.Id}/mailboxSettings?$select=timeZone,automaticRepliesSetting")).Json;
        Assert.Equal("Pacific Standard Time", settings["timeZone"]!.ToString());
        Assert.Equal("scheduled", settings["automaticRepliesSetting"]!["status"]!.ToString());
        Assert.False(settings.ContainsKey("workingHours"));
        Assert.Equal("08:00:00.0000000", (await _client.GetAsync($"users/{ana.Id}/mailboxSettings/workingHours")).Json["startTime"]!.ToString());
        var none = await _client.GetAsync($"users/{room.Id}/mailboxSettings");
        Assert.Equal((404, "MailboxNotEnabledForRESTAPI"), (none.Status, none.Code));
        Assert.Empty(_graph.BadRequests);
    }

    [Theory]
    [InlineData(650, 200)]
    [InlineData(651, 400)]
    public async Task Presence_is_asked_for_at_most_650_people(int people, int status)
    {
        _graph.Load(Enumerable.Range(1, 700).Select(User));
        var ids = new JsonArray([.. Enumerable.Range(1, people).Select(number => (JsonNode)User(number).Id)]);
        var answer = await _client.PostAsync("communications/getPresencesByUserId", new JsonObject { ["ids"] = ids });
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 200 ? 0 : 1, _graph.BadRequests.Count);
    }

    [Fact]
    public async Task A_photo_is_a_picture_or_not_there()
    {
        var (ana, bo) = (_graph.Add(User(1)), _graph.Add(User(2)));
        ana.Photo = [0xFF, 0xD8, 0xFF];
        using var photo = await _client.RawAsync($"users/{ana.Id}/photos/48x48/%24value");
        Assert.Equal("image/jpeg", photo.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(photo.Headers.ETag);
        Assert.Equal(ana.Photo, await photo.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("ImageNotFound", (await _client.GetAsync($"users/{bo.Id}/photos/48x48/$value")).Code);
    }

    [Fact]
    public async Task An_app_is_found_installed_once_and_has_a_chat()
    {
        var ana = _graph.Add(User(1));
        var app = _graph.CatalogApp("00000000-0000-4000-8003-000000000001");
        var told = new List<string>();
        _graph.Installed = (user, _) =>
        {
            told.Add(user.DisplayName!);
            return Task.CompletedTask;
        };
        var found = Assert.Single((await _client.GetAsync($"appCatalogs/teamsApps?$filter=externalId eq '{app.ExternalId}'")).Value);
        var body = new JsonObject { ["teamsApp@odata.bind"] = $"{_graph.Address}/appCatalogs/teamsApps/{found["id"]}" };
        Assert.Equal(201, (await _client.PostAsync($"users/{ana.Id}/teamwork/installedApps", body)).Status);
        var again = await _client.PostAsync($"users/{ana.Id}/teamwork/installedApps", body);
        Assert.Equal((409, "Conflict"), (again.Status, again.Code));
        Assert.Equal(["Person 1"], told);
        var installation = Assert.Single((await _client.GetAsync($"users/{ana.Id}/teamwork/installedApps?$expand=teamsApp&$filter=teamsApp/externalId eq '{app.ExternalId}'")).Value);
        Assert.Equal(app.ExternalId, installation["teamsApp"]!["externalId"]!.ToString());
        var chat = await _client.GetAsync($"users/{ana.Id}/teamwork/installedApps/{Uri.EscapeDataString(installation["id"]!.ToString())}/chat");
        Assert.StartsWith("19:", chat.Json["id"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(_graph.BadRequests);
    }

    [Fact]
    public async Task A_batch_of_twenty_is_answered_part_by_part_and_one_of_21_not_at_all()
    {
        _graph.Load(Enumerable.Range(1, 21).Select(User));
        var refused = await _client.PostAsync("$batch", Batch(21));
        Assert.Equal((400, "MaximumValueExceeded", 0), (refused.Status, refused.Code, _graph.CountInBatches(GraphKind.Presence)));
        _graph.Fail(GraphFault.Throttled(7.Seconds()), GraphKind.Presence, path: User(3).Id);

        var answer = await _client.PostAsync("$batch", Batch(20));
        var responses = answer.Json["responses"]!.AsArray().Select(one => one!.AsObject()).ToList();
        Assert.Equal(200, answer.Status);
        Assert.Equal("20", responses[0]["id"]!.ToString());
        var throttled = Assert.Single(responses, one => (int)one["status"]! != 200);
        Assert.Equal(("3", "7", "TooManyRequests"), (throttled["id"]!.ToString(), throttled["headers"]!["Retry-After"]!.ToString(), throttled["body"]!["error"]!["code"]!.ToString()));
        Assert.Equal(User(5).Id, responses.Single(one => one["id"]!.ToString() == "5")["body"]!["id"]!.ToString());
        Assert.Equal((2, 20), (_graph.HttpRequests, _graph.CountInBatches(GraphKind.Presence)));
    }

    [Fact]
    public async Task A_batch_carries_options_headers_and_bodies()
    {
        _graph.Load(Enumerable.Range(1, 3).Select(User));
        var answer = await _client.PostAsync("$batch", Json($$$"""
            {"requests":[
              {"id":"a","method":"GET","url":"/users?$select=id&$count=true","headers":{"ConsistencyLevel":"eventual"}},
              {"id":"b","method":"POST","url":"/communications/getPresencesByUserId","headers":{"Content-Type":"application/json"},"body":{"ids":["{{{User(1).Id}}}"]}},
              {"id":"c","method":"GET","url":"/users/nobody@brightwater.example"},
              {"id":"d","method":"GET","url":"/users","dependsOn":["c"]}]}
            """));
        var byId = answer.Json["responses"]!.AsArray().ToDictionary(one => one!["id"]!.ToString(), one => one!);
        Assert.Equal(3, (int)byId["a"]["body"]!["@odata.count"]!);
        Assert.Equal("Available", byId["b"]["body"]!["value"]![0]!["availability"]!.ToString());
        Assert.Equal((404, 424), ((int)byId["c"]["status"]!, (int)byId["d"]["status"]!));
        Assert.Empty(_graph.BadRequests);
    }

    [Theory]
    [InlineData("User.Read.All", "users/delta", "Authorization_RequestDenied")]
    [InlineData("GroupMember.Read.All", "groups/00000000-0000-4000-8001-000000000001/members", "Authorization_RequestDenied")]
    [InlineData("MailboxSettings.Read", "users/00000000-0000-4000-8000-000000000001/mailboxSettings", "ErrorAccessDenied")]
    [InlineData("MailboxSettings.Read", "users/00000000-0000-4000-8000-000000000001?$select=mailboxSettings", "ErrorAccessDenied")]
    [InlineData("Presence.Read.All", "users/00000000-0000-4000-8000-000000000001/presence", "Forbidden")]
    [InlineData("TeamMember.Read.All", "teams/00000000-0000-4000-8001-000000000001/members", "Forbidden")]
    [InlineData("AppCatalog.Read.All", "appCatalogs/teamsApps", "Forbidden")]
    public async Task Without_consent_there_is_no_answer(string permission, string url, string code)
    {
        _graph.Add(User(1)).Mailbox = new GraphMailbox();
        _graph.Group(Sales, "Sales");
        _graph.Team(Sales);
        Assert.Equal(200, (await _client.GetAsync(url)).Status);
        _graph.Granted.Remove(permission);
        var refused = await _client.GetAsync(url);
        Assert.Equal((403, code), (refused.Status, refused.Code));
        Assert.Empty(_graph.BadRequests);
    }

    [Fact]
    public async Task Who_may_read_groups_and_not_users_sees_ids_only()
    {
        _graph.Join(_graph.Group(Sales, "Sales"), _graph.Add(User(1)));
        _graph.Granted.Remove("User.Read.All");
        var member = Assert.Single((await _client.GetAsync($"groups/{Sales}/members?$select=id,displayName")).Value);
        Assert.Equal(User(1).Id, member["id"]!.ToString());
        Assert.Null(member["displayName"]);
    }

    async Task<IEnumerable<string>> NamesAsync(string url) => (await _client.GetAsync(url)).Value.Select(one => one["displayName"]!.ToString());

    static JsonObject Batch(int parts) => new()
    {
        ["requests"] = new JsonArray([.. Enumerable.Range(1, parts).Select(number => new JsonObject
        {
            ["id"] = number.ToString(CultureInfo.InvariantCulture),
            ["method"] = "GET",
            ["url"] = $"/users/{User(number).Id}/presence",
        })]),
    };
}
