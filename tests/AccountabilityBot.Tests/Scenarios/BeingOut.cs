using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Scenarios;

public sealed class BeingOut : Scenario
{
    static readonly string Office = Model.Replace("mon-sun: 00:00-24:00", "mon-fri: 09:00-17:00", StringComparison.Ordinal);
    static readonly BotSetup InOffice = new() { Model = Office };

    const string FridayAtNine = "{{DATE(2026-11-27T08:00:00Z,SHORT)}} {{TIME(2026-11-27T08:00:00Z)}}";

    [Theory, OnBothDatabases]
    public async Task Who_is_out_reads_until_when_and_what_was_offered_goes_to_the_next_at_once(Database database)
    {
        var bot = await StartAsync(database, InOffice);
        var no = await bot.Lead();
        var inChannel = await bot.ExpectPost(Sales);
        var atAna = await bot.ExpectPost(Ana);
        await bot.Advance(1.Minutes());

        await bot.Say(Ana, "Out until Friday, please");

        var card = await bot.ExpectPost(Ana);
        Assert.Equal("You are out until Friday, 27 November", card.Summary);
        Assert.Contains($"From {{{{DATE(2026-11-23T09:01:00Z,SHORT)}}}} {{{{TIME(2026-11-23T09:01:00Z)}}}} to {FridayAtNine}.", card.Texts);
        Assert.Contains("Open offers that go back to the queue at once: 1.", card.Text, StringComparison.Ordinal);
        Assert.Equal("I'm back", card.ButtonRow);
        Assert.Equal("Details", (await bot.ExpectEdit(atAna)).ButtonRow);
        Assert.Contains("Offered to Bo Nguyen until", (await bot.ExpectEdit(inChannel)).Text, StringComparison.Ordinal);
        await bot.ExpectPost(Bo);
        await bot.Silence();
        var told = await bot.GetLead(no);
        Assert.Equal("received, offered, withdrawn, offered", told.Story);
        Assert.Equal("out", told.Line("withdrawn")["reason"]!.GetValue<string>());
        Assert.Equal(["person.out"], await LedgerAsync(bot));
    }

    [Theory, OnBothDatabases]
    public async Task The_next_in_turn_who_is_out_is_skipped_and_the_card_says_so_until_they_are_back(Database database)
    {
        var bot = await StartAsync(database, InOffice);
        await bot.Say(Ana, "out until friday");
        var outCard = await bot.ExpectPost(Ana);

        await bot.Lead();

        await bot.ExpectPost(Sales);
        Assert.Contains($"Next in the rotation; Ana Sousa is out until {FridayAtNine}", (await bot.ExpectPost(Bo)).Texts);

        var answer = await bot.Press(Ana, outCard, "I'm back");
        Assert.Equal(["Welcome back. New leads can come to you again."], answer.Card.Texts);
        await bot.Lead();
        await bot.ExpectPost(Sales);
        Assert.Contains("Next in the rotation", (await bot.ExpectPost(Ana)).Texts);
        Assert.Equal(["person.out", "person.back"], await LedgerAsync(bot));
    }

    [Theory, OnBothDatabases]
    public async Task Their_time_out_ends_by_itself(Database database)
    {
        var bot = await StartAsync(database, InOffice);
        await bot.Say(Ana, "out until 11:00");
        await bot.Overlook();
        await bot.Advance(1.Hours());

        await bot.Lead();

        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);
    }

    [Theory]
    [OnBothDatabases("back")]
    [OnBothDatabases("I'm back!")]
    [OnBothDatabases("I’m back")]
    [OnBothDatabases("Ich bin wieder da")]
    [OnBothDatabases("zurück")]
    public async Task Back_ends_it(Database database, string words)
    {
        var bot = await StartAsync(database, InOffice);
        await bot.Say(Ana, "abwesend bis Freitag");
        await bot.ExpectPost(Ana, "You are out until");

        await bot.Say(Ana, words);
        await bot.Lead();

        await bot.ExpectPost(Ana, "Welcome back. New leads can come to you again.");
        await bot.ExpectPost(Ana, "Offered to Ana Sousa");
        await bot.ExpectPost(Sales);
    }

    [Theory]
    [OnBothDatabases("back", "You are not out as far as I know. New leads can come to you.")]
    [OnBothDatabases("out", "Until when are you out? Say for example: out until friday, or: out until 2026-12-01")]
    [OnBothDatabases("out of office", "Until when are you out? Say for example: out until friday, or: out until 2026-12-01")]
    [OnBothDatabases("out until the cows come home", "I do not understand which day \"the cows come home\" is. Say for example: out until friday, or: out until 2026-12-01")]
    [OnBothDatabases("out until 3/4", "\"3/4\" can be Saturday, 3 April 2027 or Thursday, 4 March 2027. Which one? Say: out until 2027-04-03, or: out until 2027-03-04")]
    [OnBothDatabases("out friday", "Are you back on Friday, 27 November 2026, or away on that day? Say: out until 2026-11-27, or: out from 2026-11-27 until 2026-11-28")]
    [OnBothDatabases("out until 2026-11-20", "Friday, 20 November 2026 is not ahead of us any more. Say a later time, for example: out until tomorrow")]
    [OnBothDatabases("out until 2030-01-01", "That is more than a year ahead. Say a day within a year, for example: out until friday")]
    [OnBothDatabases("out from friday until 2026-11-24", "That would end before it begins. Say for example: out from monday until friday")]
    [OnBothDatabases("out until friday for nobody@brightwater.example", "I know nobody called \"nobody@brightwater.example\". Name them by their e-mail address.")]
    [OnBothDatabases("out until friday for bo@brightwater.example", "Only Bo Nguyen themselves, or their head, their guardian or an administrator, can tell me that.")]
    [OnBothDatabases("back for bo@brightwater.example", "Only Bo Nguyen themselves, or their head, their guardian or an administrator, can tell me that.")]
    public async Task What_is_not_clear_is_answered_with_a_sentence_and_changes_nothing(Database database, string words, string sentence)
    {
        var bot = await StartAsync(database, InOffice);

        await bot.Say(Ana, words);

        Assert.Equal(sentence, (await bot.ExpectPost(Ana)).Text);
        Assert.Equal(0, await bot.Read(db => db.Absences.CountAsync()));
        Assert.Empty(await LedgerAsync(bot));
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_the_directory_does_not_list_cannot_be_out(Database database)
    {
        var bot = await StartAsync(database, InOffice);

        await bot.Say(Stranger, "out until friday");
        await bot.Say(Stranger, "back");

        for (var answer = 0; answer < 2; answer++)
            Assert.StartsWith("The company's directory does not list you yet", (await bot.ExpectPost(Stranger)).Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task What_they_own_stays_theirs_and_is_named(Database database)
    {
        var bot = await StartAsync(database, InOffice with { Model = Office.Replace("capacity: 5", "capacity: 9", StringComparison.Ordinal) });
        for (var lead = 1; lead <= 6; lead++)
        {
            await bot.Lead(new { department = "support", company = $"Buyer {lead}" });
            var card = await bot.ExpectPost(Sam, $"Buyer {lead}");
            await bot.Press(Sam, card, "Accept");
            await bot.Overlook();
        }

        await bot.Say(Sam, "out until tomorrow");

        var told = await bot.ExpectPost(Sam, "You are out until Tuesday, 24 November");
        Assert.Contains("These leads stay yours, and their time runs on:", told.Texts);
        Assert.Contains("L-1001 · Buyer 1", told.Texts);
        Assert.Contains("L-1005 · Buyer 5", told.Texts);
        Assert.DoesNotContain("L-1006 · Buyer 6", told.Texts);
        Assert.Contains("and 1 more", told.Texts);
        Assert.Contains("Should a colleague go on with one? Say lead L-1001 and press Hand back.", told.Texts);
        Assert.DoesNotContain("Open offers", told.Text, StringComparison.Ordinal);
        Assert.Equal("Sam Mwangi", (await bot.GetLead("L-1001")).Owner);
    }

    [Theory, OnBothDatabases]
    public async Task The_head_may_say_it_for_a_member_who_hears_of_it(Database database)
    {
        var bot = await StartAsync(database, InOffice);
        await bot.Say(Ravi, "out until friday for bo@brightwater.example");

        var atHead = await bot.ExpectPost(Ravi);
        Assert.Equal("Bo Nguyen is out until Friday, 27 November", atHead.Summary);
        Assert.Equal("Bo Nguyen is back", atHead.ButtonRow);
        var atBo = await bot.ExpectPost(Bo);
        Assert.Equal("You are out until Friday, 27 November", atBo.Summary);
        Assert.Contains("Ravi Menon told me so.", atBo.Texts);
        Assert.Equal("I'm back", atBo.ButtonRow);

        Assert.StartsWith("Only Bo Nguyen themselves", (await bot.Press(Ana, atHead, "Bo Nguyen is back")).Card.Text, StringComparison.Ordinal);
        Assert.Equal(["Bo Nguyen is back. New leads can come to them again."], (await bot.Press(Ravi, atHead, "Bo Nguyen is back")).Card.Texts);
        Assert.Equal(["You are not out as far as I know. New leads can come to you."], (await bot.Press(Bo, atBo, "I'm back")).Card.Texts);
    }

    [Theory, OnBothDatabases]
    public async Task What_they_say_last_counts(Database database)
    {
        var bot = await StartAsync(database, InOffice);
        await bot.Say(Ana, "out until friday");
        await bot.Say(Ana, "out until 11:00");
        await bot.Overlook();
        await bot.Advance(1.Hours());

        await bot.Lead();

        await bot.ExpectPost(Sales);
        await bot.ExpectPost(Ana);
    }

    [Theory, OnBothDatabases]
    public async Task A_time_out_that_begins_later_takes_the_offers_back_when_it_begins(Database database)
    {
        var bot = await StartAsync(database, InOffice);
        await bot.Say(Ana, "out from 10:30 until friday");
        var card = await bot.ExpectPost(Ana);
        Assert.DoesNotContain("Open offers", card.Text, StringComparison.Ordinal);
        var no = await bot.Lead();
        await bot.Overlook();
        Assert.Equal("Ana Sousa", (await bot.GetLead(no)).OfferedTo);

        await bot.Advance(30.Minutes());

        await bot.Overlook();
        Assert.Equal("Bo Nguyen", (await bot.GetLead(no)).OfferedTo);
    }

    [Theory, OnBothDatabases]
    public async Task What_lies_ahead_can_be_taken_back(Database database)
    {
        var bot = await StartAsync(database, InOffice);
        await bot.Say(Ana, "out from tomorrow until friday");
        await bot.ExpectPost(Ana);

        await bot.Say(Ana, "back");

        Assert.Equal("You will not be out after all. New leads can come to you.", (await bot.ExpectPost(Ana)).Text);
        Assert.Equal(1, await bot.Read(db => db.Absences.CountAsync(absence => absence.EndedAt != null)));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_passes_a_lead_on_to_somebody_who_is_out(Database database)
    {
        var bot = await StartAsync(database, InOffice);
        await bot.Lead();
        await bot.ExpectPost(Sales);
        var atAna = await bot.ExpectPost(Ana);
        var form = (await bot.Press(Ana, atAna, "Pass on")).Card;
        await bot.Say(Bo, "out until friday");
        await bot.Overlook();

        Assert.DoesNotContain("Bo Nguyen", (await bot.Press(Ana, atAna, "Pass on")).Card.Input("Colleague").Choices.Select(choice => choice.Title));
        var answer = await bot.Press(Ana, form, "Pass on", ("Colleague", "Bo Nguyen"));

        Assert.Contains("Bo Nguyen is out until 27 Nov 09:00 (Europe/Berlin). Please choose somebody else.", answer.Card.Texts);
    }

    [Theory, OnBothDatabases]
    public async Task A_pool_offer_calls_only_who_is_there(Database database)
    {
        var bot = await StartAsync(database, InOffice);
        foreach (var person in SalesPeople.Take(4))
            await bot.Say(person, "out until friday");
        await bot.Overlook();

        await bot.Lead(new { segment = "hot" });

        Assert.Equal([Emil.Name, Farah.Name], (await bot.ExpectPost(Sales)).Mentions.Order(StringComparer.Ordinal));
    }

    static Task<List<string>> LedgerAsync(BotHarness bot) => bot.Read(db =>
        db.Ledger.Where(line => line.Kind.StartsWith("person.")).OrderBy(line => line.Seq).Select(line => line.Kind).ToListAsync());
}
