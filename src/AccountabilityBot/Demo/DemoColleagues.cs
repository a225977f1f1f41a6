using System.Text.Json.Nodes;
using AccountabilityBot.Data;
using AccountabilityBot.Leads;
using AccountabilityBot.People;

namespace AccountabilityBot.Demo;

/// <summary>Colleagues who press buttons now and then, by the same road as everybody: an invoke to the bot's endpoint.</summary>
sealed class DemoColleagues(HttpClient http)
{
    /// <summary>Presses a button of a lead's card in its channel.</summary>
    /// <param name="inputs">What the form's inputs hold, by the names the form gave them.</param>
    public async Task<JsonNode?> PressAsync(CompanyPerson person, CardPost post, string verb, JsonObject inputs, CancellationToken ct)
    {
        var data = new JsonObject { ["lead"] = post.LeadId.ToString(), ["post"] = post.Id.ToString() };
        foreach (var (name, value) in inputs)
            data[name] = value?.DeepClone();
        var activity = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["id"] = Guid.NewGuid().ToString(),
            ["channelId"] = "msteams",
            ["serviceUrl"] = post.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = PlaygroundTeam.UserIdOf(person), ["name"] = person.Name, ["aadObjectId"] = person.ObjectId },
            ["recipient"] = new JsonObject { ["id"] = PlaygroundTeam.BotId },
            ["conversation"] = new JsonObject
            {
                ["id"] = post.ConversationId,
                ["conversationType"] = "channel",
                ["tenantId"] = PlaygroundTeam.TenantId,
                ["isGroup"] = true,
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = PlaygroundTeam.TenantId } },
            ["replyToId"] = post.ActivityId,
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
                ["trigger"] = "manual",
            },
        };
        using var response = await http.PostAsJsonAsync("/api/messages", activity, ct);
        return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<JsonNode>(ct) : null;
    }

    /// <summary>A reject as a person does it: the form is asked for, then filled in and saved.</summary>
    public async Task RejectAsync(CompanyPerson person, CardPost post, string reason, CancellationToken ct)
    {
        var form = await PressAsync(person, post, LeadVerbs.Reject, [], ct);
        // The save button brings back the form's own part, which the ids of its inputs end in.
        var save = form?["value"]?["actions"]?.AsArray().FirstOrDefault(action => action?["verb"]?.GetValue<string>() == LeadVerbs.Reject);
        if (save?["data"]?["form"]?.GetValue<string>() is { } nonce)
            await PressAsync(person, post, LeadVerbs.Reject, new JsonObject { ["form"] = nonce, [$"reason-{nonce}"] = reason }, ct);
    }
}
