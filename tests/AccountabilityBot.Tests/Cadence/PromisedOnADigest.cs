using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Cadence.Digests;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Cadence;

/// <summary>A digest begins with what was promised: its owner closes it where it stands, and the next digest says how it went.</summary>
public sealed class PromisedOnADigest : Scenario
{
    static readonly BotSetup Setup = new() { Model = Model() };

    [Theory, OnBothDatabases]
    public async Task Promises_come_first_are_closed_on_the_card_and_told_next_time(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Say(Ana, "commit to call the three oldest leads by 4 December");
        await bot.Say(Bo, "commit to write down every call by 27 November");
        await bot.Overlook();
        await bot.Until(FirstMonday - 1.Minutes());
        await bot.Advance(1.Minutes());

        var card = await bot.ExpectPost(Sales, "Sales · week 48");
        Assert.Equal(["Promised", "1 missed, 1 to come", "write down every call"], card.Texts.Skip(2).Take(3));
        Assert.Contains("call the three oldest leads", card.Texts);
        await bot.Overlook();

        // Only who promised may say so, and a colleague hears it in one sentence.
        var done = card.Buttons.Where(button => button.Title == "Done").ToList();
        Assert.Equal(2, done.Count);
        var answer = await bot.Press(Bo, card, "Done");
        Assert.Contains("Sales · week 48", answer.Card.Texts);
        Assert.Single(answer.Card.Buttons, button => button.Title == "Done");
        var edited = await bot.ExpectEdit(card);
        Assert.Contains(edited.Texts, text => text.StartsWith("Bo Nguyen · Done", StringComparison.OrdinalIgnoreCase));
        Assert.NotNull((await bot.Press(Mei, edited, "Done")).Sentence);

        // One more, where everybody sees it.
        var form = await bot.Press(Chidi, edited, "Add commitment");
        await bot.Press(Chidi, form.Card, "Save", ("What", "Ask the fair for its list"), ("By when", "2026-12-03"));
        Assert.Contains("Ask the fair for its list", (await bot.ExpectEdit(edited)).Texts);
        await bot.Overlook();
        Assert.Equal(3, await bot.Read(db => db.DigestReads.CountAsync()));

        await bot.Until(FirstMonday.AddDays(7) - 1.Minutes());
        await bot.Advance(1.Minutes());
        var next = await bot.ExpectPost(Sales, "Sales · week 49");
        Assert.Contains("1 kept late, 2 missed", next.Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_quiet_card_takes_a_promise_too(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Until(FirstMonday - 1.Minutes());
        await bot.Advance(1.Minutes());
        var card = await bot.ExpectPost(Support, "nothing came in");
        Assert.Equal("Add commitment", card.ButtonRow);
        await bot.Overlook();

        var form = await bot.Press(Sam, card, "Add commitment");
        var answer = await bot.Press(Sam, form.Card, "Save", ("What", "Clean the queue"), ("By when", "2026-12-03"));

        Assert.Contains("Clean the queue", answer.Card.Texts);
        Assert.Contains("Clean the queue", (await bot.ExpectEdit(card)).Texts);
        await bot.Overlook();
    }
}
