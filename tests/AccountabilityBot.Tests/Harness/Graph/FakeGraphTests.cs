using System.Globalization;
using System.Text.Json.Nodes;
using AccountabilityBot.Tests.Edge;
using Microsoft.Extensions.Time.Testing;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>The fake Graph keeps the documented rules; otherwise tests that lean on it prove nothing.</summary>
public sealed partial class FakeGraphTests : IAsyncLifetime
{
    const string Select = "users/delta?$select=id,displayName,jobTitle,department,manager";
    readonly FakeTimeProvider _clock = new(EdgeHost.Start);
    FakeGraph _graph = null!;
    GraphBrowser _client = null!;

    public async ValueTask InitializeAsync()
    {
        _graph = await FakeGraph.StartAsync(_clock);
        _client = new GraphBrowser(_graph.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task The_first_round_comes_page_by_page_and_every_link_leads_back_here()
    {
        _graph.Load(Enumerable.Range(1, 450).Select(User));
        var (all, delta, pages) = await _client.ReadAllAsync(Select);
        Assert.Equal(450, all.Select(one => one["id"]!.ToString()).Distinct().Count());
        Assert.Equal((3, 3), (pages, _graph.LeastRequestsForFullSync()));
        Assert.StartsWith($"{_graph.Address}/users/delta?$deltatoken=", delta, StringComparison.Ordinal);
        Assert.Equal(3, _graph.Count(GraphKind.UsersDelta));
        Assert.Equal("""{"displayName":"Person 1","id":"00000000-0000-4000-8000-000000000001"}""", all[0].ToJsonString());
        Assert.Empty(_graph.BadRequests);
    }

    [Theory]
    [InlineData("users/delta()?%24select=id,displayName")]
    [InlineData("users/microsoft.graph.delta()?$select=id")]
    [InlineData("users/delta")]
    public async Task Every_way_to_write_the_function_is_known(string url)
    {
        _graph.Add(User(1));
        Assert.NotNull((await _client.GetAsync(url)).Delta);
        Assert.Empty(_graph.BadRequests);
    }

    [Fact]
    public async Task A_client_may_ask_for_smaller_pages_and_the_size_holds_for_the_round()
    {
        _graph.Load(Enumerable.Range(1, 10).Select(User));
        var first = await _client.GetAsync(Select, "Prefer: odata.maxpagesize=4");
        Assert.Equal(4, first.Value.Count);
        Assert.Equal(4, (await _client.GetAsync(first.Next!)).Value.Count);
    }

    [Fact]
    public async Task The_next_round_tells_what_changed_null_where_cleared_absent_where_not()
    {
        var (changed, other, unselected) = (_graph.Add(User(1)), _graph.Add(User(2)), _graph.Add(User(3)));
        _graph.Change(changed, user => (user.JobTitle, user.Department) = ("Seller", "Sales"));
        var (_, delta, _) = await _client.ReadAllAsync(Select);
        _graph.Change(changed, user => user.JobTitle = null);
        _graph.Change(changed, user => user.Department = "Sales");
        _graph.Change(unselected, user => user.Mail = "other@brightwater.example");
        Assert.Equal(
            $$"""{"jobTitle":null,"id":"{{changed.Id}}"}""",
            Assert.Single((await _client.GetAsync(delta!, "Prefer: return=minimal")).Value).ToJsonString());
        Assert.Equal(
            $$"""{"displayName":"Person 1","jobTitle":null,"department":"Sales","id":"{{changed.Id}}"}""",
            Assert.Single((await _client.GetAsync(delta!)).Value).ToJsonString());

        var (_, later, _) = await _client.ReadAllAsync(delta!);
        Assert.Empty((await _client.GetAsync(later!)).Value);
        _graph.Change(other, user => user.Surname = "Not selected");
        Assert.Empty((await _client.GetAsync(later!)).Value);
    }

    [Fact]
    public async Task A_manager_comes_as_a_relationship_and_goes_as_one()
    {
        var report = _graph.Add(User(1));
        _graph.Change(report, user => user.ManagerId = User(8).Id);
        var (all, delta, _) = await _client.ReadAllAsync(Select);
        Assert.Equal($$"""[{"@odata.type":"#microsoft.graph.user","id":"{{User(8).Id}}"}]""", all[0]["manager@delta"]!.ToJsonString());

        _graph.Change(report, user => user.ManagerId = User(9).Id);
        var moved = Assert.Single((await _client.GetAsync(delta!)).Value)["manager@delta"]!.AsArray();
        Assert.Equal([$"{User(8).Id} deleted", $"{User(9).Id} "], moved.Select(link => $"{link!["id"]} {link["@removed"]?["reason"]}"));

        (_, delta, _) = await _client.ReadAllAsync(delta!);
        _graph.Change(report, user => user.ManagerId = null);
        var gone = Assert.Single(Assert.Single((await _client.GetAsync(delta!, "Prefer: return=minimal")).Value)["manager@delta"]!.AsArray());
        Assert.Equal("deleted", gone!["@removed"]!["reason"]!.ToString());
    }

    [Fact]
    public async Task Removed_softly_removed_for_good_and_restored()
    {
        var (soft, hard) = (_graph.Add(User(1)), _graph.Add(User(2)));
        var (_, delta, _) = await _client.ReadAllAsync(Select);
        _graph.Delete(soft);
        _graph.Delete(hard, hard: true);
        var told = await _client.GetAsync(delta!);
        Assert.Equal(["changed", "deleted"], told.Value.Select(one => one["@removed"]!["reason"]!.ToString()));
        Assert.Equal("Request_ResourceNotFound", (await _client.GetAsync($"users/{soft.Id}")).Code);

        _graph.Restore(soft);
        Assert.Equal("Person 1", Assert.Single((await _client.GetAsync(told.Delta!, "Prefer: return=minimal")).Value)["displayName"]!.ToString());
        Assert.Throws<InvalidOperationException>(() => _graph.Restore(hard));
        Assert.Single((await _client.GetAsync(Select)).Value);
    }

    [Fact]
    public async Task Tokens_grow_old_each_in_its_own_way()
    {
        _graph.Load(Enumerable.Range(1, 250).Select(User));
        var first = await _client.GetAsync(Select);
        var (_, delta, _) = await _client.ReadAllAsync(first.Next!);
        _graph.ExpireDeltaTokens();
        var gone = await _client.GetAsync(delta!);
        Assert.Equal((410, "syncStateNotFound"), (gone.Status, gone.Code));
        Assert.Equal(200, (await _client.GetAsync(gone.Headers["Location"])).Status);
        _graph.ExpirePageTokens();
        var old = await _client.GetAsync(first.Next!);
        Assert.Equal((400, "Directory_ExpiredPageToken"), (old.Status, old.Code));
        Assert.Equal(410, (await _client.GetAsync("users/delta?$deltatoken=of-another-time")).Status);
        Assert.Empty(_graph.BadRequests);
    }

    [Fact]
    public async Task Pages_may_be_empty_and_may_repeat_what_was_told()
    {
        _graph.PageSize = 2;
        _graph.EmptyPageEvery = 2;
        _graph.RepeatsEntities = true;
        _graph.Load(Enumerable.Range(1, 5).Select(User));
        var sizes = new List<int>();
        for (var url = Select; url is not null;)
        {
            var page = await _client.GetAsync(url);
            sizes.Add(page.Value.Count);
            url = page.Next;
        }

        Assert.Equal([2, 0, 3, 0, 2], sizes);
    }

    [Fact]
    public async Task What_changes_during_a_round_is_told_in_the_next()
    {
        _graph.PageSize = 2;
        var people = Enumerable.Range(1, 5).Select(User).Select(_graph.Add).ToList();
        var first = await _client.GetAsync(Select);
        _graph.Change(people[0], user => user.JobTitle = "Head of sales");
        _graph.Delete(people[4]);
        var late = _graph.Add(User(6));
        var (rest, delta, _) = await _client.ReadAllAsync(first.Next!);
        Assert.DoesNotContain(rest, one => one["id"]!.ToString() == late.Id);
        var news = await _client.ReadAllAsync(delta!);
        Assert.Equal([people[0].Id, people[4].Id, late.Id], news.All.Select(one => one["id"]!.ToString()));
        Assert.Equal("changed", news.All[1]["@removed"]!["reason"]!.ToString());
    }

    [Fact]
    public async Task A_round_may_begin_now_or_follow_some_people_only()
    {
        var (followed, other) = (_graph.Add(User(1)), _graph.Add(User(2)));
        var latest = await _client.GetAsync(Select + "&$deltatoken=latest");
        Assert.Empty(latest.Value);
        var some = await _client.GetAsync($"{Select}&$filter=id eq '{followed.Id}'");
        Assert.Single(some.Value);
        _graph.Change(other, user => user.JobTitle = "Seller");
        Assert.Single((await _client.GetAsync(latest.Delta!)).Value);
        Assert.Empty((await _client.GetAsync(some.Delta!)).Value);
        Assert.Empty(_graph.BadRequests);
    }

    [Fact]
    public async Task A_link_is_followed_as_it_is()
    {
        _graph.Add(User(1));
        var (_, delta, _) = await _client.ReadAllAsync(Select);
        Assert.Equal(400, (await _client.GetAsync(delta + "&$select=id")).Status);
        Assert.Single(_graph.BadRequests);
    }

    [Theory]
    [InlineData("users/delta?$top=5", 400)]
    [InlineData("users/delta?$orderby=displayName", 400)]
    [InlineData("users/delta?$expand=manager", 400)]
    [InlineData("users/delta?$select=shoeSize", 400)]
    [InlineData("users?$top=1000", 400)]
    [InlineData("users?$select=id,mailboxSettings", 501)]
    [InlineData("users?$filter=startswith(displayName,'a')", 400)]
    [InlineData("groups/not-a-guid/members", 400)]
    [InlineData("planets", 400)]
    public async Task What_Graph_refuses_is_refused_and_written_down(string url, int status)
    {
        var answer = await _client.GetAsync(url);
        Assert.Equal(status, answer.Status);
        Assert.Equal(answer.Headers["request-id"], answer.Json["error"]!["innerError"]!["request-id"]!.ToString());
        Assert.Contains(url.Split('?')[0], Assert.Single(_graph.BadRequests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_thousand_people_are_read_in_the_fewest_requests()
    {
        _graph.PageSize = 999;
        _graph.Load(Enumerable.Range(1, 50_000).Select(User));
        var (all, delta, pages) = await _client.ReadAllAsync(Select);
        Assert.Equal((50_000, 51, 51), (all.Count, pages, _graph.LeastRequestsForFullSync()));
        Assert.Empty((await _client.GetAsync(delta!)).Value);
    }

    [Fact]
    public async Task A_real_company_comes_whole_with_the_superiors_who_are_not_in_it()
    {
        Assert.SkipWhen(SharedData.OrgPeople is null, "data/gitlab/org_people_pseudonymised.json is not there; ACCOUNTABILITY_SHARED names the folder that has it.");
        var people = GraphCompany.Read(SharedData.OrgPeople!);
        _graph.Load(people);
        var (all, _, _) = await _client.ReadAllAsync(Select);
        var known = people.Select(person => person.Id).ToHashSet();
        Assert.Equal((1_336, 1_336), (all.Count, known.Count));
        Assert.Equal(451, all.Count(one => one["manager@delta"]?[0]?["id"]?.ToString() is { } superior && !known.Contains(superior)));
        Assert.All(people, person => Assert.Equal(person.Department, person.Labels is [var first, ..] ? first : null));

        var stray = people.First(person => !known.Contains(person.ManagerId!));
        Assert.Equal(stray.ManagerId, (await _client.GetAsync($"users/{stray.Id}/manager")).Json["id"]!.ToString());
        Assert.Equal(404, (await _client.GetAsync($"users/{stray.ManagerId}")).Status);
    }

    internal static GraphUser User(int number) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{number:D12}"),
        DisplayName = $"Person {number}",
        Mail = $"person{number}@brightwater.example",
        UserPrincipalName = $"person{number}@brightwater.example",
    };

    internal static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
