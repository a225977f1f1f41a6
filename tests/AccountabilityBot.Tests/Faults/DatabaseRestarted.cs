using AccountabilityBot.Benchmarks.Databases;
using Npgsql;

namespace AccountabilityBot.Tests.Faults;

/// <summary>PostgreSQL goes down in the middle of the day and comes back, as after a crash. The servers stay.</summary>
[Collection(FaultRuns.Name)]
[Trait("database", "postgres")]
public sealed class DatabaseRestarted
{
    const double Speed = 20;

    /// <summary>What was under way when every connection was cut.</summary>
    static readonly TimeSpan WrittenDownWithin = TimeSpan.FromSeconds(15);

    [Fault(NeedsOwnCluster = true)]
    public async Task Nobody_loses_an_accept_that_they_were_shown()
    {
        // As in production: what was committed is written before anybody hears of it.
        await using var cluster = await PrivatePostgres.StartAsync("synchronous_commit = on", "fsync = off");
        var database = new NpgsqlConnectionStringBuilder(cluster!.ConnectionString) { MaxPoolSize = 20 }.ConnectionString;
        await FaultRuns.RunAsync(new FaultSetup(Speed, "2m", database), (site, seed) => RunAsync(site, cluster, seed));
    }

    static async Task RunAsync(FaultSite site, PrivatePostgres cluster, int seed)
    {
        var (random, restarts, leads) = (new Random(seed), FaultRuns.IsLong ? 20 : 2, 0);
        var server = await site.ServeAsync();
        var crowd = new Crowd(site, () => server, seed);
        using var enough = new CancellationTokenSource();
        var pressing = crowd.RunAsync(people: 6, TimeSpan.FromMilliseconds(20), enough.Token);
        var (down, arriving) = (new List<(DateTimeOffset From, DateTimeOffset To)>(), new List<Task>());
        for (var restart = 0; restart < restarts; restart++)
        {
            var shown = crowd.Presses.Count(press => press.ShowsOwner);
            arriving.AddRange(Enumerable.Range(0, 15).Select(_ => site.LeadAsync(() => server, ++leads, random.Next(2) == 0 ? "hot" : "warm")));
            await site.UntilAsync("people accept", () => Task.FromResult(crowd.Presses.Count(press => press.ShowsOwner) > shown + random.Next(4)), TimeSpan.FromSeconds(60));
            var from = site.Clock.GetUtcNow();
            await cluster.RestartAsync();
            down.Add((from, site.Clock.GetUtcNow()));
            await site.UntilAsync("the server works again", async () => (await site.ReadyAsync(server))?["status"]?.GetValue<string>() is "ready" or "degraded", TimeSpan.FromSeconds(30));
            await site.UntilAsync("the server leads again", () => site.LeadsAsync(server), TimeSpan.FromSeconds(30));
        }

        await Task.WhenAll(arriving);
        await enough.CancelAsync();
        await pressing;
        NpgsqlConnection.ClearAllPools();
        var aftermath = await Aftermath.OfAsync(site, server, crowd);
        await aftermath.ReconcileAsync(
            leads, kept => down.Any(one => kept > one.From - (WrittenDownWithin * Speed) && kept < one.To + (WrittenDownWithin * Speed)), $"{restarts} restarts", unclear: restarts * 8);
        Assert.All(crowd.Presses, press => Assert.True(press.Answer is not null, $"A press was not answered: {press.Trouble}"));
        Assert.True(server.IsRunning);
        Assert.Equal(0, await server.TerminateAsync(TimeSpan.FromSeconds(30)));
    }
}
