using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Council;

/// <summary>Once a quarter each head says how mature six capabilities are; everybody reads averages, and nobody who said what.</summary>
public sealed class AssessingMaturity : Scenario
{
    static readonly BotSetup Setup = Councils.Setup with { Model = Councils.Model.Replace("mon-sun: 00:00-24:00", "mon-fri: 09:00-17:00", StringComparison.Ordinal) };

    static readonly string[] Questions =
    [
        "One definition of lead, SQL, opportunity, pipeline and win", "Every number has a target and one owner", "What is promised at hand-offs, and kept",
        "Whoever hands over hears what became of it", "One scorecard that everybody trusts and reads", "Rules are changed on evidence, and looked at again",
    ];

    [Theory, OnBothDatabases]
    public async Task Each_head_is_asked_once_on_the_first_morning_of_work_and_reminded_once(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Overlook();
        // In the middle of a quarter nobody is asked; the new year begins on a Friday.
        await bot.Advance(TimeSpan.FromDays(39) - 1.Hours() - 1.Seconds());
        await bot.Overlook();
        Assert.Equal(0, await bot.Read(db => db.MaturityAssessments.CountAsync()));

        await bot.Advance(1.Seconds());
        foreach (var head in (Colleague[])[Ines, Ravi, Priya])
            Assert.Contains("How mature are we? 2027-Q1", (await bot.ExpectPost(head)).Texts);
        await bot.Silence();

        await bot.Press(Priya, bot.Teams.Standing(Priya)[^1], "Skip");
        await bot.Overlook();
        await bot.Restart();
        await bot.Advance(TimeSpan.FromDays(7));
        Assert.Single(bot.Teams.Standing(Ines), card => card.Text.Contains("It is the only reminder.", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Teams.Standing(Priya), card => card.Text.Contains("It is the only reminder.", StringComparison.Ordinal));
        await bot.Advance(TimeSpan.FromDays(20));
        Assert.Single(bot.Teams.Standing(Ines), card => card.Text.Contains("It is the only reminder.", StringComparison.Ordinal));
        Assert.Equal(3, await bot.Read(db => db.MaturityAssessments.CountAsync()));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task Averages_are_shown_from_two_answers_on_and_nobody_reads_another_ones(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Advance(TimeSpan.FromDays(40));
        await bot.Overlook();
        var (withInes, withRavi) = (Asked(bot, Ines), Asked(bot, Ravi));

        var saved = await bot.Press(Ines, withInes, "Save", [.. Questions.Select(question => (question, "2 · Begun"))]);
        Assert.StartsWith("Saved, thank you.", saved.Card.Texts[1], StringComparison.Ordinal);
        await bot.Overlook();
        await bot.Say(Sam, "maturity");
        Assert.Contains("No average yet", (await bot.ExpectPost(Sam)).Text, StringComparison.Ordinal);

        await bot.Press(Ravi, withRavi, "Save", [.. Questions.Select(question => (question, "3 · Written down"))]);
        await bot.Press(Ines, saved.Card, "Save", (Questions[1], "4 · Lived and measured"));
        await bot.Overlook();
        await bot.Say(Sam, "maturity");
        var trend = await bot.ExpectPost(Sam);

        Assert.Contains("Quarter: 2027-Q1", trend.Texts);
        Assert.Contains("Definitions: 2.5", trend.Texts);
        Assert.Contains("Goals: 3.5", trend.Texts);
        Assert.Equal("", trend.ButtonRow);
        foreach (var person in Everybody)
            Assert.DoesNotContain(person.Name, trend.Text, StringComparison.Ordinal);
        Assert.StartsWith("These answers are somebody else's.", (await bot.Press(Ravi, withInes, "Skip")).Sentence, StringComparison.Ordinal);
        await bot.Say(Ines, "reifegrad");
        Assert.Equal("Change my answers", (await bot.ExpectPost(Ines)).ButtonRow);
        // The ledger knows that, and not what.
        Assert.Equal(3, await bot.Read(db => db.Ledger.CountAsync(row => row.Kind == "maturity.answered" && row.Reason == "2027-Q1")));
        await bot.Overlook();
    }

    static ShownCard Asked(BotHarness bot, Colleague head) => bot.Teams.Standing(head).Last(card => card.Text.Contains("How mature are we?", StringComparison.Ordinal));
}
