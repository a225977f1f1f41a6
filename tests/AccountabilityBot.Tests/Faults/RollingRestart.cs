namespace AccountabilityBot.Tests.Faults;

/// <summary>A new version comes: one server after the other is asked to end, and another starts, while people press.</summary>
[Collection(FaultRuns.Name)]
[Trait("database", "postgres")]
public sealed class RollingRestart
{
    [Fault]
    public Task No_press_is_dropped() => FaultRuns.RunAsync(new FaultSetup(), RunAsync);

    static async Task RunAsync(FaultSite site, int seed)
    {
        var (random, restarts, leads) = (new Random(seed), FaultRuns.IsLong ? 20 : 2, 0);
        var servers = new[] { await site.ServeAsync(), await site.ServeAsync() };
        var next = 0;
        var crowd = new Crowd(site, () => servers[Interlocked.Increment(ref next) % 2], seed) { AcceptsOnly = true };
        using var enough = new CancellationTokenSource();
        var pressing = crowd.RunAsync(people: 4, TimeSpan.FromMilliseconds(20), enough.Token);
        for (var restart = 0; restart < restarts; restart++)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.LeadAsync(() => servers[random.Next(2)], ++leads, random.Next(2) == 0 ? "hot" : "warm")));
            await site.UntilAsync("somebody leads", async () => await site.LeadsAsync(servers[0]) || await site.LeadsAsync(servers[1]), TimeSpan.FromSeconds(30));
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(800)), Cli.Clock.System);
            Assert.Equal(0, await servers[restart % 2].TerminateAsync(TimeSpan.FromSeconds(30)));
            servers[restart % 2] = await site.ServeAsync();
        }

        await site.UntilAsync("every lead has an owner", async () => (await site.ReadAsync(Record.ReadAsync)).IsAtRest, TimeSpan.FromSeconds(60));
        await enough.CancelAsync();
        await pressing;
        var aftermath = await Aftermath.OfAsync(site, servers[0], crowd);
        await aftermath.ReconcileAsync(leads, _ => false, $"{restarts} ends");
        // Whoever stands before the servers asks the other one when nobody listens; a press that was taken is answered.
        Assert.All(crowd.Presses.Where(press => press.Answer is null), press => Assert.Contains("Connection refused", press.Trouble, StringComparison.Ordinal));
        Assert.Empty(site.Errors);
    }
}
