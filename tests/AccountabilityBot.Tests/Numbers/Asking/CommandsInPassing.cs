using AccountabilityBot.Data;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Numbers.Asking;

/// <summary>To hand a number over, or to pass a word on, with a sentence to the bot: with the same rights as by the card's buttons.</summary>
public sealed class CommandsInPassing : Scenario
{
    static readonly BotSetup TwoCalledBo = AskedCompany.Setup with { People = PeopleCsv + "00000000-0000-4000-8000-000000000017,Bo Larsen,bo.larsen@brightwater.example,,Sales,,Europe/Berlin\n" };

    [Theory]
    [OnBothDatabases("hand win rate over to Bo Nguyen from 1 December")]
    [OnBothDatabases("make Bo the owner of win rate from 1 December")]
    [OnBothDatabases("Bo Nguyen should own win rate from 1 December")]
    [OnBothDatabases("hand win rate over to bo@brightwater.example from 2026-12-01")]
    public async Task The_owner_hands_a_number_over_and_the_new_one_is_asked(Database database, string text)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);

        Assert.Equal(["Bo Nguyen is asked to own “Win rate” from 1 Dec 2026. Until they say yes, everything stays as it is."], (await bot.Ask(Ana, text)).Texts);

        var offer = await bot.ExpectPost(Bo, "Ana Sousa would like you to own Win rate from 1 Dec 2026.");
        Assert.Equal("Ana Sousa", (await bot.Ask(Mei, "who owns win rate?")).Texts[0]);
        await bot.Press(Bo, offer, "Accept ownership");
        await bot.Overlook();
        Assert.Equal(["number.hand-over-proposed", "number.hand-over-accepted"], (await bot.LedgerAsync("win-rate")).TakeLast(2));
        Assert.Equal(Via.Text, await bot.Read(db => db.Ledger.Where(line => line.Kind == "number.hand-over-proposed").Select(line => line.Via).SingleAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_day_it_is_from_today(Database database)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);

        Assert.StartsWith("Bo Nguyen is asked to own “Win rate” from 23 Nov 2026.", (await bot.Ask(Ravi, "hand win rate over to Bo", Sales)).Text, StringComparison.Ordinal);

        await bot.ExpectPost(Bo, "Ravi Menon would like you to own Win rate from 23 Nov 2026.");
    }

    [Theory]
    [OnBothDatabases("hand win rate over to Chidi", "The owner, their manager, Ravi Menon or Helene Brandt, or an administrator can hand it over.")]
    [OnBothDatabases("make Zoe the owner of win rate", "The owner, their manager, Ravi Menon or Helene Brandt, or an administrator can hand it over.")]
    public async Task Who_has_no_right_reads_who_has_and_nothing_is_stored(Database database, string text, string sentence)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);

        Assert.Equal([sentence], (await bot.Ask(Chidi, text)).Texts);

        await bot.Silence();
        Assert.Empty((await bot.NumberAsync("win-rate")).HandOvers);
    }

    [Theory]
    [OnBothDatabases("hand win rate over to Zoe", "I do not know for certain who “Zoe” is. Write the whole name or the e-mail address, or use Hand over on the card of “Win rate”.")]
    [OnBothDatabases("hand win rate over to Bo", "I do not know for certain who “Bo” is. Write the whole name or the e-mail address, or use Hand over on the card of “Win rate”.")]
    [OnBothDatabases("hand win rate over to Chidi from 30 February", "From which day? I cannot read “from 30 February”; write it like 2027-03-01.")]
    [OnBothDatabases("hand win rate over to Chidi from 2026-11-01", "That day is over; choose today or a later one.")]
    [OnBothDatabases("hand win rate over to Ana", "Ana Sousa owns it already.")]
    public async Task What_cannot_be_read_for_certain_is_asked_for_and_nothing_is_stored(Database database, string text, string sentence)
    {
        var bot = await StartAsync(database, TwoCalledBo);

        Assert.Equal([sentence], (await bot.Ask(Ana, text)).Texts);

        await bot.Silence();
        Assert.Empty((await bot.NumberAsync("win-rate")).HandOvers);
    }

    [Theory, OnBothDatabases]
    public async Task The_whole_name_tells_two_of_one_first_name_apart(Database database)
    {
        var bot = await StartAsync(database, TwoCalledBo);

        Assert.StartsWith("Bo Nguyen is asked to own", (await bot.Ask(Ana, "hand win rate over to Bo Nguyen")).Text, StringComparison.Ordinal);

        await bot.ExpectPost(Bo, "Ana Sousa would like you to own Win rate");
    }

    [Theory, OnBothDatabases]
    public async Task A_word_to_whoever_owns_it_reaches_the_owner_and_names_the_asker(Database database)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);

        Assert.Equal(["I passed it on to Ana Sousa."], (await bot.Ask(Mei, "tell whoever owns win rate that the October value looks wrong", Sales)).Texts);

        var word = await bot.ExpectPost(Ana);
        Assert.Equal("Mei Chou asks about Win rate", word.Summary);
        Assert.Contains("“the October value looks wrong”", word.Texts);
        Assert.Equal(["Mei Chou"], word.Mentions);
    }

    [Theory, OnBothDatabases]
    public async Task A_word_about_a_shared_number_goes_to_its_guardian_and_picks_none_of_the_owners(Database database)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);

        Assert.Equal(["I passed it on to Priya Raman."], (await bot.Ask(Mei, "tell whoever owns NPS that customers ask for it")).Texts);

        await bot.ExpectPost(Priya, "“customers ask for it”");
    }

    [Theory]
    [OnBothDatabases("tell whoever owns win rate that it fell", "That would be you.")]
    [OnBothDatabases("tell whoever owns new revenue that", "What shall I tell the owner of “New revenue”? Write it in one go: tell whoever owns it that …")]
    [OnBothDatabases("tell whoever owns the moon landing ratio that it fell", "Which number do you mean? Name it, for example: who owns win rate?")]
    [OnBothDatabases("hand the moon landing ratio over to Bo", "Which number do you mean? Name it, for example: who owns win rate?")]
    public async Task What_can_reach_nobody_is_said(Database database, string text, string sentence)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);

        Assert.Equal([sentence], (await bot.Ask(Ana, text)).Texts);

        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Several_numbers_are_put_to_the_choice_before_anything_is_done(Database database)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);

        Assert.Equal("Which one do you mean?", (await bot.Ask(Ravi, "tell whoever owns the margin that it fell")).Texts[0]);

        await bot.Silence();
    }

    [Theory]
    [OnBothDatabases("hand win rate over to Bo")]
    [OnBothDatabases("tell whoever owns win rate that it fell")]
    public async Task A_colleague_whom_the_directory_does_not_list_may_not_command(Database database, string text)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);

        Assert.StartsWith("The company's directory does not list you yet", (await bot.Ask(Stranger, text)).Text, StringComparison.Ordinal);

        await bot.Silence();
        Assert.Empty((await bot.NumberAsync("win-rate")).HandOvers);
    }

    [Theory, OnBothDatabases]
    public async Task Delivered_twice_it_is_done_once(Database database)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);

        var word = await bot.Say(Mei, "tell whoever owns win rate that it fell");
        await bot.Deliver(word);
        var command = await bot.Say(Ana, "hand win rate over to Bo");
        await bot.Deliver(command);

        await bot.ExpectPost(Mei, "I passed it on to Ana Sousa.");
        await bot.ExpectPost(Ana, "“it fell”");
        await bot.ExpectPost(Ana, "Bo Nguyen is asked to own");
        await bot.ExpectPost(Bo);
        await bot.Silence();
        Assert.Single((await bot.NumberAsync("win-rate")).HandOvers);
    }
}
