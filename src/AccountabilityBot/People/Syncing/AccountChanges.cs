using System.Text.Json;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.People;
using AccountabilityBot.People.Graph;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People.Syncing;

/// <summary>
/// Writes what a page of users says into the rows: null clears, what is not said stays (Graph: delta query overview, resource
/// representation). Nobody begins or ceases to be a person here who works in the company: that is settled once the page is
/// whole, and not one account at a time.
/// </summary>
static class AccountChanges
{
    /// <summary>As long as the columns are.</summary>
    const int Longest = 400;

    /// <summary>Adds the page to the save.</summary>
    /// <param name="reading">The number of the whole reading under way; of changes it is the last one's.</param>
    public static async Task ApplyAsync(BotDb db, IReadOnlyList<JsonElement> users, int reading, DateTimeOffset now, CancellationToken ct)
    {
        var ids = users.Select(IdOf).OfType<string>().Distinct().ToList();
        var rows = await db.People.Where(row => ids.Contains(row.ObjectId)).ToDictionaryAsync(row => row.ObjectId, ct);
        foreach (var user in users)
        {
            // An account without an id is none that anybody could be told apart by.
            if (IdOf(user) is not { } id)
                continue;
            var isGone = user.Inside("@removed").ValueKind == JsonValueKind.Object;
            if (!rows.TryGetValue(id, out var row))
            {
                if (isGone)
                    continue;
                row = new PersonRow { Id = PersonId.New(now), ObjectId = id, Name = "", Account = AccountKind.Unnamed };
                db.People.Add(row);
                rows.Add(id, row);
            }

            row.SeenInReading = reading;
            if (isGone)
                row.Account = user.Inside("@removed").TextOf("reason") is "deleted" ? AccountKind.Purged : AccountKind.Deleted;
            else
                Write(user, row);
        }
    }

    /// <summary>What the account is, by all that is known of it by now.</summary>
    public static AccountKind KindOf(PersonRow row) => Accounts.KindOf(new AccountFacts(
        row.IsBlocked, row.IsGuest, row.PrincipalName, row.GivenName, row.Surname, row.Title, row.DepartmentLabel, row.Manager, row.Purpose));

    static void Write(JsonElement user, PersonRow row)
    {
        Set(user, "givenName", value => row.GivenName = value);
        Set(user, "surname", value => row.Surname = value);
        Set(user, "mail", value => row.Email = value);
        Set(user, "userPrincipalName", value => row.PrincipalName = value);
        Set(user, "jobTitle", value => row.Title = value);
        Set(user, "department", value => row.DepartmentLabel = value);
        Set(user, "userType", value => row.IsGuest = "Guest".Equals(value, StringComparison.OrdinalIgnoreCase));
        if (user.TryGetProperty("accountEnabled", out var enabled) && enabled.ValueKind is JsonValueKind.True or JsonValueKind.False)
            row.IsBlocked = enabled.ValueKind is JsonValueKind.False;
        WriteManager(user, row);
        // A name that was cleared is made up of what is left; a card needs one.
        if (user.TryGetProperty("displayName", out _) || row.Name.Length == 0)
            row.Name = user.TextOf("displayName") is { } shown ? Cut(shown)! : NameFrom(row);
        row.Account = KindOf(row);
    }

    /// <summary>A relation comes as a list of additions and removals. Graph: delta query overview, resource representation.</summary>
    static void WriteManager(JsonElement user, PersonRow row)
    {
        foreach (var change in user.ListOf("manager@delta"))
        {
            if (IdOf(change) is not { } manager)
                continue;
            if (change.Inside("@removed").ValueKind != JsonValueKind.Object)
                row.Manager = manager;
            else if (row.Manager == manager)
                row.Manager = null;
        }
    }

    static string NameFrom(PersonRow row)
    {
        var name = string.Join(' ', new[] { row.GivenName, row.Surname }.OfType<string>());
        return name.Length > 0 ? Cut(name)! : row.Email ?? row.PrincipalName ?? row.ObjectId;
    }

    static void Set(JsonElement user, string property, Action<string?> set)
    {
        if (user.TryGetProperty(property, out _))
            set(Cut(user.TextOf(property)));
    }

    static string? Cut(string? text) => text?.Length > Longest ? text[..Longest] : text;

    static string? IdOf(JsonElement of) => of.TextOf("id") is { } id && Guid.TryParse(id, out var guid) ? guid.ToString() : null;
}
