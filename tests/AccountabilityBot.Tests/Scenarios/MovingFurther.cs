using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>What a department takes along when it moves, beside the offers.</summary>
public sealed class MovingFurther : Scenario
{
    [Theory, OnBothDatabases]
    public async Task A_lead_that_the_guardian_holds_is_shown_in_the_new_channel(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(new { segment = "hot" });
        var old = await bot.ExpectPost(Sales);
        await bot.Advance(15.Minutes());
        await bot.Overlook();

        await bot.Say(Noor, "serve Sales here", Deals);

        await bot.ExpectPost(Deals, "works in this channel now");
        await bot.ExpectPost(Sales, "has moved");
        Assert.Contains("Helene Brandt decides what happens next.", (await bot.ExpectPost(Deals)).Text, StringComparison.Ordinal);
        Assert.Contains("Sales works in Deals now. Please go on with this lead there.", (await bot.ExpectEdit(old)).Texts);
    }

    [Theory, OnBothDatabases]
    public async Task The_old_copies_of_two_moves_say_where_the_department_is_now(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var first = await bot.ExpectPost(Sales);
        await bot.Say(Noor, "serve Sales here", Deals);
        var second = await bot.ExpectPost(Deals, "Keller Wells");
        await bot.Overlook();

        await bot.Say(Noor, "serve Sales here", General);

        await bot.ExpectPost(General, "Keller Wells");
        await bot.Overlook();
        Assert.All([first, second], copy => Assert.DoesNotContain("Accept", copy.Message.Now.ButtonRow, StringComparison.Ordinal));
        Assert.All([first, second], copy => Assert.DoesNotContain("Deals", copy.Message.Now.Text, StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task A_lead_that_was_closed_during_the_move_comes_back_in_the_new_channel(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var old = await bot.ExpectPost(Sales);
        await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept");
        await bot.Overlook();
        // No button ends a lead as lost yet.
        await bot.Read(db => db.Leads.ExecuteUpdateAsync(set => set.SetProperty(lead => lead.State, LeadState.Lost)));
        await bot.Say(Noor, "serve Sales here", Deals);
        await bot.Overlook();

        Assert.Equal(no, await bot.Lead(new { externalId = "web-1" }));

        Assert.Equal("Accept, Reject, Details, (Pass on)", (await bot.ExpectPost(Deals)).ButtonRow);
        Assert.Contains("Sales works in Deals now. Please go on with this lead there.", (await bot.ExpectEdit(old)).Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task The_ledger_tells_a_press_from_a_word(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Homes = new Dictionary<string, Channel>() });
        await bot.Install(Noor, Deals);

        await bot.Press(Noor, await bot.ExpectPost(Deals), "Use this channel", ("Department", "Sales"));
        await bot.Say(Noor, "serve Support here", Deals);

        Assert.Equal(
            [("sales", Via.Card), ("support", Via.Text)],
            await bot.Read(async db => (await db.Ledger.Where(row => row.Kind == "channel.bound").OrderBy(row => row.Seq).ToListAsync())
                .Select(row => (row.Reason!, row.Via))));
        await bot.Overlook();
    }
}
