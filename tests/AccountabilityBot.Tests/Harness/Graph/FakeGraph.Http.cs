using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>From the bytes of a request to the bytes of its answer.</summary>
sealed partial class FakeGraph
{
    const string Version = "/v1.0";

    static readonly byte[] Forever = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("""{"id":"00000000-0000-4000-9003-000000000001","displayName":"One more"},""", 500)));

    async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var path = http.Request.Path.Value ?? "";
        var headers = http.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        // A path of another version stays whole, and is known to nobody.
        var request = new GraphRequest(
            http.Request.Method, path.StartsWith(Version + "/", StringComparison.Ordinal) ? path[Version.Length..] : path,
            http.Request.QueryString.Value ?? "", headers, await reader.ReadToEndAsync(), isInBatch: false);
        var (answer, fault) = await MeetAsync(request);
        await SendAsync(http, answer, fault);
    }

    /// <summary>One request or one part of a batch, from its arrival to its answer.</summary>
    async Task<(GraphAnswer Answer, GraphFault? Fault)> MeetAsync(GraphRequest request)
    {
        var call = new GraphCall(request.Method, KindOf(request), request.Path, request.RawQuery, clock.GetUtcNow(), request.IsInBatch);
        lock (_lock)
            _calls.Add(call);
        if (OnCall is { } look)
            await look(call);

        GraphAnswer answer;
        GraphFault? fault = null;
        try
        {
            lock (_lock)
            {
                CheckToken(request);
                CheckWait(call, ScopeOf(call));
                fault = TakeFault(call);
                if (fault is { Kind: GraphFault.Way.Refuse })
                    throw new GraphRefusal(fault.Status, fault.Code, "As scripted.", isMistake: false) { RetryAfter = fault.RetryAfter };
                if (fault is { Kind: not (GraphFault.Way.LinkToItself or GraphFault.Way.EmptyPages) } && request.IsInBatch)
                    throw new GraphRefusal(504, "GatewayTimeout", "The part of the batch was lost on its way.", isMistake: false);
                answer = call.Kind == GraphKind.Batch ? new GraphAnswer() : AnswerTo(call, request, fault);
            }

            if (call.Kind == GraphKind.Batch)
                answer = await BatchAsync(request);
        }
        catch (GraphRefusal refusal)
        {
            lock (_lock)
                answer = Refuse(call, request, refusal);
        }

        if (answer.Before is { } act)
            await act();
        return (Signed(answer, call, request), fault);
    }

    GraphAnswer AnswerTo(GraphCall call, GraphRequest request, GraphFault? fault)
    {
        if (_loops.TryGetValue(call.Path + call.Query, out var same))
            return new GraphAnswer { Json = same.DeepClone().AsObject() };
        if (fault?.Kind == GraphFault.Way.EmptyPages || (request["$skiptoken"] is { } token && _endless.Contains(token)))
            return OneMoreEmptyPage(call);
        var answer = Route(call.Kind, request);
        if (fault?.Kind == GraphFault.Way.LinkToItself)
        {
            answer.Json!.Remove("@odata.deltaLink");
            answer.Json["@odata.nextLink"] = $"{Address}{call.Path}{call.Query}";
            _loops[call.Path + call.Query] = answer.Json.DeepClone().AsObject();
        }

        return answer;
    }

    GraphAnswer OneMoreEmptyPage(GraphCall call)
    {
        var next = NewToken();
        _endless.Add(next);
        return new GraphAnswer { Json = new JsonObject { ["@odata.nextLink"] = $"{Address}{call.Path}?$skiptoken={next}", ["value"] = new JsonArray() } };
    }

    static void CheckToken(GraphRequest request)
    {
        if (!request.IsInBatch && !request.Headers.GetValueOrDefault("authorization", "").StartsWith("Bearer ", StringComparison.Ordinal))
            throw new GraphRefusal(401, "InvalidAuthenticationToken", "The request has no bearer token.");
    }

    GraphAnswer Refuse(GraphCall call, GraphRequest request, GraphRefusal refusal)
    {
        if (refusal.IsMistake)
            _badRequests.Add($"{call}: {refusal.Status} {refusal.Code}: {refusal.Message}");
        if (refusal is { Status: 429 or 503, RetryAfter: { } wait })
            _notBefore[ScopeOf(call)] = clock.GetUtcNow() + wait;
        return Refused(request, refusal);
    }

    GraphAnswer Refused(GraphRequest request, GraphRefusal refusal)
    {
        var answer = new GraphAnswer(refusal.Status) { Json = [] };
        if (refusal.RetryAfter is { } wait)
            answer.Headers["Retry-After"] = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        if (refusal.Location is { } location)
            answer.Headers["Location"] = location;
        if (refusal.Status == 401)
            answer.Headers["WWW-Authenticate"] = "Bearer";
        Identify(answer, request);
        answer.Json!["error"] = new JsonObject
        {
            ["code"] = refusal.Code,
            ["message"] = refusal.Message,
            ["innerError"] = new JsonObject
            {
                ["date"] = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
                ["request-id"] = answer.Headers["request-id"],
                ["client-request-id"] = answer.Headers["client-request-id"],
            },
        };
        return answer;
    }

    /// <summary>Each answer says which request it answers (Graph: Best practices for working with Microsoft Graph).</summary>
    static void Identify(GraphAnswer answer, GraphRequest request)
    {
        var id = Guid.NewGuid().ToString();
        answer.Headers.TryAdd("request-id", id);
        answer.Headers.TryAdd("client-request-id", request.Headers.GetValueOrDefault("client-request-id", answer.Headers["request-id"]));
    }

    GraphAnswer Signed(GraphAnswer answer, GraphCall call, GraphRequest request)
    {
        Identify(answer, request);
        if (ScopeOf(call.Kind) == "directory")
        {
            var units = UnitsOf(call.Kind, request);
            lock (_lock)
                ResourceUnits += units;
            answer.Headers["x-ms-resource-unit"] = units.ToString(CultureInfo.InvariantCulture);
        }

        if (ThrottlePercentage is > 0.8 and var used)
            answer.Headers["x-ms-throttle-limit-percentage"] = used.ToString("0.##", CultureInfo.InvariantCulture);
        return answer;
    }

    async Task SendAsync(HttpContext http, GraphAnswer answer, GraphFault? fault)
    {
        if (fault?.Kind == GraphFault.Way.Reset)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";
        foreach (var (name, value) in answer.Headers)
            http.Response.Headers[name] = value;
        var body = answer.Bytes ?? (answer.Json is null ? [] : Encoding.UTF8.GetBytes(answer.Json.ToJsonString()));
        if (fault?.Kind == GraphFault.Way.NeverEnd)
        {
            await SendForeverAsync(http);
            return;
        }

        if (body.Length > 0)
            http.Response.ContentLength = body.Length;
        else
            http.Response.ContentType = null;
        if (fault?.Kind is not (GraphFault.Way.CutHalfway or GraphFault.Way.Stall))
        {
            await http.Response.Body.WriteAsync(body);
            return;
        }

        await http.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
        await http.Response.Body.FlushAsync();
        if (fault.Kind == GraphFault.Way.Stall)
            await GoneAsync(http);
        http.Abort();
    }

    async Task SendForeverAsync(HttpContext http)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _closing.Token);
        try
        {
            await http.Response.Body.WriteAsync("{\"value\":["u8.ToArray(), end.Token);
            while (true)
                await http.Response.Body.WriteAsync(Forever, end.Token);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }

    async Task GoneAsync(HttpContext http)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var left = http.RequestAborted.Register(() => gone.TrySetResult());
        await using var closing = _closing.Token.Register(() => gone.TrySetResult());
        await gone.Task;
    }
}
