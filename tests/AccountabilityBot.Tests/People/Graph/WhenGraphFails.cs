using AccountabilityBot.Tests.Harness;
using AccountabilityBot.Tests.Harness.Graph;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;
using static AccountabilityBot.Tests.People.Graph.KnowingThePeople;

namespace AccountabilityBot.Tests.People.Graph;

/// <summary>Graph as it fails: nothing stops, nothing is lost, and somebody hears of it.</summary>
public sealed class WhenGraphFails : GraphScenario
{
    public static TheoryData<Database, string> Faults
    {
        get
        {
            var all = new TheoryData<Database, string>();
            foreach (var fault in (string[])["throttled", "unavailable", "timeout", "reset", "cut", "never-ending", "stalling", "token"])
                all.Add(Database.Sqlite, fault);
            return all;
        }
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task A_sync_goes_on_where_it_was_interrupted(Database database, string fault)
    {
        Graph.PageSize = 3;
        Graph.KeepsRetryAfter = true;
        Graph.Fail(FaultOf(fault), GraphKind.UsersDelta, times: 2, after: 2);
        var bot = await StartWithGraphAsync(database);

        await bot.Settle();
        await bot.Advance(1.Minutes());
        await bot.Advance(2.Minutes());
        await bot.Advance(10.Minutes());

        Assert.Equal(Everybody.Count, CompanyOf(bot).People.Count());
        Assert.Empty(Graph.TooEarly);
        await bot.Lead();
        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);
    }

    [Theory, OnBothDatabases]
    public async Task A_stop_in_the_middle_reads_no_page_twice(Database database)
    {
        Graph.PageSize = 3;
        Graph.Fail(GraphFault.Throttled(TimeSpan.FromSeconds(90)), GraphKind.UsersDelta, after: 3);
        var bot = await StartWithGraphAsync(database);
        await bot.Settle();
        await bot.Restart();

        await bot.Advance(2.Minutes());

        Assert.Equal(Everybody.Count, CompanyOf(bot).People.Count());
        Assert.Equal(Graph.LeastRequestsForFullSync(3) + 1, Graph.Count(GraphKind.UsersDelta));
    }

    [Theory, OnBothDatabases]
    public async Task A_permission_that_is_missing_is_named_once_to_the_administrators(Database database)
    {
        Graph.Granted.Remove("MailboxSettings.Read");
        Graph.Granted.Remove("Presence.Read.All");
        var bot = await StartWithGraphAsync(database);
        await bot.Settle();

        var card = await bot.ExpectPost(Noor, "Something is wrong with the directory");
        Assert.Contains("Microsoft Graph refuses because the application permission MailboxSettings.Read is missing. Without it I see neither automatic replies nor working hours.", card.Texts);
        Assert.Contains("Microsoft Graph refuses because the application permission Presence.Read.All is missing. Without it I do not see who must not be disturbed.", card.Texts);
        await bot.Advance(3.Hours());
        await bot.Silence();

        Graph.Granted.Add("MailboxSettings.Read");
        Graph.Granted.Add("Presence.Read.All");
        await bot.Advance(1.Hours());
        await bot.Advance(10.Minutes());
        await bot.Silence();
        await bot.Say(Noor, "directory");
        Assert.DoesNotContain("refuses", (await bot.ExpectPost(Noor, "Who lands where")).Text, StringComparison.Ordinal);
        await bot.Lead();
        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);
    }

    [Theory, OnBothDatabases]
    public async Task Without_the_right_to_read_people_the_list_goes_on_to_hold(Database database)
    {
        Graph.Granted.Remove("User.Read.All");
        var bot = await StartWithGraphAsync(database, new BotSetup { Settings = [] });
        await bot.Settle();
        // Nobody is known, and so nobody can be told; health and the log are all there is.
        Assert.Empty(CompanyOf(bot).People);
        Assert.Equal(["User.Read.All"], await bot.Read(db => db.DirectoryFeeds.Where(feed => feed.Permission != null).Select(feed => feed.Permission!).ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task Down_for_hours_means_last_known_people_and_one_word_to_the_administrators(Database database)
    {
        var bot = await StartWithGraphAsync(database);
        await bot.Settle();
        Graph.Fail(GraphFault.Unavailable(), times: 10_000);
        for (var hour = 0; hour < 3; hour++)
        {
            for (var quarter = 0; quarter < 4; quarter++)
                await bot.Advance(15.Minutes());
        }

        var card = await bot.ExpectPost(Noor, "Something is wrong with the directory");
        Assert.Contains("Microsoft Graph does not answer about people: 503 ServiceUnavailable", card.Texts);
        await bot.Overlook();
        Assert.Equal(Everybody.Count, CompanyOf(bot).People.Count());
        var no = await bot.Lead();
        await bot.Overlook();
        Assert.Equal("Ana Sousa", (await bot.GetLead(no)).OfferedTo);
        await bot.Say(Noor, "directory");
        Assert.Contains((await bot.ExpectPost(Noor, "Who lands where")).Texts, text => text.StartsWith("From Microsoft Graph, as of {{DATE(2026-11-23T09:0", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task A_list_that_never_ends_is_given_up_and_what_is_known_stays(Database database)
    {
        var bot = await StartWithGraphAsync(database);
        await bot.Settle();
        Graph.ForgetCalls();
        Graph.Fail(GraphFault.EmptyPagesWithoutEnd(), GraphKind.UsersDelta);

        for (var pass = 0; pass < 4; pass++)
            await bot.Advance(5.Minutes());
        Assert.InRange(Graph.Count(GraphKind.UsersDelta), 100, 250);
        Assert.Equal(Everybody.Count, CompanyOf(bot).People.Count());

        Graph.Recover();
        Graph.Change(User(Ana), user => user.JobTitle = "Account Executive");
        await bot.Advance(1.Hours());
        Assert.Equal("Account Executive", Known(bot, Ana).Title);
        bot.ExpectLine("list does not end");
    }

    [Theory, OnBothDatabases]
    public async Task So_many_leavers_at_once_stay_until_an_administrator_says_that_they_have_left(Database database)
    {
        Graph.Load(Everybody.Select(UserOf));
        List<GraphUser> others = [.. Enumerable.Range(1, 60).Select(no => new GraphUser
        {
            Id = Id(no),
            DisplayName = $"Person {no:00}",
            GivenName = "Person",
            Surname = $"{no:00}",
            Mail = $"person{no}@brightwater.example",
            UserPrincipalName = $"person{no}@brightwater.example",
            Department = "Support",
        })];
        Graph.Load(others);
        var bot = await StartOnGraphAsync(database);
        await bot.Settle();
        var owned = await bot.Lead();
        await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept");
        await bot.Overlook();

        foreach (var user in others.Take(30))
            Graph.Delete(user);
        Graph.Delete(User(Ana));
        await bot.Advance(5.Minutes());

        var card = await bot.ExpectPost(Noor, "no longer lists");
        Assert.Contains("The directory no longer lists 31 people at once. They stay until you say that they have left: their leads, numbers and promises would go to others.", card.Texts);
        Assert.Equal("Ana Sousa", (await bot.GetLead(owned)).Owner);
        Assert.Equal("Only an administrator can read this list.", (await bot.Press(Bo, card, "They have left")).Sentence);

        Assert.Equal(["31 people have left. What they held goes to others now."], (await bot.Press(Noor, card, "They have left")).Card.Texts);

        await bot.Overlook();
        Assert.Null((await bot.GetLead(owned)).Owner);
        Assert.Equal(["That is settled already."], (await bot.Press(Noor, card, "They have left")).Card.Texts);
        bot.ExpectLine("no longer lists 31 of");
    }

    [Theory, OnBothDatabases]
    public async Task One_mailbox_that_asks_to_wait_holds_up_no_other(Database database)
    {
        var bot = await StartWithGraphAsync(database);
        Graph.Fail(GraphFault.Throttled(TimeSpan.FromMinutes(2)), GraphKind.Mailbox, path: Ana.ObjectId);
        await bot.Settle();

        var read = await bot.Read(db => db.Mailboxes.CountAsync(row => row.ReadAt != null));
        Assert.Equal(8 - 1, read);
        await bot.Advance(2.Minutes());
        Assert.Equal(8, await bot.Read(db => db.Mailboxes.CountAsync(row => row.ReadAt != null)));
    }

    static GraphFault FaultOf(string name) => name switch
    {
        "throttled" => GraphFault.Throttled(TimeSpan.FromSeconds(45)),
        "unavailable" => GraphFault.Unavailable(TimeSpan.FromSeconds(20)),
        "timeout" => GraphFault.GatewayTimeout(),
        "reset" => GraphFault.Reset(),
        "cut" => GraphFault.CutHalfway(),
        "never-ending" => GraphFault.NeverEnding(),
        "stalling" => GraphFault.Stalling(),
        _ => GraphFault.TokenRefused(),
    };
}
