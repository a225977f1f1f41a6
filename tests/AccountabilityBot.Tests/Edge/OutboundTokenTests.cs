using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Connector;
using Microsoft.Extensions.DependencyInjection;

namespace AccountabilityBot.Tests.Edge;

/// <summary>The connector client as a host wires it: which token travels with a request.</summary>
public sealed class OutboundTokenTests
{
    [Fact]
    public async Task In_development_the_token_comes_from_the_configured_endpoint()
    {
        await using var keys = await KeyServer.StartAsync();
        await using var host = await EdgeHost.StartSignedAsync(keys);
        Assert.Equal("Bearer token-from-the-endpoint", await SentWithAsync(host));
    }

    [Fact]
    public async Task In_the_Playgrounds_mode_no_token_travels()
    {
        await using var host = await EdgeHost.StartAsync([]);
        Assert.Equal("", await SentWithAsync(host));
    }

    static async Task<string> SentWithAsync(EdgeHost host)
    {
        await using var teams = await ScriptedConnector.StartAsync();
        teams.Answers(201, """{"id":"1"}""");
        var client = host.Services.GetRequiredService<TeamsConnector>();
        var end = await client.SendAsync(teams.ServiceUrl, "a:1", OutgoingActivity.ForText("Hello"), TestContext.Current.CancellationToken);
        Assert.Equal(new SendOutcome.Sent("a:1", "1"), end);
        return Assert.Single(teams.Requests).Authorization;
    }
}
