using System.CommandLine;
using AccountabilityBot.Numbers.Asking;
using AccountabilityBot.Tests.Harness;
using Microsoft.Extensions.Hosting;

namespace AccountabilityBot.Tests.Numbers.Asking;

/// <summary>A folder with the files of a command line, and the command.</summary>
sealed class AskSite : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    /// <param name="bot">Whose database is asked; none: a model alone, and nothing may prepare a host.</param>
    internal static async Task<(int Code, string[] Lines, string[] Errors)> Ask(string[] arguments, BotHarness? bot = null)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await AskCommand.Create(_ => bot is null ? throw new InvalidOperationException("A model file needs no host.") : Task.FromResult<IHost>(new Registries.Borrowed(bot.Services)))
            .Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, LinesOf(output), LinesOf(error));
    }

    static string[] LinesOf(StringWriter text) => text.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    internal string Model() => Write("model.yaml", AskedCompany.Setup.Model);

    internal string People() => Write("people.csv", AskedCompany.Setup.People!);

    internal string PathOf(string name) => Path.Combine(_folder.FullName, name);

    internal string Write(string name, string text)
    {
        var path = PathOf(name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
