using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>Six messages a day come one by one; what is beyond comes together.</summary>
public sealed class KeepingToTheBudget : Scenario
{
    static readonly string[] Six = [.. Enumerable.Range(1, 6).Select(no => $"News {no}")];

    [Theory, OnBothDatabases]
    public async Task From_the_seventh_on_they_come_in_one_message(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        var no = await bot.Lead();
        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);
        // The offer was the first.
        await bot.News(Ana, [.. Six.Skip(1)]);
        foreach (var words in Six.Skip(1))
            Assert.Equal(words, (await bot.ExpectPost(Ana)).Text);

        await bot.News(Ana, "The seventh");
        await bot.Remind(Ana, "Keller Wells waits for you", no);
        await bot.Help(Ana, "Bo could use a hand");
        await bot.Silence();
        await bot.Advance(15.Minutes());

        var bundle = await bot.ExpectPost(Ana);
        Assert.Equal(
            [
                "In one message for you: 3", "You get at most 6 messages a day one by one; the rest comes together, once an hour at most.",
                "Keller Wells waits for you", "The seventh", "Bo could use a hand",
            ],
            bundle.Texts);
        Assert.Equal("In one message for you: 3", bundle.Summary);
        Assert.Equal(no, bundle.ButtonRow);
        Assert.Equal("Accept, Reject, Details, (Pass on)", (await bot.Press(Ana, bundle, no)).Card.ButtonRow);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Hot_leads_pass_and_are_not_counted(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        var hot = await bot.Lead(new { segment = "hot" });
        await bot.ExpectPost(Sales);
        for (var i = 1; i <= 9; i++)
        {
            await bot.Remind(Ana, $"Fire {i}", hot);
            Assert.Equal($"Fire {i}", (await bot.ExpectPost(Ana)).Text);
        }

        await bot.News(Ana, Six);
        foreach (var words in Six)
            Assert.Equal(words, (await bot.ExpectPost(Ana)).Text);
        await bot.Remind(Ana, "Fire 10", hot);
        Assert.Equal("Fire 10", (await bot.ExpectPost(Ana)).Text);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_bundle_comes_once_an_hour_at_most_and_the_next_day_is_a_new_one(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        await FillDayAsync(bot);
        await bot.News(Ana, "Seventh");
        await bot.Advance(15.Minutes());
        Assert.Contains("Seventh", (await bot.ExpectPost(Ana)).Texts);

        await bot.News(Ana, "Eighth");
        await bot.Advance(59.Minutes());
        await bot.News(Ana, "Ninth");
        await bot.Silence();
        await bot.Advance(1.Minutes());
        Assert.Equal(["Eighth", "Ninth"], (await bot.ExpectPost(Ana)).Texts.Skip(2));

        await bot.Advance(23.Hours());
        await bot.News(Ana, Six);
        foreach (var words in Six)
            Assert.Equal(words, (await bot.ExpectPost(Ana)).Text);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_longer_true_is_left_out_and_an_empty_bundle_is_not_sent(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        await FillDayAsync(bot);
        await bot.News(Ana, "Seventh", "Eighth");
        await bot.Settle();
        await bot.Read(db => db.Notices.Where(row => row.Argument == "Seventh").ExecuteUpdateAsync(set => set.SetProperty(row => row.Argument, Unasked.Overtaken)));
        await bot.Advance(15.Minutes());
        Assert.Equal(["Eighth"], (await bot.ExpectPost(Ana)).Texts.Skip(2));

        await bot.Remind(Ana, "Ninth");
        await bot.Settle();
        await bot.Say(Ana, "mute reminders");
        await bot.ExpectPost(Ana, "What I leave out for you");
        await bot.Advance(2.Hours());
        await bot.Silence();
        Assert.Equal(
            [(NoticeState.Dropped, "muted"), (NoticeState.Dropped, "budget")],
            await StatesAsync(bot, "Ninth", Unasked.Overtaken));
    }

    [Theory, OnBothDatabases]
    public async Task A_bundle_is_sent_once_even_if_the_server_dies_with_it_under_way(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        await FillDayAsync(bot);
        await bot.News(Ana, "Seventh");
        await bot.Settle();
        bot.Clock.Advance(15.Minutes());

        Assert.True(await bot.DiesDuring(bot.Teams.Fail(Fault.Hanging(stores: true), on: Ana, Call.Post)));
        await bot.Advance(3.Hours());

        Assert.Contains("Seventh", (await bot.ExpectPost(Ana)).Texts);
        await bot.Silence();
        // Nobody knows whether it arrived: a person can look, and nothing is told twice.
        Assert.Equal(NoticeState.Parked, await bot.Read(db => db.Notices.Where(row => row.Kind == Bundles.Kind).Select(row => row.State).SingleAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task What_waits_in_a_bundle_outlives_the_server(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        await FillDayAsync(bot);
        await bot.News(Ana, "Seventh", "Eighth");
        await bot.Say(Bo, "help");

        Assert.True(await bot.DiesDuring(bot.Teams.Fail(Fault.Hanging(), on: Bo, Call.Post)));
        await bot.News(Ana, "Ninth");
        await bot.Settle();
        await bot.Advance(15.Minutes());

        Assert.Equal(["Seventh", "Eighth", "Ninth"], (await bot.ExpectPost(Ana)).Texts.Skip(2));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task What_joins_while_the_bundle_is_being_drawn_is_in_it(Database database)
    {
        BotHarness bot = null!;
        var joins = false;
        bot = await StartAsync(database, Unasked.With(async notice =>
        {
            if (!joins || notice.Argument != "Seventh")
                return;
            joins = false;
            // Another server believes to lead, too: it puts one more into the bundle that is just being drawn here.
            await bot.News(Ana, "Eighth");
            await using var other = bot.Services.CreateAsyncScope();
            var db = other.ServiceProvider.GetRequiredService<BotDb>();
            var row = await db.Notices.SingleAsync(one => one.Argument == "Eighth");
            Assert.True(await other.ServiceProvider.GetRequiredService<Gate>().KeepsBackAsync(row, bot.Clock.GetUtcNow()));
        }));
        await FillDayAsync(bot);
        await bot.News(Ana, "Seventh");
        await bot.Settle();
        joins = true;
        await bot.Advance(15.Minutes());

        Assert.Equal(["Seventh", "Eighth"], (await bot.ExpectPost(Ana)).Texts.Skip(2));
        await bot.Advance(3.Hours());
        await bot.Silence();
        Assert.False(joins);
    }

    [Theory, OnBothDatabases]
    public async Task A_row_that_another_server_has_just_claimed_is_not_bundled_too(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        await FillDayAsync(bot);
        await bot.News(Ana, "Seventh");
        await using var slow = bot.Services.CreateAsyncScope();
        var db = slow.ServiceProvider.GetRequiredService<BotDb>();
        var seen = await db.Notices.SingleAsync(row => row.Argument == "Seventh", TestContext.Current.CancellationToken);
        var until = bot.Clock.GetUtcNow().AddSeconds(20);
        await bot.Read(other => other.Notices.Where(row => row.Id == seen.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Attempts, 1).SetProperty(row => row.NotBefore, until)));

        await slow.ServiceProvider.GetRequiredService<Gate>().KeepsBackAsync(seen, bot.Clock.GetUtcNow());

        Assert.Equal([(NoticeState.Pending, (string?)null)], await StatesAsync(bot, "Seventh"));
        await bot.Advance(1.Hours());
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_bundle_that_would_come_at_night_comes_in_the_morning(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        bot.Clock.Advance(9.Hours() + 50.Minutes());
        await FillDayAsync(bot);
        await bot.News(Ana, "Seventh");
        await bot.Advance(11.Hours());
        await bot.Silence();
        await bot.Advance(10.Minutes());

        Assert.Contains("Seventh", (await bot.ExpectPost(Ana)).Texts);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_flood_is_one_message_with_five_buttons(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        for (var i = 0; i < 7; i++)
            await bot.Lead(new { company = $"Well {i}" });
        await bot.Overlook();
        await FillDayAsync(bot, Mei);
        for (var i = 0; i < 7; i++)
            await bot.Remind(Mei, $"Well {i} waits", $"L-{1001 + i}");
        await bot.News(Mei, [.. Enumerable.Range(1, 30).Select(no => $"More {no}")]);
        for (var i = 0; i < 5; i++)
            await bot.Settle();
        await bot.Advance(15.Minutes());

        var bundle = await bot.ExpectPost(Mei);
        Assert.Equal("In one message for you: 37", bundle.Texts[0]);
        Assert.Equal("L-1001, L-1002, L-1003, L-1004, L-1005", bundle.ButtonRow);
        Assert.Equal("And 22 more; write my leads to see what is yours.", bundle.Texts[^1]);
        await bot.Overlook();
    }

    static async Task FillDayAsync(BotHarness bot, Colleague? person = null)
    {
        await bot.News(person ?? Ana, Six);
        foreach (var words in Six)
            Assert.Equal(words, (await bot.ExpectPost(person ?? Ana)).Text);
    }

    static async Task<IEnumerable<(NoticeState, string?)>> StatesAsync(BotHarness bot, params string[] words)
    {
        var rows = await bot.Read(db => db.Notices.AsNoTracking().Where(row => words.Contains(row.Argument)).ToListAsync());
        return words.Select(text => rows.Single(row => row.Argument == text)).Select(row => (row.State, row.HeldBecause));
    }
}
