using System.Diagnostics;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Benchmarks.Measuring;
using AccountabilityBot.Data;
using AccountabilityBot.Jobs;
using AccountabilityBot.Leads.Ladders;
using Npgsql;

namespace AccountabilityBot.Benchmarks.Sweeping;

/// <summary>
/// What the leader's pass costs while nothing is due, over few and over very many open leads; and how fast thousands of rungs
/// that came due during an outage are caught up with, against the same work in batches by hand and against a job for each.
/// </summary>
static class SweepFigures
{
    const int Few = 10_000;
    const int Many = 1_000_000;
    const int DueAtOnce = 10_000;
    const int PassesPerRound = 40;
    const double MostGrowth = 1.2;

    public static async IAsyncEnumerable<Figure> MeasureAsync(Settings settings)
    {
        await using var host = await FigureHost.OnPostgresAsync(Settings.Connections);
        if (host is null)
        {
            yield return Figure.Skipped("sweep on PostgreSQL", FigureHost.NoPostgres);
            yield break;
        }

        var leads = new OpenLeads(host);
        await leads.BeginAsync();
        await leads.GrowToAsync(Few);
        // What is due once, as asking for rosters, is done before anything is measured.
        await PassAsync(host);
        var few = await RoundsAsync(settings, () => PassesAsync(host, PassesPerRound));
        // One in ten waits and has promised nothing.
        await leads.GrowToAsync(DueAtOnce * 6 / 5);
        await foreach (var figure in CatchUpAsync(settings, host, leads))
            yield return figure;

        await leads.GrowToAsync(Many);
        await PassAsync(host);
        var many = await RoundsAsync(settings, () => PassesAsync(host, PassesPerRound));
        var byHand = await RoundsAsync(settings, () => ProbesAsync(host, PassesPerRound));
        var growth = Comparison.Median(many) / Comparison.Median(few);
        yield return new Figure(
            $"sweep: a pass of every decision with nothing due, over {Many:N0} open leads, against {Few:N0}",
            $"{Comparison.Median(few):0.00} ms", $"{Comparison.Median(many):0.00} ms", $"{growth:0.00} × as long", $"≤ {MostGrowth:0.0} × as long", growth <= MostGrowth);
        yield return new Figure(
            $"sweep: the same pass, against the one question \"whose rung is due\" by hand",
            $"{Comparison.Median(byHand):0.00} ms", $"{Comparison.Median(many):0.00} ms", $"{Comparison.Median(many) / Comparison.Median(byHand):0.0} × as long", "", null);
    }

    static async IAsyncEnumerable<Figure> CatchUpAsync(Settings settings, FigureHost host, OpenLeads leads)
    {
        await using var byHand = new RungsByHand(host);
        var (floors, subjects) = (new List<double>(), new List<double>());
        for (var round = 0; round <= settings.Rounds; round++)
        {
            await leads.MakeDueAsync(DueAtOnce);
            var floor = await TimeAsync(byHand.CatchUpAsync, DueAtOnce);
            await leads.MakeDueAsync(DueAtOnce);
            var subject = await TimeAsync(() => ClimbAllAsync(host), DueAtOnce);
            if (round == 0)
                continue;
            floors.Add(DueAtOnce / floor.TotalSeconds);
            subjects.Add(DueAtOnce / subject.TotalSeconds);
        }

        double[] ratios = [.. floors.Zip(subjects, (floor, subject) => subject / floor).Order()];
        yield return new Figure(
            $"ladder: {DueAtOnce:N0} due rungs caught up with, against batches by hand",
            $"{Comparison.Median(floors):N0}/s", $"{Comparison.Median(subjects):N0}/s", $"{Comparison.Median(ratios):0.00} ({ratios[0]:0.00} to {ratios[^1]:0.00})",
            "≥ 0.40", Comparison.Median(ratios) >= 0.4);

        var jobs = await JobForEachRung.MeasureAsync(host, leads);
        yield return new Figure(
            "ladder: the same, against a Hangfire job for each rung",
            $"{jobs:N0}/s", $"{Comparison.Median(subjects):N0}/s", $"{Comparison.Median(subjects) / jobs:0.0}", "≥ 20", Comparison.Median(subjects) / jobs >= 20);
    }

    static async Task<TimeSpan> TimeAsync(Func<Task<int>> catchUp, int expected)
    {
        var began = Stopwatch.GetTimestamp();
        var done = await catchUp();
        var took = Stopwatch.GetElapsedTime(began);
        return done == expected ? took : throw new InvalidOperationException($"{expected} rungs were due, and {done} were climbed.");
    }

    static async Task<int> ClimbAllAsync(FigureHost host)
    {
        var climbed = 0;
        while (true)
        {
            await using var scope = host.Bot.Services.CreateAsyncScope();
            var done = await scope.ServiceProvider.GetRequiredService<LadderSweep>().ClimbAsync(OpenLeads.Now, CancellationToken.None);
            if (done == 0)
                return climbed;
            climbed += done;
        }
    }

    /// <returns>Milliseconds a pass, of each round that counts.</returns>
    static async Task<IReadOnlyList<double>> RoundsAsync(Settings settings, Func<Task> round)
    {
        var times = new List<double>();
        for (var count = 0; count <= settings.Rounds; count++)
        {
            var began = Stopwatch.GetTimestamp();
            await round();
            if (count > 0)
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds / PassesPerRound);
        }

        return times;
    }

    static async Task PassesAsync(FigureHost host, int count)
    {
        for (var pass = 0; pass < count; pass++)
        {
            if (await PassAsync(host) is var done and not 0)
                throw new InvalidOperationException($"Nothing was to be due, and a pass did {done} things.");
        }
    }

    static async Task<int> PassAsync(FigureHost host) => (await host.Bot.Services.GetRequiredService<Sweeps>().RunAsync(Lane.Decide, CancellationToken.None)).Done;

    static async Task ProbesAsync(FigureHost host, int count)
    {
        await using var connection = new NpgsqlConnection(host.Bot.Services.GetRequiredService<StorageOptions>().ConnectionString);
        await connection.OpenAsync();
        for (var probe = 0; probe < count; probe++)
        {
            await using var command = new NpgsqlCommand("""SELECT "Id" FROM "Leads" WHERE "NextRungAt" <= $1 ORDER BY "NextRungAt" LIMIT 500""", connection);
            command.Parameters.Add(new NpgsqlParameter { Value = OpenLeads.Now });
            await using var reader = await command.ExecuteReaderAsync();
            if (await reader.ReadAsync())
                throw new InvalidOperationException("Nothing was to be due.");
        }
    }
}
