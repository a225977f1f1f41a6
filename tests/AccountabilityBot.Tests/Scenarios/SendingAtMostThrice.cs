using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>Sends whose answer was lost: Teams may have the message or not, and the bot cannot know.</summary>
public sealed class SendingAtMostThrice : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Work_to_do_is_sent_at_most_three_times(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.Fail(Fault.Broken(), on: Ana, Call.Post, times: 50);

        await bot.Lead();
        await bot.ExpectPost(Sales);
        for (var i = 0; i < 20; i++)
            await bot.Advance(1.Minutes());

        Assert.Equal(3, bot.Teams.Calls.Count(call => call == "post Ana Sousa 502"));
        // Nobody knows whether it stands there, and the promise is running: the channel calls her.
        await bot.ExpectPost(Sales, "I cannot reach you in a chat");
        await bot.ExpectPost(Noor, "Lead card for one person");
        bot.ExpectLine("The card lead.personal");
    }

    [Theory, OnBothDatabases]
    public async Task A_press_on_a_copy_the_bot_did_not_know_of_adopts_it_and_both_stay_true(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.Fail(Fault.LostAfterStoring(), on: Ana, Call.Post);
        await bot.Lead();
        await bot.ExpectPost(Sales);
        var unknown = await bot.ExpectPost(Ana);
        await bot.Advance(10.Seconds());
        var known = await bot.ExpectPost(Ana);

        await bot.Press(Ana, unknown, "Accept");

        Assert.Contains("Ana Sousa has it since", (await bot.ExpectEdit(unknown)).Text, StringComparison.Ordinal);
        Assert.Contains("Ana Sousa has it since", (await bot.ExpectEdit(known)).Text, StringComparison.Ordinal);
        await bot.Press(Ana, unknown.Message.Now, "Contacted");
        await bot.ExpectEdit(unknown);
        await bot.ExpectEdit(known);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Many_presses_at_once_on_a_copy_the_bot_did_not_know_of_adopt_it_once(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.Fail(Fault.LostAfterStoring(), on: Ana, Call.Post);
        await bot.Lead();
        await bot.ExpectPost(Sales);
        var unknown = await bot.ExpectPost(Ana);
        await bot.Advance(10.Seconds());
        await bot.Overlook();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bot.Press(Ana, unknown, "Details")));

        Assert.Equal(1, await bot.Read(db => db.CardPosts.CountAsync(post => post.ActivityId == unknown.Message.Id)));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Who_presses_the_lost_copy_first_makes_a_second_one_needless(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.Fail(Fault.LostAfterStoring(), on: Ana, Call.Post);
        await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        var unknown = await bot.ExpectPost(Ana);

        await bot.Press(Ana, unknown, "Accept");
        await bot.Advance(1.Minutes());

        await bot.ExpectEdit(unknown);
        await bot.ExpectEdit(inChannel);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_server_that_dies_after_the_send_sends_again_and_not_for_ever(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var sends = 0;

        for (var death = 0; death < 5; death++)
        {
            if (await bot.DiesDuring(bot.Teams.Fail(Fault.Hanging(stores: true), on: Ana, Call.Post)))
                sends++;
            bot.Clock.Advance(1.Minutes());
        }

        bot.Teams.Recover();
        await bot.Overlook();
        Assert.Equal(3, sends);
        Assert.Equal(3, bot.Teams.Standing(Ana).Count);
        bot.ExpectLine("The card lead.personal");
    }

    [Theory, OnBothDatabases]
    public async Task To_tell_something_twice_is_worse_than_to_ask_somebody(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        await bot.ExpectPost(Sales);
        var mine = (await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept")).Card;
        var form = (await bot.Press(Ana, mine, "Hold")).Card;
        await bot.Press(Ana, form, "Hold", ("Reason", "Asked to be called later"), ("Until", "2026-11-24"));
        await bot.Overlook();
        bot.Teams.Fail(Fault.LostAfterStoring(), on: Ana, Call.Post);

        await bot.Advance(23.Hours());

        await bot.ExpectPost(Ana, "The hold on");
        await bot.Overlook();
        await bot.Advance(1.Hours());
        await bot.ExpectPost(Ravi, "Did these arrive?");
        await bot.Silence();
        Assert.Equal(Data.NoticeState.Parked, await bot.Read(db => Task.FromResult(db.Notices.Single(row => row.Kind == "lead.hold-ended").State)));
        bot.ExpectLine("lead.hold-ended");
    }
}
