using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>What brought a lead first, and when somebody first spoke to the buyer, stay on it for ever.</summary>
public sealed class KeepingTheFirstTouch : Scenario
{
    [Theory, OnBothDatabases]
    public async Task A_later_campaign_stands_beside_the_first(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Lead(new { externalId = "one", campaign = "spring-fair" });
        var inChannel = await bot.ExpectPost(Sales);
        var withAna = await bot.ExpectPost(Ana);
        Assert.Contains("Source: Website · spring-fair", withAna.Texts);

        await bot.Lead(new { externalId = "one", campaign = "autumn-webinar", phone = "030 7" });

        Assert.Contains("Source: Website · spring-fair", (await bot.ExpectEdit(inChannel)).Texts);
        await bot.ExpectEdit(withAna);
        var details = (await bot.Press(Ana, withAna, "Details")).Card;
        Assert.Contains("Source: Website · spring-fair", details.Texts);
        Assert.Contains("Came again by: autumn-webinar", details.Texts);
        Assert.Contains("Phone: 030 7", details.Texts);
        var (status, answer) = await bot.Post("""{"source":"website","name":"Jo Keller","company":"Keller Wells","externalId":"one","campaign":"autumn-webinar","phone":"030 7"}""");
        Assert.Equal((System.Net.HttpStatusCode.OK, "unchanged"), (status, answer["leads"]![0]!["result"]!.GetValue<string>()));
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task The_very_first_contact_is_known_to_the_next_owner(Database database)
    {
        var bot = await StartAsync(database);
        var no = await bot.Lead();
        await bot.ExpectPost(Sales);
        var mine = (await bot.Press(Ana, await bot.ExpectPost(Ana), "Accept")).Card;
        await bot.Advance(20.Minutes());
        var contacted = (await bot.Press(Ana, mine, "Contacted")).Card;
        await bot.Advance(1.Hours());
        await bot.Press(Ana, (await bot.Press(Ana, contacted, "Hand back")).Card, "Hand back", ("Reason", "I am going to be away"));
        await bot.Settle();
        var his = (await bot.Press(Bo, bot.Teams.Standing(Bo)[^1], "Accept")).Card;

        Assert.Contains("First contact: 23 Nov 2026 10:20", (await bot.Press(Bo, his, "Details")).Card.Text, StringComparison.Ordinal);
        Assert.Equal(
            (BotHarness.Start + 20.Minutes(), (DateTimeOffset?)null),
            await bot.Read(db => db.Leads.Select(lead => new ValueTuple<DateTimeOffset?, DateTimeOffset?>(lead.FirstContactedAt, lead.ContactedAt)).SingleAsync()));
        Assert.Equal("Bo Nguyen", (await bot.GetLead(no)).Owner);
        await bot.Overlook();
    }
}
