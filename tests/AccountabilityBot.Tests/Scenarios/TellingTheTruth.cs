using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class TellingTheTruth : Scenario
{
    [Theory, OnBothDatabases]
    public async Task A_press_that_comes_too_late_gets_the_true_card_with_the_reason_on_top(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(new { segment = "hot" });
        var inChannel = await bot.ExpectPost(Sales);
        await bot.Press(Bo, inChannel, "Accept");
        await bot.Overlook();

        var answer = await bot.Press(Ana, inChannel, "Accept");

        Assert.Equal("Bo Nguyen accepted it at 10:00 (Europe/Berlin).", answer.Card.Texts[0]);
        Assert.Equal("Details", answer.Card.ButtonRow);
    }

    [Theory, OnBothDatabases]
    public async Task Who_rejects_reads_until_when_undo_works_and_who_is_told_then(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        var inChat = await bot.ExpectPost(Ana);

        var answer = await RejectAsync(bot, inChat);

        const string Until = "Undo until {{TIME(2026-11-23T09:02:00Z)}}, then Marketing is told.";
        Assert.Contains(Until, answer.Card.Texts);
        Assert.DoesNotContain(Until, (await bot.ExpectEdit(inChannel)).Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task New_facts_do_not_swallow_what_the_sender_and_the_owner_are_to_hear(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(new { externalId = "rejected" });
        await RejectAsync(bot, await bot.ExpectPost(Ana));
        await bot.Overlook();
        bot.Teams.Fail(Fault.Throttled(30.Seconds()), General, Call.Post);
        await bot.Advance(2.Minutes());

        await bot.Lead(new { externalId = "rejected", phone = "+49 30 5550 0134" });
        await bot.Advance(1.Minutes());

        Assert.Contains("Sales could not use this lead", (await bot.ExpectPost(General)).Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task The_owner_reads_how_to_reach_the_buyer_and_the_channel_does_not(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(new { email = "jo@keller.example", phone = "+49 30 5550 0134" });
        var inChannel = await bot.ExpectPost(Sales);

        var answer = await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept");

        Assert.Contains("Phone: +49 30 5550 0134", answer.Card.Texts);
        Assert.Contains("E-mail: jo@keller.example", answer.Card.Texts);
        Assert.DoesNotContain("Phone", (await bot.ExpectEdit(inChannel)).Text, StringComparison.Ordinal);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task An_offer_that_ends_on_another_day_names_the_day(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Advance(8.Hours());

        await bot.Lead(new { segment = "cold" });

        Assert.Contains(
            "Offered to Ana Sousa until {{DATE(2026-11-24T01:00:00Z,SHORT)}} {{TIME(2026-11-24T01:00:00Z)}}", (await bot.ExpectPost(Sales)).Texts);
        await bot.ExpectPost(Ana);
    }

    [Theory, OnBothDatabases]
    public async Task A_card_that_could_not_be_posted_in_time_is_not_posted_when_it_is_of_no_use_any_more(Database database)
    {
        var bot = await StartAsync(database);
        bot.Teams.Fail(Fault.Throttled(30.Seconds()), Ana, Call.Post);
        await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        var form = await bot.Press(Ana, inChannel, "Pass on");
        await bot.Press(Ana, form.Card, "Pass on");

        await bot.Advance(1.Minutes());

        await bot.ExpectEdit(inChannel);
        await bot.ExpectPost(Bo);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task The_reason_of_a_hand_back_reaches_the_next_owner_and_stays_in_the_story(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var atAna = await bot.ExpectPost(Ana);
        var owned = await bot.Press(Ana, atAna, "Accept");
        await bot.Press(Ana, owned.Card, "Contacted");
        var form = await bot.Press(Ana, owned.Card, "Hand back");
        await bot.Press(Ana, form.Card, "Hand back", ("Reason", "I am going to be away"), ("Note", "Call after four."));

        var atBo = await bot.ExpectPost(Bo);

        const string Words = "Ana Sousa: I am going to be away · Call after four.";
        Assert.Contains(Words, atBo.Texts);
        var accepted = await bot.Press(Bo, atBo, "Accept");
        // The first contact of the new owner is still to come.
        Assert.Contains("Contacted", accepted.Card.ButtonRow, StringComparison.Ordinal);
        Assert.Contains((await bot.Press(Bo, atBo, "Details")).Card.Texts, text => text.EndsWith(Words, StringComparison.Ordinal));
        Assert.Equal("Bo Nguyen", (await bot.GetLead(no)).Owner);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_lead_asked_for_by_somebody_who_is_not_listed_stands_in_their_chat_and_mentions_nobody(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead(new { segment = "hot" });
        Assert.NotEmpty((await bot.ExpectPost(Sales)).Mentions);

        await bot.Say(Stranger, $"lead {no}");

        var card = await bot.ExpectPost(Stranger);
        Assert.Contains("Keller Wells", card.Text, StringComparison.Ordinal);
        Assert.Empty(card.Mentions);
    }

    static async Task<Answer> RejectAsync(BotHarness bot, ShownCard card)
    {
        var form = await bot.Press(Ana, card, "Reject");
        return await bot.Press(Ana, form.Card, "Reject", ("Reason", "Needs nothing"));
    }
}
