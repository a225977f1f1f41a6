using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Feedback.HandOffs;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Feedback;

/// <summary><c>pair DEPARTMENT DEPARTMENT</c>: what helped, what was promised and kept; about sides and never about a person.</summary>
public sealed class ReadingThePair : Scenario
{
    [Theory, OnBothDatabases]
    public async Task What_was_said_and_promised_without_names_but_for_the_two_who_know(Database database)
    {
        var bot = await StartAsync(database);
        await SayAsync(bot, Ana, FromMei, "5, fully", "The notes were worth gold.");
        await SayAsync(bot, Bo, from: null, "4, mostly", "Phone numbers, please.");
        await bot.Press(Mei, (await bot.Press(Mei, bot.Teams.Standing(Mei)[^1], "Commit to a change")).Card, "Promise it", ("What", "Notes on every lead"), ("By when", "2026-11-30"));
        await bot.Overlook();

        await bot.Say(Farah, "pair Marketing Sales");
        var few = await bot.ExpectPost(Farah);
        // Who stands on both sides; beside that, nobody's name.
        Assert.Equal(
            ["Marketing and Sales", "Marketing · people: 3", "Head: Ines Ferreira · Guardian: Tomasz Lis", "Sales · people: 8", "Head: Ravi Menon · Guardian: Helene Brandt"],
            few.Texts.Take(5));
        Assert.Contains("Q4 2026", few.Texts);
        Assert.Contains("Marketing told Sales: 0", few.Texts);
        Assert.Contains("Sales told Marketing: 2", few.Texts);
        Assert.DoesNotContain("mean of", few.Text, StringComparison.Ordinal);
        Assert.Contains("“The notes were worth gold.” (Sales)", few.Texts);
        Assert.Contains("Open: Notes on every lead (Marketing, by 30 November 2026)", few.Texts);
        Assert.All(Everybody, person => Assert.DoesNotContain(few.Texts.Skip(5), text => text.Contains(person.Name, StringComparison.Ordinal)));
        Assert.Contains("Nothing was said.", few.Texts);

        // A third one: now there is a mean, of the side.
        await SayAsync(bot, Chidi, FromMei, "3, partly", word: null);
        await bot.Say(Farah, "pair marketing-sales");
        var enough = await bot.ExpectPost(Farah);
        Assert.Contains("Marketing when handing over, mean of 3", enough.Texts);
        Assert.Contains("Fit: 4.0 of 5", enough.Texts);

        await bot.Say(Ana, "pair Sales and Marketing");
        Assert.Contains("“The notes were worth gold.” (you, to Mei Chou)", (await bot.ExpectPost(Ana)).Texts);
        await bot.Say(Mei, "pair Sales, Marketing");
        Assert.Contains("“The notes were worth gold.” (Ana Sousa, to you)", (await bot.ExpectPost(Mei)).Texts);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task A_promise_whose_day_is_over_and_the_quarter_after(Database database)
    {
        var bot = await StartAsync(database);
        await SayAsync(bot, Ana, FromMei, "5, fully", "The notes were worth gold.");
        await bot.Press(Mei, (await bot.Press(Mei, bot.Teams.Standing(Mei)[^1], "Commit to a change")).Card, "Promise it", ("What", "Notes on every lead"), ("By when", "2026-11-30"));
        await bot.Advance(TimeSpan.FromDays(8));
        await bot.Overlook();
        await bot.Say(Ravi, "pair Marketing Sales");
        Assert.Contains("Not kept yet: Notes on every lead (Marketing, was due 30 November 2026)", (await bot.ExpectPost(Ravi)).Texts);

        await bot.Press(Mei, bot.Teams.Standing(Mei)[^1], "Done");
        await bot.Advance(TimeSpan.FromDays(35));
        await bot.Overlook();
        await bot.Say(Noor, "pair Marketing Sales");
        var later = await bot.ExpectPost(Noor);
        Assert.True(later.Texts.ToList().IndexOf("Q1 2027") < later.Texts.ToList().IndexOf("Q4 2026"));
        Assert.Contains("Nothing said yet. After hand-offs I ask, and “feedback for …” works at any time.", later.Texts);
        Assert.Contains("Kept: Notes on every lead (Marketing, by 30 November 2026)", later.Texts);
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Three_about_one_person_are_no_mean(Database database)
    {
        var bot = await StartAsync(database);
        foreach (var person in (Colleague[])[Ana, Bo, Chidi])
            await SayAsync(bot, person, FromMei, "2, a little", word: null);
        await bot.Say(Ines, "pair Marketing Sales");

        var card = await bot.ExpectPost(Ines);

        Assert.Contains("Sales told Marketing: 3", card.Texts);
        Assert.DoesNotContain("mean of 3", card.Text, StringComparison.Ordinal);
        await bot.Silence();
    }

    [Theory]
    [OnBothDatabases("pair Marketing Sales", "What Marketing and Sales tell each other is read by their people, heads and guardians.")]
    [OnBothDatabases("pair Marketng Sales", "Which two departments? Did you mean Marketing? There are: Marketing, Sales, Support.")]
    [OnBothDatabases("pair", "Which two departments? Write, for example, pair Marketing Sales. There are: Marketing, Sales, Support.")]
    [OnBothDatabases("pair Sales Sales", "Which two departments? Write, for example, pair Marketing Sales. There are: Marketing, Sales, Support.")]
    public async Task Others_and_other_words_get_a_sentence(Database database, string asked, string answer)
    {
        var bot = await StartAsync(database);
        await bot.Say(Sam, asked);
        Assert.Equal(answer, (await bot.ExpectPost(Sam)).Text);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Asked_in_a_channel_it_comes_to_the_askers_chat(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Say(Ana, "pair Marketing Sales", Sales);
        Assert.Equal("That is between few: I answer in your chat with me.", (await bot.ExpectPost(Sales)).Text);
        Assert.Equal("Marketing and Sales", (await bot.ExpectPost(Ana)).Texts[0]);
        await bot.Silence();
    }

    static async Task SayAsync(BotHarness bot, Colleague giver, object? from, string score, string? word)
    {
        await bot.AcceptedByAsync(giver, from);
        await bot.Say(giver, "feedback for Marketing");
        await bot.Press(giver, await bot.ExpectPost(giver, "How did Marketing hand this over?"), "Send", Rate(score, word));
        await bot.Overlook();
    }
}
