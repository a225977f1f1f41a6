using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class SettingADisposition : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Chosen_on_the_card_it_takes_two_presses_and_every_card_shows_it(Database database)
    {
        var bot = await StartAsync(database);
        var (no, inChannel, mine) = await AcceptedAsync(bot);

        var form = (await bot.Press(Ana, mine, "Set disposition", ("Disposition", "Meeting set"))).Card;
        Assert.Contains("Disposition: Meeting set", form.Texts);
        Assert.Equal(["Meeting date", "Note"], form.Inputs.Select(input => input.Label));
        var answer = await bot.Press(Ana, form, "Save", ("Meeting date", "2026-11-26"), ("Note", "With their head of works"));

        Assert.Contains("Meeting on Thursday, 26 November 2026", answer.Card.Texts);
        Assert.Contains("Meeting on Thursday, November 26, 2026", (await bot.ExpectEdit(inChannel)).Texts);
        await bot.ExpectEdit(mine);
        var told = await bot.GetLead(no);
        Assert.Equal("received, offered, accepted, contacted, disposed, meeting-set", told.Story);
        Assert.Equal(("meeting-set", "accepted"), (told.Json["stage"]!.GetValue<string>(), told.State));
        Assert.Equal("With their head of works", told.Line("disposed")["note"]!.GetValue<string>());
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task What_needs_nothing_is_saved_by_the_press_itself(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Model = Model + "\n" + Short });
        var (no, inChannel, mine) = await AcceptedAsync(bot);

        var answer = await bot.Press(Ana, mine, "Set disposition", ("Disposition", "Nobody answers"));

        Assert.Contains("Set disposition", answer.Card.ButtonRow, StringComparison.Ordinal);
        Assert.Equal("received, offered, accepted, contacted, disposed", (await bot.GetLead(no)).Story);
        await bot.ExpectEdit(inChannel);
        await bot.ExpectEdit(mine);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task From_an_opportunity_to_won_with_its_value_and_the_reason(Database database)
    {
        var bot = await StartAsync(database);
        var (no, inChannel, mine) = await AcceptedAsync(bot);

        await SaveAsync(bot, mine, "Qualified", ("Need", "Forty pumps"), ("Value", "EUR 90k"), ("Decision maker", "Their head of works"));
        await SaveAsync(bot, mine, "Proposal sent", ("Value", "85,000.50"));
        var won = await SaveAsync(bot, mine, "Won", ("Reason", "Price"), ("What they bought", "Forty pumps"));

        Assert.Contains("Won by Ana Sousa", won.Card.Texts);
        Assert.Equal("Details", won.Card.ButtonRow);
        await bot.Overlook();
        Assert.Contains("Value: EUR 85,000.50", inChannel.Message.Now.Texts);
        var told = await bot.GetLead(no);
        Assert.Equal("received, offered, accepted, contacted, disposed, qualified, disposed, proposal, disposed, won", told.Story);
        Assert.Equal(("won", 8_500_050L), (told.State, told.Json["opportunity"]!["valueMinor"]!.GetValue<long>()));
        Assert.Equal("won:price", told.Line("won")["reason"]!.GetValue<string>());
    }

    [Theory]
    [OnBothDatabases("Meeting set", "Meeting date", "2026-11-20", "Meeting date: the day must lie ahead.")]
    [OnBothDatabases("Meeting set", "Meeting date", "soon", "Meeting date: please fill this in.")]
    [OnBothDatabases("Not now, come back later", "Come back on", "2026-11-23", "Come back on: the day must lie ahead.")]
    [OnBothDatabases("Not now, come back later", "Come back on", "2036-11-23", "Come back on: at most 730 days ahead, please.")]
    public async Task A_day_that_is_none_is_answered_with_the_form_and_a_sentence(Database database, string disposition, string field, string day, string sentence)
    {
        var bot = await StartAsync(database);
        var (no, _, mine) = await AcceptedAsync(bot);
        var form = (await bot.Press(Ana, mine, "Set disposition", ("Disposition", disposition))).Card;

        var answer = await bot.Press(Ana, form, "Save", (field, day));

        Assert.Contains(sentence, answer.Card.Texts);
        Assert.Equal("received, offered, accepted", (await bot.GetLead(no)).Story);
    }

    [Theory]
    [OnBothDatabases("-5", "Value: it cannot be negative.")]
    [OnBothDatabases("a lot", "Value: \"a lot\" is no amount. Write it as EUR 12,500.")]
    [OnBothDatabases("9000", "Value: in which currency? Write it as EUR 12,500.")]
    [OnBothDatabases("EUR 1.005", "Value: \"EUR 1.005\" is no amount. Write it as EUR 12,500.")]
    [OnBothDatabases("EUR 99999999999999", "Value: \"EUR 99999999999999\" is no amount. Write it as EUR 12,500.")]
    public async Task An_amount_that_is_none_is_answered_with_the_form_and_what_was_typed(Database database, string value, string sentence)
    {
        var bot = await StartAsync(database);
        var (no, _, mine) = await AcceptedAsync(bot);
        var form = (await bot.Press(Ana, mine, "Set disposition", ("Disposition", "Qualified"))).Card;

        var answer = await bot.Press(Ana, form, "Save", ("Need", "Pumps\0 \ud83d and more"), ("Value", value == "-5" ? "EUR -5" : value));

        Assert.Contains(sentence, answer.Card.Texts);
        Assert.StartsWith("Pumps", answer.Card.Input("Need").Value, StringComparison.Ordinal);
        Assert.EndsWith("and more", answer.Card.Input("Need").Value, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', answer.Card.Input("Need").Value);
        Assert.Equal("received, offered, accepted", (await bot.GetLead(no)).Story);
    }

    [Theory, OnBothDatabases]
    public async Task Too_long_a_note_an_unknown_code_and_another_persons_press_change_nothing(Database database)
    {
        var bot = await StartAsync(database);
        var (no, inChannel, mine) = await AcceptedAsync(bot);
        var form = (await bot.Press(Ana, mine, "Set disposition", ("Disposition", "Lost"))).Card;

        var long_ = await bot.Press(Ana, form, "Save", ("Reason", "Price"), ("Note", new string('n', 10_000)));
        var others = await bot.Press(Bo, form, "Save", ("Reason", "Price"));
        var unknown = bot.Pressing(Ana, mine, "Set disposition");
        var data = unknown["value"]!["action"]!["data"]!.AsObject();
        data[data["choice"]!.GetValue<string>()] = "weather";
        var strange = await bot.PressAgain(others with { Activity = unknown, Message = mine.Message });

        Assert.Contains("The note may have at most 1000 characters.", long_.Card.Texts);
        Assert.Contains("\"weather\" is no disposition of this company any more. Please choose one from the list.", strange.Card.Texts);
        Assert.Equal("This is Ana Sousa's lead.", others.Said);
        Assert.Equal("received, offered, accepted", (await bot.GetLead(no)).Story);
        Assert.DoesNotContain("Set disposition", inChannel.ButtonRow, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task On_a_lead_that_has_ended_the_press_is_answered_with_the_true_card(Database database)
    {
        var bot = await StartAsync(database);
        var (no, _, mine) = await AcceptedAsync(bot);
        var form = (await bot.Press(Ana, mine, "Set disposition", ("Disposition", "Lost"))).Card;
        await bot.Press(Ana, form, "Save", ("Reason", "Price"));

        var again = await bot.Press(Ana, form, "Save", ("Reason", "Price"));

        Assert.Contains("Lost; it was Ana Sousa's", again.Card.Texts);
        Assert.Equal("received, offered, accepted, contacted, disposed, lost", (await bot.GetLead(no)).Story);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Put_off_it_comes_back_on_its_morning_to_its_former_owner(Database database)
    {
        var bot = await StartAsync(database);
        var (no, _, mine) = await AcceptedAsync(bot);
        await SaveAsync(bot, mine, "Not now, come back later", ("Come back on", "2026-12-21"));
        await bot.Overlook();
        Assert.Equal("recycled", (await bot.GetLead(no)).State);

        await bot.Advance(TimeSpan.FromDays(27) + 21.Hours() + 59.Minutes());
        await bot.Overlook();
        Assert.Equal("recycled", (await bot.GetLead(no)).State);
        await bot.Advance(62.Minutes());

        var told = await bot.GetLead(no);
        Assert.Equal(("offered", "Ana Sousa"), (told.State, told.OfferedTo));
        Assert.Equal("recycle-date", told.Line("reopened")["reason"]!.GetValue<string>());
        await bot.Overlook();
    }

    static async Task<Answer> SaveAsync(BotHarness bot, ShownCard mine, string disposition, params (string Label, string Value)[] fields)
    {
        var form = (await bot.Press(Ana, mine.Message.Now, "Set disposition", ("Disposition", disposition))).Card;
        var answer = await bot.Press(Ana, form, "Save", fields);
        await bot.Overlook();
        return answer;
    }

    static async Task<(string No, ShownCard InChannel, ShownCard Mine)> AcceptedAsync(BotHarness bot)
    {
        var no = await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        var mine = await bot.ExpectPost(Ana);
        await bot.Press(Ana, mine, "Accept");
        return (no, await bot.ExpectEdit(inChannel), await bot.ExpectEdit(mine));
    }

    const string Short = """
        dispositions:
          nobody: { name: Nobody answers }
          lost: { name: Lost, becomes: lost }
        """;
}
