using AccountabilityBot.Tests.Harness;
using AccountabilityBot.Tests.Harness.Graph;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.People.Graph;

/// <summary>A chat for somebody whom the bot has never seen; else the channel mentions them, and the administrator finds them in a list.</summary>
public sealed class GivingTheApp : GraphScenario
{
    const string AppId = "9f1c0f2a-5b5c-4d67-9d5b-1f2a3c4d5e6f";

    [Theory, OnBothDatabases]
    public async Task For_whom_something_waits_the_app_is_installed_and_it_arrives(Database database)
    {
        var app = Graph.CatalogApp(AppId);
        Graph.ChatIdOf = user => Everybody.Single(person => person.ObjectId == user.Id).ChatId;
        var bot = await StartWithGraphAsync(database, WithApp);
        foreach (var person in SalesPeople)
            bot.Teams.LeaveOutOfRosters(person);
        await bot.Settle();

        await bot.Lead();

        await bot.Advance(2.Minutes());
        await bot.Overlook();
        Assert.True(Graph.HasInstalled(User(Ana), app));
        Assert.False(Graph.HasInstalled(User(Bo), app));
        Assert.Equal(Ana.ChatId, await bot.Read(db => db.TeamsUsers.Where(user => user.UserId == Ana.ObjectId).Select(user => user.ChatId).SingleAsync()));
        Assert.Contains(bot.Teams.Calls, call => call.ToString().Contains("post Ana Sousa", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Who_has_the_app_already_is_reached_as_well(Database database)
    {
        var app = Graph.CatalogApp(AppId);
        Graph.ChatIdOf = user => Everybody.Single(person => person.ObjectId == user.Id).ChatId;
        Graph.Load(Everybody.Select(UserOf));
        Graph.Install(User(Ana), app);
        var bot = await StartOnGraphAsync(database, WithApp);
        foreach (var person in SalesPeople)
            bot.Teams.LeaveOutOfRosters(person);
        await bot.Settle();

        await bot.Lead();

        await bot.Advance(2.Minutes());
        await bot.Overlook();
        Assert.Contains(bot.Teams.Calls, call => call.ToString().Contains("post Ana Sousa", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Where_it_may_not_be_installed_the_channel_mentions_them_and_the_administrator_reads_why(Database database)
    {
        Graph.CatalogApp(AppId);
        Graph.Granted.Remove("TeamsAppInstallation.ReadWriteSelfForUser.All");
        var bot = await StartWithGraphAsync(database, WithApp);
        foreach (var person in SalesPeople)
            bot.Teams.LeaveOutOfRosters(person);
        await bot.Settle();
        await bot.Say(Noor, "hi");
        await bot.Overlook();

        await bot.Lead();
        Assert.Contains(Ana.Name, (await bot.ExpectPost(Sales)).Mentions);
        await bot.Advance(2.Minutes());
        Assert.Contains((await bot.ExpectPost(Noor, "Something is wrong with the directory")).Texts, text => text.Contains("TeamsAppInstallation.ReadWriteSelfForUser.All", StringComparison.Ordinal));
        await bot.Overlook();

        await bot.Say(Noor, "unreachable");
        var list = await bot.ExpectPost(Noor, "Whom I do not reach in a chat");
        Assert.Contains("Ana Sousa · Sales · the app could not be installed for them (403 Forbidden)", list.Texts);
        Assert.Contains("Bo Nguyen · Sales · never wrote to me", list.Texts);
        await bot.Say(Bo, "unreachable");
        Assert.Equal("Only an administrator can read this list.", (await bot.ExpectPost(Bo)).Text);
    }

    static readonly BotSetup WithApp = new() { Settings = [$"--People:TeamsAppId={AppId}"] };
}
