using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class Rejecting : Scenario
{
    static readonly object FromMei = new { from = new { department = "marketing", person = "mei@brightwater.example" } };

    [Theory, OnBothDatabases]
    public async Task Reject_asks_for_the_reason_and_only_the_presser_sees_the_form(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.ExpectPost(Sales);
        var inChat = await bot.ExpectPost(Ana);

        var form = (await bot.Press(Ana, inChat, "Reject")).Card;

        Assert.Contains("Why is this lead not good?", form.Texts);
        Assert.Equal(
            ["Needs nothing", "Not our kind of customer", "Already a customer", "Looking for work", "Known already", "Another reason"],
            form.Input("Reason").Choices.Select(choice => choice.Title));
        Assert.Equal("Reject, Back", form.ButtonRow);
        await bot.Silence();
        Assert.Equal("offered", (await bot.GetLead(no)).State);
        Assert.Equal(inChat.ButtonRow, (await bot.Press(Ana, form, "Back")).Card.ButtonRow);
    }

    [Theory, OnBothDatabases]
    public async Task A_form_has_fresh_inputs_each_time_it_is_shown(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        await bot.ExpectPost(Sales);
        var inChat = await bot.ExpectPost(Ana);

        var first = (await bot.Press(Ana, inChat, "Reject")).Card;
        bot.Clock.Advance(1.Seconds());
        var second = (await bot.Press(Ana, inChat, "Reject")).Card;

        Assert.NotEqual(first.Input("Reason").Id, second.Input("Reason").Id);
    }

    [Theory, OnBothDatabases]
    public async Task A_reason_that_asks_a_question_is_taken_with_its_answer(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        var inChat = await bot.ExpectPost(Ana);
        var form = (await bot.Press(Ana, inChat, "Reject")).Card;

        var question = (await bot.Press(Ana, form, "Reject", ("Reason", "Not our kind of customer"))).Card;
        Assert.Equal("offered", (await bot.GetLead(no)).State);
        Assert.Contains("Reason: Not our kind of customer", question.Texts);
        var answer = await bot.Press(Ana, question, "Reject", ("What does not fit?", "Moves no water"), ("Note", "They keep bees"));

        Assert.Equal("Undo, Details", answer.Card.ButtonRow);
        const string Story = "Rejected by Ana Sousa: Not our kind of customer · Moves no water";
        Assert.Contains(Story, answer.Card.Texts);
        Assert.Contains("\"They keep bees\"", answer.Card.Texts);
        var afterwards = await bot.ExpectEdit(inChannel);
        Assert.Contains(Story, afterwards.Texts);
        Assert.Equal("Details", afterwards.ButtonRow);
        await bot.ExpectEdit(inChat);
        var told = await bot.GetLead(no);
        Assert.Equal(("rejected", "no-fit"), (told.State, told.Line("rejected")["reason"]!.GetValue<string>()));
        await bot.Silence();
    }

    [Theory]
    [OnBothDatabases("too vague", "offered")]
    [OnBothDatabases("too vague!", "rejected")]
    public async Task Another_reason_takes_ten_characters(Database database, string words, string state)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.ExpectPost(Sales);
        var form = (await bot.Press(Ana, await bot.ExpectPost(Ana), "Reject")).Card;
        var question = (await bot.Press(Ana, form, "Reject", ("Reason", "Another reason"))).Card;

        var answer = await bot.Press(Ana, question, "Reject", ("Why is it not a good lead?", words));

        Assert.Equal(state, (await bot.GetLead(no)).State);
        if (state == "offered")
        {
            Assert.Contains("\"Why is it not a good lead?\" needs at least 10 characters.", answer.Card.Texts);
            Assert.Equal(words, answer.Card.Input("Why is it not a good lead?").Value);
        }

        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Within_two_minutes_it_can_be_taken_back_and_the_offer_stands_as_before(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead(FromMei);
        await bot.ExpectPost(Sales);
        var rejected = await RejectAsync(bot, await bot.ExpectPost(Ana));
        await bot.Overlook();
        await bot.Advance(1.Minutes());

        var undone = await bot.Press(Ana, rejected, "Undo");

        Assert.Equal("Accept, Reject, Details, (Pass on)", undone.Card.ButtonRow);
        Assert.Contains("Offered to Ana Sousa until {{TIME(2026-11-23T10:00:00Z)}}", undone.Card.Texts);
        Assert.Equal("offered", (await bot.GetLead(no)).State);
        await bot.Overlook();
        await bot.Advance(5.Minutes());
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task The_sender_hears_when_the_time_to_undo_is_over_and_not_before(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(FromMei);
        var inChannel = await bot.ExpectPost(Sales);
        var inChat = await bot.ExpectPost(Ana);
        var rejected = await RejectAsync(bot, inChat);
        await bot.ExpectEdit(inChannel);
        await bot.ExpectEdit(inChat);

        await bot.Advance(119.Seconds());
        await bot.Silence();
        await bot.Advance(1.Seconds());

        var told = await bot.ExpectPost(Mei);
        Assert.Equal("Keller Wells (L-1001) was rejected", told.Summary);
        Assert.Contains("Sales could not use this lead", told.Texts);
        Assert.Contains("Rejected by Ana Sousa: Needs nothing", told.Texts);
        Assert.Equal("Clarify, Agree, Details", told.ButtonRow);
        // The cards lose the way to undo.
        Assert.Empty((await bot.ExpectEdit(inChannel)).RefreshUserIds);
        Assert.Equal("Details", (await bot.ExpectEdit(inChat)).ButtonRow);
        Assert.Equal("Details", (await bot.Press(Ana, rejected, "Undo")).Card.ButtonRow);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Where_no_sender_is_named_the_sending_department_hears_in_its_channel(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        await bot.ExpectPost(Sales);
        await RejectAsync(bot, await bot.ExpectPost(Ana));
        await bot.Overlook();

        await bot.Advance(2.Minutes());

        Assert.Contains("Sales could not use this lead", (await bot.ExpectPost(General)).Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_sending_department_without_a_channel_is_told_through_its_head(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Homes = new Dictionary<string, Channel> { ["sales"] = Sales } });
        await bot.Lead();
        await bot.ExpectPost(Sales);
        await RejectAsync(bot, await bot.ExpectPost(Ana));
        await bot.Overlook();

        await bot.Advance(2.Minutes());

        Assert.Contains("Sales could not use this lead", (await bot.ExpectPost(Ines)).Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Only_who_rejected_can_take_it_back(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        await bot.ExpectPost(Sales);
        var rejected = await RejectAsync(bot, await bot.ExpectPost(Ana));

        Assert.Equal("Only Ana Sousa can take this back.", (await bot.Press(Bo, rejected, "Undo")).Sentence);
        await bot.Overlook();
    }

    static async Task<ShownCard> RejectAsync(BotHarness bot, ShownCard offer)
    {
        var form = (await bot.Press(Ana, offer, "Reject")).Card;
        return (await bot.Press(Ana, form, "Reject", ("Reason", "Needs nothing"))).Card;
    }
}
