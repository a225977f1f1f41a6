using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Authentication;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AccountabilityBot.Teams;

/// <summary>One sentence for a presser whose press failed by our fault.</summary>
public delegate string Apology(CultureInfo reader);

/// <summary>The life of an activity at the edge: let in, read, routed, run, answered.</summary>
sealed partial class MessagesEndpoint(
    Router router,
    Apology apology,
    ITurnRunner runner,
    ActivityCheck check,
    IOptions<BotOptions> options,
    TimeProvider clock,
    ILogger<MessagesEndpoint> log)
{
    internal static readonly Apology English = _ => "That did not work, and the fault is ours. Please try again in a moment.";

    readonly bool _isSigned = options.Value.IsSigned;

    internal async Task HandleAsync(HttpContext context)
    {
        if (await RefuseSenderAsync(context) is { } stranger)
        {
            await AnswerAsync(context, stranger);
            return;
        }

        var (activity, status) = await ReadAsync(context);
        if (activity is null)
        {
            Log.Unreadable(log, status);
            context.Response.StatusCode = status;
        }
        else if (check.Refuse(activity, context.Features.Get<VerifiedToken>()) is { } refusal)
        {
            await AnswerAsync(context, refusal);
        }
        else
        {
            await RunAsync(context, activity);
        }
    }

    /// <summary>Before the body is read: strangers cost as little as possible.</summary>
    async Task<Refusal?> RefuseSenderAsync(HttpContext context)
    {
        if (!_isSigned)
            return LoopbackOnly.Allows(context) ? null : Refusal.NotLoopback;
        var result = await context.AuthenticateAsync(ConnectorAuthentication.SchemeName);
        return result.Succeeded ? null : (result.Failure as RefusedException)?.Refusal ?? Refusal.TokenMissing;
    }

    async Task AnswerAsync(HttpContext context, Refusal refusal)
    {
        Log.Refused(log, refusal);
        if (refusal.Status() == StatusCodes.Status401Unauthorized)
            await context.ChallengeAsync(ConnectorAuthentication.SchemeName);
        else
            context.Response.StatusCode = refusal.Status();
    }

    static async Task<(Activity? Activity, int Status)> ReadAsync(HttpContext context)
    {
        // Other content types could be posted to a developer's machine by any web page, without asking first.
        if (!context.Request.HasJsonContentType() || context.Request.Headers.ContentEncoding.Count > 0)
            return (null, StatusCodes.Status415UnsupportedMediaType);

        byte[]? body;
        try
        {
            body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        }
        catch (BadHttpRequestException broken)
        {
            return (null, broken.StatusCode);
        }

        if (body is null)
            return (null, StatusCodes.Status413PayloadTooLarge);
        return Parse(body) is { } activity ? (activity, StatusCodes.Status200OK) : (null, StatusCodes.Status400BadRequest);
    }

    static Activity? Parse(byte[] body)
    {
        if (!Utf8.IsValid(body))
            return null;
        LoneSurrogates.Repair(body);
        try
        {
            return JsonSerializer.Deserialize(body, ActivityJson.Default.Activity);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    async Task RunAsync(HttpContext context, Activity activity)
    {
        var isInvoke = activity.Type == "invoke";
        if (router.Find(activity) is not { } route)
        {
            NoRoute(activity, isInvoke);
            context.Response.StatusCode = isInvoke ? StatusCodes.Status501NotImplemented : StatusCodes.Status200OK;
            return;
        }

        var turn = new Turn(activity, Actor.Of(activity), clock.GetUtcNow());
        var answer = await RunAsync(turn, route, context.RequestAborted);
        context.Response.StatusCode = answer?.Status ?? StatusCodes.Status200OK;
        if (isInvoke && answer?.Body is not null)
            await WriteAsync(context, answer);
        else if (!isInvoke && answer is { Status: < StatusCodes.Status500InternalServerError })
            context.Response.StatusCode = StatusCodes.Status200OK;
    }

    async Task<InvokeAnswer?> RunAsync(Turn turn, Route route, CancellationToken ct)
    {
        try
        {
            return await runner.RunAsync(turn, route, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Log.SenderLeft(log, route.Name);
            return null;
        }
#pragma warning disable CA1031 // The last catch before the wire: whatever a handler throws, Teams gets an answer and the log a line.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            Log.HandlerFailed(log, route.Name, problem);
            return Failed(turn);
        }
    }

    // A message or an event is answered 500, so that Teams delivers it again. A person waits for the answer to a press: 500 would
    // show them nothing, or an error without a sentence.
    InvokeAnswer Failed(Turn turn) => turn.Activity switch
    {
        { Type: "invoke", Name: "adaptiveCard/action" } => InvokeAnswer.Of(CardAnswer.Say(apology(turn.Locale))),
        { Type: "invoke", Name: "task/fetch" or "task/submit" } =>
            new(StatusCodes.Status200OK, new { task = new { type = "message", value = apology(turn.Locale) } }),
        _ => new(StatusCodes.Status500InternalServerError, Body: null),
    };

    void NoRoute(Activity activity, bool isInvoke)
    {
        // Names come from outside: one visible line, cut.
        var name = new PlainText(activity.Name, 100).Value;
        if (isInvoke && activity.Name == "adaptiveCard/action")
            Log.NoCardRoute(log, new PlainText(CardPress.In(activity)?.Verb, 100).Value);
        else if (isInvoke)
            Log.NoInvokeRoute(log, name);
        else
            Log.Ignored(log, new PlainText(activity.Type, 100).Value, name);
    }

    static async Task WriteAsync(HttpContext context, InvokeAnswer answer)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        await using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = AdaptiveCard.Encoder }))
            answer.WriteBody(json);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = buffer.WrittenCount;
        await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted);
    }

    // People appear by id at most, and neither texts nor tokens ever.
    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a request to the bot's endpoint: {Refusal}")]
        internal static partial void Refused(ILogger log, Refusal refusal);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a request to the bot's endpoint whose body cannot be read: {Status}")]
        internal static partial void Unreadable(ILogger log, int status);

        [LoggerMessage(Level = LogLevel.Error, Message = "The handler of {Route} failed")]
        internal static partial void HandlerFailed(ILogger log, string route, Exception problem);

        [LoggerMessage(Level = LogLevel.Debug, Message = "The sender left before {Route} was done")]
        internal static partial void SenderLeft(ILogger log, string route);

        [LoggerMessage(Level = LogLevel.Debug, Message = "Ignored an activity that no slice wants: {Type} {Name}")]
        internal static partial void Ignored(ILogger log, string type, string name);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "No handler for invoke adaptiveCard/action verb \"{Verb}\"; add routes.Card<…>(\"{Verb}\", …) to a slice")]
        internal static partial void NoCardRoute(ILogger log, string verb);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "No handler for invoke {Name}; add routes.Invoke<…>(\"{Name}\", …) to a slice")]
        internal static partial void NoInvokeRoute(ILogger log, string name);
    }
}
