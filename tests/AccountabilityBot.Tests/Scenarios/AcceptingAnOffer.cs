using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class AcceptingAnOffer : Scenario
{
    [Theory, OnBothDatabases]
    public async Task A_lead_is_offered_to_one_person_in_the_channel_and_in_their_own_chat(Database database)
    {
        var bot = await StartAsync(database);

        var no = await bot.Lead();

        var inChannel = await bot.ExpectPost(Sales);
        var inChat = await bot.ExpectPost(Ana);
        Assert.Equal($"Warm lead: Keller Wells ({no})", inChannel.Summary);
        Assert.Equal(inChannel.Summary, inChat.Summary);
        Assert.Equal("Accept, Reject, Details, (Pass on)", inChannel.ButtonRow);
        Assert.Equal("Accept, Reject, Details, (Pass on)", inChat.ButtonRow);
        Assert.Contains("Offered to Ana Sousa until {{TIME(2026-11-23T10:00:00Z)}}", inChannel.Texts);
        Assert.Contains("Next in the rotation", inChannel.Texts);
        // Her own chat pings her; the channel need not.
        Assert.Empty(inChannel.Mentions);
    }

    [Theory, OnBothDatabases]
    public async Task Accepting_in_the_chat_answers_with_the_owners_card_and_the_channel_says_who_has_it(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        var inChat = await bot.ExpectPost(Ana);

        var answer = await bot.Press(Ana, inChat, "Accept");

        Assert.Equal("Contacted, Set disposition, Details, (Hold), (Hand back)", answer.Card.ButtonRow);
        var afterwards = await bot.ExpectEdit(inChannel);
        Assert.Contains("Ana Sousa has it since {{DATE(2026-11-23T09:00:00Z,SHORT)}} {{TIME(2026-11-23T09:00:00Z)}}", afterwards.Texts);
        Assert.Equal("Details", afterwards.ButtonRow);
        Assert.Equal([Ana.UserId], afterwards.RefreshUserIds);
        Assert.Equal(answer.Card.ButtonRow, (await bot.ExpectEdit(inChat)).ButtonRow);
        await bot.Silence();

        var told = await bot.GetLead(no);
        Assert.Equal(("accepted", "Ana Sousa", "received, offered, accepted"), (told.State, told.Owner, told.Story));
    }

    [Theory, OnBothDatabases]
    public async Task A_colleague_who_presses_accept_hears_in_one_sentence_whose_offer_it_is(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);

        var answer = await bot.Press(Bo, inChannel, "Accept");

        Assert.StartsWith("It is offered to Ana Sousa until 11:00", answer.Sentence, StringComparison.Ordinal);
        await bot.Silence();
        Assert.Equal("offered", (await bot.GetLead(no)).State);
    }

    [Theory, OnBothDatabases]
    public async Task A_press_on_a_card_that_is_out_of_date_gets_the_card_as_it_is_now(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        var inChat = await bot.ExpectPost(Ana);
        await bot.Press(Ana, inChat, "Accept");

        var late = await bot.Press(Bo, inChannel, "Accept");

        Assert.Equal("Details", late.Card.ButtonRow);
        Assert.Contains("Ana Sousa has it since", late.Card.Text, StringComparison.Ordinal);
        await bot.ExpectEdit(inChannel);
        await bot.ExpectEdit(inChat);
    }

    [Theory, OnBothDatabases]
    public async Task The_owner_finds_her_buttons_in_the_channel_too_when_the_card_comes_on_her_screen(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept");
        var afterwards = await bot.ExpectEdit(inChannel);
        await bot.Overlook();

        var hers = await bot.Look(Ana, afterwards);

        Assert.Equal("Contacted, Set disposition, Details, (Hold), (Hand back)", hers.Card.ButtonRow);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_the_directory_does_not_list_may_look_and_not_act(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);

        var answer = await bot.Press(Stranger, inChannel, "Accept");

        Assert.StartsWith("The company's directory does not list you yet", answer.Sentence, StringComparison.Ordinal);
        Assert.Equal("offered", (await bot.GetLead(no)).State);
        Assert.Equal([Stranger.Name], await bot.Read(db => db.UnlistedPeople.Select(person => person.Name!).ToListAsync()));
    }
}
