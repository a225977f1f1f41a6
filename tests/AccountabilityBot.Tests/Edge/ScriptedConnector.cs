using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using AccountabilityBot.Teams;
using AccountabilityBot.Teams.Authentication;
using AccountabilityBot.Teams.Connector;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Time.Testing;

namespace AccountabilityBot.Tests.Edge;

/// <summary>A connector that answers what the test wrote down, in turn, and remembers what it was asked.</summary>
sealed class ScriptedConnector : IAsyncDisposable
{
    readonly ConcurrentQueue<Func<HttpContext, Task>> _script = [];
    readonly CountingCredential _credential = new();
    readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false };
    readonly ConnectorTokens _tokens;
    readonly HttpClient _http;
    WebApplication _app = null!;

    ScriptedConnector()
    {
        _tokens = new(() => _credential, "scope", Clock);
        _http = new HttpClient(_handler) { Timeout = TimeSpan.FromSeconds(10) };
    }

    internal FakeTimeProvider Clock { get; } = new(EdgeHost.Start);

    internal string ServiceUrl { get; private set; } = "";

    internal ConcurrentQueue<Asked> Requests { get; } = [];

    internal int TokensGiven => _credential.Given;

    internal bool NoToken { set => _credential.IsDown = value; }

    internal TeamsConnector Client => ClientWith(_http);

    internal TeamsConnector ImpatientClient => ClientWith(new HttpClient(_handler, disposeHandler: false) { Timeout = TimeSpan.FromMilliseconds(100) });

    internal static async Task<ScriptedConnector> StartAsync()
    {
        var connector = new ScriptedConnector();
        connector._app = await LoopbackServer.StartAsync(app => app.MapFallback(connector.AnswerAsync));
        connector.ServiceUrl = LoopbackServer.AddressOf(connector._app) + "_connector/";
        return connector;
    }

    internal ScriptedConnector Answers(int status, string body = "", params (string Name, string Value)[] headers)
    {
        _script.Enqueue(async context =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
                context.Response.Headers[name] = value;
            await context.Response.WriteAsync(body);
        });
        return this;
    }

    internal ScriptedConnector BreaksOff()
    {
        _script.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        return this;
    }

    internal ScriptedConnector NeverAnswers()
    {
        _script.Enqueue(context => Task.Delay(Timeout.InfiniteTimeSpan, Clock, context.RequestAborted)
            .ContinueWith(_ => { }, TaskScheduler.Default));
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
        _tokens.Dispose();
    }

    TeamsConnector ClientWith(HttpClient http) =>
        new(http, _tokens, new ServiceHosts(new BotOptions { AppId = EdgeHost.AppId, ServiceHosts = { "127.0.0.1" } }), Clock);

    async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        Requests.Enqueue(new(context.Request.Method, target, body.Length == 0 ? null : JsonNode.Parse(body), context.Request.Headers.Authorization.ToString()));
        if (!_script.TryDequeue(out var answer))
            throw new InvalidOperationException("The script has no answer left.");
        await answer(context);
    }

    internal sealed record Asked(string Method, string Target, JsonNode? Body, string Authorization);

    sealed class CountingCredential : TokenCredential
    {
        internal int Given { get; private set; }

        internal bool IsDown { get; set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => IsDown
            ? throw new HttpRequestException("The issuer is down.")
            : new(new AccessToken("token-" + (++Given).ToString(CultureInfo.InvariantCulture), EdgeHost.Start.AddHours(1)));
    }
}
