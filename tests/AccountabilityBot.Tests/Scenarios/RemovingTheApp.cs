using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class RemovingTheApp : Scenario
{
    [Theory, OnBothDatabases]
    public async Task In_a_team_it_counts_for_all_its_channels_and_a_reinstallation_is_welcomed_with_the_open_cards(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);
        await bot.Lead(new { department = "support" });
        await bot.ExpectPost(Support);
        await bot.ExpectPost(Sam);

        await bot.Install(Noor, General, "remove");
        bot.Teams.Fail(Fault.Forbidden("BotNotInConversationRoster"), on: Sales, Call.Post);
        await bot.Advance(90.Minutes());
        await bot.ExpectPost(Bo, no);
        await bot.Overlook();
        bot.ExpectLine("BotNotInConversationRoster");
        var (inSales, inSupport) = (bot.Teams.Standing(Sales).Count, bot.Teams.Standing(Support).Count);
        await bot.Install(Noor, Deals);

        Assert.Contains("Which department works in this channel?", (await bot.ExpectPost(Deals)).Texts);
        Assert.Contains("Offered to Bo Nguyen", (await bot.ExpectPost(Sales)).Text, StringComparison.Ordinal);
        Assert.Equal((inSales + 1, inSupport), (bot.Teams.Standing(Sales).Count, bot.Teams.Standing(Support).Count));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task In_a_chat_its_cards_wait_until_the_person_is_seen_again(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Install(Ana);
        await bot.ExpectPost(Ana, "Hello Ana");
        await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        var inChat = await bot.ExpectPost(Ana);

        await bot.Install(Ana, action: "remove");
        await bot.Press(Ana, inChannel, "Accept");
        await bot.ExpectEdit(inChannel);

        // Her press was a sign of life, but told nothing of a chat: the card that stands there is edited.
        Assert.Equal("Contacted, Set disposition, Details, (Hold), (Hand back)", (await bot.ExpectEdit(inChat)).ButtonRow);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_person_is_welcomed_once_ever(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Install(Ana);
        await bot.ExpectPost(Ana);

        await bot.Install(Ana, action: "remove");
        await bot.Install(Ana);

        await bot.Silence();
    }
}
