using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class GuardingALead : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Assign_puts_it_to_a_person_who_still_answers(Database database)
    {
        var bot = await StartAsync(database);
        var (no, inChannel, withGuardian) = await ExpiredFromPoolAsync(bot);
        var form = (await bot.Press(Helene, withGuardian, "Assign")).Card;

        var answer = await bot.Press(Helene, form, "Assign", ("Person", "Dana Weiss"));

        Assert.Equal("Details", answer.Card.ButtonRow);
        var withDana = await bot.ExpectPost(Dana);
        Assert.Contains("Assigned by Helene Brandt", withDana.Texts);
        Assert.Equal("Accept, Reject, Details, (Pass on)", withDana.ButtonRow);
        Assert.Contains("Offered to Dana Weiss until", (await bot.ExpectEdit(inChannel)).Text, StringComparison.Ordinal);
        Assert.Equal("Details", (await bot.ExpectEdit(withGuardian)).ButtonRow);
        Assert.Equal("Dana Weiss", (await bot.GetLead(no)).OfferedTo);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Take_makes_the_guardian_the_owner(Database database)
    {
        var bot = await StartAsync(database);
        var (no, inChannel, withGuardian) = await ExpiredFromPoolAsync(bot);

        var answer = await bot.Press(Helene, withGuardian, "Take");

        Assert.Equal("Contacted, Set disposition, Details, (Hold), (Hand back)", answer.Card.ButtonRow);
        Assert.Equal("Helene Brandt", (await bot.GetLead(no)).Owner);
        Assert.Contains("Helene Brandt has it since", (await bot.ExpectEdit(inChannel)).Text, StringComparison.Ordinal);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Close_takes_a_reason_and_ends_it(Database database)
    {
        var bot = await StartAsync(database);
        var (no, inChannel, withGuardian) = await ExpiredFromPoolAsync(bot);
        var form = (await bot.Press(Helene, withGuardian, "Close")).Card;

        var answer = await bot.Press(Helene, form, "Close", ("Reason", "A test and no lead"));

        Assert.Equal("Details", answer.Card.ButtonRow);
        var told = await bot.GetLead(no);
        Assert.Equal(("closed", "test"), (told.State, told.Line("closed")["reason"]!.GetValue<string>()));
        var afterwards = await bot.ExpectEdit(inChannel);
        Assert.Contains("Closed", afterwards.Texts);
        Assert.Contains("A test and no lead", afterwards.Texts);
        await bot.ExpectEdit(withGuardian);
        await bot.Silence();
    }

    [Theory]
    [OnBothDatabases("Assign")]
    [OnBothDatabases("Take")]
    [OnBothDatabases("Close")]
    public async Task It_is_refused_to_everybody_else(Database database, string button)
    {
        var bot = await StartAsync(database);
        var (no, _, withGuardian) = await ExpiredFromPoolAsync(bot);

        var answer = await bot.Press(Bo, withGuardian, button);

        Assert.Equal("Only Ravi Menon, Helene Brandt or an administrator can do this.", answer.Sentence);
        Assert.Equal("waiting", (await bot.GetLead(no)).State);
        await bot.Silence();
    }

    [Theory]
    [OnBothDatabases(2, "Ravi Menon")]
    [OnBothDatabases(1, "Noor Haddad")]
    public async Task The_head_and_the_administrator_may_as_well(Database database, int personNo, string name)
    {
        var bot = await StartAsync(database);
        var (no, _, withGuardian) = await ExpiredFromPoolAsync(bot);

        await bot.Press(Everybody.Single(person => person.No == personNo), withGuardian, "Take");

        Assert.Equal(name, (await bot.GetLead(no)).Owner);
        await bot.Overlook();
    }

    static async Task<(string No, ShownCard InChannel, ShownCard WithGuardian)> ExpiredFromPoolAsync(BotHarness bot)
    {
        var no = await bot.Lead(new { segment = "hot" });
        var inChannel = await bot.ExpectPost(Sales);
        await bot.Advance(15.Minutes());
        var withGuardian = await bot.ExpectPost(Helene);
        await bot.ExpectEdit(inChannel);
        return (no, inChannel, withGuardian);
    }
}
