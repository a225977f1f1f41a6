using AccountabilityBot.Teams.Authentication;
using AccountabilityBot.Teams.Connector;
using AccountabilityBot.Teams.Routing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AccountabilityBot.Teams;

/// <summary>How a host takes the edge in.</summary>
public static class TeamsEdge
{
    /// <summary>Where Teams delivers; set in the bot's registration.</summary>
    public const string Path = "/api/messages";

    const string KeysClient = "AccountabilityBot.ConnectorKeys";
    const long LongestAnswer = 4 * 1024 * 1024;

    /// <summary>
    /// Adds authentication, the connector client and a runner without memory (a host with an inbox adds its own
    /// <see cref="ITurnRunner"/>). The host provides the <see cref="TimeProvider"/>.
    /// </summary>
    /// <exception cref="OptionsValidationException">At start: a setting of the section <c>Bot</c> is wrong; each with a sentence.</exception>
    public static IServiceCollection AddTeamsEdge(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<BotOptions>().Bind(configuration.GetSection(BotOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotOptions>>(new BotOptionsRules(environment));
        services.AddHostedService<LoopbackOnly>();
        services.AddSingleton(s => new ServiceHosts(s.GetRequiredService<IOptions<BotOptions>>().Value));
        services.TryAddSingleton<ITurnRunner, DirectTurnRunner>();
        AddInbound(services);
        AddOutbound(services);
        return services;
    }

    /// <summary>Maps <see cref="Path"/> (POST only) to the routes that the slices add.</summary>
    /// <param name="app">The host's endpoints.</param>
    /// <param name="slices">Each adds its routes to the one table.</param>
    /// <param name="apology">What a presser reads when a handler failed, in their language; English without it.</param>
    /// <exception cref="InvalidOperationException">A route is claimed twice, none answers other text, or an owner is not registered.</exception>
    public static IEndpointConventionBuilder MapTeamsEdge(
        this IEndpointRouteBuilder app, IReadOnlyCollection<Action<Routes>> slices, Apology? apology = null)
    {
        var routes = new Routes();
        foreach (var slice in slices)
            slice(routes);
        RefuseUnregistered(routes, app.ServiceProvider);

        var endpoint = ActivatorUtilities.CreateInstance<MessagesEndpoint>(
            app.ServiceProvider, new Router(routes), apology ?? MessagesEndpoint.English);
        return app.MapPost(Path, endpoint.HandleAsync).WithMetadata(new ConnectorEndpoint());
    }

    static void AddInbound(IServiceCollection services)
    {
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, ConnectorAuthentication>(
                ConnectorAuthentication.SchemeName, displayName: null, configureOptions: null);
        AddClient(services.AddHttpClient(KeysClient));
        services.AddSingleton<TokenCache>();
        services.AddSingleton<ConnectorTokenCheck>();
        services.AddSingleton<ActivityCheck>();
        services.AddSingleton(s => new EdgeReadiness(s.GetRequiredService<ConnectorKeys>(), s.GetRequiredService<IOptions<BotOptions>>()));
        services.AddSingleton(s =>
        {
            var options = s.GetRequiredService<IOptions<BotOptions>>().Value;
            return new ConnectorKeys(
                s.GetRequiredService<IHttpClientFactory>().CreateClient(KeysClient),
                options.OpenIdMetadata ?? options.InCloud.Metadata,
                s.GetRequiredService<TimeProvider>(),
                s.GetRequiredService<ILogger<ConnectorKeys>>());
        });
    }

    static void AddOutbound(IServiceCollection services)
    {
        AddClient(services.AddHttpClient(FormPostCredential.Client));
        AddClient(services.AddHttpClient<TeamsConnector>());
        services.AddSingleton(s =>
        {
            var options = s.GetRequiredService<IOptions<BotOptions>>().Value;
            var clock = s.GetRequiredService<TimeProvider>();
            var credentials = BotCredentials.For(options, s.GetRequiredService<IHttpClientFactory>(), clock);
            return new ConnectorTokens(credentials, options.InCloud.Scope, clock);
        });
        services.AddSingleton(s =>
        {
            var options = s.GetRequiredService<IOptions<BotOptions>>().Value;
            return new BotIdentity(
                BotCredentials.For(options, s.GetRequiredService<IHttpClientFactory>(), s.GetRequiredService<TimeProvider>()), options.InCloud.Graph, options.AppId, options.TenantId);
        });
    }

    // A redirect would carry the bot's token to a host that is on no list. Clients may be held for long, so it is the connections
    // that are renewed, not the handler. The framework's own log lines would name conversations.
    static void AddClient(IHttpClientBuilder client) => client
        .ConfigureHttpClient(http =>
        {
            http.Timeout = TeamsConnector.Patience;
            http.MaxResponseContentBufferSize = LongestAnswer;
            http.DefaultRequestHeaders.UserAgent.ParseAdd("AccountabilityBot");
        })
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();

    static void RefuseUnregistered(Routes routes, IServiceProvider services)
    {
        var known = services.GetRequiredService<IServiceProviderIsService>();
        if (routes.Owners.FirstOrDefault(owner => !known.IsService(owner)) is { } unknown)
            throw new InvalidOperationException($"{unknown.Name} has routes but is not registered; add it to the services of its slice.");
    }
}
