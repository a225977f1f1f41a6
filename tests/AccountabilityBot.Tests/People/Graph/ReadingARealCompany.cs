using AccountabilityBot.Tests.Edge;
using AccountabilityBot.Tests.Harness;
using AccountabilityBot.Tests.Harness.Graph;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.People.Graph.KnowingThePeople;

namespace AccountabilityBot.Tests.People.Graph;

/// <summary>1,336 people of a real company come by the SDK, land by rules, and change.</summary>
public sealed class ReadingARealCompany : GraphScenario
{
    [Theory, OnBothDatabases]
    public async Task Everybody_comes_in_the_fewest_requests_lands_and_a_hundred_changes_are_one_request(Database database)
    {
        Assert.SkipWhen(SharedData.OrgPeople is null, "data/gitlab/org_people_pseudonymised.json is not there; ACCOUNTABILITY_SHARED names the folder that has it.");
        Graph.Load(GraphCompany.Read(SharedData.OrgPeople!));
        var bot = await StartOnGraphAsync(database, new BotSetup { Model = RealDirectoryTests.ModelText });

        await bot.Settle();

        Assert.Equal(Graph.LeastRequestsForFullSync(), Graph.Count(GraphKind.UsersDelta));
        Assert.Equal(1_336, CompanyOf(bot).People.Count());
        Assert.Equal((213, 79, 35), (CompanyOf(bot).MembersOf("sales").Count, CompanyOf(bot).MembersOf("marketing").Count, CompanyOf(bot).MembersOf("support").Count));
        Assert.Equal(13, CompanyOf(bot).People.Count(person => person.Department is null));

        Graph.ForgetCalls();
        foreach (var user in Graph.Users.Take(100))
            Graph.Change(user, changed => changed.JobTitle = "Something else");
        await bot.Advance(5.Minutes());

        Assert.Equal(1, Graph.Count(GraphKind.UsersDelta));
        Assert.Equal(100, await bot.Read(db => db.People.CountAsync(row => row.Title == "Something else")));
        await bot.Overlook();
    }
}
