using System.Globalization;
using System.Text.Json;
using AccountabilityBot.Leads;
using AccountabilityBot.People;

namespace AccountabilityBot.Demo;

/// <summary>The sample's leads, as messages.</summary>
static class DemoLeads
{
    /// <summary>Round and round; each round's leads are new ones.</summary>
    public static IEnumerable<LeadMessage> Endless()
    {
        var samples = Read(Path.Combine(AppContext.BaseDirectory, "Samples", "leads.csv")).ToList();
        for (var round = 1; ; round++)
        {
            foreach (var sample in samples)
                yield return round == 1 ? sample : sample with { ExternalId = string.Create(CultureInfo.InvariantCulture, $"{sample.ExternalId}-{round}") };
        }
    }

    public static IEnumerable<LeadMessage> Read(string path)
    {
        var rows = CsvRows.Read(File.ReadAllText(path)).ToList();
        var header = rows[0].Values;
        foreach (var row in rows.Skip(1).Where(row => row.FaultBeside(rows[0]) is null))
        {
            var cell = header.Zip(row.Values).ToDictionary(pair => pair.First, pair => pair.Second.Length == 0 ? null : pair.Second);
            yield return new LeadMessage
            {
                ExternalId = cell["externalId"],
                Source = cell["source"],
                Name = cell["name"],
                Company = cell["company"],
                Email = cell["email"],
                Phone = cell["phone"],
                Url = cell["url"],
                Segment = cell["segment"],
                Value = cell["value"] is { } value ? decimal.Parse(value, CultureInfo.InvariantCulture) : null,
                Currency = cell["currency"],
                Campaign = cell["campaign"],
                Fields = FieldsOf(cell, "interest", "message"),
            };
        }
    }

    static Dictionary<string, JsonElement> FieldsOf(Dictionary<string, string?> cell, params string[] names) => names
        .Where(name => cell.GetValueOrDefault(name) is not null)
        .ToDictionary(name => name, name => JsonSerializer.SerializeToElement(cell[name]));
}
