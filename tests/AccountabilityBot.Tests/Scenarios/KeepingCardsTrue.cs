using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>Cards follow the truth whatever Teams answers: deleted messages, throttled threads, late edits.</summary>
public sealed class KeepingCardsTrue : Scenario
{
    [Theory, OnBothDatabases]
    public async Task A_card_that_somebody_deleted_is_put_up_again_once_while_its_lead_is_open(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        var inChat = await bot.ExpectPost(Ana);

        inChannel.Message.IsDeleted = true;
        await bot.Press(Ana, inChat, "Accept");

        var again = await bot.ExpectPost(Sales);
        Assert.Contains("Ana Sousa has it since", again.Text, StringComparison.Ordinal);
        var mine = await bot.ExpectEdit(inChat);

        again.Message.IsDeleted = true;
        await bot.Press(Ana, mine, "Contacted");

        await bot.ExpectEdit(inChat);
        await bot.Silence();
        bot.ExpectLine("The card lead.channel");
    }

    [Theory, OnBothDatabases]
    public async Task A_throttled_thread_waits_as_long_as_Teams_says_and_the_others_go_on(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.Fail(Fault.Throttled(60.Seconds()), on: Sales);

        await bot.Lead(new { company = "First" });
        await bot.ExpectPost(Ana);
        await bot.Lead(new { company = "Second" });
        await bot.ExpectPost(Bo);
        await bot.Advance(59.Seconds());
        await bot.Silence();
        Assert.Single(bot.Teams.Calls, call => call.EndsWith("Sales 429", StringComparison.Ordinal));
        Assert.DoesNotContain("post Sales", bot.Teams.Calls);

        await bot.Advance(1.Seconds());

        await bot.ExpectPost(Sales, "First");
        await bot.ExpectPost(Sales, "Second");
    }

    [Theory, OnBothDatabases]
    public async Task Ten_changes_while_throttled_become_one_edit(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);
        await bot.Advance(1.Minutes());
        bot.Teams.Fail(Fault.Throttled(30.Seconds()), on: Sales);

        for (var i = 1; i <= 10; i++)
        {
            await bot.Lead(new { externalId = "web-1", name = $"Jo {i}" });
            await bot.Advance(1.Seconds());
        }

        await bot.Overlook();
        await bot.Advance(30.Seconds());

        Assert.Contains("Jo 10", (await bot.ExpectEdit(inChannel)).Texts);
        await bot.Silence();
        Assert.Equal(2, inChannel.Message.Versions.Count);
    }

    [Theory, OnBothDatabases]
    public async Task An_edit_that_got_no_clear_answer_is_made_again(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        var inChat = await bot.ExpectPost(Ana);
        bot.Teams.Fail(Fault.Broken(), on: Sales, Call.Edit, times: 4);

        await bot.Press(Ana, inChat, "Accept");
        await bot.ExpectEdit(inChat);
        await bot.Advance(5.Minutes());
        for (var i = 0; i < 5; i++)
            await bot.Advance(1.Minutes());

        Assert.Contains("Ana Sousa has it since", (await bot.ExpectEdit(inChannel)).Text, StringComparison.Ordinal);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_card_that_Teams_finds_too_large_is_given_up_aloud_and_holds_up_nobody(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.Fail(Fault.TooLarge(), on: Sales, Call.Post);

        await bot.Lead(new { company = "First" });
        await bot.ExpectPost(Ana);
        await bot.Lead(new { company = "Second" });

        await bot.ExpectPost(Sales, "Second");
        await bot.ExpectPost(Bo);
        await bot.Silence();
        bot.ExpectLine("MessageSizeTooBig");
    }

    [Theory, OnBothDatabases]
    public async Task What_one_row_cannot_draw_holds_up_nobody(Database database)
    {
        var bot = await StartAsync(database);
        // As a version that was rolled back leaves it behind: a kind that this one does not know.
        await bot.Read(async db =>
        {
            db.Notices.Add(new Data.Notice { Id = Guid.NewGuid(), Key = "later", Kind = "of.a.later.version", Class = Data.NoticeClass.Work, Thread = Sales.Id });
            return await db.SaveChangesAsync();
        });

        await bot.Lead();

        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);
        bot.ExpectLine("could not be delivered");
    }

    [Theory, OnBothDatabases]
    public async Task No_row_keeps_a_drawn_card(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(new { company = "A very rare name" });
        await bot.Say(Ana, "lead L-1001");
        await bot.Say(Ana, "my leads");
        await bot.Overlook();

        var posts = await bot.Read(db => db.CardPosts.AsNoTracking().ToListAsync());
        var notices = await bot.Read(db => db.Notices.AsNoTracking().ToListAsync());

        Assert.NotEmpty(posts);
        Assert.NotEmpty(notices);
        var rows = System.Text.Json.JsonSerializer.Serialize(new { posts, notices });
        Assert.DoesNotContain("AdaptiveCard", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("A very rare name", rows, StringComparison.Ordinal);
    }
}
