using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace AccountabilityBot.Tests.Edge;

/// <summary>What becomes of the activities of those who are let in, good and bad; in the Playground's mode, on loopback.</summary>
public sealed class MessagesEndpointTests : IAsyncLifetime
{
    EdgeHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await EdgeHost.StartAsync([]);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_message_is_routed_and_answered_without_a_body()
    {
        var answer = await _host.PostAsync(Local(EdgeHost.Message("Who owns win rate, please?")));

        Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.Body));
        var (route, _, text) = Assert.Single(_host.Slice.Seen);
        Assert.Equal(("who owns", "win rate"), (route, text));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[1,2]")]
    [InlineData("\"text\"")]
    [InlineData("""{"a":{"b":{"c":[1]}}}""")]
    public async Task A_press_with_any_kind_of_data_reaches_its_handler(string data)
    {
        var answer = await _host.PostAsync(Local(EdgeHost.Press(data: JsonNode.Parse(data))));

        Assert.Equal("done", (string?)answer.Json["value"]);
        Assert.Null(_host.Slice.LastPress!.Text("lead"));
    }

    [Fact]
    public async Task Half_a_character_and_a_zero_do_not_cost_the_press()
    {
        var press = Local(EdgeHost.Press(data: new JsonObject { ["note"] = "MARK" })).ToJsonString()
            .Replace("MARK", """a\ud83db\u0000c \ud83d\ude00 \\ud83d""", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync(press)).Status);
        Assert.Equal("abc \U0001F600 \\ud83d", _host.Slice.LastPress!.Text("note"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    public async Task A_body_that_is_no_activity_is_answered_400(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _host.PostAsync(body)).Status);

    [Fact]
    public async Task Bytes_that_are_no_text_are_answered_400()
    {
        using var content = new ByteArrayContent([(byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)':', (byte)'1', (byte)'}']);
        content.Headers.ContentType = new("application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await _host.SendAsync(content)).Status);
    }

    [Fact]
    public async Task Data_ten_thousand_levels_deep_is_answered_400()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 10_000)) + string.Concat(Enumerable.Repeat("]", 10_000));
        var body = Local(EdgeHost.Press(data: "MARK")).ToJsonString().Replace("\"MARK\"", deep, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await _host.PostAsync(body)).Status);
        Assert.Empty(_host.Slice.Seen);
    }

    [Fact]
    public async Task More_than_256_KiB_is_answered_413_with_and_without_a_length()
    {
        var body = Local(EdgeHost.Press(data: new string('x', 1_000_000))).ToJsonString();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _host.PostAsync(body)).Status);

        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var chunked = await _host.SendAsync(content, change: r => r.Headers.TransferEncodingChunked = true);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, chunked.Status);
        Assert.Empty(_host.Slice.Seen);
    }

    [Fact]
    public async Task An_activity_just_under_the_limit_is_read()
    {
        var press = Local(EdgeHost.Press(data: new JsonObject { ["note"] = new string('x', 250 * 1024) }));
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync(press)).Status);
        Assert.Equal(4_000, _host.Slice.LastPress!.Text("note")!.Length);
    }

    [Fact]
    public async Task Other_content_and_other_methods_are_refused()
    {
        using var text = new StringContent(Local(EdgeHost.Press()).ToJsonString(), Encoding.UTF8, "text/plain");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _host.SendAsync(text)).Status);
        using var packed = new StringContent("{}", Encoding.UTF8, "application/json");
        packed.Headers.ContentEncoding.Add("gzip");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _host.SendAsync(packed)).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await _host.GetAsync());
    }

    [Fact]
    public async Task An_unknown_activity_is_ignored_with_one_debug_line()
    {
        var activity = Local(EdgeHost.Press());
        activity["type"] = "somethingNew";
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync(activity)).Status);
        Assert.Contains(_host.Lines.At(LogLevel.Debug), l => l.Contains("somethingNew", StringComparison.Ordinal));
        Assert.Empty(_host.Lines.At(LogLevel.Warning));
    }

    [Fact]
    public async Task An_unknown_verb_is_answered_501_and_the_log_says_what_to_write()
    {
        Assert.Equal(HttpStatusCode.NotImplemented, (await _host.PostAsync(Local(EdgeHost.Press("x")))).Status);
        Assert.Contains(
            "No handler for invoke adaptiveCard/action verb \"x\"; add routes.Card<…>(\"x\", …) to a slice", _host.Lines.At(LogLevel.Warning));
    }

    [Fact]
    public async Task A_failing_press_gets_a_calm_sentence_and_a_failing_message_gets_500()
    {
        var press = await _host.PostAsync(Local(EdgeHost.Press("test.fail")));
        Assert.Equal(HttpStatusCode.OK, press.Status);
        Assert.Equal("application/vnd.microsoft.activity.message", (string?)press.Json["type"]);
        Assert.DoesNotContain("broken", press.Body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.InternalServerError, (await _host.PostAsync(Local(EdgeHost.Message("fail")))).Status);
        Assert.Equal(2, _host.Lines.At(LogLevel.Error).Count(l => l.StartsWith("The handler of ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not a guid")]
    [InlineData("")]
    public async Task Without_an_object_id_the_handler_knows_that_nobody_is_known(string? objectId)
    {
        var press = Local(EdgeHost.Press());
        press["from"]!["aadObjectId"] = objectId;
        Assert.Equal("Teams did not say who you are.", (string?)(await _host.PostAsync(press)).Json["value"]);
    }

    [Fact]
    public async Task A_bot_is_nobody()
    {
        var press = Local(EdgeHost.Press());
        press["from"]!["id"] = "28:another-bot";
        Assert.Equal("Teams did not say who you are.", (string?)(await _host.PostAsync(press)).Json["value"]);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Host", "bot.example.com")]
    public async Task What_came_through_a_tunnel_or_under_another_name_is_refused(string header, string value)
    {
        using var content = new StringContent(Local(EdgeHost.Press()).ToJsonString(), Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.Forbidden, (await _host.SendAsync(content, change: r => r.Headers.TryAddWithoutValidation(header, value))).Status);
        Assert.Empty(_host.Slice.Seen);
    }

    [Fact]
    public async Task Answers_that_would_leave_this_machine_are_refused_in_the_Playgrounds_mode() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await _host.PostAsync(EdgeHost.Press())).Status);

    [Fact]
    public async Task Every_recorded_activity_is_let_in_and_answered()
    {
        if (SharedData.Activities is not { } folder)
        {
            Assert.Skip("The folder of recorded activities (shared/data/playground-activities) is absent.");
            return;
        }

        var files = Directory.GetFiles(folder, "*.json").Where(f => Path.GetFileName(f) != "connector-responses.json").ToArray();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var answer = await _host.PostAsync(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            var expected = Path.GetFileName(file).Contains("invoke", StringComparison.Ordinal) ? HttpStatusCode.NotImplemented : HttpStatusCode.OK;
            Assert.True(expected == answer.Status, $"{Path.GetFileName(file)} was answered {answer.Status}.");
        }

        Assert.Empty(_host.Lines.At(LogLevel.Error));
        Assert.Equal(3, _host.Slice.Seen.Count(s => s.Route == "installed"));
    }

    static JsonObject Local(JsonObject activity)
    {
        activity["serviceUrl"] = "http://127.0.0.1:56150/_connector";
        return activity;
    }
}
