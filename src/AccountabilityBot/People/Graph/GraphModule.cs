using AccountabilityBot.Jobs;
using AccountabilityBot.People.Reaching;
using AccountabilityBot.People.Syncing;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace AccountabilityBot.People.Graph;

/// <summary>The directory's contents page: what is read of Microsoft Graph, and when. Where people come from a file, nothing of it runs.</summary>
static class GraphModule
{
    public static IServiceCollection AddGraph(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        var options = GraphOptions.From(configuration, isDevelopment);
        services.AddSingleton(options);
        services.AddSingleton<GraphPace>().AddTransient<GraphListening>().AddSingleton<GraphConnection>();
        services.AddSingleton<GraphReader>().AddSingleton<GraphMany>().AddSingleton<GraphApps>();
        services.AddScoped<Settlement>().AddScoped<UserSync>().AddScoped<MemberSync>().AddScoped<MailboxSync>().AddScoped<PresenceSync>().AddScoped<PhotoSync>();
        AddClient(services);
        if (!options.IsGraph)
            return services;
        Step("people.sync-users", (scope, now, ct) => scope.GetRequiredService<UserSync>().SyncAsync(now, ct));
        Step("people.sync-groups", (scope, now, ct) => scope.GetRequiredService<MemberSync>().SyncAsync(now, ct));
        Step("people.read-mailboxes", (scope, now, ct) => scope.GetRequiredService<MailboxSync>().SyncAsync(now, ct));
        Step("people.read-presence", (scope, now, ct) => scope.GetRequiredService<PresenceSync>().SyncAsync(now, ct));
        Step("people.read-photos", (scope, now, ct) => scope.GetRequiredService<PhotoSync>().SyncAsync(now, ct));
        Step("people.install-app", (scope, now, ct) => scope.GetRequiredService<AppInstalling>().InstallAsync(now, ct));
        return services;

        void Step(string name, Func<IServiceProvider, DateTimeOffset, CancellationToken, Task<int>> run) => services.AddSingleton(new SweepStep(name, Lane.Directory, run));
    }

    /// <summary>A redirect would carry the bot's token to a host that is on no list; retries are ours, for they have to outlive the process.</summary>
    static void AddClient(IServiceCollection services) => services.AddHttpClient(GraphConnection.Client)
        .ConfigureHttpClient(http =>
        {
            // Each question has a patience of its own.
            http.Timeout = Timeout.InfiniteTimeSpan;
            http.DefaultRequestHeaders.UserAgent.ParseAdd("AccountabilityBot");
        })
        .AddHttpMessageHandler(() => new ParametersNameDecodingHandler())
        .AddHttpMessageHandler<GraphListening>()
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();
}
