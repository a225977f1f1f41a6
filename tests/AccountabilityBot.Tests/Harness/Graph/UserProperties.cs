using System.Text.Json.Nodes;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>The properties of a user by their names on the wire (Graph: user resource type).</summary>
static class UserProperties
{
    internal const string Superior = "manager";

    /// <summary>What a delta query follows here; the relationship to the manager is the last.</summary>
    internal static readonly IReadOnlyList<(string Name, Func<GraphUser, object?> Of)> Tracked =
    [
        ("displayName", user => user.DisplayName),
        ("givenName", user => user.GivenName),
        ("surname", user => user.Surname),
        ("mail", user => user.Mail),
        ("userPrincipalName", user => user.UserPrincipalName),
        ("jobTitle", user => user.JobTitle),
        ("department", user => user.Department),
        ("officeLocation", user => user.OfficeLocation),
        ("accountEnabled", user => user.AccountEnabled),
        ("userType", user => user.UserType),
        ("preferredLanguage", user => user.PreferredLanguage),
        (Superior, user => user.ManagerId),
    ];

    /// <summary>What comes without <c>$select</c>; the department is not among it.</summary>
    internal static readonly IReadOnlyList<string> Standard =
    [
        "businessPhones", "displayName", "givenName", "jobTitle", "mail", "mobilePhone", "officeLocation", "preferredLanguage", "surname",
        "userPrincipalName", "id",
    ];

    /// <summary>Properties that a client may ask for and that nobody in the fake directory has.</summary>
    static readonly HashSet<string> NeverSet =
    [
        "mobilePhone", "usageLocation", "employeeId", "employeeType", "companyName", "city", "country", "state", "createdDateTime",
        "deletedDateTime", "mailNickname", "onPremisesSyncEnabled", "externalUserState", "employeeHireDate",
    ];

    /// <summary>Properties that are collections, and empty.</summary>
    static readonly HashSet<string> Empty = ["businessPhones", "otherMails", "proxyAddresses"];

    static readonly Dictionary<string, int> Places = Tracked.Select((one, at) => (one.Name, at)).ToDictionary(one => one.Name, one => one.at);

    /// <returns>Below zero: not followed.</returns>
    internal static int PlaceOf(string property) => Places.GetValueOrDefault(property, -1);

    /// <summary>The names in <c>$select</c>; an unknown one is refused.</summary>
    /// <param name="further">Names that are allowed here besides a user's properties.</param>
    internal static IReadOnlyList<string> Selected(string? select, params ReadOnlySpan<string> further)
    {
        if (select is null)
            return Standard;
        var names = select.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names)
        {
            var isKnown = name == "id" || (name != Superior && Places.ContainsKey(name)) || NeverSet.Contains(name) || Empty.Contains(name);
            if (!isKnown && !further.Contains(name))
                throw GraphRefusal.Malformed($"A user has no property '{name}' that could be selected here.");
        }

        return names.Length > 0 ? names : throw GraphRefusal.Malformed("$select is empty.");
    }

    /// <summary>Every selected property, null where it has no value, as lists and single reads have it.</summary>
    internal static JsonObject Whole(GraphUser user, IReadOnlyList<string> select)
    {
        var json = new JsonObject();
        foreach (var name in select)
        {
            if (name == "id" || PlaceOf(name) == Tracked.Count - 1)
                continue;
            json[name] = Value(user, name);
        }

        json["id"] = user.Id;
        return json;
    }

    internal static JsonNode? Value(GraphUser user, string name) =>
        Empty.Contains(name) ? new JsonArray() : PlaceOf(name) is >= 0 and var place ? Node(Tracked[place].Of(user)) : null;

    static JsonValue? Node(object? value) => value switch
    {
        bool flag => JsonValue.Create(flag),
        string text => JsonValue.Create(text),
        _ => null,
    };
}
