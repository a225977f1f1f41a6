using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Connector;

namespace AccountabilityBot.Tests.Edge;

/// <summary>Each end that a call to Teams can have, and what the sender is told.</summary>
public sealed class ConnectorOutcomeTests : IAsyncLifetime
{
    const string Chat = "a:chat-1";
    ScriptedConnector _teams = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _teams = await ScriptedConnector.StartAsync();

    public ValueTask DisposeAsync() => _teams.DisposeAsync();

    public static TheoryData<int, string, Type, string> Table { get; } = new()
    {
        { 200, """{"id":"7"}""", typeof(SendOutcome.Sent), "" },
        { 201, """{"id":"7"}""", typeof(SendOutcome.Sent), "" },
        { 202, "", typeof(SendOutcome.Sent), "" },
        { 302, "", typeof(SendOutcome.Refused), "302" },
        { 400, """{"error":{"code":"BadSyntax","message":"Bad"}}""", typeof(SendOutcome.Refused), "BadSyntax" },
        { 403, """{"error":{"code":"BotNotInConversationRoster","message":"No"}}""", typeof(SendOutcome.Refused), "BotNotInConversationRoster" },
        { 404, """{"error":{"code":"ConversationNotFound","message":"No"}}""", typeof(SendOutcome.Gone), "ConversationNotFound" },
        { 404, "<html>no</html>", typeof(SendOutcome.Gone), "404" },
        { 500, """{"error":{"code":"ConversationNotFound","message":"No"}}""", typeof(SendOutcome.Gone), "ConversationNotFound" },
        { 408, "", typeof(SendOutcome.Ambiguous), "408" },
        { 412, """{"error":{"code":"PreconditionFailed"}}""", typeof(SendOutcome.Failed), "PreconditionFailed" },
        { 413, """{"error":{"code":"MessageSizeTooBig"}}""", typeof(SendOutcome.Refused), "MessageSizeTooBig" },
        { 429, """{"error":{"code":"Throttled"}}""", typeof(SendOutcome.Throttled), "" },
        { 500, "", typeof(SendOutcome.Ambiguous), "500" },
        { 501, """{"error":{"code":"DeleteActivityAPINotImplemented"}}""", typeof(SendOutcome.Refused), "DeleteActivityAPINotImplemented" },
        { 502, "", typeof(SendOutcome.Ambiguous), "502" },
        { 503, "", typeof(SendOutcome.Ambiguous), "503" },
        { 504, """{"error":{"code":"BotTimeout"}}""", typeof(SendOutcome.Ambiguous), "BotTimeout" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Each_status_has_one_outcome(int status, string body, Type outcome, string code)
    {
        var end = await SendAsync(_teams.Answers(status, body));

        Assert.IsType(outcome, end);
        Assert.Equal(code, end switch
        {
            SendOutcome.Refused r => r.Code,
            SendOutcome.Gone g => g.Code,
            SendOutcome.Ambiguous a => a.Why,
            SendOutcome.Failed f => f.Why,
            _ => "",
        });
        Assert.Single(_teams.Requests);
    }

    [Fact]
    public async Task A_sent_message_names_its_id_and_travels_with_the_token()
    {
        var end = await SendAsync(_teams.Answers(201, """{"id":"1795"}"""));

        Assert.Equal(new SendOutcome.Sent(Chat, "1795"), end);
        var asked = Assert.Single(_teams.Requests);
        Assert.Equal(("POST", "/_connector/v3/conversations/a%3Achat-1/activities", "Bearer token-1"), (asked.Method, asked.Target, asked.Authorization));
        Assert.Equal("""{"type":"message","text":"Hello","textFormat":"plain"}""", asked.Body!.ToJsonString());
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Mon, 23 Nov 2026 09:00:30 GMT", 30)]
    [InlineData("Mon, 23 Nov 2026 08:00:00 GMT", 0)]
    [InlineData("86400", 3600)]
    [InlineData("soon", 2)]
    [InlineData(null, 2)]
    public async Task Throttled_says_until_when(string? retryAfter, int seconds)
    {
        var end = await SendAsync(_teams.Answers(429, "", retryAfter is null ? [] : [("Retry-After", retryAfter)]));
        Assert.Equal(new SendOutcome.Throttled(EdgeHost.Start.AddSeconds(seconds), IsGuess: retryAfter is null or "soon"), end);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_and_the_call_made_again()
    {
        Assert.IsType<SendOutcome.Sent>(await SendAsync(_teams.Answers(401).Answers(201, """{"id":"7"}""")));
        Assert.Equal(["Bearer token-1", "Bearer token-2"], _teams.Requests.Select(r => r.Authorization));

        var end = await SendAsync(_teams.Answers(401).Answers(401, """{"error":{"code":"BotNotRegistered","message":"Who?"}}"""));
        Assert.Equal(new SendOutcome.Failed("BotNotRegistered"), end);
        Assert.Equal(4, _teams.Requests.Count);
    }

    [Fact]
    public async Task A_token_is_kept_and_renewed_five_minutes_before_its_end()
    {
        await SendAsync(_teams.Answers(202).Answers(202).Answers(202));
        _teams.Clock.Advance(TimeSpan.FromMinutes(54));
        await SendAsync(_teams);
        Assert.Equal(1, _teams.TokensGiven);
        _teams.Clock.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(_teams);
        Assert.Equal(2, _teams.TokensGiven);
    }

    [Fact]
    public async Task While_the_issuer_is_down_the_old_token_serves_to_its_end()
    {
        await SendAsync(_teams.Answers(202).Answers(202));
        _teams.NoToken = true;
        _teams.Clock.Advance(TimeSpan.FromMinutes(57));
        Assert.IsType<SendOutcome.Sent>(await SendAsync(_teams));
        _teams.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.IsType<SendOutcome.Failed>(await SendAsync(_teams));
        Assert.Equal(2, _teams.Requests.Count);
    }

    [Fact]
    public async Task A_connection_broken_after_the_bytes_left_is_ambiguous() =>
        Assert.IsType<SendOutcome.Ambiguous>(await SendAsync(_teams.BreaksOff()));

    [Fact]
    public async Task No_answer_in_time_is_ambiguous()
    {
        _teams.NeverAnswers();
        var end = await _teams.ImpatientClient.SendAsync(_teams.ServiceUrl, Chat, OutgoingActivity.ForText("Hello"), Ct);
        Assert.Equal(new SendOutcome.Ambiguous("No answer in time."), end);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("https://smba.trafficmanager.net.evil.tld/")]
    [InlineData("http://169.254.169.254/")]
    public async Task Where_nothing_can_or_may_be_reached_nothing_left(string serviceUrl)
    {
        Assert.IsType<SendOutcome.Failed>(await _teams.Client.SendAsync(serviceUrl, Chat, OutgoingActivity.ForText("Hello"), Ct));
        Assert.Empty(_teams.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    public async Task An_id_that_would_change_the_path_is_not_sent(string conversation) =>
        Assert.IsType<SendOutcome.Failed>(await _teams.Client.SendAsync(_teams.ServiceUrl, conversation, OutgoingActivity.ForText("Hello"), Ct));

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await SendAsync(_teams.Answers(307, "", ("Location", _teams.ServiceUrl + "elsewhere")));
        Assert.Single(_teams.Requests);
    }

    [Fact]
    public async Task Each_call_has_its_path_and_its_answer()
    {
        const string channel = "19:sales@thread.tacv2";
        _teams.Answers(201, """{"id":"2"}""").Answers(200, """{"id":"1"}""").Answers(200)
            .Answers(201, $$"""{"id":"{{channel}};messageid=5","activityId":"5"}""").Answers(201, """{"id":"a:new"}""");
        var (client, at, text) = (_teams.Client, _teams.ServiceUrl, OutgoingActivity.ForText("Hello"));

        Assert.Equal(new SendOutcome.Sent(channel, "2"), await client.ReplyAsync(at, channel, "1", text, Ct));
        Assert.Equal(new SendOutcome.Sent(channel, "1"), await client.UpdateAsync(at, channel, "1", text, Ct));
        Assert.Equal(new SendOutcome.Sent(channel, "1"), await client.DeleteAsync(at, channel, "1", Ct));
        Assert.Equal(new SendOutcome.Sent(channel + ";messageid=5", "5"), await client.CreateThreadAsync(at, EdgeHost.Tenant, channel, text, Ct));
        Assert.Equal(new SendOutcome.Sent("a:new", null), await client.CreatePersonalChatAsync(at, EdgeHost.Tenant, "29:ana", Ct));

        const string path = "/_connector/v3/conversations/19%3Asales%40thread.tacv2/activities/1";
        Assert.Equal(
            [("POST", path), ("PUT", path), ("DELETE", path), ("POST", "/_connector/v3/conversations"), ("POST", "/_connector/v3/conversations")],
            _teams.Requests.Select(r => (r.Method, r.Target)));
        Assert.Equal(channel, (string?)_teams.Requests.ElementAt(3).Body!["channelData"]!["channel"]!["id"]);
        Assert.Equal("29:ana", (string?)_teams.Requests.ElementAt(4).Body!["members"]![0]!["id"]);
    }

    [Fact]
    public async Task Members_are_read_page_by_page()
    {
        _teams.Answers(200, """{"members":[{"id":"29:a","objectId":"o-a","name":"Ana"},7,{"name":"no id"}],"continuationToken":"next/1"}""")
            .Answers(200, """{"members":[{"id":"29:b","aadObjectId":"o-b","tenantId":"t"}]}""");

        var read = Assert.IsType<ReadOutcome<IReadOnlyList<Member>>.Read>(await _teams.Client.MembersAsync(_teams.ServiceUrl, Chat, Ct));

        Assert.Equal([("29:a", "o-a"), ("29:b", "o-b")], read.Value.Select(m => (m.Id, m.ObjectId)));
        Assert.EndsWith("?pageSize=500&continuationToken=next%2F1", _teams.Requests.Last().Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roster_that_repeats_itself_or_is_refused_is_no_roster()
    {
        _teams.Answers(200, """{"members":[],"continuationToken":"x"}""").Answers(200, """{"members":[],"continuationToken":"x"}""");
        Assert.IsType<ReadOutcome<IReadOnlyList<Member>>.Failed>(await _teams.Client.MembersAsync(_teams.ServiceUrl, Chat, Ct));
        Assert.IsType<ReadOutcome<IReadOnlyList<Member>>.Gone>(await _teams.Answers(404).Client.MembersAsync(_teams.ServiceUrl, Chat, Ct));
        Assert.IsType<ReadOutcome<IReadOnlyList<Member>>.Throttled>(await _teams.Answers(429).Client.MembersAsync(_teams.ServiceUrl, Chat, Ct));
        Assert.IsType<ReadOutcome<IReadOnlyList<Member>>.Refused>(await _teams.Answers(403).Client.MembersAsync(_teams.ServiceUrl, Chat, Ct));
        Assert.IsType<ReadOutcome<IReadOnlyList<Member>>.Failed>(await _teams.Answers(503).Client.MembersAsync(_teams.ServiceUrl, Chat, Ct));
    }

    [Fact]
    public async Task Channels_are_read_and_General_has_no_name()
    {
        _teams.Answers(200, """{"conversations":[{"id":"19:team","channelType":"standard"},{"id":"19:sales","name":"Sales"}]}""");
        var read = Assert.IsType<ReadOutcome<IReadOnlyList<TeamChannel>>.Read>(await _teams.Client.ChannelsAsync(_teams.ServiceUrl, "19:team", Ct));
        Assert.Equal([new("19:team", null), new("19:sales", "Sales")], read.Value);
    }

    static Task<SendOutcome> SendAsync(ScriptedConnector teams) =>
        teams.Client.SendAsync(teams.ServiceUrl, Chat, OutgoingActivity.ForText("Hello"), Ct);
}
