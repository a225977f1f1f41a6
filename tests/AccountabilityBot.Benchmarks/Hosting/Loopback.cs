using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace AccountabilityBot.Benchmarks.Hosting;

/// <summary>Servers on a free port of this machine, for this process only.</summary>
static class Loopback
{
    public const string AnyPort = "http://127.0.0.1:0";

    /// <summary>The least that ASP.NET Core needs to answer a request: what every floor stands on.</summary>
    public static async Task<WebApplication> StartBareAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        // Silent while all goes well. What fails, a column that hand-written SQL does not know, must say so.
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).AddFilter(level => level >= LogLevel.Error);
        builder.WebHost.UseUrls(AnyPort);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return app;
    }

    public static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
}
