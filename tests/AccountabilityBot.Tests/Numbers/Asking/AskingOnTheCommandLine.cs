using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Numbers.Asking;

/// <summary><c>ask</c> of the bot's own database.</summary>
public sealed class AskingOnTheCommandLine : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Of_the_database_it_knows_who_owns_a_number_now_and_how_it_stands(Database database)
    {
        using var site = new AskSite();
        var bot = await StartAsync(database, AskedCompany.Setup);
        await bot.OfferAsync(Ana, await bot.Ask(Ana, "who owns win rate"), Bo, "2026-11-23");
        await bot.Press(Bo, await bot.ExpectPost(Bo), "Accept ownership");
        await bot.PostValue("win-rate", """{"periodEnd":"2026-10-31","value":27.5}""");
        await bot.Overlook();

        var (code, lines, _) = await AskSite.Ask(["--file", site.Write("questions.txt", "who owns win rate?\nwhat is our win rate right now?")], bot);

        Assert.Equal(0, code);
        Assert.Equal(["Win rate: Bo Nguyen", "Win rate: 27.5 %"], lines);
    }
}
