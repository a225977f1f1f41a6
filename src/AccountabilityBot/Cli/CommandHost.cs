using AccountabilityBot.Setup;

namespace AccountabilityBot.Cli;

/// <summary>The store, the people and the leads without a server, for verbs that work on the database and end.</summary>
static class CommandHost
{
    /// <exception cref="Data.InvalidSettingException">A setting that is wrong.</exception>
    /// <exception cref="InvalidModelException">The model or the people file has errors.</exception>
    public static async Task<IHost> PrepareAsync(CancellationToken ct)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        // What a command prints belongs to whoever reads its output; the log goes beside it.
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).AddFilter(level => level >= LogLevel.Warning);
        builder.Services.AddClock(builder.Configuration, builder.Environment).AddCore(builder.Configuration);
        var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Preparation>().RunAsync(ct);
        return host;
    }
}
