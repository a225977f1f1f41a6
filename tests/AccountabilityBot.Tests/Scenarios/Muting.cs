using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>Reminders and news can be muted; offers and calls for help cannot, and the card says so.</summary>
public sealed class Muting : Scenario
{
    [Theory, OnBothDatabases]
    public async Task The_card_shows_what_is_muted_and_its_buttons_change_it(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        await bot.Say(Ana, "mute");
        var card = await bot.ExpectPost(Ana);
        Assert.Equal("Nothing is muted", card.Texts[0]);
        Assert.Contains(
            "Messages that you did not ask for: at most 6 a day, the rest together, and none from 20:00 to 07:00 by your clock unless you work then. Hot leads come at any time.",
            card.Texts);
        Assert.Contains("What always comes", card.Texts);
        Assert.Equal("Mute reminders, Mute news, Mute both", card.ButtonRow);

        var muted = (await bot.Press(Ana, card, "Mute reminders")).Card;
        Assert.Equal("Reminders are muted since {{DATE(2026-11-23T09:00:00Z,SHORT)}} {{TIME(2026-11-23T09:00:00Z)}}, those of hot leads too.", muted.Texts[1]);
        Assert.Equal("Mute news, Unmute", muted.ButtonRow);
        var both = await bot.Press(Ana, muted, "Mute news");
        Assert.Equal("Unmute", both.Card.ButtonRow);
        Assert.Equal("Unmute", (await bot.PressAgain(both)).Card.ButtonRow);
        Assert.Equal("Mute reminders, Mute news, Mute both", (await bot.Press(Ana, both.Card, "Unmute")).Card.ButtonRow);
        Assert.Equal("Unmute", (await bot.Press(Ana, card, "Mute both")).Card.ButtonRow);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Muted_reminders_stay_away_those_of_hot_leads_too_and_the_rest_comes(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        var hot = await bot.Lead(new { segment = "hot" });
        await bot.ExpectPost(Sales);
        await bot.Say(Ana, "Mute reminders, please!");
        await bot.ExpectPost(Ana, "What I leave out for you");

        await bot.Remind(Ana, "Unwanted");
        await bot.Remind(Ana, "Unwanted though hot", hot);
        await bot.News(Ana, "News all the same");
        await bot.Help(Ana, "Help all the same");
        await bot.Remind(Bo, "For somebody else");

        await bot.ExpectPost(Ana, "News all the same");
        await bot.ExpectPost(Ana, "Help all the same");
        await bot.ExpectPost(Bo, "For somebody else");
        await bot.Silence();

        await bot.Say(Ana, "unmute");
        await bot.ExpectPost(Ana, "Nothing is muted");
        await bot.Remind(Ana, "Wanted again");
        await bot.ExpectPost(Ana, "Wanted again");
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Muted_news_stays_away_and_one_of_two_can_come_back(Database database)
    {
        var bot = await StartAsync(database, Unasked.Setup);
        await bot.Say(Ana, "mute both");
        await bot.ExpectPost(Ana);
        await bot.News(Ana, "Unwanted");
        await bot.Silence();

        await bot.Say(Ana, "unmute news");
        Assert.Equal("Mute news, Unmute", (await bot.ExpectPost(Ana)).ButtonRow);
        await bot.News(Ana, "Wanted again");
        await bot.Remind(Ana, "Unwanted still");
        await bot.ExpectPost(Ana, "Wanted again");
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Offers_and_the_second_line_come_whatever_is_muted(Database database)
    {
        var bot = await StartAsync(database);
        foreach (var person in (Colleague[])[Ana, Ravi])
        {
            await bot.Say(person, "mute both");
            await bot.ExpectPost(person);
        }

        await bot.Lead();
        await bot.ExpectPost(Sales);
        Assert.Equal("Accept, Reject, Details, (Pass on)", (await bot.ExpectPost(Ana)).ButtonRow);
        await bot.Advance(59.Minutes());
        await bot.Silence();
        await bot.Advance(1.Minutes());

        Assert.StartsWith("Ana Sousa was offered this lead until", (await bot.ExpectPost(Ravi)).Text, StringComparison.Ordinal);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Asked_in_a_channel_it_is_answered_in_the_persons_own_chat(Database database)
    {
        var bot = await StartAsync(database);

        await bot.Say(Ana, "mute news", Sales);

        Assert.Equal("Mute reminders, Unmute", (await bot.ExpectPost(Ana)).ButtonRow);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_muted_is_answered_with_the_card(Database database)
    {
        var bot = await StartAsync(database);

        await bot.Say(Ana, "mute offers");

        Assert.Equal("Nothing is muted", (await bot.ExpectPost(Ana)).Texts[0]);
        await bot.Say(Stranger, "mute");
        Assert.StartsWith("The company's directory does not list you yet", (await bot.ExpectPost(Stranger)).Text, StringComparison.Ordinal);
        await bot.Silence();
    }
}
