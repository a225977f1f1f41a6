using AccountabilityBot.Benchmarks.Accepting;
using AccountabilityBot.Benchmarks.Databases;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Benchmarks.Measuring;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Benchmarks.Racing;

/// <summary>A thousand people press Accept on one pool lead at once: one of them has it, and the others are told who.</summary>
static class RaceFigures
{
    const int Racers = 1_000;

    public static async IAsyncEnumerable<Figure> MeasureAsync(Settings settings)
    {
        await foreach (var figure in MeasureAsync(settings, "race on SQLite", FigureHost.OnSqliteAsync))
            yield return figure;
        await foreach (var figure in MeasureAsync(settings, "race on PostgreSQL", FigureHost.OnPostgresAsync))
            yield return figure;
    }

    static async IAsyncEnumerable<Figure> MeasureAsync(Settings settings, string scenario, Func<int, Task<FigureHost?>> start)
    {
        await using var host = await start(Racers);
        if (host is null)
        {
            yield return Figure.Skipped(scenario, FigureHost.NoPostgres);
            yield break;
        }

        var stock = await LeadStock.FillAsync(host.Bot.Services, 2 * (settings.Rounds + 1));
        await host.SettleAsync();
        var company = host.Bot.Services.GetRequiredService<CompanySource>().Current;
        await using var sql = new ByHand(host.Bot.Services.GetRequiredService<StorageOptions>());
        await using var bare = await BareRace.StartAsync(sql, company);
        using var toBare = new ClosedLoop(Loopback.AddressOf(bare), Racers) { Keep = true };
        using var toBot = new ClosedLoop(Loopback.AddressOf(host.Bot), Racers, host.Token) { Keep = true };

        Load? first = null;
        var comparison = await Comparison.RunAsync(
            settings.Rounds,
            round => RunAsync(host, company, toBare, stock[2 * round], null),
            async round =>
            {
                var load = await RunAsync(host, company, toBot, stock[(2 * round) + 1], LeadEvents.Accepted);
                first ??= load;
                return load;
            });
        yield return comparison.ByWallTime($"{scenario}: {Racers:N0} accepts of one lead at once");
        yield return new Figure($"{scenario}: the same, cold, each of the {Racers:N0} seen for the first time", "", $"{first!.Elapsed.TotalMilliseconds:N0} ms", "", "", null);
        // Had a single race broken the rule, there would be no figures at all.
        yield return Figure.Rule($"{scenario}: owners; answers that are 5xx; losers not told who won", "1; 0; 0", "1; 0; 0", met: true);
    }

    /// <exception cref="InvalidOperationException">The race had no winner, several, or somebody was not told.</exception>
    static async Task<Load> RunAsync(FigureHost host, Company company, ClosedLoop loop, StockedLead lead, string? ledgerKind)
    {
        var load = await loop.EachAsync([.. Enumerable.Range(0, Racers).Select(lead.AcceptedBy)]);
        await using var scope = host.Bot.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var id = new LeadId(lead.Id);
        var owner = await db.Leads.Where(row => row.Id == id).Select(row => row.Owner).SingleAsync() ?? throw new InvalidOperationException("Nobody won the race.");
        var name = company.NameOf(owner, "somebody");
        var untold = load.Answers.Count(answer => !answer.Body.Contains(name, StringComparison.Ordinal));
        if (untold > 0)
            throw new InvalidOperationException($"{untold} of {load.Answers.Count} racers were not told that {name} won.");
        if (ledgerKind is not null && await db.Ledger.CountAsync(row => row.LeadId == id && row.Kind == ledgerKind) is var accepts && accepts != 1)
            throw new InvalidOperationException($"The ledger has {accepts} accepts of one lead.");
        return load;
    }
}
