using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class Rotating : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Members_are_asked_in_turn_and_then_from_the_first_again(Database database)
    {
        var bot = await StartAsync(database);

        List<string> offered = [];
        for (var i = 0; i < 8; i++)
        {
            var no = await bot.Lead(new { company = $"Well {i}" });
            await bot.Overlook();
            offered.Add((await bot.GetLead(no)).OfferedTo!);
        }

        Assert.Equal([.. SalesPeople.Select(person => person.Name), Ana.Name, Bo.Name], offered);
    }

    [Theory, OnBothDatabases]
    public async Task Many_at_once_are_given_out_in_turn_as_well(Database database)
    {
        var bot = await StartAsync(database);

        var leads = string.Join(',', Enumerable.Range(1, 6).Select(i => $$"""{"externalId":"x{{i}}","source":"fair","name":"N{{i}}","company":"Well {{i}}"}"""));
        await bot.Post($"[{leads}]");
        await bot.Overlook();

        for (var i = 0; i < 6; i++)
            Assert.Equal(SalesPeople[i].Name, (await bot.GetLead($"L-{1001 + i}")).OfferedTo);
    }

    [Theory, OnBothDatabases]
    public async Task Above_five_open_offers_leads_wait_and_open_in_order_as_one_answers(Database database)
    {
        var bot = await StartAsync(database);
        for (var i = 1; i <= 7; i++)
            await bot.Lead(new { department = "support", company = $"Well {i}" });
        var offers = new List<ShownCard>();
        for (var i = 1; i <= 5; i++)
        {
            offers.Add(await bot.ExpectPost(Sam, $"Well {i}"));
            await bot.ExpectPost(Support, $"Well {i}");
        }

        await bot.Silence();
        Assert.Equal("waiting", (await bot.GetLead("L-1006")).State);

        await bot.Press(Sam, offers[2], "Accept");

        await bot.ExpectPost(Sam, "Well 6");
        Assert.Equal(("offered", "waiting"), ((await bot.GetLead("L-1006")).State, (await bot.GetLead("L-1007")).State));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_more_urgent_lead_opens_before_those_who_waited_longer(Database database)
    {
        var bot = await StartAsync(database);
        for (var i = 1; i <= 6; i++)
            await bot.Lead(new { department = "support", segment = "cold", company = $"Well {i}" });
        await bot.Settle();
        await bot.Lead(new { department = "support", segment = "warm", company = "Urgent" });
        await bot.Press(Sam, await bot.ExpectPost(Sam), "Accept");
        await bot.Overlook();

        Assert.Equal(("waiting", "offered"), ((await bot.GetLead("L-1006")).State, (await bot.GetLead("L-1007")).State));
    }

    [Theory, OnBothDatabases]
    public async Task Who_looks_after_the_customer_is_asked_first(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(new { company = "Keller Wells GmbH" });
        await bot.ExpectPost(Sales);
        await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept");
        await bot.Overlook();

        await bot.Lead(new { company = "KELLER WELLS", name = "Somebody else" });

        Assert.Contains("Already looks after this customer", (await bot.ExpectPost(Ana)).Texts);
        await bot.Overlook();
    }
}
