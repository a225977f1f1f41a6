using System.CommandLine;

namespace AccountabilityBot.Setup;

/// <summary>
/// <c>app package --bot-id ID --host HOST --out ZIP [--app-id ID]</c>: writes the Teams app package.
/// Exit 0 when it is written; 1 with one sentence for each wrong value on stderr, and then no file is touched.
/// </summary>
public static class AppPackageCommand
{
    /// <summary>The command <c>app</c> with its one subcommand.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        var botId = new Option<string>("--bot-id") { Required = true, Description = "The bot's Entra application id, a GUID.", HelpName = "ID" };
        var host = new Option<string>("--host") { Required = true, Description = "The public host name of the bot, for example bot.contoso.com.", HelpName = "HOST" };
        var zip = new Option<string>("--out") { Required = true, Description = "The package to write; an existing file is replaced.", HelpName = "ZIP" };
        var appId = new Option<string?>("--app-id") { Description = "The Teams app's id, a GUID. Left out, it follows from the bot id and stays the same.", HelpName = "ID" };

        var package = new Command("package", "Write the zip that an administrator uploads to Teams.") { botId, host, zip, appId };
        package.SetAction((parsed, cancel) => RunAsync(
            parsed.GetRequiredValue(botId), parsed.GetRequiredValue(host), parsed.GetRequiredValue(zip), parsed.GetValue(appId), output, error, cancel));
        return new Command("app", "The app as Teams installs it.") { package };
    }

    static async Task<int> RunAsync(
        string botId, string host, string path, string? appId, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        var (package, problems) = Read(botId, host, appId);
        if (package is null)
            return await RefuseAsync(error, problems);

        try
        {
            var target = Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, package.ToZip(), cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return await RefuseAsync(error, [$"--out: cannot write \"{path}\": {e.Message}"]);
        }

        await output.WriteLineAsync(
            $"Wrote {path}: Teams app {package.AppId:D}, version {package.Version}, for bot {package.BotId:D} on {package.Host}.");
        return 0;
    }

    static (AppPackage? Package, IReadOnlyList<string> Problems) Read(string botId, string host, string? appId)
    {
        List<string> problems = [];
        if (!IsId(botId, out var bot))
            problems.Add($"--bot-id: \"{botId}\" is not a GUID; copy the Application (client) ID of the bot's app registration.");

        var app = AppPackage.AppIdFor(bot);
        if (appId is not null && !IsId(appId, out app))
            problems.Add($"--app-id: \"{appId}\" is not a GUID; leave it out to get one that follows from the bot id.");

        if (!IsHostName(host))
            problems.Add($"--host: \"{host}\" is not a bare host name; write for example bot.contoso.com, without https://, port or path.");

        return problems is [] ? (new(bot, app, host.ToLowerInvariant(), AppPackage.CurrentVersion), problems) : (null, problems);
    }

    // The empty GUID is what a form shows before it is filled in.
    static bool IsId(string text, out Guid id) => Guid.TryParseExact(text, "D", out id) && id != Guid.Empty;

    // Teams calls the bot by name over https: an address, a machine's short name or a wildcard cannot be one of the app's domains.
    static bool IsHostName(string host) =>
        Uri.CheckHostName(host) is UriHostNameType.Dns
        && host.Contains('.', StringComparison.Ordinal)
        && host.Split('.') is [.., { Length: > 1 }] labels
        && labels.All(label => label.Length is > 0 and <= 63 && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-') && label[0] is not '-' && label[^1] is not '-');

    static async Task<int> RefuseAsync(TextWriter error, IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
            await error.WriteLineAsync(problem);
        return 1;
    }
}
