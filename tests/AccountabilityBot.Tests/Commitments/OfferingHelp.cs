using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Commitments;

/// <summary>A promise that slips: help first, and the head only where nothing is said, and only once.</summary>
public sealed class OfferingHelp : Scenario
{
    /// <summary>People work from nine to six on every day, so that mornings are mornings.</summary>
    static readonly BotSetup Daytime = new() { Model = DaytimeModel };

    [Theory, OnBothDatabases]
    public async Task Help_is_offered_in_the_morning_and_the_head_hears_three_days_later(Database database)
    {
        var bot = await SlippingAsync(database);
        await bot.Advance(22.Hours() + 59.Minutes());
        await bot.Silence();
        await bot.Advance(1.Minutes());

        var offer = await bot.ExpectPost(Ana);
        Assert.Equal("Can somebody help with this?", offer.Texts[0]);
        Assert.Contains("Was due by 24 November 2026", offer.Texts);
        Assert.Contains("Ravi Menon hears that it is open.", offer.Text, StringComparison.Ordinal);
        Assert.Contains("{{DATE(2026-11-28T08:00:00Z,SHORT)}}", offer.Text, StringComparison.Ordinal);
        Assert.Equal("Ask for help, Done, Move, Drop", offer.ButtonRow);
        await bot.Restart();
        await bot.Advance(71.Hours());
        await bot.Overlook();
        Assert.Empty(await bot.Read(db => db.Notices.Where(row => row.Kind == "commitment.no-word").ToListAsync()));

        await bot.Advance(1.Hours());

        await bot.ExpectPost(Ravi, "Ana Sousa may need a hand. Promised for 24 November 2026, still open, and no word yet: send the list");
        Assert.Contains("Ravi Menon heard that this is open", (await bot.ExpectEdit(offer)).Text, StringComparison.Ordinal);
        await bot.Overlook();
        await bot.Advance(240.Hours());
        await bot.Silence();
    }

    [Theory]
    [OnBothDatabases("Done")]
    [OnBothDatabases("Ask for help")]
    [OnBothDatabases("Move")]
    public async Task An_answer_is_the_end_of_it(Database database, string answer)
    {
        var bot = await SlippingAsync(database);
        await bot.Advance(23.Hours());
        var offer = await bot.ExpectPost(Ana, "Can somebody help with this?");
        await bot.Overlook();

        var said = await bot.Press(Ana, offer, answer);
        if (answer == "Move")
            said = await bot.Press(Ana, said.Card, "Move", ("New day", "2026-12-20"), ("Why it moves", "Snow"));
        if (answer == "Ask for help")
        {
            await bot.ExpectPost(Ravi, "Ana Sousa asks for your help with a promise for 24 November 2026: send the list");
            Assert.Equal("Done, Move, Drop", said.Card.ButtonRow);
            Assert.Contains("You asked for help, and Ravi Menon knows", said.Card.Text, StringComparison.Ordinal);
            // Asked once more: the true card, and nobody hears twice.
            Assert.Equal(said.Card.Texts, (await bot.Press(Ana, offer, "Ask for help")).Card.Texts);
        }

        await bot.Overlook();
        await bot.Advance(240.Hours());
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_stranger_asks_for_nobodys_help(Database database)
    {
        var bot = await SlippingAsync(database);
        await bot.Advance(23.Hours());
        var offer = await bot.ExpectPost(Ana, "Can somebody help with this?");
        await bot.Overlook();
        Assert.Equal("Only Ana Sousa can close this promise.", (await bot.Press(Bo, offer, "Ask for help")).Sentence);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_out_is_asked_when_they_are_back(Database database)
    {
        var bot = await SlippingAsync(database);
        await bot.Say(Ana, "out until 2026-11-30");
        await bot.Overlook();
        await bot.Advance(100.Hours());
        await bot.Silence();
        await bot.Advance(50.Hours());
        await bot.ExpectPost(Ana, "Can somebody help with this?");
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Saved_and_not_sent_when_the_server_stops_it_is_sent_once(Database database)
    {
        var bot = await SlippingAsync(database);
        bot.Clock.Advance(23.Hours());
        await bot.Restart();
        await bot.ExpectPost(Ana, "Can somebody help with this?");
        await bot.Restart();
        await bot.Overlook();
        Assert.Equal(1, await bot.Read(db => db.CardPosts.CountAsync(post => post.Kind == "commitment.offer-help")));
        await bot.Silence();
    }

    /// <summary>A promise of Ana's that is due on Tuesday; it is Tuesday, ten in the morning in Berlin.</summary>
    async Task<BotHarness> SlippingAsync(Database database)
    {
        var bot = await StartAsync(database, Daytime);
        await bot.Say(Ana, "commit to send the list by tomorrow");
        await bot.Overlook();
        await bot.Advance(24.Hours());
        return bot;
    }
}
