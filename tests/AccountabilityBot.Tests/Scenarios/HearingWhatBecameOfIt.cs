using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>The loop is closed: whoever made a lead hears what became of it, in one message for all of it, with why.</summary>
public sealed class HearingWhatBecameOfIt : Scenario
{
    static readonly BotSetup Daytime = new() { Model = DaytimeModel };

    [Theory, OnBothDatabases]
    public async Task The_sender_hears_on_the_next_working_morning_of_all_that_ended(Database database)
    {
        var bot = await StartAsync(database, Daytime);
        await bot.Install(Mei);
        await bot.Overlook();
        await EndedAsync(bot, Mei.Email, "Pumps & Co", won: true);
        await EndedAsync(bot, Mei.Email, "Dry Wells", won: false);
        await EndedAsync(bot, null, "Wet Wells", won: true);
        await bot.Advance(8.Hours());
        await bot.Silence();

        await bot.Advance(15.Hours());

        var hers = await bot.ExpectPost(Mei);
        Assert.Contains("What became of your leads: 1 won, 1 lost", hers.Texts);
        Assert.Contains("Won: EUR 90,000", hers.Texts);
        Assert.Contains("Won · Price · Forty pumps · EUR 90,000", hers.Texts);
        Assert.Contains("Lost · Bought elsewhere", hers.Texts);
        var marketing = await bot.ExpectPost(General);
        Assert.Contains("What became of your leads: 1 won, 0 lost", marketing.Texts);
        await bot.Advance(24.Hours());
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task What_became_of_a_campaign_is_told_to_whoever_asks(Database database)
    {
        var bot = await StartAsync(database);
        await EndedAsync(bot, null, "Pumps & Co", won: true, "Spring fair");
        await EndedAsync(bot, null, "Dry Wells", won: false, "spring  FAIR");
        await bot.Lead(new { campaign = "spring_fair", company = "Still Wells" });
        await bot.Lead(new { campaign = "Autumn fair" });
        await bot.Overlook();

        await bot.Say(Mei, "what became of Spring Fair?", General);

        var told = await bot.ExpectPost(General, "What became of Spring fair");
        Assert.Equal(
            ["Leads: 3", "Accepted: 2", "Meetings set: 0", "Opportunities: 1", "Won: 1 · EUR 90,000", "Lost: 1", "Rejected: 0", "Still open: 1"],
            told.Texts.Where(text => text.Contains(": ", StringComparison.Ordinal)));
        Assert.Contains("1 × Forty pumps", told.Texts);

        await bot.Say(Mei, "what became of Sprng fair", General);
        Assert.StartsWith("I know no campaign and no source \"Sprng fair\". These I know: Spring fair", (await bot.ExpectPost(General)).Text, StringComparison.Ordinal);
        await bot.Say(Mei, "what became of website", General);
        Assert.Contains("What became of leads from Website", (await bot.ExpectPost(General)).Texts);
        await bot.Say(Mei, "what became of", General);
        Assert.StartsWith("Which campaign?", (await bot.ExpectPost(General)).Text, StringComparison.Ordinal);
        await bot.Say(Mei, "what became of L-1001", General);
        Assert.Contains("Pumps & Co", (await bot.ExpectPost(General)).Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Who_asked_not_to_be_contacted_is_not_offered_again_whoever_sends_them(Database database)
    {
        var bot = await StartAsync(database);
        var mine = await AcceptedAsync(bot, new { email = "Jo@Keller.example", phone = "+49 (30) 1234567" });
        Assert.Contains("Phone: +49 (30) 1234567", mine.Texts);
        await bot.Press(Ana, mine, "Set disposition", ("Disposition", "Asked not to be contacted"));
        await bot.Overlook();

        var again = await bot.Lead(new { source = "fair", company = "Another Company", email = "jo@keller.example" });
        await bot.Overlook();

        var told = await bot.GetLead(again);
        Assert.Equal(("waiting", "received, to-guardian"), (told.State, told.Story));
        Assert.Equal("do-not-contact", told.Line("to-guardian")["reason"]!.GetValue<string>());
        await bot.Say(Bo, $"lead {again}");
        var shown = await bot.ExpectPost(Bo);
        var details = await bot.Press(Bo, shown, "Details");
        Assert.Contains("They asked not to be contacted. Please respect it.", details.Card.Texts);
        Assert.DoesNotContain(details.Card.Texts, text => text.Contains("keller.example", StringComparison.OrdinalIgnoreCase));
        await bot.Overlook();
    }

    static async Task<ShownCard> AcceptedAsync(BotHarness bot, object lead)
    {
        await bot.Lead(lead);
        await bot.ExpectPost(Sales);
        var post = await bot.ExpectPost(Ana);
        await bot.Press(Ana, post, "Accept");
        await bot.Overlook();
        return post.Message.Now;
    }

    /// <summary>Whoever's turn it is accepts it and says how it ended.</summary>
    static async Task EndedAsync(BotHarness bot, string? from, string company, bool won, string? campaign = null)
    {
        await bot.Lead(new { company, campaign, from = from is null ? null : new { person = from } });
        await bot.Overlook();
        var (owner, card) = SalesPeople
            .SelectMany(person => bot.Teams.Standing(person), (person, standing) => (person, standing))
            .Last(one => one.standing.Texts.Contains(company));
        await bot.Press(owner, card, "Accept");
        await bot.Overlook();
        if (won)
        {
            await SaveAsync(bot, owner, card, "Qualified", ("Need", "Forty pumps"), ("Value", "EUR 90k"));
            await SaveAsync(bot, owner, card, "Won", ("Reason", "Price"), ("What they bought", "Forty pumps"));
        }
        else
        {
            await SaveAsync(bot, owner, card, "Lost", ("Reason", "Bought elsewhere"));
        }
    }

    static async Task SaveAsync(BotHarness bot, Colleague owner, ShownCard card, string disposition, params (string Label, string Value)[] fields)
    {
        var form = (await bot.Press(owner, card.Message.Now, "Set disposition", ("Disposition", disposition))).Card;
        await bot.Press(owner, form, "Save", fields);
        await bot.Overlook();
    }
}
