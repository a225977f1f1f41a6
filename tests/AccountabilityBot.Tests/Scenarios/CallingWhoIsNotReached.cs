using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class CallingWhoIsNotReached : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Who_has_no_chat_is_mentioned_by_the_new_channel_card_and_not_called_a_second_time(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.LeaveOutOfRosters(Ana);

        await bot.Lead();

        Assert.Equal(["Ana Sousa"], (await bot.ExpectPost(Sales)).Mentions);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_next_and_has_no_chat_is_called_by_a_new_message_because_an_edit_tells_nobody(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.LeaveOutOfRosters(Bo);
        var no = await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        var inChat = await bot.ExpectPost(Ana);
        await bot.Advance(1.Minutes());

        var form = await bot.Press(Ana, inChat, "Pass on");
        await bot.Press(Ana, form.Card, "Pass on", ("Colleague", "Bo Nguyen"), ("Note", "They speak Portuguese."));

        await bot.ExpectEdit(inChat);
        var afterwards = await bot.ExpectEdit(inChannel);
        Assert.Equal(["Bo Nguyen"], afterwards.Mentions);
        Assert.Contains("Ana Sousa: They speak Portuguese.", afterwards.Texts);
        var call = await bot.ExpectPost(Sales);
        Assert.Equal($"Bo Nguyen, please look at Keller Wells ({no})", call.Summary);
        Assert.Equal(["Bo Nguyen"], call.Mentions);
        await bot.Silence();

        var answer = await bot.Press(Bo, call, "Answer");
        Assert.Equal("Accept, Reject, Details, (Pass on)", answer.Card.ButtonRow);
        await bot.Say(Bo, "my leads");
        await bot.ExpectPost(Bo, "Your leads");
        Assert.Equal("Accept, Reject, Details, (Pass on)", (await bot.ExpectPost(Bo)).ButtonRow);
    }

    [Theory, OnBothDatabases]
    public async Task Whose_chat_turns_out_to_be_closed_is_called_in_the_channel_once(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.Fail(Fault.Forbidden("BotNotInConversationRoster"), Ana, Call.Chat, times: 9);

        await bot.Lead();

        Assert.Contains("Accept", (await bot.ExpectPost(Sales, "Offered to")).ButtonRow, StringComparison.Ordinal);
        Assert.Contains("Ana Sousa", (await bot.ExpectPost(Sales, "I cannot reach you")).Mentions);
        await bot.Advance(10.Minutes());
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_guardian_without_a_chat_is_called_in_the_channel(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.LeaveOutOfRosters(Helene);
        await bot.Lead(new { segment = "hot" });
        await bot.ExpectPost(Sales);

        await bot.Advance(15.Minutes());

        var call = await bot.ExpectPost(Sales, "nobody holds this lead");
        Assert.Equal(["Helene Brandt"], call.Mentions);
        Assert.Equal("Assign, Take, Close, (Details)", (await bot.Press(Helene, call, "Answer")).Card.ButtonRow);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_channel_the_head_hears_that_the_guardian_cannot_be_reached(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Homes = new Dictionary<string, Channel> { ["marketing"] = General } });
        bot.Teams.LeaveOutOfRosters(Helene);
        foreach (var person in SalesPeople.Skip(3))
            bot.Teams.LeaveOutOfRosters(person);
        // The roster comes first: without a channel only those whose chat is known are asked.
        await bot.Silence();
        await bot.Lead();
        foreach (var person in SalesPeople.Take(3))
        {
            var form = await bot.Press(person, await bot.ExpectPost(person), "Pass on");
            await bot.Press(person, form.Card, "Pass on");
        }

        var told = await bot.ExpectPost(Ravi);

        Assert.Contains("Nobody holds this lead, and I cannot reach Helene Brandt. Please decide, or tell them.", told.Texts);
        Assert.Empty(told.Mentions);
        await bot.Overlook();
    }
}
