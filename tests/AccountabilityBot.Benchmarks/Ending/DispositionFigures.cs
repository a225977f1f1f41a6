using AccountabilityBot.Benchmarks.Accepting;
using AccountabilityBot.Benchmarks.Databases;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Benchmarks.Measuring;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Benchmarks.Ending;

/// <summary>
/// The second press of "Lost, price, with a note", 16 at once, against the floor of an accept: the hand-written reads and writes
/// of one. A disposition writes more than an accept does: its own row, two promises kept, and what the sender is to hear.
/// </summary>
static class DispositionFigures
{
    const int WarmUp = 4;

    public static async IAsyncEnumerable<Figure> MeasureAsync(Settings settings)
    {
        await using var host = await FigureHost.OnPostgresAsync(Settings.Connections);
        if (host is null)
        {
            yield return Figure.Skipped("disposition on PostgreSQL", FigureHost.NoPostgres);
            yield break;
        }

        var comparison = await CompareAsync(settings, host);
        yield return comparison.ByThroughput($"disposition on PostgreSQL by the floor of an accept, {Settings.Connections} at once", atLeast: null);
        yield return comparison.ByLatency("disposition on PostgreSQL, half of the answers within", 0.5, atMost: null);
        yield return comparison.ByLatency("disposition on PostgreSQL, 99 of 100 answers within", 0.99, atMost: null);
    }

    static async Task<Comparison> CompareAsync(Settings settings, FigureHost host)
    {
        var size = settings.LeadsPerRound;
        var many = size * (settings.Rounds + WarmUp);
        var open = new Queue<StockedLead>(await LeadStock.FillAsync(host.Bot.Services, many + 1));
        var owned = new Queue<StockedLead>(await LeadStock.FillAsync(host.Bot.Services, many, isOwned: true));
        await host.SettleAsync();
        using var toBot = new ClosedLoop(Loopback.AddressOf(host.Bot), Settings.Connections, host.Token);
        await using var sql = new ByHand(host.Bot.Services.GetRequiredService<StorageOptions>());
        await using var bare = await BareAccept.StartAsync(sql, host, open.Dequeue());
        using var toBare = new ClosedLoop(Loopback.AddressOf(bare), Settings.Connections);

        var comparison = await Comparison.RunAsync(
            settings.Rounds,
            round => toBare.EachAsync([.. Of(open, round == 0 ? WarmUp * size : size).Select((lead, index) => lead.AcceptedBy(index % Settings.Connections))]),
            round => toBot.EachAsync([.. Of(owned, round == 0 ? WarmUp * size : size).Select(lead => lead.LostByOwner())]));
        await ProveAsync(host, many);
        return comparison;
    }

    static IEnumerable<StockedLead> Of(Queue<StockedLead> stock, int count) => Enumerable.Range(0, count).Select(_ => stock.Dequeue());

    /// <summary>A figure counts only when every press did what it was to do.</summary>
    static async Task ProveAsync(FigureHost host, int leads)
    {
        await using var scope = host.Bot.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        Proof.Holds(leads, "leads were told to be lost",
        [
            ("lost leads", await db.Leads.CountAsync(lead => lead.State == LeadState.Lost && lead.DispositionReason == "price")),
            ("dispositions", await db.Dispositions.CountAsync()),
            ("lines of the ledger", await db.Ledger.CountAsync(row => row.Kind == LeadEvents.Lost)),
            ("outcomes to be told", await db.OutcomeLines.CountAsync()),
        ]);
    }
}
