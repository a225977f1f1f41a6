using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>What is known of one person beside the directory: mailbox, presence, photo.</summary>
sealed partial class FakeGraph
{
    /// <summary>As many people as one question about presence may name (Graph: cloudCommunications: getPresencesByUserId).</summary>
    const int MostPresences = 650;

    static readonly HashSet<string> PhotoSizes = ["48x48", "64x64", "96x96", "120x120", "240x240", "360x360", "432x432", "504x504", "648x648"];

    /// <param name="setting">One of the settings; none: all.</param>
    GraphAnswer Mailbox(GraphRequest request, string id, string? setting)
    {
        request.Allow("$select");
        var all = MailboxOf(Find(id).User).ToJson(WrapsUserPurpose);
        var json = new JsonObject { ["@odata.context"] = $"{Address}/$metadata#users('{id}')/mailboxSettings{(setting is null ? "" : "/" + setting)}" };
        if (setting is null)
        {
            foreach (var name in request["$select"]?.Split(',', StringSplitOptions.TrimEntries) ?? [.. all.Select(one => one.Key)])
                json[name] = all.TryGetPropertyValue(name, out var value) ? value?.DeepClone() : throw Unknown(name);
        }
        else if (!all.TryGetPropertyValue(setting, out var value))
        {
            throw Unknown(setting);
        }
        else if (value is JsonObject complex)
        {
            Fill(json, complex);
        }
        else
        {
            json["value"] = value?.DeepClone();
        }

        return new GraphAnswer { Json = json };

        static GraphRefusal Unknown(string name) => GraphRefusal.Malformed($"A mailbox has no setting '{name}'.");
    }

    static GraphMailbox MailboxOf(GraphUser user) =>
        user.Mailbox ?? throw new GraphRefusal(404, "MailboxNotEnabledForRESTAPI", "The user has no mailbox in the cloud, or it is not in use.", isMistake: false);

    GraphAnswer Presence(GraphRequest request, string id)
    {
        request.Allow();
        var json = new JsonObject { ["@odata.context"] = $"{Address}/$metadata#users('{id}')/presence/$entity" };
        Fill(json, PresenceJson(id, Find(id).User.Presence));
        return new GraphAnswer { Json = json };
    }

    GraphAnswer Presences(GraphRequest request)
    {
        request.Allow();
        if (request.Json()["ids"] is not JsonArray { Count: > 0 } ids)
            throw GraphRefusal.Malformed("The body has no ids.");
        if (ids.Count > MostPresences)
            throw GraphRefusal.Malformed(string.Create(CultureInfo.InvariantCulture, $"{ids.Count} ids; {MostPresences} are allowed."));
        var value = new JsonArray();
        foreach (var id in ids.Select(node => GuidOf(node?.ToString() ?? "")))
        {
            var entry = _byId.GetValueOrDefault(id);
            value.Add(PresenceJson(id, entry is { IsThere: true } ? entry.User.Presence : new GraphPresence("PresenceUnknown", "PresenceUnknown")));
        }

        return new GraphAnswer { Json = new JsonObject { ["@odata.context"] = $"{Address}/$metadata#Collection(presence)", ["value"] = value } };
    }

    static JsonObject PresenceJson(string id, GraphPresence presence) => new()
    {
        ["id"] = id,
        ["availability"] = presence.Availability,
        ["activity"] = presence.Activity,
        ["outOfOfficeSettings"] = new JsonObject { ["message"] = presence.Message, ["isOutOfOffice"] = presence.IsOutOfOffice },
    };

    /// <summary>Graph: Get profilePhoto.</summary>
    GraphAnswer Photo(GraphRequest request, string id, string size)
    {
        request.Allow();
        if (!PhotoSizes.Contains(size))
            throw GraphRefusal.Malformed($"Photos have no size '{size}'.");
        var photo = Find(id).User.Photo ?? throw new GraphRefusal(404, "ImageNotFound", "The user has no photo.", isMistake: false);
        return new GraphAnswer
        {
            Bytes = photo,
            Headers = { ["Content-Type"] = "image/jpeg", ["ETag"] = $"\"{Convert.ToHexString(SHA256.HashData(photo)).AsSpan(0, 16)}\"" },
        };
    }
}
