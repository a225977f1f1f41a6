using Npgsql;

namespace AccountabilityBot.Tests.Faults;

/// <summary>Somebody takes the job store's tables away while the server runs. Beside other tests: nothing here hurries.</summary>
[Trait("database", "postgres")]
public sealed class JobStoreDropped
{
    [Fault]
    public Task Leads_go_on_health_tells_and_the_timetable_comes_back() => FaultRuns.RunAsync(new FaultSetup(), RunAsync);

    static async Task RunAsync(FaultSite site, int seed)
    {
        var server = await site.ServeAsync();
        var crowd = new Crowd(site, () => server, seed) { AcceptsOnly = true };
        using var enough = new CancellationTokenSource();
        var pressing = crowd.RunAsync(people: 2, TimeSpan.FromMilliseconds(200), enough.Token);
        await site.UntilAsync("the timetable ticks", () => site.ReadAsync(db => Task.FromResult(db.Heartbeats.Any())), TimeSpan.FromSeconds(60));

        await using (var connection = new NpgsqlConnection(site.ConnectionString))
        {
            await connection.OpenAsync();
            await using var drop = new NpgsqlCommand("DROP SCHEMA hangfire CASCADE", connection);
            await drop.ExecuteNonQueryAsync();
        }

        for (var no = 1; no <= 8; no++)
            await site.LeadAsync(() => server, no, no % 2 == 0 ? "hot" : "warm");
        await site.UntilAsync("health tells that the timetable stands still", async () => await TimetableAsync() is { } told && told != "ok", TimeSpan.FromSeconds(90));
        var ready = await site.ReadyAsync(server);
        Assert.Equal("degraded", ready!["status"]!.GetValue<string>());
        await site.UntilAsync("the timetable ticks again", async () => await TimetableAsync() == "ok", TimeSpan.FromSeconds(120));

        await site.UntilAsync("every lead has an owner", async () => (await site.ReadAsync(Record.ReadAsync)).IsAtRest, TimeSpan.FromSeconds(60));
        await enough.CancelAsync();
        await pressing;
        var aftermath = await Aftermath.OfAsync(site, server, crowd);
        await aftermath.ReconcileAsync(8, _ => false, "The job store dropped");
        Assert.All(site.Errors, line => Assert.Contains(nameof(Jobs.Watchdog), line, StringComparison.Ordinal));
        Assert.Equal(0, await server.TerminateAsync(TimeSpan.FromSeconds(30)));

        async Task<string?> TimetableAsync() => (await site.ReadyAsync(server))?["parts"]?["timetable"]?.GetValue<string>();
    }
}
