using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AccountabilityBot.Teams;
using AccountabilityBot.Teams.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AccountabilityBot.Tests.Edge;

/// <summary>A host with nothing but the edge and a few routes, on a real server.</summary>
sealed class EdgeHost : IAsyncDisposable
{
    internal const string AppId = "aaaaaaaa-bbbb-4ccc-8ddd-000000000001";
    internal const string Tenant = "11111111-2222-4333-8444-555555555555";
    internal const string Person = "00000000-0000-4000-8000-000000000020";
    internal const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    internal static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    WebApplication _app = null!;
    HttpClient _http = null!;

    internal FakeTimeProvider Clock { get; } = new(Start);

    internal TestSlice Slice { get; } = new();

    internal LogLines Lines { get; } = new();

    internal Uri Address { get; private set; } = null!;

    internal IServiceProvider Services => _app.Services;

    /// <summary>The signed path, with the keys of this server.</summary>
    internal static Task<EdgeHost> StartSignedAsync(KeyServer keys) => StartAsync(new()
    {
        ["Bot:AppId"] = AppId,
        ["Bot:TenantId"] = Tenant,
        ["Bot:ClientSecret"] = "a secret of the test",
        ["Bot:OpenIdMetadata"] = keys.Metadata.ToString(),
        ["Bot:Issuer"] = KeyServer.Issuer,
        ["Bot:TokenEndpoint"] = new Uri(keys.Address, "/token").ToString(),
        ["Bot:ServiceHosts:0"] = "127.0.0.1",
    });

    internal static async Task<EdgeHost> StartAsync(Dictionary<string, string?> settings, string environment = "Development")
    {
        var host = new EdgeHost();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        // The program's own settings lie beside the tests, and are none of the edge's.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders().AddProvider(host.Lines).SetMinimumLevel(LogLevel.Debug);
        if (settings.GetValueOrDefault("urls") is null)
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(host.Clock);
        builder.Services.AddSingleton(host.Slice);
        builder.Services.AddTeamsEdge(builder.Configuration, builder.Environment);
        host._app = builder.Build();
        try
        {
            host._app.MapTeamsEdge([TestSlice.Add]);
            await host._app.StartAsync();
        }
        catch
        {
            await host._app.DisposeAsync();
            throw;
        }

        host.Address = LoopbackServer.AddressOf(host._app);
        host._http = new HttpClient { BaseAddress = host.Address };
        return host;
    }

    internal static JsonObject Press(string verb = "test.press", JsonNode? data = null) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["id"] = "f:1",
        ["channelId"] = "msteams",
        ["serviceUrl"] = ServiceUrl,
        ["from"] = new JsonObject { ["id"] = "29:ana", ["name"] = "Ana", ["aadObjectId"] = Person },
        ["recipient"] = new JsonObject { ["id"] = "28:" + AppId, ["name"] = "AccountabilityBot" },
        ["conversation"] = new JsonObject { ["id"] = "19:sales@thread.tacv2;messageid=1795", ["conversationType"] = "channel", ["tenantId"] = Tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        ["replyToId"] = "1795",
        ["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        },
    };

    internal static JsonObject Message(string text)
    {
        var message = Press();
        message["type"] = "message";
        message["text"] = text;
        message.Remove("name");
        message.Remove("value");
        return message;
    }

    internal Task<EdgeAnswer> PostAsync(JsonNode activity, object? token = null) => PostAsync(activity.ToJsonString(), token);

    internal Task<EdgeAnswer> PostAsync(string body, object? token = null) =>
        SendAsync(new StringContent(body, Encoding.UTF8, "application/json"), token);

    internal async Task<EdgeAnswer> SendAsync(HttpContent content, object? token = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TeamsEdge.Path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.ToString());
        change?.Invoke(request);
        using var response = await _http.SendAsync(request);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    internal async Task<HttpStatusCode> GetAsync()
    {
        using var response = await _http.GetAsync(new Uri(TeamsEdge.Path, UriKind.Relative));
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }
}

sealed record EdgeAnswer(HttpStatusCode Status, string Body)
{
    internal JsonNode Json => JsonNode.Parse(Body) ?? throw new InvalidOperationException("The answer has no body.");
}

/// <summary>Remembers what reached a handler.</summary>
sealed class TestSlice
{
    internal ConcurrentQueue<(string Route, Turn Turn, string Text)> Seen { get; } = [];

    internal CardPress? LastPress { get; private set; }

    internal static void Add(Routes routes)
    {
        routes.Card<TestSlice>("test.press", (s, turn, press, _) => s.Pressed(turn, press), (_, _, _, _) => Task.FromResult(CardAnswer.Say("seen")));
        routes.Card<TestSlice>("test.fail", (_, _, _, _) => throw new InvalidOperationException("broken"), (_, _, _, _) => Task.FromResult(CardAnswer.Say("seen")));
        routes.Text<TestSlice>("fail", (_, _, _, _) => throw new InvalidOperationException("broken"));
        routes.Text<TestSlice>("who owns", (s, turn, rest, _) => s.Heard("who owns", turn, rest));
        routes.Otherwise<TestSlice>((s, turn, rest, _) => s.Heard("otherwise", turn, rest));
        routes.Event<TestSlice>("installed", (s, turn, _) => s.Heard("installed", turn, ""));
    }

    Task<CardAnswer> Pressed(Turn turn, CardPress press)
    {
        LastPress = press;
        Seen.Enqueue(("test.press", turn, ""));
        return Task.FromResult(CardAnswer.Say(turn.Actor is null ? "Teams did not say who you are." : "done"));
    }

    Task Heard(string route, Turn turn, string rest)
    {
        Seen.Enqueue((route, turn, rest));
        return Task.CompletedTask;
    }
}

/// <summary>Every line that was logged.</summary>
sealed class LogLines : ILoggerProvider, ILogger
{
    readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = [];

    internal IReadOnlyList<string> At(LogLevel level) => [.. _lines.Where(l => l.Level == level).Select(l => l.Text)];

    internal string All => string.Join('\n', _lines.Select(l => l.Text));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, formatter(state, exception) + exception));

    public void Dispose()
    {
    }
}
