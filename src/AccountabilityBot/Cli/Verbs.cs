using System.CommandLine;
using AccountabilityBot.Data;
using AccountabilityBot.Demo;
using AccountabilityBot.Leads.Import;
using AccountabilityBot.Numbers.Asking;
using AccountabilityBot.Numbers.Import;
using AccountabilityBot.Setup;
using AccountabilityBot.Sla;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace AccountabilityBot.Cli;

/// <summary>The command line: one verb, one command, each in the slice it belongs to.</summary>
static class Verbs
{
    const int Refused = 1;
    const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("AccountabilityBot holds the seams between departments together, in Microsoft Teams.")
        {
            ServeCommand.Create(),
            DemoCommand.Create(),
            CardGallery.Create(),
            ModelCommand.Create(),
            LeadImportCommand.Create(CommandHost.PrepareAsync),
            AskCommand.Create(CommandHost.PrepareAsync),
            NumberImportCommand.Create(CommandHost.PrepareAsync),
            BacktestCommand.Create(),
            AppPackageCommand.Create(Console.Out, Console.Error),
        };
        // Without a verb the bot serves; settings may follow, as --Storage:Path=…
        var parsed = root.Parse(args.Length == 0 || args[0].StartsWith("--", StringComparison.Ordinal) && !IsHelp(args[0]) ? ["serve", .. args] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception refusal) when (refusal is InvalidSettingException or InvalidModelException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return Refused;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"urls: {taken.Message}");
            return Refused;
        }
    }

    static bool IsHelp(string argument) => argument is "--help" or "--version";
}
