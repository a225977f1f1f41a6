using System.Globalization;
using System.Text.Json;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>
/// A real company's organisation as users of Graph, under pseudonyms: who reports to whom, titles and department labels are
/// real, names and addresses are made from the numbers.
/// </summary>
static class GraphCompany
{
    /// <param name="path">A JSON array of people: <c>id</c> (P0001), <c>jobTitle</c>, <c>departments</c>, <c>manager</c> (P or U and a number).</param>
    internal static IReadOnlyList<GraphUser> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var people = JsonDocument.Parse(file);
        return [.. people.RootElement.EnumerateArray().Select(UserOf)];
    }

    /// <summary>The object id of a person of the file, and also of a superior who is in no line of it (U0001).</summary>
    internal static string ObjectId(string id) =>
        string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-{(id[0] == 'P' ? "9000" : "9001")}-{int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture):D12}");

    static GraphUser UserOf(JsonElement person)
    {
        var id = person.GetProperty("id").GetString()!;
        var labels = person.GetProperty("departments").EnumerateArray().Select(label => label.GetString()!).ToArray();
        var mail = $"{id.ToLowerInvariant()}@gitlab.example";
        return new GraphUser
        {
            Id = ObjectId(id),
            DisplayName = $"Person {id[1..]}",
            GivenName = "Person",
            Surname = id[1..],
            Mail = mail,
            UserPrincipalName = mail,
            JobTitle = person.GetProperty("jobTitle").GetString(),
            Department = labels.FirstOrDefault(),
            ManagerId = person.GetProperty("manager").GetString() is { Length: > 0 } superior ? ObjectId(superior) : null,
            Labels = labels,
        };
    }
}
