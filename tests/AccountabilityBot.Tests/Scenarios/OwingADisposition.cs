using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class OwingADisposition : Scenario
{
    static readonly BotSetup Daytime = new() { Model = DaytimeModel };

    [Theory, OnBothDatabases]
    public async Task What_is_owed_comes_as_one_card_a_person_and_day_and_goes_when_it_is_said(Database database)
    {
        var bot = await StartAsync(database, Daytime);
        var numbers = await ContactedAsync(bot, 3);
        await bot.Advance(4.Hours());
        await bot.Silence();

        // Five working days of eight hours, in days of nine: the next working morning is Monday's.
        await bot.Advance(Until(11, 30, 8, 1));

        var card = await bot.ExpectPost(Ana, "What became of these? (3)");
        Assert.All(numbers, no => Assert.Contains($"{no} · Keller Wells", card.Texts));
        Assert.Equal(3, card.Buttons.Count(button => button.Title == "Set disposition"));
        await bot.Silence();

        var form = (await bot.Press(Ana, card, "Set disposition")).Card;
        form = (await bot.Press(Ana, form, "Save", ("Disposition", "Lost"))).Card;
        var answer = await bot.Press(Ana, form, "Save", ("Reason", "No answer any more"));

        Assert.Contains("What became of these? (2)", answer.Card.Texts);
        Assert.Contains("What became of these? (2)", (await bot.ExpectEdit(card)).Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_new_day_is_a_new_card_and_the_old_one_says_so(Database database)
    {
        var bot = await StartAsync(database, Daytime);
        await ContactedAsync(bot, 1);
        await bot.Advance(Until(11, 30, 8, 1));
        var first = await bot.ExpectPost(Ana, "What became of these? (1)");
        await bot.Advance(23.Hours());
        await bot.Silence();
        await bot.Advance(1.Hours());

        var second = await bot.ExpectPost(Ana, "What became of these? (1)");
        Assert.Contains("There is a newer list below.", (await bot.ExpectEdit(first)).Texts);
        Assert.NotEqual(first.Message.Id, second.Message.Id);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_meeting_is_asked_about_on_the_morning_after_it_and_not_before(Database database)
    {
        var bot = await StartAsync(database, Daytime);
        await bot.Lead();
        await bot.ExpectPost(Sales);
        var mine = await bot.ExpectPost(Ana);
        await bot.Press(Ana, mine, "Accept");
        await bot.Overlook();
        var form = (await bot.Press(Ana, mine.Message.Now, "Set disposition", ("Disposition", "Meeting set"))).Card;
        await bot.Press(Ana, form, "Save", ("Meeting date", "2026-12-03"));
        await bot.Overlook();

        await bot.Advance(Until(12, 4, 7, 59));
        await bot.Silence();
        await bot.Advance(2.Minutes());

        Assert.Contains(
            (await bot.ExpectPost(Ana, "What became of these? (1)")).Texts, text => text.StartsWith("Meeting set · the meeting was on", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task A_restart_and_a_second_pass_ask_nobody_twice(Database database)
    {
        var bot = await StartAsync(database, Daytime);
        await ContactedAsync(bot, 2);
        await bot.Advance(Until(11, 30, 8, 1));
        await bot.ExpectPost(Ana, "What became of these? (2)");

        await bot.Restart();
        await bot.Advance(2.Hours());

        await bot.Silence();
    }

    /// <summary>Time from now on to an hour of Berlin's winter, which is one ahead of UTC.</summary>
    static TimeSpan Until(int month, int day, int hour, int minute) => new DateTimeOffset(2026, month, day, hour, minute, 0, TimeSpan.Zero) - BotHarness.Start;

    /// <summary>All of them Ana's, and the buyers spoken to.</summary>
    static async Task<List<string>> ContactedAsync(BotHarness bot, int count)
    {
        var numbers = new List<string>();
        for (var lead = 0; lead < count; lead++)
        {
            numbers.Add(await bot.Lead());
            await bot.ExpectPost(Sales);
            var mine = await bot.ExpectPost(Ana);
            await bot.Press(Ana, mine, "Accept");
            await bot.Overlook();
            await bot.Press(Ana, mine.Message.Now, "Contacted");
            await bot.Overlook();
        }

        return numbers;
    }
}
