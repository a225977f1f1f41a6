using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class Installing : Scenario
{
    static readonly BotSetup Nowhere = new() { Homes = new Dictionary<string, Channel>() };

    static readonly BotSetup NobodySetsUp = Nowhere with
    {
        Model = Model.Replace("administrators: [noor@brightwater.example]", "administrators: []", StringComparison.Ordinal),
    };

    [Theory, OnBothDatabases]
    public async Task A_person_is_welcomed_once_whatever_Teams_sends_again(Database database)
    {
        var bot = await StartAsync(database);

        var installation = await bot.Install(Ana);

        var welcome = await bot.ExpectPost(Ana);
        Assert.Contains("Hello Ana, I am AccountabilityBot", welcome.Texts);
        Assert.DoesNotContain("administrator", welcome.Text, StringComparison.Ordinal);
        await bot.Deliver(installation);
        await bot.Install(Ana);
        await bot.Install(Ana, action: "add-upgrade");
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_team_is_welcomed_in_the_channel_that_was_picked_with_the_card_to_set_up(Database database)
    {
        var bot = await StartAsync(database, Nowhere);

        await bot.Install(Noor, Deals);

        var setUp = await bot.ExpectPost(Deals);
        Assert.Contains("Which department works in this channel?", setUp.Texts);
        Assert.Equal(["Marketing", "Sales", "Support"], setUp.Input("Department").Choices.Select(choice => choice.Title));
        Assert.Contains("Without a channel so far: Marketing, Sales, Support", setUp.Texts);
        Assert.Equal("Use this channel", setUp.ButtonRow);
        await bot.Install(Noor, Deals);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Use_this_channel_makes_it_the_home_and_the_leads_come_there(Database database)
    {
        var bot = await StartAsync(database, Nowhere);
        await bot.Install(Noor, Deals);
        var setUp = await bot.ExpectPost(Deals);

        var answer = await bot.Press(Ravi, setUp, "Use this channel", ("Department", "Sales"));

        Assert.Equal(["Sales works in this channel now. Its leads are offered here."], answer.Card.Texts);
        Assert.Equal("Sales works in this channel now", (await bot.ExpectPost(Deals)).Summary);
        await bot.Lead();
        Assert.Contains("Accept", (await bot.ExpectPost(Deals)).ButtonRow, StringComparison.Ordinal);
        await bot.ExpectPost(Ana);
    }

    [Theory, OnBothDatabases]
    public async Task Without_the_right_to_it_one_reads_who_has_it(Database database)
    {
        var bot = await StartAsync(database, Nowhere);
        await bot.Install(Noor, Deals);
        var setUp = await bot.ExpectPost(Deals);

        var answer = await bot.Press(Ana, setUp, "Use this channel", ("Department", "Sales"));

        Assert.Equal("Only Ravi Menon, Helene Brandt, Noor Haddad can choose the channel of Sales.", answer.Sentence);
        await bot.Silence();
        Assert.Empty(await bot.Read(db => db.Channels.ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task While_the_model_names_no_administrator_the_first_installer_is_one_and_is_told(Database database)
    {
        var bot = await StartAsync(database, NobodySetsUp);

        await bot.Install(Mei);
        await bot.Install(Bo);

        Assert.Contains("You are the first to install me, and the revenue model names no administrator, so you are it until the model names one.", (await bot.ExpectPost(Mei)).Texts);
        Assert.DoesNotContain("administrator", (await bot.ExpectPost(Bo)).Text, StringComparison.Ordinal);
        await bot.Say(Mei, "serve Sales here", Deals);
        Assert.Equal("Sales works in this channel now", (await bot.ExpectPost(Deals)).Summary);
        await bot.Say(Bo, "serve Support here", Deals);
        Assert.Equal("Only Priya Raman, Mei Chou can choose the channel of Support.", (await bot.ExpectPost(Deals)).Text);
    }

    [Theory, OnBothDatabases]
    public async Task A_removed_team_gets_nothing_any_more(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        await bot.ExpectPost(Sales);
        var inChat = await bot.ExpectPost(Ana);

        await bot.Install(Noor, Sales, action: "remove");
        await bot.Press(Ana, inChat, "Accept");

        await bot.ExpectEdit(inChat);
        await bot.Silence();
    }
}
