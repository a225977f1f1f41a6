using AccountabilityBot.Tests.Harness;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Numbers;

public sealed class DisputingANumber : Scenario
{
    [Theory, OnBothDatabases]
    public async Task It_shows_as_disputed_until_its_owner_answers(Database database)
    {
        var bot = await StartAsync(database, Registry.Setup);
        var card = await bot.AskedAsync(Mei, "win-rate", Sales);
        var form = (await bot.Press(Mei, card, "Challenge")).Card;
        Assert.Contains("Please write a little more: at least 10 characters.", (await bot.Press(Mei, form, "Challenge", ("What is wrong", "The value"), ("In a sentence", "Too low"))).Card.Texts);

        await bot.Press(Mei, form, "Challenge", ("What is wrong", "The value"), ("In a sentence", "September is counted in October."));

        var challenge = await bot.ExpectPost(Ana);
        Assert.Equal("Mei Chou disputes Win rate", challenge.Summary);
        Assert.Contains("“September is counted in October.”", challenge.Texts);
        Assert.Contains("Disputed: Mei Chou doubts the value", (await bot.ExpectEdit(card)).Text, StringComparison.Ordinal);
        Assert.Equal("Your challenge waits for an answer.", (await bot.Press(Mei, card, "Challenge")).Card.Texts[0]);

        Assert.Equal("Only its owner can do that: Ana Sousa.", (await bot.Press(Bo, challenge, "Answer")).Sentence);
        var answer = (await bot.Press(Ana, challenge, "Answer")).Card;
        await bot.Press(Ana, answer, "Answer", ("Your answer", "I will mend it"), ("Mended by", "2026-11-27"));

        await bot.ExpectPost(Mei, "Ana Sousa has answered your challenge: Win rate will be mended by 27 Nov 2026.");
        var mended = await bot.ExpectEdit(card);
        Assert.DoesNotContain("Disputed", mended.Text, StringComparison.Ordinal);
        Assert.Contains("Ana Sousa will mend it by 27 Nov 2026.", mended.Texts);
        await bot.Overlook();
        Assert.Equal(["number.taken", "number.owned", "number.challenged", "number.challenge-answered"], await bot.LedgerAsync("win-rate"));
    }

    [Theory, OnBothDatabases]
    public async Task The_head_or_the_deputy_acts_while_the_owner_is_out_for_days(Database database)
    {
        var bot = await StartAsync(database, Registry.Setup);
        var card = await bot.AskedAsync(Mei, "win-rate", Sales);
        await bot.Say(Ana, "out until friday");
        await bot.ExpectPost(Ana);
        await bot.Advance(1.Minutes());

        Assert.Contains("Ravi Menon acts for Ana Sousa until", (await bot.ExpectEdit(card)).Text, StringComparison.Ordinal);
        var atAna = await bot.AskedAsync(Ana, "win-rate");
        var form = (await bot.Press(Ana, atAna, "Who stands in")).Card;
        await bot.Press(Ana, form, "Save", ("Stands in", "Bo Nguyen"));
        Assert.Contains("Bo Nguyen acts for Ana Sousa until", (await bot.ExpectEdit(card)).Text, StringComparison.Ordinal);

        // Who stands in answers; what is Ana's stays Ana's.
        await bot.Overlook();
        var challenge = (await bot.Press(Mei, card, "Challenge")).Card;
        await bot.Press(Mei, challenge, "Challenge", ("What is wrong", "The definition"), ("In a sentence", "Does a renewal count?"));
        var atBo = await bot.ExpectPost(Bo);
        await bot.Press(Bo, (await bot.Press(Bo, atBo, "Answer")).Card, "Answer", ("Your answer", "It stands, and here is why"), ("In a sentence", "It does, since March."));
        await bot.ExpectPost(Mei, "Bo Nguyen has answered your challenge: Win rate stands.");
        await bot.Overlook();
        await bot.Advance(TimeSpan.FromDays(5));
        Assert.DoesNotContain("acts for", (await bot.ExpectEdit(card)).Text, StringComparison.Ordinal);
        await bot.Overlook();
        Assert.Equal(bot.IdOf(Ana), (await bot.NumberAsync("win-rate")).Current!.Person);
    }

    [Theory, OnBothDatabases]
    public async Task A_question_is_passed_on_to_the_owner_with_the_askers_name(Database database)
    {
        var bot = await StartAsync(database, Registry.Setup);
        var card = await bot.AskedAsync(Mei, "win-rate", Sales);
        var form = (await bot.Press(Mei, card, "Ask the owner")).Card;

        var sent = await bot.Press(Mei, form, "Send", ("Your question", "Does a renewal count?"));

        Assert.Equal("I passed it on to Ana Sousa.", sent.Card.Texts[0]);
        var question = await bot.ExpectPost(Ana);
        Assert.Equal("Mei Chou asks about Win rate", question.Summary);
        Assert.Contains("“Does a renewal count?”", question.Texts);
        Assert.Equal(["Mei Chou"], question.Mentions);
        await bot.PressAgain(sent);
        await bot.Silence();
    }

    [Theory, OnBothDatabases]
    public async Task Two_who_dispute_at_once_are_both_heard_and_answered_one_after_the_other(Database database)
    {
        var bot = await StartAsync(database, Registry.Setup);
        var card = await bot.AskedAsync(Mei, "win-rate", Sales);
        foreach (var person in (Colleague[])[Mei, Bo])
        {
            var form = (await bot.Press(person, card, "Challenge")).Card;
            await bot.Press(person, form, "Challenge", ("What is wrong", "The definition"), ("In a sentence", $"{person.Name} does not follow."));
        }

        var first = await bot.ExpectPost(Ana);
        await bot.Overlook();
        var answer = (await bot.Press(Ana, first, "Answer")).Card;
        Assert.Contains("“Mei Chou does not follow.”", answer.Texts);
        var left = await bot.Press(Ana, answer, "Answer", ("Your answer", "It stands, and here is why"), ("In a sentence", "The council agreed."));
        Assert.Contains("“Bo Nguyen does not follow.”", left.Card.Texts);
        await bot.ExpectPost(Mei);
        await bot.Overlook();
    }
}
