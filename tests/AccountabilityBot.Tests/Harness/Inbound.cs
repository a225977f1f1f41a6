using System.Text.Json.Nodes;

namespace AccountabilityBot.Tests.Harness;

/// <summary>Activities as Teams sends them to the bot.</summary>
sealed class Inbound(FakeTeams teams, TimeProvider clock)
{
    const string BotId = "28:brightwater-bot";
    const string BotMention = "<at>AccountabilityBot</at>";

    /// <summary>A press on a button: the action's data with what stands in the inputs.</summary>
    /// <exception cref="InvalidOperationException">No such button, no such input or choice, or a required input is empty.</exception>
    internal JsonObject Press(Colleague person, ShownCard card, string title, IReadOnlyList<(string Label, string Value)> inputs)
    {
        var button = card.Button(title);
        var data = button.Data;
        if (button.SendsInputs)
        {
            foreach (var (id, value) in Filled(card, inputs))
                data[id] = value;
        }
        else if (inputs.Count > 0)
        {
            throw new InvalidOperationException($"\"{title}\" sends no inputs.");
        }

        var message = card.Message;
        return Invoke(person, message.ConversationId, message.Place, message.Id, title, button.Verb, data, "manual");
    }

    /// <summary>Teams asks by itself, for somebody the card names.</summary>
    internal JsonObject Refresh(Colleague person, ShownCard card)
    {
        if (!card.RefreshUserIds.Contains(person.UserId))
            throw new InvalidOperationException($"The card does not name {person} in its refresh.");
        var action = card.Card!["refresh"]!["action"]!;
        var message = card.Message;
        return Invoke(
            person, message.ConversationId, message.Place, message.Id, "", action["verb"]!.GetValue<string>(),
            action["data"]!.DeepClone().AsObject(), "automatic");
    }

    /// <summary>In a channel the bot is mentioned, and each message begins a thread.</summary>
    internal JsonObject Text(Colleague person, string text, Place place)
    {
        var id = teams.NextId();
        var message = From(person, "message", place is Channel ? $"{place.Thread};messageid={id}" : place.Thread, place);
        message["id"] = id;
        message["text"] = place is Channel ? $"{BotMention} {text}" : text;
        message["textFormat"] = "plain";
        if (place is Channel)
        {
            message["entities"]!.AsArray().Add(new JsonObject
            {
                ["type"] = "mention",
                ["mentioned"] = new JsonObject { ["id"] = BotId, ["name"] = "AccountabilityBot" },
                ["text"] = BotMention,
            });
        }

        return message;
    }

    /// <summary>The app was added or removed by this person; in a team with the channel they picked.</summary>
    internal JsonObject Installation(Colleague person, Place place, string action)
    {
        var team = place is Channel channel ? channel.TeamId : place.Thread;
        var installation = From(person, "installationUpdate", team, place);
        installation["id"] = "f:" + Guid.NewGuid();
        installation["action"] = action;
        if (place is Channel picked)
            installation["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = picked.Id } };
        return installation;
    }

    JsonObject Invoke(
        Colleague person, string conversation, Place place, string messageId, string title, string verb, JsonObject data, string trigger)
    {
        var invoke = From(person, "invoke", conversation, place);
        invoke["name"] = "adaptiveCard/action";
        invoke["id"] = "f:" + Guid.NewGuid();
        invoke["replyToId"] = messageId;
        invoke["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = title, ["verb"] = verb, ["data"] = data },
            ["trigger"] = trigger,
        };
        return invoke;
    }

    JsonObject From(Colleague person, string type, string conversation, Place place)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["channelId"] = "msteams",
            ["timestamp"] = clock.GetUtcNow().ToString("O"),
            ["serviceUrl"] = teams.ServiceUrl,
            ["locale"] = "en-GB",
            ["from"] = new JsonObject { ["id"] = person.UserId, ["name"] = person.Name, ["aadObjectId"] = person.ObjectId },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "AccountabilityBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = conversation,
                ["conversationType"] = place is Channel ? "channel" : "personal",
                ["isGroup"] = place is Channel,
                ["tenantId"] = Brightwater.Tenant,
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Brightwater.Tenant } },
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["platform"] = "Web", ["timezone"] = "Europe/Berlin" }),
        };
        if (place is Channel channel)
        {
            activity["channelData"]!["team"] = new JsonObject { ["id"] = channel.TeamId };
            activity["channelData"]!["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = channel.Id == channel.TeamId ? null : channel.Name };
        }

        return activity;
    }

    /// <summary>What the client sends for each input: what was typed or chosen, else what stood there.</summary>
    static IEnumerable<(string Id, string Value)> Filled(ShownCard card, IReadOnlyList<(string Label, string Value)> given)
    {
        foreach (var (label, _) in given)
            card.Input(label);
        foreach (var input in card.Inputs)
        {
            var typed = given.FirstOrDefault(one => one.Label == input.Label).Value;
            var value = typed is null || input.Choices.Count == 0 ? typed : ChoiceOf(input, typed);
            if (input.IsRequired && string.IsNullOrEmpty(value ?? input.Value))
                throw new InvalidOperationException($"A client does not send the form without \"{input.Label}\".");
            yield return (input.Id, value ?? input.Value);
        }
    }

    static string ChoiceOf(ShownInput input, string title) =>
        input.Choices.FirstOrDefault(choice => choice.Title == title).Value
        ?? throw new InvalidOperationException($"\"{title}\" is no choice of \"{input.Label}\" but {string.Join(", ", input.Choices.Select(choice => choice.Title))}.");
}
