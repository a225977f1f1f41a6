using System.CommandLine;

namespace AccountabilityBot.Leads.Import;

/// <summary>The verbs <c>leads import FILE [--map FILE] [--rejected FILE]</c> and <c>leads outcomes FILE [--map FILE] [--rejected FILE]</c>.</summary>
static class LeadImportCommand
{
    /// <param name="prepare">
    /// Makes the host whose services store leads: storage migrated, company loaded. Asked only once the files can be read.
    /// </param>
    public static Command Create(Func<CancellationToken, Task<IHost>> prepare) => new("leads", "Leads in bulk.")
    {
        Import(prepare),
        Outcomes(prepare),
    };

    static Command Import(Func<CancellationToken, Task<IHost>> prepare)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The list, CSV, with columns called as the fields of POST /api/leads: externalId, source and name at least. "
                + "Others are kept among the lead's own fields. A time without an offset is of the company's time zone; a date alone means 09:00.",
        };
        return ListCommand.Create(
            "import",
            "Take a list of leads in; run again, it changes nothing.",
            file,
            Map("What the list's columns mean, YAML; olist.map.yaml among the samples explains it."),
            ListFields.Leads,
            prepare,
            async (host, csv, map, display, ct) =>
            {
                var summary = await host.Services.GetRequiredService<LeadImport>().RunAsync(csv, map, display, ct);
                return new ListReport(
                    summary.Problems,
                    [
                        summary.ToString(),
                        .. summary.Told?.Tell("which its owner tells: noted on the lead, as written", "noted on the lead, as written").Select(Printable) ?? [],
                        .. summary.TellUnknownSources() is { } unknown ? [unknown] : (string[])[],
                    ],
                    summary.Refused);
            });
    }

    static Command Outcomes(Func<CancellationToken, Task<IHost>> prepare)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The list, CSV: externalId (with source where several leads have it) or no, disposition, and optional reason, at, value, currency, "
                + "bought, note, recycleDate. Others are passed over. A time without an offset is of the company's time zone; a date alone means 09:00.",
        };
        return ListCommand.Create(
            "outcomes",
            "Take a list of how leads ended in; run again, it changes nothing.",
            file,
            Map("What the list's columns and values mean, YAML; olist-deals.map.yaml among the samples explains it."),
            ListFields.Outcomes,
            prepare,
            async (host, csv, map, display, ct) =>
            {
                var summary = await host.Services.GetRequiredService<OutcomeImport>().RunAsync(csv, map, display, ct);
                return new ListReport(
                    summary.Problems,
                    [summary.ToString(), .. summary.Told.Tell("which its owner tells: passed over", "refused").Select(Printable)],
                    summary.Refused);
            });
    }

    static Option<string?> Map(string description) => new("--map") { Description = description, HelpName = "FILE" };

    /// <summary>Values of the list stand in it exactly as they are written, but for control characters, which a terminal obeys.</summary>
    static string Printable(string line) => string.Concat(line.Where(letter => !char.IsControl(letter)));
}
