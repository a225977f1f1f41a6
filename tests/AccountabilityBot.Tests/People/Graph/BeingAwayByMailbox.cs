using AccountabilityBot.Data;
using AccountabilityBot.Tests.Harness;
using AccountabilityBot.Tests.Harness.Graph;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.People.Graph;

/// <summary>What a mailbox and Teams say of who is there decides who is asked; what people say themselves goes before it.</summary>
public sealed class BeingAwayByMailbox : GraphScenario
{
    [Theory, OnBothDatabases]
    public async Task A_lead_is_not_offered_to_somebody_whose_mailbox_says_they_are_away(Database database)
    {
        Graph.Load(Everybody.Select(UserOf));
        Replies(Ana, "scheduled", new DateTime(2026, 11, 20, 0, 0, 0), new DateTime(2026, 11, 27, 8, 0, 0));
        Replies(Bo, "alwaysEnabled");
        var bot = await StartOnGraphAsync(database);
        await bot.Settle();

        await bot.Lead();

        await bot.ExpectPost(Sales);
        Assert.Contains("Next in the rotation; Ana Sousa is out until {{DATE(2026-11-27T08:00:00Z,SHORT)}} {{TIME(2026-11-27T08:00:00Z)}}", (await bot.ExpectPost(Chidi)).Texts);
    }

    [Theory, OnBothDatabases]
    public async Task Replies_that_are_switched_on_later_take_the_offer_back_and_nobody_says_until_when(Database database)
    {
        var bot = await StartWithGraphAsync(database);
        await bot.Settle();
        var no = await bot.Lead();
        await bot.Overlook();
        Assert.Equal("Ana Sousa", (await bot.GetLead(no)).OfferedTo);

        Replies(Ana, "alwaysEnabled");
        await bot.Advance(5.Minutes());

        await bot.ExpectPost(Bo, "Offered to Bo Nguyen");
        await bot.Overlook();
        Assert.Equal("Bo Nguyen", (await bot.GetLead(no)).OfferedTo);
        await bot.Advance(TimeSpan.FromDays(9));
        await bot.Overlook();
        var second = await bot.Lead(new { company = "Second Wells" });
        await bot.Overlook();
        Assert.NotEqual("Ana Sousa", (await bot.GetLead(second)).OfferedTo);

        Replies(Ana, "disabled");
        await bot.Advance(5.Minutes());
        await bot.Overlook();
        Assert.Equal(0, await bot.Read(db => db.Absences.CountAsync(row => row.EndedAt == null)));
    }

    [Theory, OnBothDatabases]
    public async Task Back_goes_before_the_mailbox_until_it_says_something_new(Database database)
    {
        Graph.Load(Everybody.Select(UserOf));
        Replies(Ana, "alwaysEnabled");
        Graph.Change(User(Ana), user => user.Presence = new GraphPresence { Availability = "Away", Activity = "OutOfOffice", IsOutOfOffice = true });
        var bot = await StartOnGraphAsync(database);
        await bot.Settle();

        await bot.Say(Ana, "back");
        await bot.ExpectPost(Ana, "Welcome back");
        await bot.Advance(10.Minutes());
        await bot.Lead();

        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana, "Offered to Ana Sousa");

        Replies(Ana, "scheduled", new DateTime(2026, 11, 23, 9, 20, 0), new DateTime(2026, 11, 27, 8, 0, 0));
        await bot.Advance(10.Minutes());
        await bot.Overlook();
        Assert.Equal([Absence.ByMailbox], await bot.Read(db => db.Absences.Where(row => row.EndedAt == null).Select(row => row.Source).ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task Out_until_goes_before_the_mailbox(Database database)
    {
        Graph.Load(Everybody.Select(UserOf));
        Replies(Ana, "scheduled", new DateTime(2026, 11, 20, 0, 0, 0), new DateTime(2026, 12, 24, 8, 0, 0));
        var bot = await StartOnGraphAsync(database);
        await bot.Settle();

        await bot.Say(Ana, "out until 11:00");
        await bot.Overlook();
        await bot.Advance(2.Hours());
        await bot.Lead();

        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana, "Offered to Ana Sousa");
    }

    [Theory, OnBothDatabases]
    public async Task Who_does_not_want_to_be_disturbed_is_asked_only_about_what_does_not_wait(Database database)
    {
        Graph.Load(Everybody.Select(UserOf));
        foreach (var person in SalesPeople.Except([Farah]))
            Graph.Change(User(person), user => user.Presence = new GraphPresence { Availability = "DoNotDisturb", Activity = "Presenting" });
        Graph.Change(User(Emil), user => user.Presence = new GraphPresence { Availability = "Away", Activity = "OutOfOffice", IsOutOfOffice = true });
        var bot = await StartOnGraphAsync(database);
        await bot.Settle();

        var warm = await bot.Lead();
        await bot.ExpectPost(Sales);
        Assert.Contains("Next in the rotation", (await bot.ExpectPost(Farah)).Texts.Select(text => text.Split(';')[0]));
        Assert.Equal("Farah Zaman", (await bot.GetLead(warm)).OfferedTo);

        await bot.Lead(new { segment = "hot", company = "Hot Wells" });
        Assert.DoesNotContain(Emil.Name, (await bot.ExpectPost(Sales, "Hot Wells")).Mentions);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Presence_that_cannot_be_read_any_more_keeps_nobody_from_anything(Database database)
    {
        Graph.Load(Everybody.Select(UserOf));
        foreach (var person in SalesPeople)
            Graph.Change(User(person), user => user.Presence = new GraphPresence { Availability = "DoNotDisturb", Activity = "DoNotDisturb" });
        var bot = await StartOnGraphAsync(database);
        await bot.Settle();
        var no = await bot.Lead();
        await bot.Silence();
        Assert.Null((await bot.GetLead(no)).OfferedTo);

        Graph.Fail(GraphFault.Unavailable(), GraphKind.Presences, times: 1_000);
        await bot.Advance(6.Minutes());

        await bot.Overlook();
        Assert.Equal("Ana Sousa", (await bot.GetLead(no)).OfferedTo);
    }

    void Replies(Colleague person, string status, DateTime? start = null, DateTime? end = null)
    {
        var user = User(person);
        Graph.Change(user, changed => changed.Mailbox!.AutomaticReplies = new GraphAutomaticReplies
        {
            Status = status,
            Start = start ?? new DateTime(2020, 1, 1),
            End = end ?? new DateTime(2020, 1, 2),
        });
    }
}
