using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class MovingHome : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Both_channels_are_told_open_cards_are_posted_anew_and_old_copies_say_where(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var old = await bot.ExpectPost(Sales);
        var inChat = await bot.ExpectPost(Ana);

        await bot.Say(Noor, "serve Sales here", Deals);

        Assert.Equal("Sales works in this channel now", (await bot.ExpectPost(Deals, "works in this channel now")).Summary);
        Assert.Equal("Sales has moved to another channel", (await bot.ExpectPost(Sales)).Summary);
        var anew = await bot.ExpectPost(Deals, "Keller Wells");
        Assert.Equal("Accept, Reject, Details, (Pass on)", anew.ButtonRow);
        var left = await bot.ExpectEdit(old);
        Assert.Contains("Sales now works in Deals. The card stands there.", left.Texts);
        Assert.Equal("", left.ButtonRow);
        await bot.Silence();

        await bot.Press(Ana, inChat, "Accept");
        Assert.Contains("Ana Sousa has it since", (await bot.ExpectEdit(anew)).Text, StringComparison.Ordinal);
        await bot.ExpectEdit(inChat);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_lead_that_somebody_has_moves_as_well(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var old = await bot.ExpectPost(Sales);
        await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept");
        await bot.Overlook();

        await bot.Say(Noor, "serve Sales here", Deals);

        await bot.ExpectPost(Deals, "works in this channel now");
        await bot.ExpectPost(Sales, "has moved");
        Assert.Contains("Ana Sousa has it since", (await bot.ExpectPost(Deals)).Text, StringComparison.Ordinal);
        Assert.Contains("Sales now works in Deals. The card stands there.", (await bot.ExpectEdit(old)).Texts);
    }

    [Theory, OnBothDatabases]
    public async Task A_press_on_an_old_copy_is_still_answered_with_the_truth(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var old = await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);
        await bot.Say(Noor, "serve Sales here", Deals);
        await bot.Overlook();

        await bot.Press(Ana, old, "Accept");

        Assert.Equal("Ana Sousa", (await bot.GetLead(no)).Owner);
        await bot.Overlook();
    }

    [Theory]
    [OnBothDatabases("serve Salesmen here", "I know no department \"Salesmen\". There are: Marketing, Sales, Support.")]
    [OnBothDatabases("serve Support here", "Only Priya Raman, Noor Haddad can choose the channel of Support.")]
    public async Task What_cannot_be_done_is_answered_where_it_was_asked(Database database, string asked, string sentence)
    {
        var bot = await StartAsync(database);

        await bot.Say(Ana, asked, Deals);

        Assert.Equal(sentence, (await bot.ExpectPost(Deals)).Text);
    }

    [Theory, OnBothDatabases]
    public async Task A_chat_is_no_home(Database database)
    {
        var bot = await StartAsync(database);

        await bot.Say(Noor, "serve Sales here");

        Assert.Equal("Please say that in the channel where Sales works, not in a chat.", (await bot.ExpectPost(Noor)).Text);
    }
}
