using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>"why was I not told": what the record says, to the asker alone.</summary>
public sealed class AskingWhyNotTold : Scenario
{
    const string Asked = "why was I not told";
    static readonly string[] Six = [.. Enumerable.Range(1, 6).Select(no => $"News {no}")];

    [Theory, OnBothDatabases]
    public async Task When_nothing_was_held_back_it_says_so_and_what_was_sent(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        Assert.Equal(
            ["Nothing was held back in the last seven days", "In the last 24 hours there was nothing to tell you unasked."], (await AskAsync(bot, Ana)).Texts);
        await bot.News(Ana, "News");
        await bot.Overlook();
        await bot.Advance(1.Minutes());
        await bot.Lead();
        await bot.Overlook();

        Assert.Equal(
            "Messages you did not ask for in the last 24 hours: 2, the last {{DATE(2026-11-23T09:01:00Z,SHORT)}} {{TIME(2026-11-23T09:01:00Z)}}",
            (await AskAsync(bot, Ana)).Texts[1]);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Asked_in_a_channel_it_is_answered_in_the_askers_own_chat(Database database)
    {
        var bot = await StartAsync(database);

        await bot.Say(Ana, "Why wasn't I told?", Sales);

        Assert.Equal("Nothing was held back in the last seven days", (await bot.ExpectPost(Ana)).Texts[0]);
        await bot.Say(Stranger, Asked);
        Assert.StartsWith("The company's directory does not list you yet", (await bot.ExpectPost(Stranger)).Text, StringComparison.Ordinal);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Of_the_night_it_says_until_when_it_waits_and_when_it_came(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        bot.Clock.Advance(12.Hours());
        await bot.News(Ana, "Ten in the evening");
        Assert.Equal(
            ["What did not come to you at once", "News", "It waits until {{DATE(2026-11-24T06:00:00Z,SHORT)}} {{TIME(2026-11-24T06:00:00Z)}}: your quiet hours."],
            (await AskAsync(bot, Ana)).Texts.Take(3));

        await bot.Advance(9.Hours());
        await bot.ExpectPost(Ana);
        Assert.Equal(
            "It came {{DATE(2026-11-24T06:00:00Z,SHORT)}} {{TIME(2026-11-24T06:00:00Z)}}, after your quiet hours.", (await AskAsync(bot, Ana)).Texts[2]);
        await bot.Advance(TimeSpan.FromDays(7));
        Assert.Equal("Nothing was held back in the last seven days", (await AskAsync(bot, Ana)).Texts[0]);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Of_a_bundle_it_says_when_it_comes_and_when_it_came(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        await bot.News(Ana, Six);
        await bot.Overlook();
        await bot.Help(Ana, "Seventh", "Eighth");
        var waiting = await AskAsync(bot, Ana);
        Assert.Equal("A call for help", waiting.Texts[1]);
        Assert.EndsWith("together with others: you have had your messages of the day.", waiting.Texts[2], StringComparison.Ordinal);
        Assert.StartsWith("It comes {{DATE(2026-11-23T", waiting.Texts[2], StringComparison.Ordinal);
        await SetWordsAsync(bot, "Eighth", Unasked.Overtaken);
        await bot.Advance(16.Minutes());
        Assert.Contains("Seventh", (await bot.ExpectPost(Ana)).Texts);

        var came = await AskAsync(bot, Ana);

        Assert.Contains("Left out: before it could go, it was no longer true.", came.Texts);
        Assert.EndsWith("together with others: you had had your messages of the day.", came.Texts[4], StringComparison.Ordinal);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Of_what_people_left_out_themselves_it_says_so(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(new { segment = "cold" });
        await bot.Overlook();
        await bot.Advance(4.Hours());
        var form = (await bot.Press(Ana, await bot.ExpectPost(Ana), "Snooze")).Card;
        await bot.Press(Ana, form, "Tomorrow 09:00");
        await bot.Advance(3.Hours());
        Assert.Equal(
            [
                "What did not come to you at once", "A reminder · L-1001 · Keller Wells",
                "Left out: you snoozed this lead until {{DATE(2026-11-24T08:00:00Z,SHORT)}} {{TIME(2026-11-24T08:00:00Z)}}.",
            ],
            (await AskAsync(bot, Ana)).Texts.Take(3));

        await bot.Say(Bo, "mute reminders");
        await bot.Overlook();
        await bot.Lead(new { segment = "cold" });
        await bot.Overlook();
        await bot.Advance(4.Hours());
        await bot.Overlook();
        Assert.Equal(["A reminder · L-1002 · Keller Wells", "Left out: you have muted these."], (await AskAsync(bot, Bo)).Texts.Skip(1).Take(2));
        await bot.Overlook();
    }

    [Theory]
    [OnBothDatabases("overtaken", "Left out: before it could go, it was no longer true.")]
    [OnBothDatabases("parked", "Teams did not say whether it arrived, so I did not send it twice. Your head can send it again.")]
    [OnBothDatabases("dead", "Not delivered: Teams did not take it. An administrator can send it again.")]
    public async Task Of_what_did_not_arrive_it_says_why(Database database, string what, string sentence)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        bot.Teams.Fail(
            what switch { "parked" => Fault.LostAfterStoring(), "dead" => Fault.TooLarge(), _ => Fault.NotFound() },
            on: what == "overtaken" ? Bo : Ana, Call.Post);
        await bot.News(Ana, what == "overtaken" ? Unasked.Overtaken : "News");
        await bot.Settle();
        await bot.Advance(5.Minutes());
        await bot.Overlook();

        Assert.Contains(sentence, (await AskAsync(bot, Ana)).Texts);
        await bot.Overlook();
        if (what is "parked" or "dead")
            bot.ExpectLine("test.news");
    }

    [Theory, OnBothDatabases]
    public async Task Of_what_Teams_let_wait_it_says_that_it_came_late(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        bot.Teams.Fail(Fault.Throttled(10.Minutes()), on: Ana, Call.Post);
        await bot.News(Ana, "News");
        await bot.Advance(10.Minutes());
        await bot.ExpectPost(Ana);

        Assert.StartsWith("It came late, {{DATE(2026-11-23T09:10:00Z,SHORT)}}", (await AskAsync(bot, Ana)).Texts[2], StringComparison.Ordinal);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Who_could_not_be_reached_hears_that_it_is_on_its_way(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        bot.Teams.LeaveOutOfRosters(Ana);
        await bot.News(Ana, "News");
        await bot.Advance(10.Minutes());
        await bot.Silence();

        await bot.Say(Ana, Asked);

        Assert.Equal(
            "It is on its way and late: Teams let me wait, or I did not reach you before.", (await bot.ExpectPost(Ana, "What did not come to you at once")).Texts[2]);
        await bot.ExpectPost(Ana, "News");
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task About_one_lead_it_says_who_was_asked_without_blame(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        await bot.Lead(new { segment = "hot" });
        await bot.Overlook();
        const string At = "{{DATE(2026-11-23T09:00:00Z,SHORT)}} {{TIME(2026-11-23T09:00:00Z)}}";
        const string Nothing = "No message to you about it was held back in the last seven days.";

        Assert.Equal(["You and L-1001", $"You were not asked: it was offered to Ana Sousa, {At}.", Nothing], (await AskAsync(bot, Bo, " about L-1001?")).Texts);
        Assert.Equal($"It was offered to you {At}.", (await AskAsync(bot, Ana, " about lead L-1001")).Texts[1]);
        Assert.Equal("It has not been handed to your department: it is with Sales.", (await AskAsync(bot, Sam, " about 1001")).Texts[1]);
        Assert.Equal($"It was offered to everybody in Sales, in the channel, {At}. You were asked with them.", (await AskAsync(bot, Bo, " about l-1002")).Texts[1]);
        Assert.Equal("I know no lead L-4711. Say its number, such as: lead L-1042", (await AskAsync(bot, Bo, " about L-4711")).Text);
        Assert.Equal("I know no lead the weather. Say its number, such as: lead L-1042", (await AskAsync(bot, Bo, " about the weather")).Text);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task About_one_lead_only_what_concerns_it_is_told(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        var no = await bot.Lead(new { segment = "cold" });
        await bot.Overlook();
        await bot.Press(Ana, bot.Teams.Standing(Ana)[0], "Accept");
        await bot.Overlook();
        await bot.Say(Ana, "mute reminders");
        await bot.Overlook();
        await bot.Remind(Ana, "About it", no);
        await bot.Remind(Ana, "About something else");

        var answer = await AskAsync(bot, Ana, $" about {no}");

        Assert.Equal(
            [
                "You and L-1001", "It was offered to you {{DATE(2026-11-23T09:00:00Z,SHORT)}} {{TIME(2026-11-23T09:00:00Z)}}.",
                "Ana Sousa has it since {{DATE(2026-11-23T09:00:00Z,SHORT)}} {{TIME(2026-11-23T09:00:00Z)}}",
                "A reminder · L-1001 · Keller Wells", "Left out: you have muted these.",
            ],
            answer.Texts);
        await bot.Silence();
    }

    static async Task<ShownCard> AskAsync(BotHarness bot, Colleague person, string about = "")
    {
        await bot.Settle();
        await bot.Say(person, Asked + about);
        return await bot.ExpectPost(person);
    }

    static Task<int> SetWordsAsync(BotHarness bot, string words, string others) => bot.Read(db =>
        db.Notices.Where(row => row.Argument == words).ExecuteUpdateAsync(set => set.SetProperty(row => row.Argument, others)));
}
