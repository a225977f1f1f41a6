using AccountabilityBot.Jobs;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AccountabilityBot.Tests.Cadence.Digests;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Cadence;

/// <summary>Each channel gets its digest by its rhythm: in time, once, and whatever happens to the servers meanwhile.</summary>
public sealed class DigestComing : Scenario
{
    static readonly BotSetup Setup = new() { Model = Model() };

    [Theory, OnBothDatabases]
    public async Task On_monday_at_nine_and_not_a_minute_before_and_once(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await AcceptOneAsync(bot);

        await bot.Until(FirstMonday - 1.Minutes());
        Assert.Equal(0, await bot.Read(db => db.Digests.CountAsync()));
        await bot.Advance(1.Minutes());

        var card = await bot.ExpectPost(Sales, "Sales · week 48");
        Assert.Equal("Sales: week 48", card.Summary);
        Assert.Contains(card.Texts, text => text.StartsWith("23 – 29 November 2026 · counted", StringComparison.Ordinal));
        Assert.Contains("Received 1, Accepted 1 (100 %), Won 0 (0 %)", card.Texts);
        await bot.ExpectPost(General, "Marketing · week 48");
        Assert.Contains("I looked at Support, 23 – 29 November 2026: nothing came in, nothing is open, and nobody owes anything.", (await bot.ExpectPost(Support)).Text, StringComparison.Ordinal);

        bot.Teams.Overlook();
        await bot.Restart();
        await bot.Until(FirstMonday.AddDays(6));
        Assert.Equal(3, await bot.Read(db => db.Digests.CountAsync()));
        Assert.Single(bot.Teams.Standing(Sales), one => one.Text.Contains("· week 48", StringComparison.Ordinal));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task The_next_begins_where_the_last_one_ended_and_knows_it(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await AcceptOneAsync(bot);
        await bot.Until(FirstMonday);
        await AcceptOneAsync(bot);
        await AcceptOneAsync(bot);

        await bot.Until(FirstMonday.AddDays(7) - 1.Minutes());
        await bot.Advance(1.Minutes());

        var card = await bot.ExpectPost(Sales, "Sales · week 49");
        Assert.Contains("▲ 1 more", card.Texts);
        Assert.Contains("Received 3, Accepted 3 (100 %), Won 0 (0 %)", card.Texts);
        Assert.Contains("Answered in time: 2 of 2 (100 %, before 100 %)", card.Texts);
        var digests = await bot.Read(db => db.Digests.Where(digest => digest.ChannelId == Sales.Id).OrderBy(digest => digest.On).ToListAsync());
        Assert.Equal(digests[0].Until, digests[1].From);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Of_many_servers_at_once_one_makes_it(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Overlook();
        bot.Clock.Advance(FirstMonday - bot.Clock.GetUtcNow());

        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => MakeAsync(bot.Services, FirstMonday)));

        Assert.Equal(3, made.Sum());
        Assert.Equal((3, 3), (await bot.Read(db => db.Digests.CountAsync()), await bot.Read(db => db.DigestDepartments.CountAsync())));
        foreach (var channel in (Channel[])[Sales, General, Support])
            await bot.ExpectPost(channel, "nothing came in");
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_server_that_dies_between_saving_and_sending_leaves_it_to_the_next(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await AcceptOneAsync(bot);
        await bot.Until(FirstMonday - 1.Minutes());
        bot.Clock.Advance(1.Minutes());

        await bot.Services.GetRequiredService<Sweeps>().RunAsync(Lane.Decide, TestContext.Current.CancellationToken);
        Assert.Equal(3, await bot.Read(db => db.Digests.CountAsync()));
        await bot.Restart();

        await bot.ExpectPost(Sales, "Sales · week 48");
        await bot.Overlook();
        Assert.Single(bot.Teams.Standing(Sales), one => one.Text.Contains("· week 48", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task One_that_may_have_arrived_waits_for_the_head_to_say(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await AcceptOneAsync(bot);
        await bot.Until(FirstMonday - 1.Minutes());
        bot.Clock.Advance(1.Minutes());

        Assert.True(await bot.DiesDuring(bot.Teams.Fail(Fault.Hanging(stores: true), on: Sales, Call.Post)));
        await bot.Advance(1.Minutes());
        await bot.Advance(2.Minutes());

        var letter = await bot.ExpectPost(Ravi, "Sales");
        Assert.Contains("Send again", letter.ButtonRow, StringComparison.Ordinal);
        Assert.Single(bot.Teams.Standing(Sales), one => one.Text.Contains("· week 48", StringComparison.Ordinal));
        await bot.Press(Ravi, letter, "Send again");
        await bot.ExpectPost(Sales, "Sales · week 48");
        await bot.Overlook();
        Assert.Equal(2, bot.Teams.Standing(Sales).Count(one => one.Text.Contains("· week 48", StringComparison.Ordinal)));
        bot.ExpectLine("is Parked");
    }

    [Theory, OnBothDatabases]
    public async Task Where_the_bot_was_removed_the_head_has_it_with_what_to_do(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await AcceptOneAsync(bot);
        await bot.Until(FirstMonday - 1.Minutes());
        bot.Teams.Fail(Fault.Forbidden("BotNotInConversationRoster"), on: Sales, Call.Post);

        await bot.Advance(1.Minutes());

        var card = await bot.ExpectPost(Ravi, "found no place");
        Assert.Contains("The digest of Sales found no place: the channel Sales is gone, or takes nothing from me any more. Here it is. Add me there again, or say \"serve Sales here\" in another channel.", card.Texts);
        Assert.Contains("Received 1, Accepted 1 (100 %), Won 0 (0 %)", card.Texts);
        bot.ExpectLine("BotNotInConversationRoster");
        await bot.Overlook();
        await bot.Advance(1.Hours());
        Assert.Single(bot.Teams.Standing(Ravi), one => one.Text.Contains("found no place", StringComparison.Ordinal));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_channel_that_is_home_to_two_gets_one_card_and_a_department_that_moves_none_twice(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Model = Model(), Homes = new Dictionary<string, Channel> { ["marketing"] = General, ["sales"] = Sales, ["support"] = Sales } });
        await AcceptOneAsync(bot);
        await bot.Until(FirstMonday - 1.Minutes());
        await bot.Advance(1.Minutes());
        var card = await bot.ExpectPost(Sales, "Sales, Support · week 48");
        Assert.Contains("Support", card.Texts);
        await bot.Overlook();

        // Half an hour later support moves out: it had its digest, and has the next in its new channel.
        await bot.Advance(30.Minutes());
        await bot.Say(Priya, "serve support here", Support);
        await bot.Overlook();
        await bot.Advance(3.Hours());
        Assert.Equal(2, await bot.Read(db => db.Digests.CountAsync()));
        await bot.Until(FirstMonday.AddDays(7));

        Assert.Equal(5, await bot.Read(db => db.Digests.CountAsync()));
        Assert.Equal(2, await bot.Read(db => db.DigestDepartments.CountAsync(row => row.Department == "support")));
        await bot.Overlook();
    }

    static async Task AcceptOneAsync(BotHarness bot)
    {
        await bot.Lead();
        await bot.Settle();
        var told = await bot.GetLead($"L-{1000 + await bot.Read(db => db.Leads.CountAsync())}");
        var person = Everybody.Single(one => one.Name == told.OfferedTo);
        await bot.Press(person, bot.Teams.Standing(person).Last(card => card.ButtonRow.StartsWith("Accept", StringComparison.Ordinal)), "Accept");
        await bot.Overlook();
    }
}
