using System.Text.Json.Nodes;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Jobs;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>The job store stands still: its work is done all the same, and health says so. And nothing is late in silence.</summary>
public sealed class WatchingTheTimetable : Scenario
{
    [Theory, OnBothDatabases]
    public async Task A_timetable_that_ticks_is_left_alone(Database database)
    {
        var bot = await StartAsync(database);
        for (var tick = 0; tick < 20; tick++)
        {
            await Jobs(bot).TickAsync(CancellationToken.None);
            await LookAsync(bot);
            bot.Clock.Advance(5.Seconds());
        }

        Assert.Equal(("ready", "ok"), await HealthAsync(bot, "timetable"));
        Assert.Empty(await bot.Read(db => db.LedgerSeals.ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task After_half_a_minute_without_a_tick_the_watchdog_does_the_timetables_work(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        await Jobs(bot).TickAsync(CancellationToken.None);
        await LookAsync(bot);
        await bot.Overlook();

        bot.Clock.Advance(29.Seconds());
        await LookAsync(bot);
        Assert.Equal(("ready", "ok"), await HealthAsync(bot, "timetable"));

        // What came due in the meantime is swept by the watchdog alone: nobody else looks here.
        bot.Clock.Advance(2.Hours());
        await LookAsync(bot);

        Assert.Equal(("degraded", "has not ticked for 7229 seconds; the leader's watchdog does its work"), await HealthAsync(bot, "timetable"));
        bot.ExpectLine("The timetable has not ticked for 30 seconds");
        Assert.NotEmpty(await bot.Read(db => db.LedgerSeals.ToListAsync()));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task While_it_stands_in_each_job_has_its_own_time(Database database)
    {
        var bot = await StartAsync(database);
        await LookAsync(bot);
        bot.Clock.Advance(31.Seconds());
        await LookAsync(bot);
        bot.ExpectLine("The timetable has not ticked for 30 seconds");
        await SeenAsync(bot, "old", bot.Clock.GetUtcNow() - TimeSpan.FromDays(8));

        // The inbox is cleared once an hour, and was a moment ago.
        bot.Clock.Advance(59.Minutes());
        await LookAsync(bot);
        Assert.Equal(1, await bot.Read(db => db.Inbox.CountAsync()));
        bot.Clock.Advance(2.Minutes());
        await LookAsync(bot);
        Assert.Equal(0, await bot.Read(db => db.Inbox.CountAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task When_it_ticks_again_health_is_well(Database database)
    {
        var bot = await StartAsync(database);
        await LookAsync(bot);
        bot.Clock.Advance(31.Seconds());
        await LookAsync(bot);
        bot.ExpectLine("The timetable has not ticked for 30 seconds");
        Assert.Equal("degraded", (await HealthAsync(bot, "timetable")).Status);

        await Jobs(bot).TickAsync(CancellationToken.None);
        await LookAsync(bot);

        Assert.Equal(("ready", "ok"), await HealthAsync(bot, "timetable"));
    }

    [Theory, OnBothDatabases]
    public async Task Whatever_is_late_by_a_minute_is_told_once_and_by_name(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        await bot.Overlook();
        var due = await bot.Read(db => db.Leads.Select(lead => lead.NextRungAt!.Value).SingleAsync());

        bot.Clock.Advance(due - bot.Clock.GetUtcNow() + 59.Seconds());
        await LateAsync(bot);
        Assert.Equal(("ready", "ok"), await HealthAsync(bot, "lateness"));

        bot.Clock.Advance(31.Seconds());
        await LateAsync(bot);
        await LateAsync(bot);
        Assert.Equal(("degraded", "rungs to climb: late by 90 seconds"), await HealthAsync(bot, "lateness"));
        bot.ExpectLine("There are rungs to climb, late by 90 seconds.");

        await bot.Overlook();
        await LateAsync(bot);
        Assert.Equal(("ready", "ok"), await HealthAsync(bot, "lateness"));
    }

    [Theory, OnBothDatabases]
    public async Task A_card_that_does_not_go_out_is_late(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        await Jobs(bot).TickAsync(CancellationToken.None);
        await bot.Overlook();
        await bot.Read(db => db.CardPosts.Where(post => post.Thread == Sales.Id).ExecuteUpdateAsync(set => set.SetProperty(post => post.Shown, 0)));

        bot.Clock.Advance(61.Seconds());
        await LateAsync(bot);

        Assert.StartsWith("cards to show: late by 6", (await HealthAsync(bot, "lateness")).Part, StringComparison.Ordinal);
        bot.ExpectLine("There are cards to show, late by");
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task What_Teams_asked_to_wait_for_is_not_late(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        await bot.Overlook();
        await bot.Read(db => db.CardPosts.Where(post => post.Thread == Sales.Id).ExecuteUpdateAsync(set => set.SetProperty(post => post.Shown, 0)));
        await PauseAsync(bot, Sales.Id, bot.Clock.GetUtcNow() + 5.Minutes());

        bot.Clock.Advance(5.Minutes() + 59.Seconds());
        await LateAsync(bot);
        Assert.Equal(("ready", "ok"), await HealthAsync(bot, "lateness"));

        // From the end of the pause it has a minute like all others.
        bot.Clock.Advance(2.Seconds());
        await LateAsync(bot);
        Assert.Equal("degraded", (await HealthAsync(bot, "lateness")).Status);
        bot.ExpectLine("There are cards to show, late by");
        await bot.Overlook();
    }

    static TimetableJobs Jobs(BotHarness bot) => bot.Services.GetRequiredService<TimetableJobs>();

    static async Task LookAsync(BotHarness bot)
    {
        await bot.Services.GetRequiredService<ILeadership>().HoldAsync(CancellationToken.None);
        await bot.Services.GetRequiredService<Watchdog>().LookAsync(CancellationToken.None);
    }

    static Task LateAsync(BotHarness bot) => bot.Services.GetRequiredService<Lateness>().LookAsync(CancellationToken.None);

    static async Task<(string Status, string Part)> HealthAsync(BotHarness bot, string part)
    {
        using var response = await bot.Http.GetAsync(new Uri("/readyz", UriKind.Relative));
        var ready = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.True(response.IsSuccessStatusCode, ready.ToJsonString());
        return (ready["status"]!.GetValue<string>(), ready["parts"]![part]!.GetValue<string>());
    }

    static Task<int> SeenAsync(BotHarness bot, string id, DateTimeOffset at) => bot.Read(db =>
    {
        db.Inbox.Add(new InboxEntry("a conversation", id, "message", at));
        return db.SaveChangesAsync();
    });

    static Task<int> PauseAsync(BotHarness bot, string thread, DateTimeOffset until) => bot.Read(db =>
    {
        db.ThreadPauses.Add(new ThreadPause { Thread = thread, Until = until });
        return db.SaveChangesAsync();
    });
}
