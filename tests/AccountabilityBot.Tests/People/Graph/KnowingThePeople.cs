using AccountabilityBot.Domain.People;
using AccountabilityBot.People;
using AccountabilityBot.Tests.Harness;
using AccountabilityBot.Tests.Harness.Graph;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.People.Graph;

/// <summary>Everybody once, and from then on what changed.</summary>
public sealed class KnowingThePeople : GraphScenario
{
    [Theory, OnBothDatabases]
    public async Task Everybody_is_known_after_the_first_reading_and_belongs_somewhere(Database database)
    {
        Graph.PageSize = 5;
        var bot = await StartWithGraphAsync(database);
        Assert.Empty(CompanyOf(bot).People);

        await bot.Settle();

        Assert.Equal(Everybody.Select(person => person.Name).Order(), CompanyOf(bot).People.Select(person => person.Name).Order());
        Assert.Equal(SalesPeople.Select(person => person.Name), CompanyOf(bot).MembersOf("sales").Select(person => person.Name));
        Assert.Equal(3, Graph.Count(GraphKind.UsersDelta));
        await bot.Lead();
        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_person_is_nobody(Database database)
    {
        Graph.Load(Everybody.Select(UserOf));
        Graph.Add(new GraphUser { Id = Id(1), DisplayName = "Conf Room Adams", Mail = "adams@brightwater.example", UserPrincipalName = "adams@brightwater.example" });
        Graph.Add(new GraphUser { Id = Id(2), DisplayName = "CRM sync", UserPrincipalName = "svc-crm@brightwater.example" });
        Graph.Add(Person(3, "Gus Guest", user => (user.UserType, user.UserPrincipalName) = ("Guest", "gus_other.example#EXT#@brightwater.example")));
        Graph.Add(Person(4, "Dora Disabled", user => user.AccountEnabled = false));
        Graph.Add(Person(5, "Mailbox Of Many", user => user.Mailbox = new GraphMailbox { UserPurpose = "shared" }));
        Graph.Add(Person(6, "Only Pia", user => (user.DisplayName, user.Mail) = (null, null)));
        var bot = await StartOnGraphAsync(database);
        await bot.Settle();
        await bot.Advance(6.Minutes());

        Assert.Equal(["Only Pia"], CompanyOf(bot).People.Where(person => person.ObjectId.StartsWith("00000000-0000-4000-9", StringComparison.Ordinal)).Select(person => person.Name));
        Assert.Equal(
            [AccountKind.Unnamed, AccountKind.Unnamed, AccountKind.Guest, AccountKind.Blocked, AccountKind.Resource, AccountKind.Person],
            await bot.Read(db => db.People.Where(row => row.ObjectId.StartsWith("00000000-0000-4000-9")).OrderBy(row => row.ObjectId).Select(row => row.Account).ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task Only_what_changed_is_asked_for_and_cleared_is_not_unchanged(Database database)
    {
        var bot = await StartWithGraphAsync(database);
        Graph.Change(User(Ana), user => (user.JobTitle, user.ManagerId) = ("Account Executive", Ravi.ObjectId));
        await bot.Settle();
        Graph.ForgetCalls();
        Assert.Equal(("Account Executive", "Ravi Menon"), (Known(bot, Ana).Title, CompanyOf(bot).ManagerOf(Known(bot, Ana))?.Name));

        Graph.Change(User(Ana), user => user.JobTitle = null);
        Graph.Change(User(Bo), user => user.DisplayName = "Bo Tran");
        await bot.Advance(5.Minutes());

        Assert.Equal(1, Graph.Count(GraphKind.UsersDelta));
        Assert.Equal((null, "Ravi Menon", "Sales"), (Known(bot, Ana).Title, CompanyOf(bot).ManagerOf(Known(bot, Ana))?.Name, Known(bot, Ana).Department?.Name));
        Assert.Equal("Bo Tran", Known(bot, Bo).Name);

        Graph.Change(User(Ana), user => user.ManagerId = null);
        await bot.Advance(5.Minutes());
        Assert.Null(CompanyOf(bot).ManagerOf(Known(bot, Ana)));
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_deleted_is_gone_and_who_is_restored_is_the_same_person(Database database)
    {
        var bot = await StartWithGraphAsync(database);
        await bot.Settle();
        var before = Known(bot, Chidi).Id;
        var chidi = User(Chidi);

        Graph.Delete(chidi);
        await bot.Advance(5.Minutes());
        Assert.Null(CompanyOf(bot).FindByReference(Chidi.ObjectId));

        Graph.Restore(chidi);
        await bot.Advance(5.Minutes());
        Assert.Equal(before, Known(bot, Chidi).Id);

        Graph.Delete(chidi, hard: true);
        await bot.Advance(5.Minutes());
        Assert.Null(CompanyOf(bot).FindByReference(Chidi.ObjectId));
        Assert.Equal(["deleted", "purged"], await bot.Read(db => db.Ledger.Where(line => line.Kind == "person.left").OrderBy(line => line.Seq).Select(line => line.Reason!).ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task A_link_that_grew_old_means_everybody_anew_and_finds_who_left_meanwhile(Database database)
    {
        var bot = await StartWithGraphAsync(database);
        await bot.Settle();
        Graph.Delete(User(Dana), hard: true);
        Graph.ExpireDeltaTokens();

        await bot.Advance(5.Minutes());

        Assert.Null(CompanyOf(bot).FindByReference(Dana.ObjectId));
        Assert.Equal(Everybody.Count - 1, CompanyOf(bot).People.Count());
        bot.ExpectLine("Graph no longer knows where the bot was in the directory");
    }

    [Theory, OnBothDatabases]
    public async Task Members_of_the_administrators_group_are_administrators(Database database)
    {
        Graph.Load(Everybody.Select(UserOf));
        var (inner, outer) = (Graph.Group(Id(90), "Revenue operations"), Graph.Group(Id(91), "Bot administrators"));
        Graph.Join(outer, inner);
        Graph.Join(inner, User(Mei));
        Graph.Join(outer, User(Noor));
        var bot = await StartOnGraphAsync(database, new BotSetup { Model = Model.Replace("administrators: [noor@brightwater.example]", $"administrators: [{Id(91)}]", StringComparison.Ordinal) });

        await bot.Settle();
        await bot.Advance(1.Minutes());
        Assert.Equal([Mei.Name, Noor.Name], CompanyOf(bot).Administrators.Select(id => CompanyOf(bot).Find(id)!.Name).Order());

        Graph.Leave(inner, User(Mei));
        await bot.Advance(15.Minutes());
        Assert.Equal([Noor.Name], CompanyOf(bot).Administrators.Select(id => CompanyOf(bot).Find(id)!.Name));
    }

    internal static string Id(int no) => $"00000000-0000-4000-9000-{no:D12}";

    static GraphUser Person(int no, string name, Action<GraphUser> but)
    {
        var slug = $"{name.Split(' ')[0].ToLowerInvariant()}{no}@brightwater.example";
        var user = new GraphUser { Id = Id(no), DisplayName = name, GivenName = name.Split(' ')[0], Surname = name.Split(' ')[^1], Mail = slug, UserPrincipalName = slug, Department = "Sales" };
        but(user);
        return user;
    }

    internal static Company CompanyOf(BotHarness bot) => bot.Services.GetRequiredService<CompanySource>().Current;

    internal static CompanyPerson Known(BotHarness bot, Colleague person) => CompanyOf(bot).FindByReference(person.ObjectId)!;
}
