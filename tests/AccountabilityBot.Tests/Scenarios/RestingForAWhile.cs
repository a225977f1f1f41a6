using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>Sam is alone in support; a warm lead is taken to the next hand after 90 minutes.</summary>
public sealed class RestingForAWhile : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Two_offers_that_expire_in_a_row_bring_a_kind_word_once_and_no_more_leads_until_they_are_back(Database database)
    {
        var bot = await StartAsync(database);
        await ExpireAsync(bot);
        Assert.DoesNotContain(bot.Teams.Standing(Sam), card => card.Summary == "Take the time you need");

        await ExpireAsync(bot);

        var word = Assert.Single(bot.Teams.Standing(Sam), card => card.Summary == "Take the time you need");
        Assert.Contains("I am keeping new leads away from you until you are back.", word.Text, StringComparison.Ordinal);
        Assert.Equal("I'm back", word.ButtonRow);
        Assert.Equal(["person.resting"], await LedgerAsync(bot));

        var next = await ForSupportAsync(bot);
        // Nobody else is there: it is the guardian's, and not nobody's.
        Assert.Contains("nobody is expected in the next working day", (await bot.ExpectPost(Priya, "leads that nobody holds")).Text, StringComparison.Ordinal);
        Assert.Equal("waiting", (await bot.GetLead(next)).State);

        Assert.Equal(["Welcome back. New leads can come to you again."], (await bot.Press(Sam, word, "I'm back")).Card.Texts);
        Assert.Equal(["person.resting", "person.back"], await LedgerAsync(bot));
        var again = await ForSupportAsync(bot);
        Assert.Equal(Sam.Name, (await bot.GetLead(again)).OfferedTo);
        // The counting starts anew.
        await bot.Overlook();
        await bot.Advance(90.Minutes());
        Assert.Single(bot.Teams.Standing(Sam), card => card.Summary == "Take the time you need");
        await bot.Overlook();
    }

    [Theory]
    [OnBothDatabases("Accept")]
    [OnBothDatabases("Pass on")]
    [OnBothDatabases("Reject")]
    public async Task An_answer_to_any_offer_is_enough_to_be_back(Database database, string button)
    {
        var bot = await StartAsync(database);
        await ForSupportAsync(bot);
        await ForSupportAsync(bot);
        await bot.Advance(60.Minutes());
        await bot.Overlook();
        var third = await ForSupportAsync(bot, "Third");
        var offer = await bot.ExpectPost(Sam, "Third");
        await bot.Overlook();
        await bot.Advance(30.Minutes());
        await bot.Overlook();
        Assert.Equal(["person.resting"], await LedgerAsync(bot));

        var answer = await bot.Press(Sam, offer, button);
        if (button == "Pass on")
            await bot.Press(Sam, answer.Card, "Pass on");
        if (button == "Reject")
            await bot.Press(Sam, answer.Card, "Reject", ("Reason", "Needs nothing"));

        Assert.Equal(["person.resting", "person.back"], await LedgerAsync(bot));
        Assert.NotEqual("offered", (await bot.GetLead(third)).State);
        var next = await ForSupportAsync(bot);
        Assert.Equal(Sam.Name, (await bot.GetLead(next)).OfferedTo);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task An_answer_between_two_that_expire_begins_the_counting_anew(Database database)
    {
        var bot = await StartAsync(database);
        await ExpireAsync(bot);
        await ForSupportAsync(bot, "Answered");
        await bot.Press(Sam, await bot.ExpectPost(Sam, "Answered"), "Accept");
        await bot.Overlook();

        await ExpireAsync(bot);

        Assert.Empty(await LedgerAsync(bot));
    }

    [Theory, OnBothDatabases]
    public async Task What_a_pool_lets_expire_counts_for_nobody(Database database)
    {
        var bot = await StartAsync(database);
        for (var lead = 0; lead < 3; lead++)
        {
            await bot.Lead(new { department = "support", seam = "sales-support", segment = "hot" });
            await bot.Overlook();
            await bot.Advance(15.Minutes());
            await bot.Overlook();
        }

        Assert.Empty(await LedgerAsync(bot));
        Assert.Equal(0, await bot.Read(db => db.PersonRests.CountAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task The_word_is_not_sent_to_who_is_back_before_it_could_be(Database database)
    {
        var bot = await StartAsync(database);
        await ExpireAsync(bot);
        bot.Teams.Fail(Fault.Throttled(90.Seconds()), Sam, Call.Post, times: 1);
        await ForSupportAsync(bot);
        await bot.Advance(90.Minutes());
        await bot.Say(Sam, "back");
        await bot.Advance(5.Minutes());

        Assert.Equal(["person.resting", "person.back"], await LedgerAsync(bot));
        await bot.Overlook();
    }

    static async Task ExpireAsync(BotHarness bot)
    {
        await ForSupportAsync(bot);
        await bot.Overlook();
        await bot.Advance(90.Minutes());
        await bot.Overlook();
    }

    static async Task<string> ForSupportAsync(BotHarness bot, string company = "Keller Wells")
    {
        var no = await bot.Lead(new { department = "support", seam = "sales-support", company });
        await bot.Settle();
        return no;
    }

    static Task<List<string>> LedgerAsync(BotHarness bot) => bot.Read(db =>
        db.Ledger.Where(line => line.Kind.StartsWith("person.")).OrderBy(line => line.Seq).Select(line => line.Kind).ToListAsync());
}
