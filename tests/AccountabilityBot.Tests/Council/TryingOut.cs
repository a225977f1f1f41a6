using AccountabilityBot.Data;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Council;

/// <summary>Experiments: begun by the council, measured by a number, funded or retired.</summary>
public sealed class TryingOut : Scenario
{
    const string Hypothesis = "If fair leads are called the same day, **more** of them <at>all</at> are won";

    static readonly BotSetup Setup = Councils.Setup with
    {
        Model = Councils.Model + """

            numbers:
              win-rate: { name: Win rate, unit: "%", direction: up, target: 30, department: sales, owner: ravi@brightwater.example }
            """,
    };

    [Theory, OnBothDatabases]
    public async Task An_experiment_is_begun_measured_and_ended_by_the_council(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Overlook();
        await ValueAsync(bot, new DateOnly(2026, 10, 31), 20);
        await bot.Say(Ravi, "experiments");
        var none = await bot.ExpectPost(Ravi, "No experiment yet");

        var form = await bot.Press(Ravi, none, "New experiment");
        var list = await bot.Press(
            Ravi, form.Card, "Save", ("What should happen, and why", Hypothesis), ("Number it is to move", "Win rate"), ("Owner", "Ana Sousa"), ("Last day", "2026-12-01"));

        Assert.Contains("The experiment has begun.", list.Card.Texts);
        Assert.Contains("Ana Sousa · 23 Nov 2026 – 1 Dec 2026", list.Card.Texts);
        Assert.Contains("Win rate: 20% at the start, 20% now – Too early to say", list.Card.Texts);

        // The value of November is there when the council meets.
        await bot.Advance(TimeSpan.FromDays(8) - 1.Minutes());
        await ValueAsync(bot, new DateOnly(2026, 11, 30), 26);
        await bot.Overlook();
        await bot.Advance(1.Minutes());
        var pack = bot.Teams.Standing(Sales)[^1];
        await bot.Overlook();
        Assert.Contains("Win rate: 20% at the start, 26% now – it helped", pack.Texts);
        Assert.Contains("Its time is over: fund it, or retire it?", pack.Texts);

        Assert.StartsWith("Only members of the council decide", (await bot.Press(Ana, pack, "Fund")).Sentence, StringComparison.Ordinal);
        var asked = await bot.Press(Priya, pack, "Fund");
        Assert.Contains("That is too long: 500 characters at most.", (await bot.Press(Priya, asked.Card, "Fund", ("What came of it", new string('a', 600)))).Card.Texts);
        var funded = await bot.Press(Priya, asked.Card, "Fund", ("What came of it", "Six points more."));
        Assert.Contains("Funded: it goes on.", funded.Card.Texts);
        Assert.Contains("Funded: Six points more.", (await bot.ExpectEdit(pack)).Texts);
        Assert.Contains("The council has decided about this experiment already; this is how it stands.", (await bot.Press(Ines, asked.Card, "Fund", ("What came of it", "Nothing."))).Card.Texts);
        Assert.Equal(ExperimentState.Funded, await bot.Read(db => db.Experiments.Select(row => row.State).SingleAsync()));
        Assert.Equal(["experiment.added", "experiment.ended"], await bot.Read(db => db.Ledger.Where(row => row.Kind == "experiment.added" || row.Kind == "experiment.ended").OrderBy(row => row.Seq).Select(row => row.Kind).ToListAsync()));
        await bot.Overlook();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_missing_is_asked_for_and_what_was_typed_stays(Database database)
    {
        var bot = await StartAsync(database, Setup);
        await bot.Overlook();
        await bot.Say(Noor, "experimente");
        var list = await bot.ExpectPost(Noor);
        var form = await bot.Press(Noor, list, "New experiment");

        var refused = await bot.Press(
            Noor, form.Card, "Save", ("What should happen, and why", Hypothesis), ("Owner", "Ana Sousa"), ("First day", "2026-12-24"), ("Last day", "2026-12-24"));

        Assert.Contains("The last day lies after the first and after today; it begins at most 92 days back and lasts at most 366 days.", refused.Card.Texts);
        Assert.Equal((Hypothesis, "2026-12-24"), (refused.Card.Input("What should happen, and why").Value, refused.Card.Input("First day").Value));
        Assert.Contains("That is too long: 300 characters at most.", (await bot.Press(
            Noor, refused.Card, "Save", ("What should happen, and why", new string('a', 301)), ("Last day", "2027-01-24"))).Card.Texts);
        Assert.StartsWith("Only members of the council decide", (await bot.Press(Ana, list, "New experiment")).Sentence, StringComparison.Ordinal);
        Assert.Equal(0, await bot.Read(db => db.Experiments.CountAsync()));
        await bot.Overlook();
    }

    static Task<int> ValueAsync(BotHarness bot, DateOnly end, decimal value) => bot.Write(db => db.NumberValues.Add(
        new NumberValue { Id = Guid.CreateVersion7(bot.Clock.GetUtcNow()), NumberId = "win-rate", PeriodEnd = end, Value = value, Source = "api", EnteredAt = bot.Clock.GetUtcNow() }));
}
