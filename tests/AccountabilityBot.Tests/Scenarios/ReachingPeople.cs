using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class ReachingPeople : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Who_has_no_chat_is_called_in_the_channel_and_gets_the_card_on_writing(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.LeaveOutOfRosters(Ana);

        await bot.Lead();

        var inChannel = await bot.ExpectPost(Sales);
        Assert.Equal([Ana.Name], inChannel.Mentions);
        await bot.Silence();

        await bot.Say(Ana, "Hi!");

        await bot.ExpectPost(Ana, "What you can say to me");
        Assert.Equal("Accept, Reject, Details, (Pass on)", (await bot.ExpectPost(Ana)).ButtonRow);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_chat_whose_history_was_removed_is_found_again(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Say(Ana, "help");
        await bot.ExpectPost(Ana);
        bot.Teams.Fail(Fault.ChatNotFound(), on: Ana, Call.Post);

        await bot.Lead();

        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);
    }

    [Theory, OnBothDatabases]
    public async Task Answers_go_before_work(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.Fail(Fault.Throttled(60.Seconds()), on: Sales);
        await bot.Lead(new { segment = "hot" });
        await bot.Say(Ana, "help", Sales);
        await bot.Silence();

        await bot.Advance(60.Seconds());

        Assert.Equal(["What you can say to me", "Hot lead"], bot.Teams.Standing(Sales).Select(card => card.Texts[0]));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_persons_chat_is_one_thread_whether_it_is_an_answer_or_an_offer(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.Fail(Fault.Throttled(60.Seconds()), on: Ana, Call.Post);
        await bot.Lead();
        await bot.ExpectPost(Sales);

        await bot.Say(Ana, "help");
        await bot.Silence();
        await bot.Advance(60.Seconds());

        Assert.Equal(["What you can say to me", "Warm lead"], bot.Teams.Standing(Ana).Select(card => card.Texts[0]));
        await bot.Overlook();
    }
}
