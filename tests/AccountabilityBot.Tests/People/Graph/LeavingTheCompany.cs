using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Tests.Harness;
using AccountabilityBot.Tests.Harness.Graph;
using AccountabilityBot.Tests.Numbers;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;
using static AccountabilityBot.Tests.People.Graph.KnowingThePeople;

namespace AccountabilityBot.Tests.People.Graph;

/// <summary>Nothing stays with somebody who is gone.</summary>
public sealed class LeavingTheCompany : GraphScenario
{
    [Theory, OnBothDatabases]
    public async Task What_they_owned_and_what_was_put_to_them_is_anybodys_within_one_sync(Database database)
    {
        var bot = await StartWithGraphAsync(database);
        await bot.Settle();
        var owned = await bot.Lead();
        await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept");
        var asked = await bot.Lead(new { company = "Second Wells" });
        await bot.Overlook();
        for (var other = 0; other < 5; other++)
            await bot.Lead(new { company = $"Other Wells {other}" });
        await bot.Overlook();
        Assert.Equal("Ana Sousa", (await bot.GetLead(owned)).Owner);
        Assert.Equal("Bo Nguyen", (await bot.GetLead(asked)).OfferedTo);

        Graph.Delete(User(Ana));
        Graph.Change(User(Bo), user => user.AccountEnabled = false);
        await bot.Advance(5.Minutes());
        await bot.Overlook();

        var (first, second) = (await bot.GetLead(owned), await bot.GetLead(asked));
        Assert.Equal("received, offered, accepted, owner-gone, offered", first.Story);
        Assert.Equal("left", first.Line("owner-gone")["reason"]!.GetValue<string>());
        Assert.Equal("received, offered, withdrawn, offered", second.Story);
        Assert.Null(first.Owner);
        Assert.DoesNotContain(first.OfferedTo, (string[])["Ana Sousa", "Bo Nguyen"]);
        Assert.DoesNotContain(second.OfferedTo, (string[])["Ana Sousa", "Bo Nguyen"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_head_of_sales_is_removed_and_within_one_sync_everything_is_where_it_belongs(Database database)
    {
        Graph.Load(Everybody.Select(UserOf));
        Graph.Change(User(Ravi), user => (user.Department, user.JobTitle, user.ManagerId) = ("Sales", "Head of Sales", Dana.ObjectId));
        var bot = await StartOnGraphAsync(database, Registry.Setup with { Model = Registry.Setup.Model.Replace("capacity: 5", "capacity: 1", StringComparison.Ordinal) });
        await bot.Settle();
        List<string> leads = [];
        for (var lead = 0; lead < 7; lead++)
            leads.Add(await bot.Lead(new { company = $"Buyer {lead}" }));
        await bot.Press(Ravi, await bot.ExpectPost(Ravi), "Accept");
        await bot.Say(Ravi, "commit to call the fair's leads by 2026-11-27");
        await bot.Overlook();
        var owned = (await Task.WhenAll(leads.Select(bot.GetLead))).Single(lead => lead.Owner == "Ravi Menon");
        Assert.Equal("Ravi Menon", await OwnerOfAsync(bot, "revenue"));

        Graph.Delete(User(Ravi));
        await bot.Advance(5.Minutes());
        await bot.Overlook();

        // The lead is in the pool with its story, the number is orphaned, the promise is offered to somebody who is there.
        var after = await bot.GetLead(owned.No);
        Assert.Null(after.Owner);
        Assert.StartsWith("received, offered, accepted, owner-gone", after.Story, StringComparison.Ordinal);
        Assert.Equal(Holding.Orphaned, (await bot.NumberAsync("revenue")).Holding);
        var promise = await bot.Read(db => db.Commitments.AsNoTracking().SingleAsync());
        Assert.Equal((CommitmentState.Open, true), (promise.State, promise.OwnerLeftAt is not null));
        Assert.Equal(0, await bot.Read(db => db.Offers.CountAsync(offer => offer.Outcome == null && db.People.Any(person => person.Id == offer.To && !person.IsActive))));
        Assert.Equal(0, await bot.Read(db => db.Leads.CountAsync(lead => db.People.Any(person => (person.Id == lead.Owner || person.Id == lead.ReservedFor) && !person.IsActive))));
        await bot.Say(Noor, "directory");
        Assert.Contains("Sales: its head, ravi@brightwater.example, is not among the people", (await bot.ExpectPost(Noor, "Who lands where")).Texts);
        await bot.Overlook();
    }

    static async Task<string?> OwnerOfAsync(BotHarness bot, string number) =>
        (await bot.NumberAsync(number)).Current is { } current ? CompanyOf(bot).Find(current.Person)?.Name : null;

    [Theory, OnBothDatabases]
    public async Task Who_moves_to_another_department_leaves_their_leads_behind(Database database)
    {
        var bot = await StartWithGraphAsync(database);
        await bot.Settle();
        var no = await bot.Lead();
        await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept");
        await bot.Overlook();

        Graph.Change(User(Ana), user => user.Department = "Support");
        await bot.Advance(5.Minutes());

        await bot.Overlook();
        var told = await bot.GetLead(no);
        Assert.Equal("received, offered, accepted, owner-gone, offered", told.Story);
        Assert.Equal("moved", told.Line("owner-gone")["reason"]!.GetValue<string>());
        Assert.Equal("Bo Nguyen", told.OfferedTo);
        Assert.Equal("Support", Known(bot, Ana).Department?.Name);
    }
}
