using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

/// <summary>"Please do not call me again" holds for everybody at once: for all the leads of that person, whoever has them.</summary>
public sealed class RespectingAWish : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Said_to_one_colleague_it_holds_for_the_leads_of_all_the_others(Database database)
    {
        var bot = await StartAsync(database);
        var (_, said) = await AcceptedAsync(bot, Ana, new { email = "jo@keller.example", phone = "+49 30 1234567" });
        var (worked, _) = await AcceptedAsync(bot, Bo, new { source = "fair", company = "Keller Brunnen", phone = "0049 (30) 123-4567" });
        var offered = await bot.Lead(new { source = "fair", company = "Keller Pumps", email = "JO@keller.example" });
        await bot.ExpectPost(Sales);
        var open = await bot.ExpectPost(Chidi);

        await bot.Press(Ana, said, "Set disposition", ("Disposition", "Asked not to be contacted"));

        Assert.Contains("asked not to be contacted. Say on its card what becomes of it.", (await bot.ExpectPost(Bo)).Text, StringComparison.Ordinal);
        await bot.Overlook();
        Assert.Equal("received, offered, accepted, updated, contact-stopped", (await bot.GetLead(worked)).Story);
        Assert.Null((await bot.GetLead(worked)).Json["promise"]);
        Assert.Equal("received, offered, updated, withdrawn, to-guardian", (await bot.GetLead(offered)).Story);
        Assert.DoesNotContain("Accept", open.Message.Now.ButtonRow, StringComparison.Ordinal);
        // Nobody is reminded to call; Bo is asked once what becomes of it.
        await bot.Advance(20.Hours());
        Assert.DoesNotContain("nudged", (await bot.GetLead(worked)).Story, StringComparison.Ordinal);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_system_that_knows_of_the_wish_tells_it_for_every_lead(Database database)
    {
        var bot = await StartAsync(database);
        var (worked, card) = await AcceptedAsync(bot, Ana, new { email = "jo@keller.example", phone = "+49 30 1234567" });

        await bot.Lead(new { source = "fair", company = "Keller Pumps", email = "jo@keller.example", doNotContact = true });

        Assert.Contains("asked not to be contacted", (await bot.ExpectPost(Ana)).Text, StringComparison.Ordinal);
        await bot.Overlook();
        Assert.Equal("received, offered, accepted, updated, contact-stopped", (await bot.GetLead(worked)).Story);
        Assert.DoesNotContain(card.Message.Now.Texts, text => text.Contains("1234567", StringComparison.Ordinal));
        Assert.DoesNotContain("Contacted", card.Message.Now.ButtonRow, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_number_that_the_sender_corrects_may_be_one_that_must_not_be_called(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Install(Mei);
        await bot.Overlook();
        await bot.Lead(new { source = "fair", company = "Keller Pumps", phone = "+49 30 1234567", doNotContact = true });
        await bot.Overlook();
        var no = await bot.Lead(new { company = "Lake Works", from = new { person = Mei.Email } });
        await bot.ExpectPost(Sales);
        var offer = await bot.ExpectPost(Ana);
        await bot.Press(Ana, (await bot.Press(Ana, offer, "Reject")).Card, "Reject", ("Reason", "Needs nothing"));
        await bot.Overlook();
        await bot.Advance(3.Minutes());
        await bot.Overlook();
        var asked = bot.Teams.Standing(Mei)[^1];

        var form = (await bot.Press(Mei, asked, "Clarify")).Card;
        await bot.Press(Mei, form, "Clarify", ("What was missing?", "Ask for Jo in the works."), ("Phone", "0049 (30) 123-4567"));

        await bot.Overlook();
        Assert.Equal("received, offered, rejected, reject-settled, clarified, updated, updated, to-guardian", (await bot.GetLead(no)).Story);
    }

    static async Task<(string No, ShownCard Card)> AcceptedAsync(BotHarness bot, Colleague person, object lead)
    {
        var no = await bot.Lead(lead);
        await bot.ExpectPost(Sales);
        var post = await bot.ExpectPost(person);
        await bot.Press(person, post, "Accept");
        await bot.Overlook();
        return (no, post.Message.Now);
    }
}
