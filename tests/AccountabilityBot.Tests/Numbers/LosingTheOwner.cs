using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Numbers;

public sealed class LosingTheOwner : Scenario
{
    [Theory, OnBothDatabases]
    public async Task Who_leaves_leaves_an_orphan_and_manager_and_guardian_get_one_card_each(Database database)
    {
        var bot = await StartAsync(database, Registry.Setup);
        var inChannel = await bot.AskedAsync(Mei, "win-rate", Sales);
        await bot.DirectoryAsync(Ana, row => row.IsActive = false);

        var atManager = await bot.ExpectPost(Dana);
        var atGuardian = await bot.ExpectPost(Helene);
        Assert.Equal("Win rate has no owner any more", atManager.Summary);
        Assert.Equal("Nobody", atGuardian.Texts[0]);
        Assert.Contains("Ravi Menon or Helene Brandt can name an owner.", atGuardian.Texts);
        Assert.StartsWith("Name an owner, Take it, Details", atGuardian.ButtonRow, StringComparison.Ordinal);
        Assert.StartsWith("Name an owner", atManager.ButtonRow, StringComparison.Ordinal);
        Assert.Equal("Take it, Details, Challenge, (History)", (await bot.ExpectEdit(inChannel)).ButtonRow);
        await bot.Advance(TimeSpan.FromDays(3));
        await bot.Silence();

        await bot.OfferAsync(Dana, atManager, Bo, "2026-11-26", "Name an owner");
        await bot.Press(Bo, await bot.ExpectPost(Bo), "Accept ownership");

        Assert.Contains("Offered to Bo Nguyen", (await bot.ExpectEdit(atGuardian)).Text, StringComparison.Ordinal);
        Assert.Equal("Bo Nguyen", (await bot.ExpectEdit(atGuardian)).Texts[0]);
        await bot.ExpectPost(Dana, "Bo Nguyen owns Win rate from now on.");
        await bot.Overlook();
        Assert.Equal(
            ["number.taken", "number.owned", "number.orphaned", "number.hand-over-proposed", "number.hand-over-accepted", "number.owned"], await bot.LedgerAsync("win-rate"));
    }

    [Theory, OnBothDatabases]
    public async Task Who_moves_to_another_department_leaves_it_behind_the_same_day(Database database)
    {
        var bot = await StartAsync(database, Registry.Setup);
        await bot.Settle();
        await bot.DirectoryAsync(Ana, row => row.DepartmentLabel = "Marketing");

        await bot.ExpectPost(Dana);
        await bot.ExpectPost(Helene);

        await bot.Silence();
        Assert.Equal(Holding.Orphaned, (await bot.NumberAsync("win-rate")).Holding);
        // Ravi never was in the department whose number he owns, and has not moved.
        Assert.Equal(Holding.Owned, (await bot.NumberAsync("revenue")).Holding);
    }

    [Theory, OnBothDatabases]
    public async Task A_shared_number_is_nobodys_until_one_of_those_named_takes_it(Database database)
    {
        var bot = await StartAsync(database, Registry.Setup);
        var card = await bot.AskedAsync(Mei, "nps", Support);
        Assert.Equal("Nobody", card.Texts[0]);
        Assert.Contains("Several people are written down: Ana Sousa, Bo Nguyen. So nobody owns it.", card.Texts);
        Assert.Contains("One of them can take it, or Priya Raman can name an owner.", card.Texts);

        Assert.Equal("Only who is written down can take it; Priya Raman can name an owner.", (await bot.Press(Chidi, card, "Take it")).Sentence);
        var taken = await bot.Press(Bo, card, "Take it");

        Assert.Equal("Bo Nguyen", taken.Card.Texts[0]);
        Assert.Equal("Bo Nguyen", (await bot.ExpectEdit(card)).Texts[0]);
        Assert.Equal("Bo Nguyen owns it by now.", (await bot.Press(Ana, card, "Take it")).Card.Texts[0]);
        Assert.Equal(["number.taken", "number.owned"], await bot.LedgerAsync("nps"));
    }

    [Theory, OnBothDatabases]
    public async Task Unowned_lists_them_for_everybody_by_department(Database database)
    {
        var bot = await StartAsync(database, Registry.Setup);
        await bot.Say(Mei, "unowned", General);
        var list = await bot.ExpectPost(General);
        Assert.Equal(["Numbers without an owner: 2", "Support", "Churn", "CCO: held by nobody yet", "NPS", "several are written down: Ana Sousa, Bo Nguyen"], list.Texts);

        var shown = (await bot.Press(Mei, list, "Show NPS")).Card;
        Assert.Contains("Several people are written down: Ana Sousa, Bo Nguyen. So nobody owns it.", shown.Texts);

        await bot.Say(Ana, "my numbers");
        Assert.Contains("Win rate", (await bot.ExpectPost(Ana)).Texts);
        await bot.Say(Sam, "my numbers");
        Assert.Equal(["You own no number, and keep none."], (await bot.ExpectPost(Sam)).Texts);
    }

    [Theory, OnBothDatabases]
    public async Task Still_yours_is_asked_each_quarter_reminded_once_and_then_the_guardian_hears(Database database)
    {
        var bot = await StartAsync(database, Registry.Setup);
        await bot.Advance(TimeSpan.FromDays(91));
        var asked = await bot.ExpectPost(Ana);
        await bot.ExpectPost(Ravi);
        Assert.Equal("Is Win rate still yours?", asked.Summary);
        Assert.Equal("Yes, still mine, Hand over, Not mine, (Details), (History), (Who stands in)", asked.ButtonRow);
        await bot.Overlook();

        await bot.Advance(TimeSpan.FromDays(7));
        var reminded = await bot.ExpectPost(Ana, "I asked a week ago");
        await bot.Overlook();
        await bot.Advance(TimeSpan.FromDays(7));
        var atGuardian = await bot.ExpectPost(Helene, "I asked Ana Sousa twice whether it is still theirs and heard nothing");
        await bot.Overlook();
        await bot.Advance(TimeSpan.FromDays(30));
        Assert.Equal(3, (await bot.LedgerAsync("win-rate")).Count(kind => kind.StartsWith("number.still-yours", StringComparison.Ordinal)));

        Assert.StartsWith("Thank you: still yours", (await bot.Press(Ana, reminded, "Yes, still mine")).Card.Texts[0], StringComparison.Ordinal);
        Assert.DoesNotContain("heard nothing", (await bot.ExpectEdit(atGuardian)).Text, StringComparison.Ordinal);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Not_mine_makes_an_orphan(Database database)
    {
        var bot = await StartAsync(database, Registry.Setup);
        await bot.Advance(TimeSpan.FromDays(91));
        var asked = await bot.ExpectPost(Ana);
        await bot.Overlook();

        Assert.Equal("Nobody", (await bot.Press(Ana, asked, "Not mine")).Card.Texts[0]);

        await bot.ExpectPost(Dana);
        await bot.ExpectPost(Helene);
        await bot.Overlook();
    }
}
