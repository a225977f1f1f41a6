using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class TalkingToTheBot : Scenario
{
    [Theory]
    [OnBothDatabases("help")]
    [OnBothDatabases("Hi!")]
    [OnBothDatabases("HELP please")]
    [OnBothDatabases("Hello")]
    public async Task A_greeting_is_answered_with_what_one_can_say(Database database, string text)
    {
        var bot = await StartAsync(database);

        await bot.Say(Ana, text);

        var help = await bot.ExpectPost(Ana);
        Assert.Contains("What you can say to me", help.Texts);
        Assert.Contains("my leads: what is yours, and what is offered to you", help.Texts);
    }

    [Theory, OnBothDatabases]
    public async Task Nonsense_is_answered_with_what_one_can_say(Database database)
    {
        var bot = await StartAsync(database);

        await bot.Say(Ana, "purple **monkey** <at>Bo</at>");

        var answer = await bot.ExpectPost(Ana);
        Assert.Contains("I did not understand that", answer.Texts);
        Assert.Contains("\"purple", answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Mentions);
        Assert.Contains("help: this list", answer.Texts);
    }

    [Theory, OnBothDatabases]
    public async Task In_a_channel_the_answer_stands_in_the_thread_that_asked(Database database)
    {
        var bot = await StartAsync(database);

        var question = await bot.Say(Ana, "help", Sales);

        var help = await bot.ExpectPost(Sales);
        Assert.Equal(question["conversation"]!["id"]!.GetValue<string>(), help.Message.ConversationId);
    }

    [Theory, OnBothDatabases]
    public async Task A_question_that_Teams_delivers_twice_is_answered_once(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.Overlook();

        foreach (var text in (string[])["help", "my leads", $"lead {no}", "nonsense"])
        {
            var question = await bot.Say(Bo, text);
            await bot.Deliver(question);
            await bot.ExpectPost(Bo);
            await bot.Silence();
        }
    }
}
