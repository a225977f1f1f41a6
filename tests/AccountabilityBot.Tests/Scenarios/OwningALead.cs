using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class OwningALead : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Contacted_stands_on_every_card_and_its_button_goes(Database database)
    {
        var bot = await StartAsync(database);
        var (no, inChannel, mine) = await AcceptedAsync(bot);
        await bot.Advance(20.Minutes());

        var answer = await bot.Press(Ana, mine, "Contacted");

        Assert.Equal("Set disposition, Details, (Hold), (Hand back)", answer.Card.ButtonRow);
        Assert.Contains("First contact {{DATE(2026-11-23T09:20:00Z,SHORT)}} {{TIME(2026-11-23T09:20:00Z)}}", (await bot.ExpectEdit(inChannel)).Texts);
        await bot.ExpectEdit(mine);
        Assert.Equal("received, offered, accepted, contacted", (await bot.GetLead(no)).Story);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_hold_ends_in_the_morning_of_its_day_and_the_owner_is_told(Database database)
    {
        var bot = await StartAsync(database);
        var (no, inChannel, mine) = await AcceptedAsync(bot);
        var form = (await bot.Press(Ana, mine, "Hold")).Card;

        var answer = await bot.Press(Ana, form, "Hold", ("Reason", "Asked to be called later"), ("Until", "2026-11-25"));

        const string Held = "Ana Sousa holds it until {{DATE(2026-11-25T08:00:00Z,SHORT)}} {{TIME(2026-11-25T08:00:00Z)}}";
        Assert.Contains(Held, answer.Card.Texts);
        Assert.Contains("Contacted", answer.Card.ButtonRow, StringComparison.Ordinal);
        Assert.Contains(Held, (await bot.ExpectEdit(inChannel)).Texts);
        await bot.ExpectEdit(mine);

        await bot.Advance(46.Hours());
        await bot.Silence();
        await bot.Advance(1.Hours());

        Assert.Equal($"The hold on Keller Wells ({no}) has ended. It is yours to go on with.", (await bot.ExpectPost(Ana)).Text);
        Assert.Contains("Ana Sousa has it since", (await bot.ExpectEdit(inChannel)).Text, StringComparison.Ordinal);
        await bot.ExpectEdit(mine);
        await bot.Silence();
    }

    [Theory]
    [OnBothDatabases("2026-11-22", "The day must lie ahead.")]
    [OnBothDatabases("2027-03-01", "A lead can be held for at most 90 days.")]
    [OnBothDatabases("soon", "Please choose until which day.")]
    public async Task A_hold_to_an_impossible_day_is_answered_with_the_form_and_a_sentence(Database database, string day, string sentence)
    {
        var bot = await StartAsync(database);
        var (no, _, mine) = await AcceptedAsync(bot);
        var form = (await bot.Press(Ana, mine, "Hold")).Card;

        var answer = await bot.Press(Ana, form, "Hold", ("Reason", "Asked to be called later"), ("Until", day));

        Assert.Contains(sentence, answer.Card.Texts);
        Assert.Equal("received, offered, accepted", (await bot.GetLead(no)).Story);
    }

    [Theory, OnBothDatabases]
    public async Task Handing_back_takes_a_reason_and_the_next_in_turn_is_asked(Database database)
    {
        var bot = await StartAsync(database);
        var (no, inChannel, mine) = await AcceptedAsync(bot);
        var form = (await bot.Press(Ana, mine, "Hand back")).Card;

        var answer = await bot.Press(Ana, form, "Hand back", ("Reason", "I am going to be away"));

        Assert.Equal("Details", answer.Card.ButtonRow);
        Assert.Contains("Accept", (await bot.ExpectPost(Bo)).ButtonRow, StringComparison.Ordinal);
        Assert.Contains("Offered to Bo Nguyen until", (await bot.ExpectEdit(inChannel)).Text, StringComparison.Ordinal);
        Assert.Equal("Details", (await bot.ExpectEdit(mine)).ButtonRow);
        var told = await bot.GetLead(no);
        Assert.Equal("received, offered, accepted, handed-back, offered", told.Story);
        Assert.Equal("away", told.Line("handed-back")["reason"]!.GetValue<string>());
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task The_owners_buttons_do_nothing_for_others(Database database)
    {
        var bot = await StartAsync(database);
        var (no, _, mine) = await AcceptedAsync(bot);

        foreach (var button in (string[])["Contacted", "Hold", "Hand back"])
            Assert.Equal("This is Ana Sousa's lead.", (await bot.Press(Bo, mine, button)).Sentence);
        Assert.Equal("received, offered, accepted", (await bot.GetLead(no)).Story);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Details_show_everything_known_and_the_way_back(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(new { email = "jo@keller.example", phone = "+49 30 1234", fields = new { depth = "40 m", wells = 3 } });
        var inChannel = await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);

        var details = (await bot.Press(Mei, inChannel, "Details")).Card;

        Assert.Contains("E-mail: jo@keller.example", details.Texts);
        Assert.Contains("Phone: +49 30 1234", details.Texts);
        Assert.Contains("Depth: 40 m", details.Texts);
        Assert.Contains("Wells: 3", details.Texts);
        Assert.Contains("Received: 23 Nov 2026 10:00 (Europe/Berlin)", details.Texts);
        Assert.Contains("Ana Sousa: not answered yet", details.Text, StringComparison.Ordinal);
        Assert.Equal("Back", details.ButtonRow);
        Assert.Equal("Details", (await bot.Press(Mei, details, "Back")).Card.ButtonRow);
        await bot.Silence();
    }

    static async Task<(string No, ShownCard InChannel, ShownCard Mine)> AcceptedAsync(BotHarness bot)
    {
        var no = await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        var mine = await bot.ExpectPost(Ana);
        await bot.Press(Ana, mine, "Accept");
        await bot.ExpectEdit(inChannel);
        return (no, inChannel, await bot.ExpectEdit(mine));
    }
}
