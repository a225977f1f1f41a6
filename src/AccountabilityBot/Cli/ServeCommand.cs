using System.CommandLine;
using AccountabilityBot.Setup;

namespace AccountabilityBot.Cli;

/// <summary><c>serve</c>: prepares, then answers until it is told to stop.</summary>
static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Answers Teams. Settings come from appsettings.json, the environment, or as --Section:Key=value.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, ct) => RunAsync([.. parsed.UnmatchedTokens], ct));
        return command;
    }

    static async Task<int> RunAsync(string[] settings, CancellationToken ct)
    {
        await using var app = BotHost.Build(settings);
        await PrepareAsync(app, ct);
        await app.RunAsync(ct);
        return 0;
    }

    /// <summary>On SQLite the server takes its place first: a second one on the same file is refused before it touches anything.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken ct)
    {
        app.Services.GetRequiredService<Delivery.ILeadership>();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Preparation>().RunAsync(ct);
    }
}
