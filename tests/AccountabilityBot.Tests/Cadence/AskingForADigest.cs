using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Cadence.Digests;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Cadence;

/// <summary><c>digest</c> gives it now; looking closer is reading; and a leader who never does is told, and nobody else.</summary>
public sealed class AskingForADigest : Scenario
{
    static readonly BotSetup Setup = new() { Model = Model() };

    [Theory, OnBothDatabases]
    public async Task Anybody_has_it_now_and_the_next_one_comes_all_the_same(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Lead();
        await bot.Advance(1.Minutes());
        await bot.Overlook();

        await bot.Say(Ana, "digest");
        var mine = await bot.ExpectPost(Ana, "Received 1");
        Assert.Equal("Sales", mine.Texts[0]);
        await bot.Say(Mei, "Digest for sales, please");
        await bot.ExpectPost(Mei, "Received 1");
        await bot.Say(Sam, "digest", Sales);
        await bot.ExpectPost(Sales, "Received 1");
        // Marketing hands over, and reads what became of it.
        await bot.Say(Ines, "digest");
        Assert.Contains("Handed over", (await bot.ExpectPost(Ines)).Texts);

        Assert.Equal(4, await bot.Read(db => db.Digests.CountAsync(digest => digest.ChannelId == null)));
        Assert.Equal(0, await bot.Read(db => db.DigestDepartments.CountAsync()));
        Assert.All(await bot.Read(db => db.DigestSeams.Select(seam => seam.On).ToListAsync()), day => Assert.Null(day));
        await bot.Until(FirstMonday - 1.Minutes());
        await bot.Advance(1.Minutes());
        await bot.ExpectPost(Sales, "Sales · week 48");
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_in_no_department_or_names_none_that_there_is_hears_which_there_are(Database database)
    {
        var bot = await StartAsync(database, Setup);

        await bot.Say(Noor, "digest");
        Assert.Equal("Whose digest? Say it like this: digest for Marketing, Sales, Support", (await bot.ExpectPost(Noor)).Text);
        await bot.Say(Ana, "digest for procurement");
        Assert.Equal("I know no department \"procurement\". These I know: Marketing, Sales, Support", (await bot.ExpectPost(Ana)).Text);
        await bot.Say(Noor, "digest", Deals);
        await bot.ExpectPost(Deals, "Whose digest?");
        await bot.Say(Stranger, "digest of Support");
        Assert.Contains("I looked at Support", (await bot.ExpectPost(Stranger)).Text, StringComparison.Ordinal);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Details_show_all_of_it_to_who_asks_and_count_as_read(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Lead();
        await bot.Until(FirstMonday - 1.Minutes());
        await bot.Advance(1.Minutes());
        var card = await bot.ExpectPost(Sales, "Sales · week 48");

        var details = await bot.Press(Ana, card, "Details");
        Assert.Contains("Each seam", details.Card.Texts);
        Assert.Contains("Inquiries: Received 1", details.Card.Texts);
        var back = await bot.Press(Ana, details.Card, "Back");
        Assert.Equal(card.Texts, back.Card.Texts);
        await bot.PressAgain(details);
        await bot.Press(Bo, card, "Details");
        await bot.Press(Stranger, card, "Details");

        Assert.Equal(2, await bot.Read(db => db.DigestReads.CountAsync()));
        bot.Teams.Overlook();
        await bot.Until(FirstMonday.AddDays(7) - 1.Minutes());
        await bot.Advance(1.Minutes());
        Assert.Contains("2 people looked closer at the last digest.", (await bot.ExpectPost(Sales, "Sales · week 49")).Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_leader_whose_last_three_went_by_unread_is_told_in_private_and_not_with_each_further_one(Database database)
    {
        var bot = await StartAsync(database, Setup);
        for (var week = 0; week < 3; week++)
        {
            await bot.Lead();
            await bot.Until(FirstMonday.AddDays(7 * week));
            // Priya leads support, and reads.
            await bot.Press(Priya, bot.Teams.Standing(Sales).Last(one => one.ButtonRow == "Details"), "Details");
        }

        Assert.Equal(0, await bot.Read(db => db.Notices.CountAsync(notice => notice.Kind == "cadence.skipped")));
        await bot.Lead();
        await bot.Until(FirstMonday.AddDays(21) - 1.Minutes());
        await bot.Advance(1.Minutes());

        var told = await bot.ExpectPost(Ravi, "went by without you");
        Assert.StartsWith("The last 3 digests of Sales went by without you.", told.Text, StringComparison.Ordinal);
        await bot.Overlook();
        await bot.Until(FirstMonday.AddDays(28));
        Assert.Equal(1, await bot.Read(db => db.Notices.CountAsync(notice => notice.Kind == "cadence.skipped" && notice.Argument == "sales")));
        await bot.Overlook();
    }
}
