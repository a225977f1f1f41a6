using System.CommandLine;
using AccountabilityBot.Benchmarks;
using AccountabilityBot.Benchmarks.Accepting;
using AccountabilityBot.Benchmarks.Asking;
using AccountabilityBot.Benchmarks.Cadence;
using AccountabilityBot.Benchmarks.Cards;
using AccountabilityBot.Benchmarks.Delivering;
using AccountabilityBot.Benchmarks.Ending;
using AccountabilityBot.Benchmarks.Invoking;
using AccountabilityBot.Benchmarks.Measuring;
using AccountabilityBot.Benchmarks.Racing;
using AccountabilityBot.Benchmarks.Sweeping;
using AccountabilityBot.Benchmarks.Syncing;

// Figures as ratios: what the bot does by what a bare program must do, both measured now, in turns, on this machine.
Dictionary<string, Func<Settings, IAsyncEnumerable<Figure>>> scenarios = new()
{
    ["invoke"] = InvokeFigures.MeasureAsync,
    ["cards"] = CardFigures.MeasureAsync,
    ["accept-sqlite"] = AcceptFigures.OnSqliteAsync,
    ["accept-postgres"] = AcceptFigures.OnPostgresAsync,
    ["disposition"] = DispositionFigures.MeasureAsync,
    ["closed-loop"] = OutcomeFigures.MeasureAsync,
    ["digest"] = DigestFigures.MeasureAsync,
    ["race"] = RaceFigures.MeasureAsync,
    ["sweep"] = SweepFigures.MeasureAsync,
    ["deliver"] = DeliverFigures.MeasureAsync,
    ["ask"] = AskFigures.MeasureAsync,
    ["directory"] = DirectoryFigures.MeasureAsync,
};

var scenario = new Argument<string>("scenario") { DefaultValueFactory = _ => "all", Description = "One of them, or all." };
scenario.AcceptOnlyFromAmong([.. scenarios.Keys, "all"]);
var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 1, Description = "Length of a round." };
var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5, Description = "Pairs of rounds that count; at least 5 for a figure to quote." };
var root = new RootCommand("Measures AccountabilityBot against floors of the same run.") { scenario, seconds, rounds };
root.SetAction(async parsed =>
{
    var settings = new Settings(Math.Max(1, parsed.GetValue(seconds)), Math.Max(1, parsed.GetValue(rounds)));
    var chosen = parsed.GetValue(scenario);
    Console.WriteLine(FigureTable.Machine());
    Console.WriteLine($"{settings.Rounds} rounds in turns, {Settings.Connections} requests at once, load and servers in one process; PostgreSQL with synchronous_commit off, SQLite in memory.");
    Console.WriteLine();
    Console.WriteLine(FigureTable.Heading);
    foreach (var (name, measure) in scenarios)
    {
        if (chosen != "all" && chosen != name)
            continue;
        await foreach (var figure in measure(settings))
            Console.WriteLine(FigureTable.Row(figure));
    }
});
return await root.Parse(args).InvokeAsync();
