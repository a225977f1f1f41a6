using System.CommandLine;
using System.Data.Common;
using AccountabilityBot.Csv;
using AccountabilityBot.Data;
using AccountabilityBot.Teams.Cards;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Import;

/// <summary>
/// The verb <c>numbers import FILE</c>. Refused rows are listed on stderr with file, line and a sentence, all others are
/// stored. Exit 0 when nothing was refused, else 1.
/// </summary>
static class NumberImportCommand
{
    const int Good = 0;
    const int Refused = 1;

    /// <param name="prepare">
    /// Makes the host whose services store numbers: storage migrated, company loaded. Asked only once the file can be read.
    /// </param>
    public static Command Create(Func<CancellationToken, Task<IHost>> prepare)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The registry, CSV: id, number, owner, department (or owner_department), and where there is such: aliases (with | between), "
                + "definition, unit, direction (up, down), target, floor, cap, plan, forecast, period (week, month, quarter), freshness_days, keeper, supports, computed, trigger, source_field, definition_version, approved_by, approved_on, review_on. "
                + "An owner is an object id, an e-mail address, a name or a role; several have / between them.",
        };
        var import = new Command("import", "Take a registry of numbers in; run again, it changes nothing.") { file };
        import.SetAction((arguments, ct) => RunAsync(
            arguments.GetRequiredValue(file), prepare, arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error, ct));
        return new Command("numbers", "The company's numbers in bulk.") { import };
    }

    static async Task<int> RunAsync(string file, Func<CancellationToken, Task<IHost>> prepare, TextWriter output, TextWriter error, CancellationToken ct)
    {
        using var csv = CsvFile.Open(file, sentence => error.WriteLine($"{file}: {sentence}"));
        if (csv is null)
            return Refused;
        try
        {
            using var host = await prepare(ct);
            var summary = await ActivatorUtilities.CreateInstance<NumberImport>(host.Services).RunAsync(csv, ct);
            // Reasons quote the file, and a terminal obeys control characters.
            foreach (var (line, notice) in summary.Notices)
                await error.WriteLineAsync($"{file}:{line}: notice: {new PlainText(notice.ToString())}");
            foreach (var (line, fault) in summary.Refused)
                await error.WriteLineAsync($"{file}:{line}: {new PlainText(fault.ToString())}");
            if (summary.Taken is null)
                return Refused;
            await output.WriteLineAsync(summary.ToString());
            if (summary.TellVacant() is { } vacant)
                await output.WriteLineAsync(new PlainText(vacant, 2_000).ToString());
            return summary.Refused is [] ? Good : Refused;
        }
        catch (InvalidSettingException setting)
        {
            await error.WriteLineAsync(setting.Message);
            return Refused;
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or DbException or DbUpdateException or IOException)
        {
            var why = stopped is OperationCanceledException ? "was stopped" : $"failed ({stopped.GetBaseException().Message})";
            await error.WriteLineAsync($"The import {why}, and nothing of it was taken; run it again.");
            return Refused;
        }
    }
}
