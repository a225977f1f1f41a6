using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Numbers.Asking;

/// <summary>What a number means, how it stands, who had it before, and sentences that rely on the answer before.</summary>
public sealed class AskingAboutANumber : Scenario
{
    const string WhichOne = "Which number do you mean? Name it, for example: who owns win rate?";

    [Theory, OnBothDatabases]
    public async Task What_a_number_means_is_its_definition_with_its_owner(Database database)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);

        var card = await bot.Ask(Mei, "define win rate");

        Assert.Equal("What “Win rate” means", card.Summary);
        Assert.Equal(["Win rate", "Signed orders, of all that were closed."], card.Texts.Take(2));
        Assert.Contains("Counts when: The order is signed.", card.Texts);
        Assert.Contains("Owner: Ana Sousa", card.Texts);
        Assert.Equal("Show the number, Challenge", card.ButtonRow);
        Assert.Contains("Nobody has written down yet what it means.", (await bot.Ask(Mei, "what is new revenue?")).Texts);
    }

    [Theory]
    [OnBothDatabases("define sql", "Sales-qualified lead (SQL)", "Sales has spoken with them.")]
    [OnBothDatabases("what does a sales-qualified lead mean?", "Sales-qualified lead (SQL)", "Sales has spoken with them.")]
    [OnBothDatabases("what is a lead?", "Lead", "Somebody who moves water and asked us for something.")]
    public async Task A_word_of_the_revenue_model_is_told_as_the_model_has_it(Database database, string question, string word, string text)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);

        var card = await bot.Ask(Mei, question);

        Assert.Equal([word, text], card.Texts);
        Assert.Empty(await bot.GapsAsync());
    }

    [Theory, OnBothDatabases]
    public async Task How_it_stands_is_its_latest_value_or_that_there_is_none(Database database)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);

        var none = await bot.Ask(Mei, "what is our win rate right now?");
        Assert.Equal("Win rate: no value yet", none.Summary);
        Assert.Contains("There is no value yet.", none.Texts);

        await bot.PostValue("win-rate", """{"periodEnd":"2026-09-30","value":25}""");
        await bot.PostValue("win-rate", """{"periodEnd":"2026-10-31","value":27.5}""");
        await bot.Overlook();
        var card = await bot.Ask(Mei, "what is our win rate right now?");

        Assert.Equal("Win rate: 27.5%", card.Summary);
        Assert.Equal(["Win rate", "27.5%"], card.Texts.Take(2));
        Assert.Contains("Target: 30%", card.Texts);
        Assert.Contains("Owner: Ana Sousa", card.Texts);
    }

    [Theory, OnBothDatabases]
    public async Task A_number_is_known_by_the_value_it_has(Database database)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);
        await bot.PostValue("pump-margin", """{"periodEnd":"2026-10-31","value":17}""");
        await bot.Overlook();

        Assert.Equal("Chidi Eze owns Pump margin", (await bot.Ask(Mei, "whose number is 17 percent?")).Summary);
    }

    [Theory, OnBothDatabases]
    public async Task Who_had_it_before_is_its_history(Database database)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);
        await bot.OfferAsync(Ana, await bot.Ask(Ana, "who owns win rate"), Bo, "2026-11-23");
        await bot.Press(Bo, await bot.ExpectPost(Bo), "Accept ownership");
        await bot.Overlook();

        var card = await bot.Ask(Mei, "who owned win rate in March?");

        Assert.Contains("Bo Nguyen, since", card.Text, StringComparison.Ordinal);
        Assert.Contains("Ana Sousa, {{DATE(2026-11-23T09:00:00Z,SHORT)}}", card.Text, StringComparison.Ordinal);
        Assert.Equal("Show the number", card.ButtonRow);
        Assert.Equal("Bo Nguyen", (await bot.Press(Mei, card, "Show the number")).Card.Texts[0]);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task A_sentence_that_relies_on_the_answer_before_is_about_it_for_a_quarter_of_an_hour(Database database)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);
        await bot.Ask(Mei, "who owns win rate?");

        await bot.Advance(14.Minutes());
        Assert.Equal("Ana Sousa owns Win rate", (await bot.Ask(Mei, "and its target?")).Summary);

        // Each answer is the one before of the next.
        await bot.Advance(14.Minutes());
        Assert.Equal("Ana Sousa owns Win rate", (await bot.Ask(Mei, "and who owns it?")).Summary);

        await bot.Advance(15.Minutes());
        Assert.Equal([WhichOne], (await bot.Ask(Mei, "and its target?")).Texts);
    }

    [Theory, OnBothDatabases]
    public async Task The_answer_before_is_that_of_the_same_person_in_the_same_conversation(Database database)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);
        await bot.Ask(Mei, "who owns win rate?");
        await bot.Ask(Ana, "who owns new revenue?", Sales);

        Assert.Equal([WhichOne], (await bot.Ask(Ana, "and its target?")).Texts);
        Assert.Equal([WhichOne], (await bot.Ask(Mei, "and its target?", Sales)).Texts);
        Assert.Equal([WhichOne], (await bot.Ask(Ana, "and its target?", Support)).Texts);
        Assert.Equal("Ana Sousa owns Win rate", (await bot.Ask(Mei, "and its target?")).Summary);
        // Every message of a channel begins a thread of its own, and is the same conversation.
        Assert.Equal("Ravi Menon owns New revenue", (await bot.Ask(Ana, "and its target?", Sales)).Summary);
    }

    [Theory, OnBothDatabases]
    public async Task An_answer_with_choices_is_followed_by_the_same_choices(Database database)
    {
        var bot = await StartAsync(database, AskedCompany.Setup);
        await bot.Ask(Mei, "who owns the margin?");

        Assert.Equal("Which one do you mean?", (await bot.Ask(Mei, "and its target?")).Texts[0]);
        Assert.Equal("Chidi Eze owns Pump margin", (await bot.Ask(Mei, "and the pump margin?")).Summary);
    }
}
