using System.Text.Json.Nodes;
using AccountabilityBot.Tests.Edge;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>How it fails, and that it speaks in the shapes of the recorded answers.</summary>
public sealed partial class FakeGraphTests
{
    [Fact]
    public async Task Who_does_not_wait_is_refused_again_and_written_down()
    {
        _graph.KeepsRetryAfter = true;
        _graph.Fail(GraphFault.Throttled(10.Seconds()), GraphKind.UsersDelta);
        var first = await _client.GetAsync(Select);
        Assert.Equal((429, "10", "TooManyRequests"), (first.Status, first.Headers["Retry-After"], first.Code));
        _clock.Advance(4.Seconds());
        var second = await _client.GetAsync(Select);
        Assert.Equal((429, "6"), (second.Status, second.Headers["Retry-After"]));
        Assert.Equal(404, (await _client.GetAsync($"teams/{Sales}/members")).Status);
        _clock.Advance(6.Seconds());
        Assert.Equal(200, (await _client.GetAsync(Select)).Status);
        Assert.Equal(EdgeHost.Start + 4.Seconds(), Assert.Single(_graph.TooEarly).At);
    }

    [Fact]
    public async Task Faults_come_in_their_order_and_after_as_many_good_answers_as_told()
    {
        _graph.Fail(GraphFault.Unavailable(), GraphKind.UsersDelta, after: 1);
        _graph.Fail(GraphFault.Unavailable(3.Seconds()), GraphKind.UsersDelta, after: 1);
        _graph.Fail(GraphFault.GatewayTimeout(), GraphKind.UsersDelta, after: 1);
        var statuses = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            var answer = await _client.GetAsync(Select);
            statuses.Add($"{answer.Status} {answer.Headers.GetValueOrDefault("Retry-After")}".TrimEnd());
        }

        Assert.Equal(["200", "503", "503 3", "504", "200"], statuses);
    }

    [Fact]
    public async Task A_token_is_refused_in_the_middle_of_a_sync()
    {
        _graph.Load(Enumerable.Range(1, 450).Select(User));
        _graph.RefuseTokens(after: 1);
        var first = await _client.GetAsync(Select);
        var refused = await _client.GetAsync(first.Next!);
        Assert.Equal((401, "InvalidAuthenticationToken"), (refused.Status, refused.Code));
        Assert.Equal(200, (await _client.GetAsync(first.Next!)).Status);
        using var nobody = new HttpClient();
        Assert.Equal(401, (int)(await nobody.GetAsync($"{_graph.Address}/users", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Single(_graph.BadRequests);
    }

    [Fact]
    public async Task A_body_is_cut_ends_never_or_stalls()
    {
        _graph.Load(Enumerable.Range(1, 100).Select(User));
        _graph.Fail(GraphFault.CutHalfway());
        await Assert.ThrowsAsync<HttpRequestException>(() => _client.GetAsync(Select));
        _graph.Fail(GraphFault.Reset());
        await Assert.ThrowsAsync<HttpRequestException>(() => _client.GetAsync(Select));

        _graph.Fail(GraphFault.NeverEnding());
        using (var answer = await _client.RawAsync(Select))
        {
            await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            await body.ReadExactlyAsync(new byte[4 << 20], TestContext.Current.CancellationToken);
        }

        _graph.Fail(GraphFault.Stalling());
        using (var answer = await _client.RawAsync(Select))
        {
            await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            var half = (int)answer.Content.Headers.ContentLength!.Value / 2;
            await body.ReadExactlyAsync(new byte[half], TestContext.Current.CancellationToken);
            Assert.False(body.ReadAsync(new byte[1], TestContext.Current.CancellationToken).AsTask().IsCompleted);
        }
    }

    [Fact]
    public async Task Links_lead_in_a_circle_or_on_without_end_until_all_is_well_again()
    {
        _graph.Load(Enumerable.Range(1, 450).Select(User));
        _graph.Fail(GraphFault.PageLinkingToItself(), GraphKind.UsersDelta, after: 1);
        var first = await _client.GetAsync(Select);
        var second = await _client.GetAsync(first.Next!);
        Assert.Equal(first.Next, second.Next);
        Assert.Equal(first.Next, (await _client.GetAsync(second.Next!)).Next);
        _graph.Recover();
        Assert.NotEqual(first.Next, (await _client.GetAsync(second.Next!)).Next);

        _graph.Fail(GraphFault.EmptyPagesWithoutEnd());
        var links = new HashSet<string>();
        for (var (i, url) = (0, Select); i < 10; i++)
        {
            var page = await _client.GetAsync(url);
            Assert.Empty(page.Value);
            Assert.True(links.Add(url = page.Next!));
        }
    }

    [Fact]
    public async Task Every_answer_can_be_traced_and_says_what_it_cost()
    {
        _graph.ThrottlePercentage = 0.9;
        var answer = await _client.GetAsync("users", "client-request-id: mine");
        Assert.Equal(("mine", "2", "0.9"), (answer.Headers["client-request-id"], answer.Headers["x-ms-resource-unit"], answer.Headers["x-ms-throttle-limit-percentage"]));
        Assert.True(Guid.TryParse(answer.Headers["request-id"], out _));
        var call = Assert.Single(_graph.Calls);
        Assert.Equal(("GET", GraphKind.Users, "/users", EdgeHost.Start), (call.Method, call.Kind, call.Path, call.At));
    }

    /// <param name="url">With <c>{id}</c> for the user whom the fake knows.</param>
    [Theory]
    [InlineData("users_delta_page1.json", "users/delta?$select=displayName,givenName,surname")]
    [InlineData("users_delta_page2.json", "users/delta?$select=displayName,givenName,surname")]
    [InlineData("users_delta_final.json", "users/delta?$select=displayName,givenName,surname&$filter=id eq '{id}'")]
    [InlineData("user_guest_with_count.json", "users?$select=displayName,mail,mailNickname,userPrincipalName&$count=true")]
    [InlineData("users_list.json", "users?$top=2")]
    [InlineData("user_manager.json", "users/{id}/manager?$select=id,displayName,jobTitle,mail,userPrincipalName")]
    [InlineData("user_manager_chain_expand.json", "users/{id}?$expand=manager($levels=max;$select=id,displayName)&$select=id,displayName&$count=true")]
    [InlineData("group_members_ASSEMBLED.json", "groups/00000000-0000-4000-8001-000000000001/members?$select=id,displayName,jobTitle,department,mail,userPrincipalName&$top=3")]
    [InlineData("directreports_ASSEMBLED.json", "users/00000000-0000-4000-8000-000000000002/directReports?$select=id,displayName,jobTitle,department,mail,userPrincipalName")]
    [InlineData("mailboxSettings.json", "users/{id}/mailboxSettings")]
    [InlineData("workingHours_customTimeZone.json", "users/{id}/mailboxSettings/workingHours")]
    [InlineData("automaticRepliesSetting_alwaysEnabled.json", "users/{id}/mailboxSettings/automaticRepliesSetting")]
    [InlineData("presence_three_samples.json", "users/{id}/presence")]
    public async Task It_speaks_with_the_member_names_of_the_recorded_answers(string file, string url)
    {
        Assert.SkipWhen(SharedData.GraphPayloads is null, "data/payloads/graph is not there; ACCOUNTABILITY_SHARED names the folder that has it.");
        var recorded = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(SharedData.GraphPayloads!, file), TestContext.Current.CancellationToken))!;
        PutInTheRecordedCompany();
        var answer = await _client.GetAsync(url.Replace("{id}", User(1).Id, StringComparison.Ordinal), "ConsistencyLevel: eventual");
        Assert.Equal(200, answer.Status);
        var names = NamesIn(recorded is JsonArray samples ? samples[0]! : recorded).ToHashSet();
        Assert.Subset(NamesIn(answer.Json).ToHashSet(), names);
        Assert.Empty(_graph.BadRequests);
    }

    /// <summary>Has whatever one of the recorded answers has: a chain of managers, a zone of one's own, a group in a group.</summary>
    void PutInTheRecordedCompany()
    {
        _graph.PageSize = 4;
        _graph.TellsRemovedAtFirst = true;
        _graph.WrapsUserPurpose = true;
        var people = Enumerable.Range(1, 9).Select(User).ToList();
        foreach (var person in people)
            (person.GivenName, person.Surname) = ("Person", "One");
        for (var at = 0; at < 3; at++)
            people[at].ManagerId = people[at + 1].Id;
        people[0].Mailbox = new GraphMailbox
        {
            WorkingHours =
            {
                CustomZone = Json("""
                    {"@odata.type":"#microsoft.graph.customTimeZone","bias":-200,"name":"Customized Time Zone",
                     "standardOffset":{"time":"02:00:00.0000000","dayOccurrence":4,"dayOfWeek":"sunday","month":5,"year":0},
                     "daylightOffset":{"daylightBias":-100,"time":"02:00:00.0000000","dayOccurrence":2,"dayOfWeek":"sunday","month":10,"year":0}}
                    """),
            },
        };
        // One sample has a deleted user on its first page.
        _graph.Delete(_graph.Add(people[^1]), hard: true);
        _graph.Load(people.SkipLast(1));
        var group = _graph.Group(Sales, "Sales");
        foreach (var person in people.Take(4))
            _graph.Join(group, person);
    }

    /// <summary>Every member's path; entities of one list are taken together.</summary>
    static IEnumerable<string> NamesIn(JsonNode? node, string above = "") => node switch
    {
        JsonObject members => members.SelectMany(member => NamesIn(member.Value, $"{above}/{member.Key}").Prepend($"{above}/{member.Key}")),
        JsonArray items => items.SelectMany(item => NamesIn(item, above)),
        _ => [],
    };
}
