using AccountabilityBot.Benchmarks.Databases;
using AccountabilityBot.Cli;
using Microsoft.Extensions.Logging.Console;

namespace AccountabilityBot.Benchmarks.Hosting;

/// <summary>The bot itself, prepared and listening; only its timetable and delivery are at rest.</summary>
static class BotServer
{
    public static async Task<WebApplication> StartAsync(Database database, KeyServer keys, string people)
    {
        var app = BotHost.Build(
            [
                // A key server of one's own may be named in Development only.
                $"--environment={Environments.Development}",
                .. keys.Settings,
                $"--urls={Loopback.AnyPort}",
                "--Jobs:Enabled=false",
                $"--Model:Path={SampleLead.ModelPath}",
                $"--People:Path={people}",
                .. database.Settings,
            ],
            builder =>
            {
                // Production does not prove its scopes on each request.
                builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = false);
                // The log is written as in production; standard output belongs to the table.
                builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
            });
        await ServeCommand.PrepareAsync(app, CancellationToken.None);
        await app.StartAsync();
        return app;
    }
}
