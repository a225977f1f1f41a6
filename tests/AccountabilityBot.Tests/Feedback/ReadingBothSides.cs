using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Feedback;

/// <summary>A seam has promises on both sides: both are measured, and stand beside each other for the two departments.</summary>
public sealed class ReadingBothSides : Scenario
{
    static readonly BotSetup Promising = new()
    {
        Model = Model.Replace(
            "{ from: marketing, to: sales, name: Inquiries }", "{ from: marketing, to: sales, name: Inquiries, complete: [company, phone], handOverWithin: 2h }", StringComparison.Ordinal)
            .Replace("acceptWithin: 1h, rank: 2", "acceptWithin: 1h, contactWithin: 4h, rank: 2", StringComparison.Ordinal),
    };

    /// <summary>The title, and two lines for each department: how many, and their head and guardian.</summary>
    const int WhoStandsThere = 5;

    [Theory, OnBothDatabases]
    public async Task Each_side_is_counted_by_what_it_promised_and_nobody_by_name(Database database)
    {
        var bot = await StartAsync(database, Promising);
        var now = BotHarness.Start;
        // Whole and in time, accepted in time, called in time, and a word about it.
        var first = await OfferedAsync(bot, Ana, new { phone = "+49 30 123456", receivedAt = now.AddHours(-1) });
        await bot.Press(Ana, first, "Accept");
        var form = (await bot.Press(Ana, await bot.ExpectEdit(first), "Set disposition", ("Disposition", "Qualified"))).Card;
        await bot.Press(Ana, form, "Save", ("Need", "Forty pumps"), ("Value", "EUR 90k"), ("Decision maker", "Their head of works"));
        await bot.Overlook();
        // No phone and a day late; rejected in time.
        var second = await OfferedAsync(bot, Bo, new { company = "Dry Wells", receivedAt = now.AddDays(-1) });
        await bot.Press(Bo, (await bot.Press(Bo, second, "Reject")).Card, "Reject", ("Reason", "Needs nothing"));
        // Nobody knows when this one came; it is not answered in time and goes on to Dana.
        await OfferedAsync(bot, Chidi, new { company = "Still Wells", phone = "+49 30 654321" });
        await bot.Advance(91.Minutes());
        await bot.Overlook();

        await bot.Say(Farah, "pair Marketing Sales");

        var card = await bot.ExpectPost(Farah);
        Assert.Equal(
            [
                "Inquiries",
                "What Marketing promises when handing over", "With all it needs: 2 of 3", "Handed over in time: 1 of 2", "A fit, accepted: 1 of 2",
                "What Sales promises when taking over", "Answered in time: 2 of 3", "First contact in time: 1 of 1", "Outcome told: 1 of 1",
            ],
            card.Texts.Skip(WhoStandsThere).Take(9));
        Assert.All(Everybody, person => Assert.DoesNotContain(card.Texts.Skip(WhoStandsThere), text => text.Contains(person.Name, StringComparison.Ordinal)));
        Assert.Contains("Nothing said yet. After hand-offs I ask, and “feedback for …” works at any time.", card.Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task The_last_quarter_stands_beside_the_present_one(Database database)
    {
        var bot = await StartAsync(database, Promising);
        var first = await OfferedAsync(bot, Ana, new { phone = "+49 30 123456" });
        await bot.Press(Ana, (await bot.Press(Ana, first, "Reject")).Card, "Reject", ("Reason", "Needs nothing"));
        await bot.Advance(TimeSpan.FromDays(40));
        await bot.Overlook();
        await OfferedAsync(bot, Bo, null);

        await bot.Say(Mei, "pair marketing-sales");

        var card = await bot.ExpectPost(Mei);
        Assert.Contains("With all it needs: 0 of 1 (last quarter 1 of 1)", card.Texts);
        Assert.Contains("A fit, accepted: none yet (last quarter 0 of 1)", card.Texts);
        Assert.Contains("Answered in time: none yet (last quarter 1 of 1)", card.Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_is_offered_a_lead_sees_what_its_sender_left_out(Database database)
    {
        var bot = await StartAsync(database, Promising);

        var offer = await OfferedAsync(bot, Ana, null);
        Assert.Contains("Missing: Phone", offer.Texts);

        await bot.Post("""{"source":"website","name":"Jo Keller","company":"Keller Wells","externalId":"web-1","phone":"+49 30 123456"}""");
        Assert.DoesNotContain((await bot.ExpectEdit(offer)).Texts, text => text.StartsWith("Missing", StringComparison.Ordinal));
        await bot.Overlook();
    }

    static async Task<ShownCard> OfferedAsync(BotHarness bot, Colleague person, object? lead)
    {
        await bot.Lead(lead);
        await bot.ExpectPost(Sales);
        return await bot.ExpectPost(person);
    }
}
