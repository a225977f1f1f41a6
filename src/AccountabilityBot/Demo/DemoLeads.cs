using System.Globalization;
using AccountabilityBot.Csv;
using AccountabilityBot.Leads;
using AccountabilityBot.Leads.Import;

namespace AccountabilityBot.Demo;

/// <summary>The sample's leads, as messages.</summary>
static class DemoLeads
{
    const int MostLines = 10_000;

    /// <summary>Round and round; each round's leads are new ones.</summary>
    public static IEnumerable<LeadMessage> Endless(DateTimeOffset now)
    {
        var samples = Read(Path.Combine(AppContext.BaseDirectory, "Samples", "leads.csv"), now).ToList();
        for (var round = 1; ; round++)
        {
            foreach (var sample in samples)
                yield return round == 1 ? sample : sample with { ExternalId = string.Create(CultureInfo.InvariantCulture, $"{sample.ExternalId}-{round}") };
        }
    }

    static IEnumerable<LeadMessage> Read(string path, DateTimeOffset now)
    {
        using var file = new StreamReader(path);
        LeadColumns? columns = null;
        foreach (var row in CsvRows.Read(file, MostLines))
        {
            if (columns is null)
                columns = HeaderReading.Read(row, ColumnMap.None).Columns;
            else if (columns.Read(row, TimeZoneInfo.Utc, now).Message is { } message)
                yield return message;
        }
    }
}
