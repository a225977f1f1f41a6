using AccountabilityBot.Benchmarks.Databases;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Benchmarks.Measuring;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Benchmarks.Accepting;

/// <summary>One accept for each lead, 16 at once, against the same reads and writes by hand-written SQL.</summary>
static class AcceptFigures
{
    const double Target = 0.5;
    const double MostMilliseconds = 50;

    /// <summary>Rounds' worth of leads in the round that does not count.</summary>
    const int WarmUp = 4;

    public static IAsyncEnumerable<Figure> OnSqliteAsync(Settings settings) => MeasureAsync(settings, "accept on SQLite", FigureHost.OnSqliteAsync, atMost: null);

    public static IAsyncEnumerable<Figure> OnPostgresAsync(Settings settings) => MeasureAsync(settings, "accept on PostgreSQL", FigureHost.OnPostgresAsync, MostMilliseconds);

    static async IAsyncEnumerable<Figure> MeasureAsync(Settings settings, string scenario, Func<int, Task<FigureHost?>> start, double? atMost)
    {
        await using var host = await start(Settings.Connections);
        if (host is null)
        {
            yield return Figure.Skipped(scenario, FigureHost.NoPostgres);
            yield break;
        }

        var comparison = await CompareAsync(settings, host);
        yield return comparison.ByThroughput($"{scenario}, {Settings.Connections} at once", Target);
        yield return comparison.ByLatency($"{scenario}, half of the answers within", 0.5, atMost: null);
        yield return comparison.ByLatency($"{scenario}, 99 of 100 answers within", 0.99, atMost);
    }

    static async Task<Comparison> CompareAsync(Settings settings, FigureHost host)
    {
        var size = settings.LeadsPerRound;
        // The first round warms up, and only code that ran a few thousand times runs as it does all day.
        var stock = new Queue<StockedLead>(await LeadStock.FillAsync(host.Bot.Services, (size * 2 * (settings.Rounds + WarmUp)) + 1));
        var accepts = stock.Count;
        await host.SettleAsync();
        using var toBot = new ClosedLoop(Loopback.AddressOf(host.Bot), Settings.Connections, host.Token);
        await using var sql = new ByHand(host.Bot.Services.GetRequiredService<StorageOptions>());
        await using var bare = await BareAccept.StartAsync(sql, host, stock.Dequeue());
        using var toBare = new ClosedLoop(Loopback.AddressOf(bare), Settings.Connections);

        var comparison = await Comparison.RunAsync(
            settings.Rounds,
            round => toBare.EachAsync(Presses(stock, round == 0 ? WarmUp * size : size)),
            round => toBot.EachAsync(Presses(stock, round == 0 ? WarmUp * size : size)));
        await ProveAsync(host, accepts);
        return comparison;
    }

    static byte[][] Presses(Queue<StockedLead> stock, int count) =>
        [.. Enumerable.Range(0, count).Select(index => stock.Dequeue().AcceptedBy(index % Settings.Connections))];

    /// <summary>A figure counts only when floor and subject left the same rows behind.</summary>
    static async Task ProveAsync(FigureHost host, int leads)
    {
        await using var scope = host.Bot.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        Proof.Holds(leads, "leads were accepted",
        [
            ("leads", await db.Leads.CountAsync(lead => lead.State == LeadState.Accepted && lead.Owner != null)),
            ("offers", await db.Offers.CountAsync(offer => offer.Outcome == OfferOutcome.Accepted)),
            ("ledger rows", await db.Ledger.CountAsync(row => row.Kind == LeadEvents.Accepted)),
            ("inbox rows", await db.Inbox.CountAsync()),
            ("cards that want to show the owner", await db.CardPosts.CountAsync(post => post.Wanted > post.Shown) / 2),
        ]);
    }
}
