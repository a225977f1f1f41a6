using AccountabilityBot.Leads;
using AccountabilityBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>A server that is stopped in the middle of a pass and goes on later, with the time it took before.</summary>
public sealed class StandingStill : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Nothing_is_decided_about_a_lead_at_a_time_before_it_came(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Silence();
        var taken = bot.Clock.GetUtcNow();
        bot.Clock.Advance(9.Seconds());
        var lead = await bot.Lead();

        await using (var scope = bot.Services.CreateAsyncScope())
            Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<LeadQueue>().OpenAsync(taken, CancellationToken.None));
        Assert.Equal("waiting", (await bot.GetLead(lead)).State);

        await bot.Overlook();
        var told = await bot.GetLead(lead);
        Assert.Equal("received, offered", told.Story);
        Assert.Equal(told.Line("received")["at"]!.GetValue<DateTimeOffset>(), told.Line("offered")["at"]!.GetValue<DateTimeOffset>());
    }
}
