using AccountabilityBot.Delivery;
using AccountabilityBot.Jobs;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>A Teams that keeps its published limits is never asked for more; every scenario besides counts them.</summary>
public sealed class PacingTheDoor : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Many_leads_at_once_arrive_as_fast_as_Teams_allows_and_not_once_too_fast(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.Limits.AreKept = true;
        for (var i = 0; i < 20; i++)
            await bot.Lead(new { segment = "cold" });

        await bot.Overlook();

        Assert.Equal(20, bot.Teams.Standing(Sales).Count);
        Assert.DoesNotContain(bot.Teams.Calls, call => call.EndsWith("429", StringComparison.Ordinal));
        // Eight in two seconds.
        Assert.Equal(4, (int)(bot.Clock.GetUtcNow() - BotHarness.Start).TotalSeconds);
    }

    [Theory, OnBothDatabases]
    public async Task The_tenants_limit_is_used_to_the_full(Database database)
    {
        const int chats = 40, messages = 400;
        var bot = await StartAsync(database);
        await bot.Settle();
        bot.Clock.Advance(2.Seconds());
        bot.Teams.Limits.AreKept = true;
        var people = Enumerable.Range(1_000, chats).Select(no => new Colleague($"Reader{no} Of-the-news", no, null)).ToList();
        bot.Teams.Admit(people);
        var began = bot.Clock.GetUtcNow();
        await bot.Read(async db =>
        {
            db.Notices.AddRange(Enumerable.Range(0, messages).Select(no => new Data.Notice
            {
                Id = Guid.CreateVersion7(began),
                Key = $"news {no}",
                Kind = "setup.sentence",
                Class = Data.NoticeClass.Informative,
                Thread = people[no % chats].ChatId,
                ServiceUrl = bot.Teams.ServiceUrl,
                ConversationId = people[no % chats].ChatId,
                Argument = $"News {no}",
                NotBefore = began,
                CreatedAt = began,
            }));
            return await db.SaveChangesAsync();
        });

        await bot.Overlook();

        Assert.DoesNotContain(bot.Teams.Calls, call => call.EndsWith("429", StringComparison.Ordinal));
        Assert.All(people, person => Assert.Equal(messages / chats, bot.Teams.Standing(person).Count));
        // Fifty at once, and fifty more with each second; ten for one chat take two seconds besides.
        Assert.InRange((bot.Clock.GetUtcNow() - began).TotalSeconds, 7, 7 * 1.05);
    }

    [Theory, OnBothDatabases]
    public async Task A_full_thread_holds_up_no_other_and_an_answer_there_gets_the_next_place(Database database)
    {
        var bot = await StartAsync(database);
        for (var i = 0; i < 12; i++)
            await bot.Lead(new { segment = "cold" });
        await PassesAsync(bot);
        Assert.Equal(7, bot.Teams.Standing(Sales).Count);

        await bot.Say(Ana, "help", Sales);
        await bot.Say(Bo, "help");
        await PassesAsync(bot);
        Assert.Equal(7, bot.Teams.Standing(Sales).Count);
        Assert.Contains(bot.Teams.Standing(Bo), card => card.Texts[0] == "What you can say to me");
        await bot.Overlook();

        Assert.Equal("What you can say to me", bot.Teams.Standing(Sales)[7].Texts[0]);
    }

    [Theory, OnBothDatabases]
    public async Task A_hot_lead_overtakes_what_waits_for_the_tenant(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Settings = ["--Bot:RequestsPerSecond=4"] });
        await bot.Settle();
        bot.Clock.Advance(1.Minutes());
        for (var i = 0; i < 5; i++)
            await bot.Lead(new { segment = "cold" });
        await PassesAsync(bot);
        var before = bot.Teams.Calls.Count;

        await bot.Lead(new { segment = "hot", company = "In a hurry" });
        await PassesAsync(bot);
        Assert.Equal(before, bot.Teams.Calls.Count);
        bot.Clock.Advance(2.Seconds());
        await PassesAsync(bot);

        // Four go at once; which of them comes in first is chance.
        Assert.Contains("post Sales", bot.Teams.Calls.Skip(before).Take(4));
        Assert.Contains("In a hurry", bot.Teams.Standing(Sales)[^1].Text, StringComparison.Ordinal);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Ten_changes_while_a_thread_is_full_become_one_edit(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        await bot.Overlook();
        for (var i = 0; i < 7; i++)
            await bot.Lead();
        await PassesAsync(bot);

        for (var i = 1; i <= 10; i++)
        {
            await bot.Lead(new { externalId = "web-1", name = $"Jo {i}" });
            await PassesAsync(bot);
        }

        await bot.Overlook();
        Assert.Equal(2, inChannel.Message.Versions.Count);
        Assert.Contains("Jo 10", inChannel.Message.Now.Texts);
    }

    [Theory, OnBothDatabases]
    public async Task A_new_server_knows_what_the_one_before_has_sent(Database database)
    {
        var bot = await StartAsync(database);
        for (var i = 0; i < 9; i++)
            await bot.Lead(new { segment = "cold" });
        await PassesAsync(bot);
        Assert.Equal(7, bot.Teams.Standing(Sales).Count);

        await bot.Restart();
        await PassesAsync(bot);
        Assert.Equal(7, bot.Teams.Standing(Sales).Count);

        await bot.Overlook();
        Assert.Equal(9, bot.Teams.Standing(Sales).Count);
    }

    [Theory, OnBothDatabases]
    public async Task What_was_sent_is_forgotten_when_no_limit_looks_back_so_far(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        await bot.Overlook();
        Assert.Equal(2, await bot.Read(db => db.Sends.CountAsync()));

        var jobs = bot.Services.GetRequiredService<TimetableJobs>();
        await jobs.ForgetOldAsync(CancellationToken.None);
        Assert.Equal(2, await bot.Read(db => db.Sends.CountAsync()));
        bot.Clock.Advance(3.Hours());
        await jobs.ForgetOldAsync(CancellationToken.None);

        Assert.Equal(0, await bot.Read(db => db.Sends.CountAsync()));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_server_whose_term_is_over_sends_nothing(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Settle();
        await bot.Lead();
        var sweeps = bot.Services.GetRequiredService<Sweeps>();
        await sweeps.RunAsync(Lane.Decide, CancellationToken.None);
        // As another server does that took the lead while this one was stopped.
        await bot.Read(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Counters" SET "Value" = "Value" + 1 WHERE "Name" = 'leader-term'"""));
        Assert.True(bot.Services.GetRequiredService<ILeadership>().IsLeader);

        await sweeps.RunAsync(Lane.Deliver, CancellationToken.None);

        Assert.DoesNotContain(bot.Teams.Calls, call => call.StartsWith("post", StringComparison.Ordinal));
        Assert.False(bot.Services.GetRequiredService<ILeadership>().IsLeader);
        Assert.Equal(0, await bot.Read(db => db.Sends.CountAsync()));

        // Here nobody else has the lock, and its next term begins.
        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);
    }

    [Theory, OnBothDatabases]
    public async Task Who_blocked_the_bot_is_called_in_the_channel_and_gets_the_card_on_writing(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.Fail(Fault.Forbidden("ConversationBlockedByUser"), on: Ana, Call.Post);
        await bot.Lead();
        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Sales, "I cannot reach you in a chat");
        await bot.Advance(1.Hours());
        await bot.Overlook();
        Assert.Single(bot.Teams.Calls, call => call.StartsWith("post Ana Sousa", StringComparison.Ordinal));

        await bot.Say(Ana, "hi");

        await bot.ExpectPost(Ana, "What you can say to me");
        await bot.ExpectPost(Ana, "Keller Wells");
        await bot.Overlook();
    }

    /// <summary>All that may happen at this very instant.</summary>
    static async Task PassesAsync(BotHarness bot)
    {
        while (await bot.Pass() > 0)
        {
            // Again.
        }
    }
}
