using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace AccountabilityBot.Tests.Edge;

/// <summary>Who is let in: the connector, for the activity that its token is for, and nobody else.</summary>
public sealed class SignedPathTests : IAsyncLifetime
{
    KeyServer _keys = null!;
    RsaSecurityKey _key = null!;
    EdgeHost _host = null!;

    /// <summary>Without the one address that this host's configuration allows.</summary>
    public static TheoryData<string> EvilElsewhere { get; } =
        [.. ServiceHostsTests.Evil.Select(row => row.Data).Where(a => !a.StartsWith("http://127.0.0.1", StringComparison.Ordinal))];

    Forge Good => new() { Key = _key };

    public async ValueTask InitializeAsync()
    {
        _keys = await KeyServer.StartAsync();
        _key = _keys.AddKey("key-1");
        _host = await EdgeHost.StartSignedAsync(_keys);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _keys.DisposeAsync();
    }

    [Fact]
    public async Task A_good_token_lets_a_press_in_and_its_actor_is_known()
    {
        var answer = await _host.PostAsync(EdgeHost.Press(), Good);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/vnd.microsoft.activity.message", (string?)answer.Json["type"]);
        Assert.Equal(200, (int?)answer.Json["statusCode"]);
        Assert.Equal("done", (string?)answer.Json["value"]);
        var (_, turn, _) = Assert.Single(_host.Slice.Seen);
        Assert.Equal((EdgeHost.Tenant, EdgeHost.Person, "29:ana"), (turn.Actor!.TenantId, turn.Actor.ObjectId, turn.Actor.UserId));
        Assert.Equal(EdgeHost.Start, turn.Now);
    }

    [Fact]
    public Task No_authorization_header_is_refused() => Refused(401, "TokenMissing", EdgeHost.Press(), token: null);

    [Theory]
    [InlineData("x")]
    [InlineData("x.y.z")]
    [InlineData("....")]
    public Task A_malformed_token_is_refused(string token) => Refused(401, "TokenMalformed", EdgeHost.Press(), token);

    [Fact]
    public Task An_unsigned_token_is_refused()
    {
        var parts = Good.ToString().Split('.');
        var header = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT","kid":"key-1"}""");
        return Refused(401, "AlgorithmNotAllowed", EdgeHost.Press(), $"{header}.{parts[1]}.");
    }

    [Fact]
    public Task A_token_signed_with_the_public_key_as_a_shared_secret_is_refused()
    {
        var secret = new SymmetricSecurityKey(_key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = "key-1" };
        return Refused(401, "AlgorithmNotAllowed", EdgeHost.Press(), new Forge { Key = secret, Algorithm = SecurityAlgorithms.HmacSha256 });
    }

    [Fact]
    public Task Another_algorithm_of_the_same_key_is_refused() =>
        Refused(401, "AlgorithmNotAllowed", EdgeHost.Press(), Good with { Algorithm = SecurityAlgorithms.RsaSha512 });

    [Fact]
    public Task A_token_is_refused_five_minutes_and_a_second_after_its_end() =>
        Refused(401, "TokenExpired", EdgeHost.Press(), Good with { From = EdgeHost.Start.AddHours(-1), Until = EdgeHost.Start.AddSeconds(-301) });

    [Fact]
    public async Task A_token_is_accepted_until_five_minutes_after_its_end()
    {
        var late = Good with { From = EdgeHost.Start.AddHours(-1), Until = EdgeHost.Start.AddSeconds(-299) };
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync(EdgeHost.Press(), late)).Status);

        _host.Clock.Advance(TimeSpan.FromSeconds(2));
        await Refused(401, "TokenExpired", EdgeHost.Press(), late);
    }

    [Fact]
    public Task A_token_of_the_future_is_refused() =>
        Refused(401, "TokenNotYetValid", EdgeHost.Press(), Good with { From = EdgeHost.Start.AddSeconds(301) });

    [Theory]
    [InlineData("aaaaaaaa-bbbb-4ccc-8ddd-000000000002")]
    [InlineData("api://aaaaaaaa-bbbb-4ccc-8ddd-000000000001")]
    [InlineData("aaaaaaaa-bbbb-4ccc-8ddd-000000000001/")]
    [InlineData("")]
    public Task Any_other_audience_is_refused(string audience) =>
        Refused(401, "AudienceWrong", EdgeHost.Press(), Good with { Audience = audience });

    [Theory]
    [InlineData("https://sts.windows.net/22222222-2222-4333-8444-555555555555/")]
    [InlineData("https://api.botframework.com/")]
    [InlineData("https://API.botframework.com")]
    public Task Any_other_issuer_is_refused(string issuer) =>
        Refused(401, "IssuerWrong", EdgeHost.Press(), Good with { Issuer = issuer });

    [Fact]
    public async Task Keys_that_the_token_itself_names_or_brings_are_ignored()
    {
        var attacker = _keys.AddKey("attacker", publish: false);
        var elsewhere = new Uri(_keys.Address, "/attacker-keys").ToString();
        var own = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(attacker.Rsa.ExportParameters(false)));
        var header = new Dictionary<string, object>
        {
            ["jku"] = elsewhere,
            ["x5u"] = elsewhere,
            ["jwk"] = new Dictionary<string, object> { ["kty"] = "RSA", ["n"] = own.N, ["e"] = own.E },
        };
        await Refused(401, "KeyUnknown", EdgeHost.Press(), new Forge { Key = attacker, Header = header });

        attacker.KeyId = "key-1";
        await Refused(401, "SignatureWrong", EdgeHost.Press(), new Forge { Key = attacker, Header = header });
        Assert.Equal(0, _keys.StrayRequests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("webchat")]
    [InlineData("MSTEAMS")]
    [InlineData(null)]
    public Task Another_channel_is_refused(string? channel) =>
        Refused(403, "ChannelNotTeams", With(a => a["channelId"] = channel), Good);

    [Fact]
    public async Task A_key_endorsed_for_another_channel_is_refused()
    {
        await Refused(403, "ChannelNotEndorsed", EdgeHost.Press(), new Forge { Key = _keys.AddKey("webchat-key", ["webchat"]) });
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await Refused(403, "ChannelNotEndorsed", EdgeHost.Press(), new Forge { Key = _keys.AddKey("bare-key", []) });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public Task A_token_without_a_service_url_is_refused(string? claim) =>
        Refused(401, "ServiceUrlClaimMissing", EdgeHost.Press(), Good with { ServiceUrl = claim });

    [Theory]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/emea/")]
    [InlineData("https://smba.trafficmanager.net/amer/")]
    [InlineData("https://smba.trafficmanager.net/emea")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData(null)]
    public Task A_service_url_that_differs_from_the_token_is_refused(string? serviceUrl) =>
        Refused(403, "ServiceUrlDiffersFromToken", With(a => a["serviceUrl"] = serviceUrl), Good);

    [Fact]
    public async Task A_service_url_may_differ_from_the_token_by_case() =>
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync(With(a => a["serviceUrl"] = "https://SMBA.trafficmanager.net/Emea/"), Good)).Status);

    [Theory]
    [MemberData(nameof(EvilElsewhere))]
    public Task A_host_that_is_not_on_the_list_is_refused_even_with_a_token_for_it(string serviceUrl) =>
        Refused(403, "ServiceHostNotAllowed", With(a => a["serviceUrl"] = serviceUrl), Good with { ServiceUrl = serviceUrl });

    [Fact]
    public async Task The_bots_own_outbound_token_does_not_open_the_door()
    {
        var outbound = Good with { Audience = "https://api.botframework.com", Issuer = $"https://sts.windows.net/{EdgeHost.Tenant}/", ServiceUrl = null };
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.PostAsync(EdgeHost.Press(), outbound)).Status);
        await Refused(401, "AudienceWrong", EdgeHost.Press(), Good with { Audience = "https://api.botframework.com" });
    }

    [Fact]
    public async Task Tenants_must_be_named_equal_and_on_the_list()
    {
        const string stranger = "22222222-2222-4333-8444-555555555555";
        await Refused(403, "TenantNotAllowed", With(a => (a["conversation"]!["tenantId"], a["channelData"]!["tenant"]!["id"]) = (stranger, stranger)), Good);
        await Refused(403, "TenantsDiffer", With(a => a["channelData"]!["tenant"]!["id"] = stranger), Good);
        await Refused(403, "TenantsDiffer", With(a => a["conversation"]!["tenantId"] = stranger), Good);
        await Refused(403, "TenantMissing", With(a => (a["conversation"]!["tenantId"], a["channelData"]) = (null, null)), Good);
        await Refused(403, "TenantMissing", With(a => a["conversation"]!["tenantId"] = ""), Good);
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync(With(a => a["channelData"] = null), Good)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync(With(a => a["conversation"]!["tenantId"] = null), Good)).Status);
    }

    [Fact]
    public async Task A_verified_token_is_compared_with_every_activity_anew()
    {
        var token = Good.ToString();
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync(EdgeHost.Press(), token)).Status);

        await Refused(403, "ServiceUrlDiffersFromToken", With(a => a["serviceUrl"] = "https://smba.trafficmanager.net/amer/"), token);
        await Refused(403, "ChannelNotTeams", With(a => a["channelId"] = "webchat"), token);
        await Refused(403, "TenantsDiffer", With(a => a["conversation"]!["tenantId"] = "22222222-2222-4333-8444-555555555555"), token);
    }

    [Fact]
    public async Task A_new_key_is_fetched_once_and_invented_key_ids_do_not_make_more_fetches()
    {
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync(EdgeHost.Press(), Good)).Status);
        Assert.Equal(1, _keys.Fetches);

        _host.Clock.Advance(TimeSpan.FromSeconds(31));
        var rotated = _keys.AddKey("key-2");
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync(EdgeHost.Press(), new Forge { Key = rotated })).Status);
        for (var i = 0; i < 5; i++)
            await Refused(401, "KeyUnknown", EdgeHost.Press(), new Forge { Key = _keys.AddKey($"invented-{i}", publish: false) });
        Assert.Equal(2, _keys.Fetches);
    }

    [Fact]
    public async Task A_withdrawn_key_is_good_for_twelve_hours_at_most_and_its_known_tokens_for_no_longer()
    {
        var long1 = Good with { Until = EdgeHost.Start.AddDays(2) };
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync(EdgeHost.Press(), long1)).Status);

        _keys.Withdraw("key-1");
        _host.Clock.Advance(TimeSpan.FromHours(12));
        await Refused(401, "KeyUnknown", EdgeHost.Press(), long1);
    }

    [Fact]
    public async Task Known_keys_serve_on_while_the_key_server_is_down()
    {
        var long1 = Good with { Until = EdgeHost.Start.AddDays(20) };
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync(EdgeHost.Press(), long1)).Status);

        _keys.IsDown = true;
        _host.Clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync(EdgeHost.Press(), long1)).Status);
        _host.Clock.Advance(TimeSpan.FromDays(5));
        await Refused(503, "KeysUnavailable", EdgeHost.Press(), long1);
    }

    async Task Refused(int status, string reason, JsonNode activity, object? token)
    {
        var (before, seen) = (_host.Lines.At(LogLevel.Warning).Count, _host.Slice.Seen.Count);
        var answer = await _host.PostAsync(activity, token);

        Assert.Equal(status, (int)answer.Status);
        Assert.Equal("", answer.Body);
        Assert.Equal(seen, _host.Slice.Seen.Count);
        var line = Assert.Single(_host.Lines.At(LogLevel.Warning).Skip(before));
        Assert.EndsWith(reason, line, StringComparison.Ordinal);
        if (token?.ToString() is { Length: > 20 } text)
            Assert.DoesNotContain(text, _host.Lines.All, StringComparison.Ordinal);
    }

    static JsonObject With(Action<JsonObject> change)
    {
        var press = EdgeHost.Press();
        change(press);
        return press;
    }
}
