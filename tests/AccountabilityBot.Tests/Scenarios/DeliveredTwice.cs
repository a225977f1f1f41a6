using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>Teams delivers an activity again when the bot was slow; people press twice when they are unsure.</summary>
public sealed class DeliveredTwice : Scenario
{
    [Theory, OnBothDatabases]
    public async Task The_same_press_once_more_decides_nothing_and_is_answered_the_same(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.ExpectPost(Sales);
        var first = await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept");
        await bot.Overlook();

        var again = await bot.PressAgain(first);

        Assert.Equal(first.Card.ButtonRow, again.Card.ButtonRow);
        Assert.Equal("received, offered, accepted", (await bot.GetLead(no)).Story);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_late_second_delivery_gets_the_present_truth_and_not_the_past(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.ExpectPost(Sales);
        var accepted = await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept");
        var form = (await bot.Press(Ana, accepted.Card, "Hand back")).Card;
        await bot.Press(Ana, form, "Hand back", ("Reason", "I am going to be away"));
        await bot.Overlook();

        var again = await bot.PressAgain(accepted);

        Assert.StartsWith("It is offered to Bo Nguyen until", again.Sentence, StringComparison.Ordinal);
        Assert.Equal("Bo Nguyen", (await bot.GetLead(no)).OfferedTo);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_second_press_of_the_same_person_is_a_success_and_changes_nothing(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.ExpectPost(Sales);
        var inChat = await bot.ExpectPost(Ana);
        await bot.Press(Ana, inChat, "Accept");
        await bot.Overlook();

        var second = await bot.Press(Ana, inChat, "Accept");

        Assert.Equal("Contacted, Set disposition, Details, (Hold), (Hand back)", second.Card.ButtonRow);
        Assert.Equal("received, offered, accepted", (await bot.GetLead(no)).Story);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Twenty_deliveries_of_one_press_at_once_are_one_decision(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.ExpectPost(Sales);
        var form = (await bot.Press(Ana, await bot.ExpectPost(Ana), "Reject")).Card;
        var press = await bot.Press(Ana, form, "Back");
        var reject = press with { Activity = bot.Pressing(Ana, form, "Reject", ("Reason", "Needs nothing")) };

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bot.PressAgain(reject)));

        Assert.All(answers, answer => Assert.Contains("Rejected by Ana Sousa: Needs nothing", answer.Card.Texts));
        Assert.Equal("received, offered, rejected", (await bot.GetLead(no)).Story);
        await bot.Overlook();
    }
}
