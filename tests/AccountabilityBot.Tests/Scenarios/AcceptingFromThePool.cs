using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class AcceptingFromThePool : Scenario
{
    [Theory, OnBothDatabases]
    public async Task A_hot_lead_stands_in_the_channel_alone_and_calls_five_of_six(Database database)
    {
        var bot = await StartAsync(database);

        await bot.Lead(new { segment = "hot" });

        var inChannel = await bot.ExpectPost(Sales);
        Assert.Contains("First to accept has it. Answer by {{TIME(2026-11-23T09:10:00Z)}}.", inChannel.Texts);
        Assert.Equal(5, inChannel.Mentions.Count);
        Assert.All(inChannel.Mentions, name => Assert.Contains(name, SalesPeople.Select(person => person.Name)));
        Assert.Equal("Accept, Reject, Details, (Pass on)", inChannel.ButtonRow);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task The_first_has_it_the_second_reads_who_was_first_and_the_owner_gets_a_card_of_her_own(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead(new { segment = "hot" });
        var inChannel = await bot.ExpectPost(Sales);

        var first = await bot.Press(Chidi, inChannel, "Accept");
        var second = await bot.Press(Bo, inChannel, "Accept");

        Assert.Equal("Contacted, Set disposition, Details, (Hold), (Hand back)", first.Card.ButtonRow);
        Assert.Equal("Details", second.Card.ButtonRow);
        Assert.Contains("Chidi Eze has it since", second.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Chidi Eze has it since", (await bot.ExpectEdit(inChannel)).Text, StringComparison.Ordinal);
        Assert.Equal(first.Card.ButtonRow, (await bot.ExpectPost(Chidi)).ButtonRow);
        Assert.Equal(("accepted", "Chidi Eze"), ((await bot.GetLead(no)).State, (await bot.GetLead(no)).Owner));
    }

    [Theory, OnBothDatabases]
    public async Task When_all_press_at_once_one_has_it_and_all_others_read_who(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead(new { segment = "hot" });
        var inChannel = await bot.ExpectPost(Sales);

        var answers = await Task.WhenAll(SalesPeople.Select(person => bot.Press(person, inChannel, "Accept")));

        var owner = (await bot.GetLead(no)).Owner!;
        Assert.Single(answers, answer => answer.Card.ButtonRow.StartsWith("Contacted", StringComparison.Ordinal));
        Assert.All(answers, answer => Assert.Contains($"{owner} has it since", answer.Card.Text, StringComparison.Ordinal));
        Assert.Equal("received, offered, accepted", (await bot.GetLead(no)).Story);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_of_another_department_hears_that_it_is_not_for_them(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead(new { segment = "hot" });
        var inChannel = await bot.ExpectPost(Sales);

        var answer = await bot.Press(Mei, inChannel, "Accept");

        Assert.Equal("Only members of Sales can answer this lead.", answer.Sentence);
        Assert.Equal("offered", (await bot.GetLead(no)).State);
    }

    [Theory, OnBothDatabases]
    public async Task A_pool_that_lets_it_expire_leaves_it_to_the_guardian(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(new { segment = "hot" });
        var inChannel = await bot.ExpectPost(Sales);

        await bot.Advance(14.Minutes());
        await bot.ExpectPost(Ravi, "Nobody in Sales has taken this lead yet");
        await bot.Overlook();
        Assert.Single(inChannel.Message.Versions);
        await bot.Advance(1.Minutes());

        var withGuardian = await bot.ExpectPost(Helene);
        Assert.Equal("Assign, Take, Close, (Details)", withGuardian.ButtonRow);
        Assert.Contains("Everybody in Sales: no answer in time", withGuardian.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody holds it. Helene Brandt decides what happens next.", (await bot.ExpectEdit(inChannel)).Texts);
        await bot.Overlook();
    }
}
