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
