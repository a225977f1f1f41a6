using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>Everybody in sales is out for days: what comes meanwhile is one list with the guardian.</summary>
public sealed class KeepingTheGuardiansList : Scenario
{
    static readonly BotSetup InOffice = new() { Model = Model.Replace("mon-sun: 00:00-24:00", "mon-fri: 09:00-17:00", StringComparison.Ordinal) };

    [Theory, OnBothDatabases]
    public async Task Thirty_leads_are_one_card(Database database)
    {
        var bot = await DesertedAsync(database);
        for (var lead = 1; lead <= 30; lead++)
            await bot.Lead(new { company = $"Buyer {lead}" });

        var list = await bot.ExpectPost(Helene);

        Assert.Equal("Sales: leads that nobody holds: 30", list.Summary);
        Assert.Contains("L-1001 · Buyer 1", list.Texts);
        Assert.Contains("L-1005 · Buyer 5", list.Texts);
        Assert.DoesNotContain("L-1006 · Buyer 6", list.Texts);
        Assert.Contains("and 25 more. They come up here as you go on.", list.Texts);
        Assert.Equal(string.Join(", ", Enumerable.Repeat("Assign, Take, Close", 5)), list.ButtonRow);
        await bot.Advance(10.Minutes());
        await bot.Silence();
        Assert.Equal("received, to-guardian", (await bot.GetLead("L-1030")).Story);
    }

    [Theory, OnBothDatabases]
    public async Task The_hottest_come_first_and_then_the_oldest(Database database)
    {
        var bot = await DesertedAsync(database);
        await bot.Lead(new { segment = "cold", company = "Cold" });
        await bot.Lead(new { segment = "warm", company = "Warm" });
        await bot.Lead(new { segment = "hot", company = "Hot" });

        var list = await bot.ExpectPost(Helene);

        Assert.Equal(["L-1003 · Hot", "L-1002 · Warm", "L-1001 · Cold"], list.Texts.Where(text => text.StartsWith("L-", StringComparison.Ordinal)));
        Assert.Contains("Hot · nobody is expected in the next working day", list.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_press_is_answered_with_the_list_as_it_is_and_the_card_follows(Database database)
    {
        var bot = await DesertedAsync(database);
        await bot.Lead(new { company = "First" });
        await bot.Lead(new { company = "Second" });
        await bot.Lead(new { company = "Third" });
        var list = await bot.ExpectPost(Helene);

        var taken = (await bot.Press(Helene, list, "Take")).Card;

        Assert.Contains("L-1001 is yours now.", taken.Texts);
        Assert.Contains("Sales: leads that nobody holds: 2", taken.Texts);
        Assert.DoesNotContain("L-1001 · First", taken.Texts);
        Assert.Contains("Helene Brandt has it since", (await bot.ExpectPost(Helene, "First")).Text, StringComparison.Ordinal);
        list = await bot.ExpectEdit(list);
        Assert.Contains("Sales: leads that nobody holds: 2", list.Texts);

        var form = (await bot.Press(Helene, list, "Close")).Card;
        Assert.Contains("L-1002", form.Text, StringComparison.Ordinal);
        var back = (await bot.Press(Helene, form, "Back")).Card;
        Assert.Contains("Sales: leads that nobody holds: 2", back.Texts);
        var closed = (await bot.Press(Helene, form, "Close", ("Reason", "A test and no lead"))).Card;
        Assert.Contains("L-1002 is closed.", closed.Texts);
        Assert.Contains("Sales: leads that nobody holds: 1", closed.Texts);
        Assert.Contains("Sales: leads that nobody holds: 1", (await bot.ExpectEdit(list)).Texts);
        await bot.Silence();
        Assert.Equal("closed", (await bot.GetLead("L-1002")).State);
    }

    [Theory, OnBothDatabases]
    public async Task Assigning_from_the_list_asks_only_who_is_there_and_an_empty_list_says_so(Database database)
    {
        var bot = await DesertedAsync(database);
        var no = await bot.Lead();
        var list = await bot.ExpectPost(Helene);
        await bot.Say(Dana, "back");
        await bot.ExpectPost(Dana);

        var form = (await bot.Press(Helene, list, "Assign")).Card;
        Assert.Equal(["Dana Weiss"], form.Input("Person").Choices.Select(choice => choice.Title));
        var answer = (await bot.Press(Helene, form, "Assign", ("Person", "Dana Weiss"))).Card;

        Assert.Contains($"{no} is offered to Dana Weiss now.", answer.Texts);
        Assert.Contains("There is nothing on the list any more. Thank you.", answer.Texts);
        Assert.Contains("Assigned by Helene Brandt", (await bot.ExpectPost(Dana)).Texts);
        await bot.ExpectPost(Sales);
        Assert.Equal(["Sales: leads that nobody holds", "There is nothing on the list any more. Thank you."], (await bot.ExpectEdit(list)).Texts);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_press_on_what_has_left_the_list_says_what_became_of_it_above_the_list(Database database)
    {
        var bot = await DesertedAsync(database);
        await bot.Lead(new { company = "First" });
        await bot.Lead(new { company = "Second" });
        var list = await bot.ExpectPost(Helene);
        await bot.Press(Helene, list, "Take");
        await bot.Overlook();

        var late = (await bot.Press(Ravi, list, "Take")).Card;

        Assert.Contains("Helene Brandt accepted it at 10:00 (Europe/Berlin).", late.Texts);
        Assert.Contains("L-1002 · Second", late.Texts);
        Assert.Equal("Only Ravi Menon, Helene Brandt or an administrator can do this.", (await bot.Press(Ana, list, "Take")).Sentence);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Who_joins_is_told_by_a_new_message_once_a_minute_and_the_old_one_says_where_it_goes_on(Database database)
    {
        var bot = await DesertedAsync(database);
        await bot.Lead();
        var first = await bot.ExpectPost(Helene);
        await bot.Advance(20.Seconds());
        await bot.Lead();
        Assert.Contains("Sales: leads that nobody holds: 2", (await bot.ExpectEdit(first)).Texts);
        await bot.Silence();

        await bot.Advance(40.Seconds());

        var second = await bot.ExpectPost(Helene);
        Assert.Contains("Sales: leads that nobody holds: 2", second.Texts);
        Assert.Equal(["Sales: the list goes on below."], (await bot.ExpectEdit(first)).Texts);
        await bot.Advance(10.Minutes());
        await bot.Silence();
        await bot.Advance(1.Seconds());
        await bot.Lead(new { segment = "hot" });
        await bot.ExpectPost(Helene, "Sales: leads that nobody holds: 3");
        await bot.ExpectEdit(second);
        await bot.Advance(1.Seconds());
        await bot.Lead(new { segment = "hot" });
        // Hot ones do not wait for the minute.
        await bot.ExpectPost(Helene, "Sales: leads that nobody holds: 4");
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_change_that_crosses_with_the_delivery_is_shown_all_the_same(Database database)
    {
        var bot = await DesertedAsync(database);
        await bot.Lead(new { company = "First" });
        await bot.Lead(new { company = "Second" });
        var list = await bot.ExpectPost(Helene);
        bot.Teams.OnCall = async seen =>
        {
            if (seen is { Call: Call.Edit, IsDone: true })
            {
                // Drawn and sent already; the bot does not know yet that it was.
                bot.Teams.OnCall = null;
                await bot.Press(Ravi, list.Message.Now, "Take");
            }
        };

        await bot.Press(Helene, list, "Take");
        await bot.Settle();

        Assert.Contains("L-1002 · Second", (await bot.ExpectEdit(list)).Texts);
        await bot.Overlook();
        Assert.Contains("There is nothing on the list any more. Thank you.", list.Message.Now.Texts);
    }

    [Theory, OnBothDatabases]
    public async Task While_the_guardian_is_out_the_head_keeps_the_list_and_then_an_administrator(Database database)
    {
        var bot = await DesertedAsync(database);
        await bot.Lead();
        var atHelene = await bot.ExpectPost(Helene);

        await bot.Say(Helene, "out until friday");
        await bot.ExpectPost(Helene, "You are out until");
        var atRavi = await bot.ExpectPost(Ravi);
        Assert.Contains("Sales: leads that nobody holds: 1", atRavi.Texts);
        Assert.Equal(["Sales: Ravi Menon has the list now."], (await bot.ExpectEdit(atHelene)).Texts);

        await bot.Say(Ravi, "out until friday");
        await bot.ExpectPost(Ravi, "You are out until");
        // Nobody else knows of Noor: she is in no channel, so that only what she says tells where she can be reached.
        await bot.ExpectPost(Noor, "Sales: leads that nobody holds: 1");
        Assert.Equal(["Sales: Noor Haddad has the list now."], (await bot.ExpectEdit(atRavi)).Texts);
        await bot.Overlook();

        await bot.Say(Helene, "back");
        await bot.ExpectPost(Helene, "Welcome back");
        await bot.ExpectPost(Helene, "Sales: leads that nobody holds: 1");
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task My_leads_ends_with_the_list_and_leads_to_it(Database database)
    {
        var bot = await DesertedAsync(database);
        await bot.Lead();
        await bot.ExpectPost(Helene);

        await bot.Say(Ravi, "my leads");

        var mine = await bot.ExpectPost(Ravi);
        Assert.Contains("Sales, on your list as guardian: 1", mine.Texts);
        Assert.Contains("Sales: leads that nobody holds: 1", (await bot.Press(Ravi, mine, "Show the list")).Card.Texts);
        Assert.Equal("Only Ravi Menon, Helene Brandt or an administrator can do this.", (await bot.Press(Ana, mine, "Show the list")).Sentence);
    }

    [Theory, OnBothDatabases]
    public async Task What_comes_with_a_card_of_its_own_stands_on_the_list_as_well_and_makes_none(Database database)
    {
        var bot = await StartAsync(database, InOffice);
        await bot.Lead(new { segment = "hot", company = "From the pool" });
        await bot.ExpectPost(Sales);
        await bot.Advance(15.Minutes());
        await bot.ExpectPost(Helene, "From the pool");
        await bot.Overlook();
        Assert.DoesNotContain(bot.Teams.Standing(Helene), card => card.Text.Contains("leads that nobody holds", StringComparison.Ordinal));

        await SayOutAsync(bot);
        await bot.Lead(new { company = "Later" });

        var list = await bot.ExpectPost(Helene, "leads that nobody holds: 2");
        Assert.Contains("nobody answered", list.Text, StringComparison.Ordinal);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_list_in_the_night_waits_for_the_morning_unless_a_lead_is_hot(Database database)
    {
        var bot = await DesertedAsync(database);
        await bot.Advance(12.Hours());
        await bot.Lead();
        await bot.Silence();

        await bot.Advance(1.Seconds());
        await bot.Lead(new { segment = "hot" });

        await bot.ExpectPost(Helene, "leads that nobody holds: 2");
        await bot.Overlook();
    }

    async Task<BotHarness> DesertedAsync(Database database)
    {
        var bot = await StartAsync(database, InOffice);
        await SayOutAsync(bot);
        return bot;
    }

    static async Task SayOutAsync(BotHarness bot)
    {
        foreach (var person in SalesPeople)
            await bot.Say(person, "out until friday");
        await bot.Overlook();
    }
}
