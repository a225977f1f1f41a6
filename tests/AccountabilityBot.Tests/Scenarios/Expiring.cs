using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class Expiring : Scenario
{
    [Theory, OnBothDatabases]
    public async Task At_one_and_a_half_times_the_promise_the_next_person_is_asked(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        var withAna = await bot.ExpectPost(Ana);

        await bot.Advance(89.Minutes());
        await bot.ExpectPost(Ana, "Reminder 2 of 2");
        await bot.ExpectPost(Ravi, "has not come to it yet");
        await bot.Silence();
        await bot.Advance(1.Minutes());

        var withBo = await bot.ExpectPost(Bo);
        Assert.Contains("Offered to Bo Nguyen until {{TIME(2026-11-23T11:30:00Z)}}", withBo.Texts);
        Assert.Contains("Offered to Bo Nguyen until {{TIME(2026-11-23T11:30:00Z)}}", (await bot.ExpectEdit(inChannel)).Texts);
        Assert.Equal("Details", (await bot.ExpectEdit(withAna)).ButtonRow);
        await bot.Overlook();
        Assert.StartsWith("It is offered to Bo Nguyen until", (await bot.Press(Ana, withAna, "Accept")).Sentence, StringComparison.Ordinal);
        Assert.Equal("received, offered, nudged, nudged, second-line, expired, offered", (await bot.GetLead(no)).Story);
    }

    [Theory, OnBothDatabases]
    public async Task It_never_comes_back_to_who_let_it_expire_and_ends_with_the_guardian(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();

        List<string> asked = [];
        for (var i = 0; i < 3; i++)
        {
            await bot.Overlook();
            asked.Add((await bot.GetLead(no)).OfferedTo!);
            await bot.Advance(90.Minutes());
        }

        Assert.Equal([Ana.Name, Bo.Name, Chidi.Name], asked);
        Assert.Equal("Assign, Take, Close, (Details)", (await bot.ExpectPost(Helene)).ButtonRow);
        Assert.Equal("waiting", (await bot.GetLead(no)).State);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_bot_that_slept_for_a_day_asks_the_next_person_once(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.Overlook();

        await bot.Advance(24.Hours());

        await bot.ExpectPost(Bo);
        Assert.Equal("received, offered, nudged, nudged, second-line, expired, offered", (await bot.GetLead(no)).Story);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Time_leaves_the_channels_card_alone(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        await bot.Overlook();

        await bot.Advance(80.Minutes());

        await bot.ExpectPost(Ana);
        await bot.ExpectPost(Ravi);
        await bot.Silence();
        Assert.Single(inChannel.Message.Versions);
    }
}
