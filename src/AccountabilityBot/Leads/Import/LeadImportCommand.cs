using System.CommandLine;
using System.Data.Common;
using AccountabilityBot.Csv;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Model;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads.Import;

/// <summary>
/// The verb <c>leads import FILE [--map FILE] [--rejected FILE]</c>. Refused rows are listed on stderr, all others are stored.
/// Exit 0 when nothing was refused, else 1.
/// </summary>
static class LeadImportCommand
{
    const int Good = 0;
    const int Refused = 1;

    /// <param name="prepare">
    /// Makes the host whose services store leads: storage migrated, company loaded. Asked only once the files can be read.
    /// </param>
    public static Command Create(Func<CancellationToken, Task<IHost>> prepare)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The list, CSV, with columns called as the fields of POST /api/leads: externalId, source and name at least. "
                + "Others are kept among the lead's own fields. A time without an offset is of the company's time zone; a date alone means 09:00.",
        };
        var map = new Option<string?>("--map")
        {
            Description = "What the list's columns mean, YAML; olist.map.yaml among the samples explains it.",
            HelpName = "FILE",
        };
        var rejected = new Option<string?>("--rejected")
        {
            Description = "Write refused rows, with their reasons, to this CSV.",
            HelpName = "FILE",
        };

        var import = new Command("import", "Take a list of leads in; run again, it changes nothing.") { file, map, rejected };
        import.SetAction((arguments, ct) => RunAsync(
            new Files(arguments.GetRequiredValue(file), arguments.GetValue(map), arguments.GetValue(rejected)),
            prepare,
            arguments.InvocationConfiguration.Output,
            arguments.InvocationConfiguration.Error,
            ct));
        return new Command("leads", "Leads in bulk.") { import };
    }

    static async Task<int> RunAsync(
        Files files, Func<CancellationToken, Task<IHost>> prepare, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var reading = files.Map is null ? new ColumnMapReading(ColumnMap.None, []) : ColumnMapFile.Read(files.Map);
        await ReportAsync(reading.Problems, error);
        using var csv = CsvFile.Open(files.Leads, sentence => error.WriteLine($"{files.Leads}: {sentence}"));
        if (reading.Map is null || csv is null)
            return Refused;

        using var rejected = files.Rejected is { } path
            ? RejectedRows.Open(path, [files.Leads, files.Map], sentence => error.WriteLine($"--rejected {path}: {sentence}"))
            : null;
        if (files.Rejected is not null && rejected is null)
            return Refused;

        var isTerminal = !Console.IsErrorRedirected && ReferenceEquals(error, Console.Error);
        var list = csv.BaseStream;
        var display = new ImportDisplay(error, isTerminal, files.Leads, () => (double)list.Position / Math.Max(1, list.Length), rejected);
        try
        {
            using var host = await prepare(ct);
            var summary = await host.Services.GetRequiredService<LeadImport>().RunAsync(csv, reading.Map, display, ct);
            display.End();
            return await TellAsync(summary, files.Leads, output, error);
        }
        catch (InvalidSettingException setting)
        {
            await error.WriteLineAsync(setting.Message);
            return Refused;
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or DbException or DbUpdateException or IOException)
        {
            display.End();
            var why = stopped is OperationCanceledException ? "was stopped" : $"failed ({stopped.GetBaseException().Message})";
            await error.WriteLineAsync(
                FormattableString.Invariant($"The import {why} after {display.Rows:N0} rows, which stay as they are; run it again for the others."));
            return Refused;
        }
    }

    static async Task<int> TellAsync(ImportSummary summary, string file, TextWriter output, TextWriter error)
    {
        await ReportAsync(summary.Problems.Select(problem => problem.File is null ? problem with { File = file } : problem), error);
        if (summary.HasErrors)
            return Refused;

        await output.WriteLineAsync(summary.ToString());
        if (summary.TellUnknownSources() is { } unknown)
            await output.WriteLineAsync(unknown);
        return summary.Refused is 0 ? Good : Refused;
    }

    static async Task ReportAsync(IEnumerable<Problem> problems, TextWriter error)
    {
        foreach (var problem in problems)
            await error.WriteLineAsync(problem.ToString());
    }

    /// <summary>As they were named.</summary>
    sealed record Files(string Leads, string? Map, string? Rejected);
}
