using AccountabilityBot.People;
using AccountabilityBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>An administrator asks who lands where; rules and overrides of the model decide it from the start.</summary>
public sealed class ReadingTheDirectory : Scenario
{
    static readonly BotSetup Untidy = new()
    {
        Model = Model + """

            membership:
              - { to: sales, department: "*field*" }
              - { to: marketing, department: "* Stable Counterpart" }
              - { to: nobody, name: "Room *" }
            people:
              mei@brightwater.example: { department: sales }
            """,
        People = PeopleCsvOf([.. Everybody, new("Gus Field", 41, "Field Force"), new("Room 7", 42, null), new("Lea Law", 43, "Legal [x](https://evil.example)")]),
    };

    [Theory]
    [OnBothDatabases("Directory?")]
    [OnBothDatabases("verzeichnis")]
    public async Task The_administrator_reads_who_lands_where(Database database, string asked)
    {
        var bot = await StartAsync(database, Untidy);

        await bot.Say(Noor, asked);

        var texts = (await bot.ExpectPost(Noor)).Texts;
        Assert.Equal("Who lands where", texts[0]);
        Assert.Equal("From the list of people; it is read at each start.", texts[1]);
        Assert.Equal("16 people; 7 of them are in no department.", texts[2]);
        Assert.Contains("Accounts that the model says are nobody’s: 1", texts);
        Assert.Contains("Sales: 8 · 1 by name, 1 by rule, 6 by label", texts);
        Assert.Contains("Marketing: nobody is in it", texts);
        Assert.Contains(texts, text => text.StartsWith("1 · Legal ", StringComparison.Ordinal));
        Assert.Contains("Rule 2 matches nobody: department \"* Stable Counterpart\" → marketing", texts);
        Assert.Contains("Mei Chou: Sales; without that Marketing", texts);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_a_rule_brings_is_offered_leads_and_nobody_is_not(Database database)
    {
        var bot = await StartAsync(database, Untidy);

        await bot.Say(Noor, "directory");

        Assert.DoesNotContain("Room 7", string.Join('\n', (await bot.ExpectPost(Noor)).Texts), StringComparison.Ordinal);
        var company = bot.Services.GetRequiredService<CompanySource>().Current;
        Assert.Equal(["Ana Sousa", "Bo Nguyen", "Chidi Eze", "Dana Weiss", "Emil Krog", "Farah Zaman", "Gus Field", "Mei Chou"], company.MembersOf("sales").Select(person => person.Name).Order());
        Assert.Null(company.FindByReference(new Colleague("Room 7", 42, null).ObjectId));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_else_reads_it_or_is_told_of_it(Database database)
    {
        var bot = await StartAsync(database);

        await bot.Say(Ana, "directory");
        Assert.Equal("Only an administrator can read this list.", (await bot.ExpectPost(Ana)).Text);
        await bot.Say(Ana, "help");
        Assert.DoesNotContain("who lands where", (await bot.ExpectPost(Ana)).Text, StringComparison.Ordinal);
        await bot.Say(Noor, "help");
        Assert.Contains("directory: who lands where, and who nowhere", (await bot.ExpectPost(Noor)).Texts);
    }
}
