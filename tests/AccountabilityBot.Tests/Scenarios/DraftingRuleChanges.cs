using AccountabilityBot.Domain.Council;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>A reason that dominates a source becomes a draft for the council, with its data, and without anybody's name.</summary>
public sealed class DraftingRuleChanges : Scenario
{
    static readonly BotSetup Setup = new()
    {
        Model = Model + """

            council: { dominates: 50%, atLeast: 4, days: 30 }
            """,
    };

    [Theory, OnBothDatabases]
    public async Task The_heads_of_both_departments_hear_once_what_the_data_says(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await AnswerAsync(bot, "fair", rejects: 2, accepts: 2);
        await AnswerAsync(bot, "website", rejects: 1, accepts: 3);

        await bot.Advance(TimeSpan.FromDays(1));

        var withInes = (await DraftsAsync(bot, Ines)).Single();
        Assert.Single(await DraftsAsync(bot, Ravi));
        Assert.Equal("A pattern worth a look: leads from Fair", withInes.Summary);
        Assert.Contains("2 of 4 answers to leads from Fair were the same: Needs nothing (50 %).", withInes.Texts);
        Assert.Contains("Draft: Leads from Fair: ask for or filter out \"Needs nothing\" before they are handed over.", withInes.Texts);
        Assert.Contains("From: Marketing", withInes.Texts);
        Assert.Contains("Answered by: Sales", withInes.Texts);
        Assert.Contains("For example: L-1002, L-1001", withInes.Texts);
        // Nothing ranks anybody.
        foreach (var person in Everybody)
            Assert.DoesNotContain(person.Name, withInes.Text, StringComparison.Ordinal);
        Assert.Equal(1, await bot.Read(db => db.Ledger.CountAsync(row => row.Kind == "rule-change.drafted" && row.Via == "rule")));

        // Day after day, and with another server: the same draft stands.
        await bot.Restart();
        await bot.Advance(TimeSpan.FromDays(1));
        await bot.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await bot.Read(db => db.RuleChanges.CountAsync()));
        Assert.Single(await DraftsAsync(bot, Ines));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Anybody_of_the_company_reads_the_drafts(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Say(Sam, "rule changes");
        Assert.Contains("No rule change to decide", (await bot.ExpectPost(Sam)).Text, StringComparison.Ordinal);
        await AnswerAsync(bot, "fair", rejects: 3, accepts: 1);
        await bot.Advance(TimeSpan.FromDays(1));
        await bot.Overlook();

        await bot.Say(Sam, "Rule changes, please");
        var list = await bot.ExpectPost(Sam, "Rule changes for the council");

        Assert.Contains("3 of 4 answers to leads from Fair were the same: Needs nothing (75 %).", list.Texts);
        Assert.Contains("For example: L-1003, L-1002, L-1001", list.Texts);
        await bot.Say(Stranger, "rule changes");
        await bot.ExpectPost(Stranger, "3 of 4 answers");
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Once_decided_it_is_drafted_again_in_the_next_quarter_and_not_before(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await AnswerAsync(bot, "fair", rejects: 4, accepts: 0);
        await bot.Advance(TimeSpan.FromDays(1));
        await bot.Overlook();
        await bot.Read(db => db.RuleChanges.ExecuteUpdateAsync(set => set.SetProperty(change => change.State, RuleChangeState.Rejected)));
        await bot.Advance(TimeSpan.FromDays(20));
        await AnswerAsync(bot, "fair", rejects: 4, accepts: 0);
        await bot.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await bot.Read(db => db.RuleChanges.CountAsync()));

        // 2027 begins.
        await bot.Advance(TimeSpan.FromDays(20));
        await bot.Overlook();

        Assert.Equal(["2026-Q4", "2027-Q1"], await bot.Read(db => db.RuleChanges.OrderBy(change => change.Quarter).Select(change => change.Quarter).ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task What_can_still_be_undone_is_no_answer_yet(Database database)
    {
        var bot = await StartAsync(database, Setup);
        // Ten minutes before midnight in Berlin, when the new day is looked at.
        await bot.Advance(13.Hours() + 59.Minutes());
        await AnswerAsync(bot, "fair", rejects: 4, accepts: 0);
        bot.Clock.Advance(1.Minutes());
        await bot.Overlook();
        Assert.Equal(0, await bot.Read(db => db.RuleChanges.CountAsync()));
        await bot.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await bot.Read(db => db.RuleChanges.CountAsync()));
        await bot.Overlook();
    }

    static async Task<IReadOnlyList<ShownCard>> DraftsAsync(BotHarness bot, Colleague person)
    {
        await bot.Overlook();
        return [.. bot.Teams.Standing(person).Where(card => card.Text.Contains("A pattern worth a look", StringComparison.Ordinal))];
    }

    static async Task AnswerAsync(BotHarness bot, string source, int rejects, int accepts)
    {
        for (var no = 0; no < rejects + accepts; no++)
        {
            var label = await bot.Lead(new { source });
            await bot.Settle();
            var told = await bot.GetLead(label);
            var person = Everybody.Single(one => one.Name == told.OfferedTo);
            var offer = bot.Teams.Standing(person).Last(card => card.ButtonRow.StartsWith("Accept", StringComparison.Ordinal));
            if (no >= rejects)
                await bot.Press(person, offer, "Accept");
            else
                await bot.Press(person, (await bot.Press(person, offer, "Reject")).Card, "Reject", ("Reason", "Needs nothing"));
        }

        await bot.Overlook();
    }
}
