using AccountabilityBot.Tests.Harness;
using AccountabilityBot.Tests.Harness.Graph;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;
using static AccountabilityBot.Tests.People.Graph.KnowingThePeople;

namespace AccountabilityBot.Tests.People.Graph;

/// <summary>A directory as directories are: the bot starts, routes, and says what somebody should look at.</summary>
public sealed class UntidyDirectory : GraphScenario
{
    [Theory, OnBothDatabases]
    public async Task Whatever_is_wrong_in_it_leads_are_routed_and_the_administrator_reads_what(Database database)
    {
        Graph.Load(Everybody.Select(UserOf));
        Change(Ana, user => user.ManagerId = Bo.ObjectId);
        Change(Bo, user => user.ManagerId = Chidi.ObjectId);
        Change(Chidi, user => user.ManagerId = Ana.ObjectId);
        Change(Dana, user => user.Mail = Emil.Email);
        Change(Sam, user => user.Department = "Support; Sales | Marketing; Legal; Facilities; Board");
        Change(Mei, user => (user.DisplayName, user.GivenName, user.Surname) = (null, null, null));
        Hours(Ana, "Narnia Standard Time", 10, 15);
        Hours(Bo, "W. Europe Standard Time", 20, 23);
        Change(Farah, user => user.Mailbox = null);
        Change(Helene, user => user.ManagerId = Id(77));

        var bot = await StartOnGraphAsync(database, new BotSetup { Model = DaytimeModel });
        await bot.Settle();

        Assert.Equal(Everybody.Count, CompanyOf(bot).People.Count());
        Assert.Equal(Mei.Email, Known(bot, Mei).Name);
        Assert.Equal("Support", Known(bot, Sam).Department?.Name);
        Assert.Equal(Dana.Name, CompanyOf(bot).FindByReference(Emil.Email)?.Name);
        Assert.Equal(
            [(Ana.Name, "no-zone"), (Bo.Name, "never-meet"), (Farah.Name, "no-mailbox")],
            (await bot.Read(db => db.Mailboxes.Where(row => row.Problem != null).Join(db.People, row => row.PersonId, person => person.Id, (row, person) => new { person.Name, row.Problem }).ToListAsync()))
                .Select(one => (one.Name, one.Problem!)).Order());

        // Hours that cannot be meant are nobody's: the department's count.
        foreach (var person in new[] { Ana, Bo, Chidi })
        {
            var no = await bot.Lead(new { company = $"Wells of {person.Name}" });
            await bot.Overlook();
            Assert.Equal(person.Name, (await bot.GetLead(no)).OfferedTo);
        }

        await bot.Say(Noor, "directory");
        var texts = (await bot.ExpectPost(Noor, "Who lands where")).Texts;
        Assert.Contains("They manage each other in a circle: Ana Sousa → Bo Nguyen → Chidi Eze → Ana Sousa", texts);
        Assert.Contains($"{Emil.Email}: Dana Weiss, Emil Krog", texts);
        Assert.Contains("Sam Mwangi: Support (named: Support, Sales, Marketing)", texts);
        Assert.Contains("People whose manager is not among the people: 1", texts);
        await bot.Overlook();
    }

    /// <summary>It is 18:00 in Tokyo when the scenario begins.</summary>
    [Theory]
    [OnBothDatabases(10, "Bo Nguyen")]
    [OnBothDatabases(15 * 60, "Ana Sousa")]
    public async Task Leads_are_put_to_somebody_in_the_hours_of_their_own_mailbox(Database database, int minutes, string offeredTo)
    {
        Graph.Load(Everybody.Select(UserOf));
        Hours(Ana, "Tokyo Standard Time", 9, 17);
        var bot = await StartOnGraphAsync(database);
        await bot.Settle();
        await bot.Advance(minutes.Minutes());
        await bot.Advance(10.Minutes());

        var no = await bot.Lead();
        await bot.Overlook();

        Assert.Equal(offeredTo, (await bot.GetLead(no)).OfferedTo);
    }

    [Theory, OnBothDatabases]
    public async Task A_list_beside_Graph_fills_only_what_Graph_leaves_empty(Database database)
    {
        Graph.Load(Everybody.Select(UserOf));
        Change(Ana, user => (user.JobTitle, user.ManagerId) = ("Account Executive", Ravi.ObjectId));
        Change(Bo, user => user.Mailbox!.TimeZone = "Tokyo Standard Time");
        Change(Mei, user => user.Department = null);
        using var list = new BesideGraph($"""
            id,name,email,title,department,manager,timeZone
            {Ana.ObjectId},Anita,{Ana.Email},Closer,Support,{Helene.Email},Asia/Kolkata
            {Bo.ObjectId},Bo,{Bo.Email},Closer,,{Helene.Email},Europe/Madrid
            {Mei.ObjectId},Mei,{Mei.Email},,Marketing,,
            {string.Join('\n', Everybody.Except([Ana, Bo, Mei]).Select(person => $"{person.ObjectId},{person.Name},{person.Email},,,,"))}
            {Stranger.ObjectId},{Stranger.Name},quentin@brightwater.example,,Sales,,
            """);

        var bot = await StartOnGraphAsync(database, new BotSetup { Settings = [$"--People:Path={list.Path}"] });
        await bot.Settle();
        await bot.Advance(6.Minutes());

        var (ana, bo) = (Known(bot, Ana), Known(bot, Bo));
        Assert.Equal(("Ana Sousa", "Account Executive", "Sales", "Asia/Kolkata"), (ana.Name, ana.Title, ana.Department?.Name, ana.TimeZone));
        Assert.Equal(Ravi.Name, CompanyOf(bot).ManagerOf(ana)?.Name);
        Assert.Equal(("Bo Nguyen", "Closer", "Sales", "Asia/Tokyo"), (bo.Name, bo.Title, bo.Department?.Name, bo.TimeZone));
        Assert.Equal(Helene.Name, CompanyOf(bot).ManagerOf(bo)?.Name);
        Assert.Equal("Marketing", Known(bot, Mei).Department?.Name);
        // Whom only the list knows is nobody once Graph has answered.
        Assert.Null(CompanyOf(bot).FindByReference(Stranger.ObjectId));
        await bot.Overlook();
    }

    void Change(Colleague person, Action<GraphUser> change) => Graph.Change(User(person), change);

    void Hours(Colleague person, string zone, int start, int end) => Change(person, user => user.Mailbox = new GraphMailbox
    {
        TimeZone = zone,
        WorkingHours = new GraphWorkingHours { Zone = zone, Start = new TimeOnly(start, 0), End = new TimeOnly(end, 0) },
    });

    sealed class BesideGraph : IDisposable
    {
        readonly string _folder = Directory.CreateTempSubdirectory("accountability-people-").FullName;

        internal BesideGraph(string text)
        {
            Path = System.IO.Path.Combine(_folder, "people.csv");
            File.WriteAllText(Path, text);
        }

        internal string Path { get; }

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
