using AccountabilityBot.Tests.Harness;
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

        Assert.Equal("Contacted, Details, (Hold), (Hand back)", answer.Card.ButtonRow);
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
}
