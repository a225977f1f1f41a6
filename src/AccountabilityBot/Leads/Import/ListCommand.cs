using System.CommandLine;
using System.Data.Common;
using AccountabilityBot.Csv;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Model;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads.Import;

/// <summary>What a list came to, for a terminal.</summary>
/// <param name="Problems">An error means that no row was read.</param>
/// <param name="Lines">For the output.</param>
/// <param name="Refused">How many rows.</param>
sealed record ListReport(IReadOnlyList<Problem> Problems, IEnumerable<string> Lines, int Refused);

/// <summary>
/// The frame of the verbs that read a list: the files first, then the host, then row by row. Refused rows are listed on stderr,
/// all others are stored. Exit 0 when nothing was refused, else 1.
/// </summary>
static class ListCommand
{
    const int Good = 0;
    const int Refused = 1;

    /// <param name="fields">What the list's columns can be called.</param>
    /// <param name="prepare">
    /// Makes the host whose services store leads: storage migrated, company loaded. Asked only once the files can be read.
    /// </param>
    /// <param name="run">Reads and stores.</param>
    public static Command Create(
        string name,
        string description,
        Argument<string> file,
        Option<string?> map,
        ListFields fields,
        Func<CancellationToken, Task<IHost>> prepare,
        Func<IHost, TextReader, ColumnMap, IProgress<ImportNews>, CancellationToken, Task<ListReport>> run)
    {
        var rejected = new Option<string?>("--rejected")
        {
            Description = "Write refused rows, with their reasons, to this CSV.",
            HelpName = "FILE",
        };
        var command = new Command(name, description) { file, map, rejected };
        command.SetAction((arguments, ct) => RunAsync(
            new Files(arguments.GetRequiredValue(file), arguments.GetValue(map), arguments.GetValue(rejected)),
            fields,
            prepare,
            run,
            arguments.InvocationConfiguration.Output,
            arguments.InvocationConfiguration.Error,
            ct));
        return command;
    }

    static async Task<int> RunAsync(
        Files files,
        ListFields fields,
        Func<CancellationToken, Task<IHost>> prepare,
        Func<IHost, TextReader, ColumnMap, IProgress<ImportNews>, CancellationToken, Task<ListReport>> run,
        TextWriter output,
        TextWriter error,
        CancellationToken ct)
    {
        var reading = files.Map is null ? new ColumnMapReading(new ColumnMap { Of = fields, Fields = fields.KeepsOthers ? null : [] }, []) : ColumnMapFile.Read(files.Map, fields);
        await ReportAsync(reading.Problems, error);
        using var csv = CsvFile.Open(files.List, sentence => error.WriteLine($"{files.List}: {sentence}"));
        if (reading.Map is null || csv is null)
            return Refused;

        using var rejected = files.Rejected is { } path
            ? RejectedRows.Open(path, [files.List, files.Map], sentence => error.WriteLine($"--rejected {path}: {sentence}"))
            : null;
        if (files.Rejected is not null && rejected is null)
            return Refused;

        var isTerminal = !Console.IsErrorRedirected && ReferenceEquals(error, Console.Error);
        var list = csv.BaseStream;
        var display = new ImportDisplay(error, isTerminal, files.List, () => (double)list.Position / Math.Max(1, list.Length), rejected);
        try
        {
            using var host = await prepare(ct);
            var report = await run(host, csv, reading.Map, display, ct);
            display.End();
            return await TellAsync(report, files.List, output, error);
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

    static async Task<int> TellAsync(ListReport report, string file, TextWriter output, TextWriter error)
    {
        await ReportAsync(report.Problems.Select(problem => problem.File is null ? problem with { File = file } : problem), error);
        if (report.Problems.Any(problem => problem.Severity is Severity.Error))
            return Refused;

        foreach (var line in report.Lines)
            await output.WriteLineAsync(line);
        return report.Refused is 0 ? Good : Refused;
    }

    static async Task ReportAsync(IEnumerable<Problem> problems, TextWriter error)
    {
        foreach (var problem in problems)
            await error.WriteLineAsync(problem.ToString());
    }

    /// <summary>As they were named.</summary>
    sealed record Files(string List, string? Map, string? Rejected);
}
