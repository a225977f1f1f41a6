using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AccountabilityBot.Teams.Authentication;

/// <summary>
/// Without an app id nothing is signed, so nobody but this machine may reach the bot: the start is refused when it would listen
/// elsewhere, and so is each request from elsewhere.
/// </summary>
sealed class LoopbackOnly(IOptions<BotOptions> options, IConfiguration configuration, IServiceProvider services) : IHostedLifecycleService
{
    /// <summary>Before anything listens: what the configuration asks for.</summary>
    /// <exception cref="OptionsValidationException">An address that is not loopback.</exception>
    public Task StartingAsync(CancellationToken cancellationToken) => Refuse(Configured(configuration));

    /// <summary>Once the server listens: what it really bound, also where code and not configuration said so.</summary>
    /// <exception cref="OptionsValidationException">An address that is not loopback.</exception>
    public Task StartedAsync(CancellationToken cancellationToken) =>
        Refuse(services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// True for a request that this machine made itself. A tunnel or a reverse proxy also connects from here, but it says so in a
    /// header, or asks for another host.
    /// </summary>
    internal static bool Allows(HttpContext context)
    {
        var headers = context.Request.Headers;
        return (context.Connection.RemoteIpAddress is not { } peer || IPAddress.IsLoopback(peer))
            && IsLoopbackHost(context.Request.Host.Host)
            && !headers.ContainsKey("X-Forwarded-For") && !headers.ContainsKey("X-Forwarded-Host") && !headers.ContainsKey("Forwarded");
    }

    static IEnumerable<string> Configured(IConfiguration configuration) =>
    [
        .. (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>(),
    ];

    static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    Task Refuse(IEnumerable<string> addresses)
    {
        if (!options.Value.IsSigned && addresses.FirstOrDefault(a => !IsLoopbackAddress(a)) is { } outside)
        {
            throw new OptionsValidationException(
                BotOptions.Section,
                typeof(BotOptions),
                [$"Bot:AppId is missing, so the bot may listen on loopback only, but it is told to listen on {outside}."]);
        }

        return Task.CompletedTask;
    }

    // "http://*:80" and "http://+:80" are no addresses to a parser; they are not loopback either.
    static bool IsLoopbackAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var parsed) && IsLoopbackHost(parsed.Host);
}
