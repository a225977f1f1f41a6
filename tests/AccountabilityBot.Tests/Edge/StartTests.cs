using System.Net;
using AccountabilityBot.Teams;
using AccountabilityBot.Teams.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;

namespace AccountabilityBot.Tests.Edge;

/// <summary>Which configurations stop the start, and with what sentence.</summary>
public sealed class StartTests
{
    static readonly Dictionary<string, string?> _good = new()
    {
        ["Bot:AppId"] = EdgeHost.AppId,
        ["Bot:TenantId"] = EdgeHost.Tenant,
        ["Bot:ClientSecret"] = "a secret of the test",
    };

    [Theory]
    [InlineData("Bot:AppId", null, "Bot:AppId is missing")]
    [InlineData("Bot:AppId", "x", "Bot:AppId is \"x\"")]
    [InlineData("Bot:TenantId", null, "Bot:TenantId is missing")]
    [InlineData("Bot:TenantId", "contoso", "Bot:TenantId is \"contoso\"")]
    [InlineData("Bot:ClientSecret", null, "Bot:ClientSecret is missing")]
    [InlineData("Bot:Cloud", "mars", "Bot:Cloud is \"mars\"")]
    [InlineData("Bot:Credential", "certificate", "comes in a later version")]
    [InlineData("Bot:Credential", "federated", "comes in a later version")]
    [InlineData("Bot:Credential", "password", "Bot:Credential is \"password\"")]
    [InlineData("Bot:AllowedTenants:0", "contoso", "Bot:AllowedTenants:0 is \"contoso\"")]
    [InlineData("Bot:RequestsPerSecond", "0", "Bot:RequestsPerSecond is 0")]
    [InlineData("Bot:OpenIdMetadata", "https://127.0.0.1/x", "Bot:OpenIdMetadata is for Development only")]
    [InlineData("Bot:Issuer", "x", "Bot:Issuer is for Development only")]
    [InlineData("Bot:TokenEndpoint", "https://127.0.0.1/x", "Bot:TokenEndpoint is for Development only")]
    [InlineData("Bot:ServiceHosts:0", "127.0.0.1", "Bot:ServiceHosts is for Development only")]
    public Task A_wrong_setting_stops_the_start_in_production(string setting, string? value, string sentence) =>
        Stopped("Production", setting, value, sentence);

    [Theory]
    [InlineData("Bot:OpenIdMetadata", "http://keys.example.com/x", "http on loopback")]
    [InlineData("Bot:TokenEndpoint", "http://keys.example.com/x", "http on loopback")]
    [InlineData("Bot:ServiceHosts:0", "http://teams.example.com", "Bot:ServiceHosts:0 is \"http://teams.example.com\"")]
    public Task A_wrong_setting_stops_the_start_in_development_too(string setting, string value, string sentence) =>
        Stopped("Development", setting, value, sentence);

    [Fact]
    public async Task A_good_configuration_starts_in_production()
    {
        await using var host = await EdgeHost.StartAsync(_good, "Production");
        Assert.True(host.Address.IsLoopback);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://127.0.0.1:0;http://[::]:0")]
    public async Task Without_an_app_id_the_bot_does_not_listen_beyond_loopback(string urls)
    {
        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => EdgeHost.StartAsync(new() { ["urls"] = urls }));
        Assert.Contains("may listen on loopback only", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tenant_list_holds_in_the_Playgrounds_mode_too()
    {
        await using var host = await EdgeHost.StartAsync(new() { ["Bot:AllowedTenants:0"] = "22222222-2222-4333-8444-555555555555" });
        var press = EdgeHost.Press();
        press["serviceUrl"] = "http://localhost:56150/_connector";
        Assert.Equal(HttpStatusCode.Forbidden, (await host.PostAsync(press)).Status);
    }

    [Fact]
    public async Task An_owner_of_routes_that_is_not_registered_stops_the_start()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        Action<Routes> slice = routes => routes.Otherwise<StartTests>((_, _, _, _) => Task.CompletedTask);
        var problem = Assert.Throws<InvalidOperationException>(() => app.MapTeamsEdge([slice]));
        Assert.Contains("StartTests has routes but is not registered", problem.Message, StringComparison.Ordinal);
    }

    static async Task Stopped(string environment, string setting, string? value, string sentence)
    {
        var settings = new Dictionary<string, string?>(_good) { [setting] = value };
        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => EdgeHost.StartAsync(settings, environment));
        Assert.Contains(problem.Failures, f => f.Contains(sentence, StringComparison.Ordinal));
    }
}
