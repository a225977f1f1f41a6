using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AccountabilityBot.Tests.Harness;

/// <summary>The connector's routes, as far as the bot uses them, answered with Teams' own words.</summary>
sealed partial class FakeTeams
{
    /// <summary>Documented as about 100 KB; the bot promises to stay far below.</summary>
    const int LargestMessage = 100 * 1024;

    void Map(WebApplication app)
    {
        app.MapPost("/emea/v3/conversations", CreateAsync);
        app.MapPost("/emea/v3/conversations/{conversation}/activities", (HttpContext http, string conversation) => PostAsync(http, conversation));
        app.MapPut("/emea/v3/conversations/{conversation}/activities/{activity}", EditAsync);
        app.MapDelete("/emea/v3/conversations/{conversation}/activities/{activity}", DeleteAsync);
        app.MapGet("/emea/v3/conversations/{conversation}/pagedmembers", MembersAsync);
        app.MapGet("/emea/v3/teams/{team}/conversations", ChannelsAsync);
        app.MapFallback(http => throw new InvalidOperationException($"The bot called {http.Request.Method} {http.Request.Path}, which Teams does not have."));
    }

    async Task CreateAsync(HttpContext http)
    {
        var body = await BodyAsync(http);
        if (body["isGroup"]?.GetValue<bool>() == true)
        {
            if (body["activity"] is not JsonObject)
                await RefuseAsync(http, 400, "BadSyntax");
            else
                await PostAsync(http, body["channelData"]!["channel"]!["id"]!.GetValue<string>(), body);
            return;
        }

        var person = Known.FirstOrDefault(one => one.UserId == body["members"]?[0]?["id"]?.GetValue<string>());
        if (person is null)
            await RefuseAsync(http, 403, "ForbiddenOperationException");
        else
            await AnswerAsync(http, Call.Chat, person, () => new JsonObject { ["id"] = person.ChatId });
    }

    async Task PostAsync(HttpContext http, string conversation, JsonObject? creation = null)
    {
        var activity = creation?["activity"]!.DeepClone().AsObject() ?? await BodyAsync(http);
        if (PlaceOf(conversation) is not { } place)
            await RefuseAsync(http, 404, "ConversationNotFound");
        else if (!await RefusedAsync(http, activity))
            await AnswerAsync(http, Call.Post, place, Kept);

        JsonObject Kept()
        {
            var message = Keep(activity, conversation, place);
            return creation is null
                ? new JsonObject { ["id"] = message.Id }
                : new JsonObject { ["id"] = message.ConversationId, ["activityId"] = message.Id };
        }
    }

    async Task EditAsync(HttpContext http, string conversation, string activity)
    {
        var content = await BodyAsync(http);
        if (Find(conversation, activity) is not { IsDeleted: false } message)
            await RefuseAsync(http, 404, "ActivityNotFoundInConversation");
        else if (!await RefusedAsync(http, content))
            await AnswerAsync(http, Call.Edit, message.Place, Edited);

        JsonObject Edited()
        {
            message.Versions.Add(content);
            Happened("edit", message);
            return new JsonObject { ["id"] = message.Id };
        }
    }

    async Task DeleteAsync(HttpContext http, string conversation, string activity)
    {
        if (Find(conversation, activity) is not { IsDeleted: false } message)
            await RefuseAsync(http, 404, "ActivityNotFoundInConversation");
        else
            await AnswerAsync(http, Call.Delete, message.Place, Deleted);

        JsonObject Deleted()
        {
            message.IsDeleted = true;
            Happened("delete", message);
            return [];
        }
    }

    Task MembersAsync(HttpContext http, string conversation) =>
        PlaceOf(conversation) is { } place
            ? AnswerAsync(http, Call.Members, place, () => new JsonObject { ["members"] = new JsonArray([.. Brightwater.Everybody.Where(person => !_notInRosters.Contains(person)).Select(MemberOf)]) })
            : RefuseAsync(http, 404, "ConversationNotFound");

    static Task ChannelsAsync(HttpContext http, string team) => http.Response.WriteAsync(new JsonObject
    {
        ["conversations"] = new JsonArray([.. Brightwater.Channels.Where(channel => channel.TeamId == team)
            .Select(channel => new JsonObject { ["id"] = channel.Id, ["name"] = channel.Id == team ? null : channel.Name })]),
    }.ToJsonString());

    /// <summary>Meets the fault that was scripted for such a call, or does what was asked.</summary>
    async Task AnswerAsync(HttpContext http, Call call, Place place, Func<JsonObject> act)
    {
        Fault? fault;
        JsonObject? done;
        if (OnCall is { } look)
            await look(new CallSeen(call, place, IsDone: false, http.Connection.RemotePort));
        lock (_lock)
        {
            var isMessage = call is Call.Post or Call.Edit or Call.Delete;
            var wait = Limits.Count(isMessage ? place.Name : null, clock.GetUtcNow());
            var at = wait is not null ? -1 : _faults.FindIndex(one => (one.On is null || one.On == place) && (one.Call == call || (one.Call is Call.Message && isMessage)));
            fault = at >= 0 ? _faults[at].Fault : wait is null ? null : Fault.Throttled(TimeSpan.FromSeconds(Math.Ceiling(wait.Value.TotalSeconds)));
            if (at >= 0)
                _faults.RemoveAt(at);
            Calls.Add($"{call.ToString().ToLowerInvariant()} {place}{(fault is null ? "" : $" {fault.Status}")}");
            done = fault is null or { Stores: true } ? act() : null;
        }

        if (OnCall is { } lookAgain)
            await lookAgain(new CallSeen(call, place, IsDone: true, http.Connection.RemotePort));
        if (fault is not null)
            await GoWrongAsync(http, fault);
        else
            await http.Response.WriteAsJsonAsync(done);
    }

    static async Task GoWrongAsync(HttpContext http, Fault fault)
    {
        fault.Meet();
        if (fault.Resets)
        {
            http.Abort();
            return;
        }

        if (fault.Hangs)
        {
            var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = http.RequestAborted.Register(() => left.TrySetResult());
            await left.Task;
            return;
        }

        if (fault.RetryAfter is { } wait)
            http.Response.Headers.RetryAfter = wait.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        await RefuseAsync(http, fault.Status, fault.Code);
    }

    /// <summary>What Teams does not take, whoever sends it.</summary>
    static async Task<bool> RefusedAsync(HttpContext http, JsonObject activity)
    {
        var size = activity.ToJsonString().Length;
        if (size > LargestMessage)
            await RefuseAsync(http, 413, "MessageSizeTooBig");
        else if (activity["text"] is null == activity["attachments"] is null)
            throw new InvalidOperationException($"A message is a text or a card: {activity.ToJsonString()}");
        return size > LargestMessage;
    }

    FakeMessage? Find(string conversation, string activity)
    {
        lock (_lock)
            return _messages.Find(message => message.ConversationId == conversation && message.Id == activity);
    }

    static JsonObject MemberOf(Colleague person) => new()
    {
        ["id"] = person.UserId,
        ["aadObjectId"] = person.ObjectId,
        ["name"] = person.Name,
        ["email"] = person.Email,
        ["tenantId"] = Brightwater.Tenant,
        ["userRole"] = "user",
    };

    static Task RefuseAsync(HttpContext http, int status, string code)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { error = new { code, message = "As scripted, or as Teams would." } });
    }

    static async Task<JsonObject> BodyAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        return JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject();
    }
}
