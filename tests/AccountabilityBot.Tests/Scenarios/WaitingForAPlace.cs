using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class WaitingForAPlace : Scenario
{
    static readonly BotSetup WithoutSalesChannel = new() { Homes = new Dictionary<string, Channel> { ["support"] = Support } };

    [Theory, OnBothDatabases]
    public async Task Without_a_channel_nobody_is_asked_who_would_not_see_it_and_the_guardian_is_asked_for_one_once(Database database)
    {
        var bot = await StartAsync(database, WithoutSalesChannel);
        foreach (var person in SalesPeople)
            bot.Teams.LeaveOutOfRosters(person);
        await bot.Silence();

        var warm = await bot.Lead();
        await bot.Lead(new { segment = "hot" });

        var asked = await bot.ExpectPost(Helene);
        Assert.Contains("Sales has no channel, so its leads wait", asked.Texts);
        Assert.Contains("Waiting leads: 2. They are offered as soon as there is a channel.", asked.Texts);
        await bot.Lead();
        await bot.Silence();
        Assert.Equal("waiting", (await bot.GetLead(warm)).State);

        await bot.Say(Helene, "serve Sales here", Sales);
        await bot.Overlook();
        Assert.Equal("offered", (await bot.GetLead(warm)).State);
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_channel_who_has_a_chat_is_asked_and_a_pool_is_not(Database database)
    {
        var bot = await StartAsync(database, WithoutSalesChannel);
        await bot.Silence();

        var warm = await bot.Lead();
        await bot.ExpectPost(Ana);
        var hot = await bot.Lead(new { segment = "hot" });
        await bot.ExpectPost(Helene, "Sales has no channel");

        Assert.Equal("Ana Sousa", (await bot.GetLead(warm)).OfferedTo);
        Assert.Equal("waiting", (await bot.GetLead(hot)).State);
    }

    [Theory, OnBothDatabases]
    public async Task Thousands_that_wait_too_long_are_one_message_a_day_and_keep_their_place(Database database)
    {
        var bot = await StartAsync(database);
        var numbers = new List<string>();
        for (var lead = 0; lead < 9; lead++)
            numbers.Add(await bot.Lead(new { department = "support", seam = "sales-support", segment = "cold" }));
        await bot.Overlook();

        // Sam's five run out at 150 %; by then the others have waited longer than a working day.
        await bot.Advance(8.Hours());

        var told = await bot.ExpectPost(Priya, "leads that wait too long");
        await bot.Overlook();
        Assert.Contains("Support: leads that wait too long: 4", told.Texts);
        Assert.Equal(3, told.Texts.Count(text => text.Contains("Keller Wells", StringComparison.Ordinal)));
        Assert.Contains(numbers[5], told.Text, StringComparison.Ordinal);
        // Their reminders may come bundled; the list of the day does not come twice.
        await bot.Advance(1.Hours());
        await bot.Overlook();
        Assert.Equal(1, bot.Teams.Standing(Priya).Count(card => card.Text.Contains("leads that wait too long", StringComparison.Ordinal)));
        Assert.Equal("waiting", (await bot.GetLead(numbers[8])).State);
    }

    [Theory, OnBothDatabases]
    public async Task A_lead_that_the_only_free_colleague_gave_up_does_not_hold_up_the_next(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Model = Model.Replace("capacity: 5", "capacity: 1", StringComparison.Ordinal) });
        var first = await bot.Lead();
        var atAna = await bot.ExpectPost(Ana);
        for (var lead = 0; lead < 5; lead++)
            await bot.Lead();
        await bot.Overlook();

        var form = await bot.Press(Ana, atAna, "Pass on");
        await bot.Press(Ana, form.Card, "Pass on");
        var next = await bot.Lead();
        await bot.Overlook();

        Assert.Equal(("waiting", "Ana Sousa"), ((await bot.GetLead(first)).State, (await bot.GetLead(next)).OfferedTo));
    }
}
