using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>A colleague whom the directory does not list may ask, not act, and the administrator can read who they are.</summary>
public sealed class AskingWithoutBeingListed : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Details_are_shown_and_the_way_back_shows_the_lead(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(new { phone = "+49 30 1234" });
        var card = await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);

        var details = (await bot.Press(Stranger, card, "Details")).Card;
        var back = (await bot.Press(Stranger, details, "Back")).Card;

        Assert.Contains("Phone: +49 30 1234", details.Texts);
        Assert.Equal("Details", back.ButtonRow);
        await bot.Silence();
    }

    [Theory]
    [OnBothDatabases("Accept")]
    [OnBothDatabases("Reject")]
    [OnBothDatabases("Pass on")]
    public async Task Acting_is_answered_with_the_sentence_that_says_why_not(Database database, string button)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var card = await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);

        var answer = await bot.Press(Stranger, card, button);

        Assert.StartsWith("The company's directory does not list you yet", answer.Sentence, StringComparison.Ordinal);
        Assert.Equal("offered", (await bot.GetLead(no)).State);
    }

    [Theory, OnBothDatabases]
    public async Task The_administrator_reads_who_and_what_is_not_known(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(new { source = "Radio spot" });
        await bot.Lead(new { source = "Radio spot" });
        await bot.Lead(new { source = "web form" });
        await bot.Say(Stranger, "help");
        await bot.Overlook();

        await bot.Say(Noor, "Unlisted?");

        Assert.Equal(
            [
                "People the directory does not list",
                "Quentin Unlisted, last here {{DATE(2026-11-23T09:00:00Z,SHORT)}} {{TIME(2026-11-23T09:00:00Z)}}",
                "Sources of leads the revenue model does not know",
                "Radio spot: 2 leads",
            ],
            (await bot.ExpectPost(Noor)).Texts);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_else_reads_it_or_is_told_of_it(Database database)
    {
        var bot = await StartAsync(database);

        await bot.Say(Ana, "unlisted");
        Assert.Equal("Only an administrator can read this list.", (await bot.ExpectPost(Ana)).Text);
        await bot.Say(Ana, "help");
        Assert.DoesNotContain("unlisted", (await bot.ExpectPost(Ana)).Text, StringComparison.Ordinal);
        await bot.Say(Noor, "help");
        Assert.Contains("unlisted: people and sources I do not know", (await bot.ExpectPost(Noor)).Texts);
    }
}
