using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class BeingSeenAgain : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Any_word_of_a_person_wakes_what_could_not_reach_them(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Say(Ana, "help", Sales);
        await bot.ExpectPost(Sales);
        bot.Teams.Fail(Fault.Forbidden("ForbiddenOperationException"), on: Ana, Call.Chat);
        await bot.Lead();
        await bot.Overlook();
        bot.ExpectLine("Unreachable");
        Assert.Empty(bot.Teams.Standing(Ana));

        // The bot has written down where she is, and looks again a minute later.
        await bot.Advance(1.Minutes());
        await bot.Say(Ana, "help", Sales);

        Assert.Equal("Accept, Reject, Details, (Pass on)", (await bot.ExpectPost(Ana)).ButtonRow);
        await bot.Overlook();
    }
}
