using System.Collections.Concurrent;

namespace AccountabilityBot.Tests.Faults;

/// <summary>
/// kill -9 again and again: while a lead is taken in and offered, while somebody presses, while an offer is swept to the
/// next hand, while Teams has a message and the answer is under way. A minute of everybody's clock is two seconds here.
/// </summary>
[Collection(FaultRuns.Name)]
[Trait("database", "postgres")]
public sealed class KilledAtAnyMoment
{
    const double Speed = 30;

    static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(4);

    /// <summary>Between keeping a message and writing down that it is kept: as long as a busy machine may take.</summary>
    static readonly TimeSpan WrittenDownWithin = TimeSpan.FromSeconds(3);

    [Fault]
    public async Task Nothing_is_lost_doubled_or_left_over()
    {
        var kills = FaultRuns.IsLong ? 200 : 6;
        await FaultRuns.RunAsync(new FaultSetup(Speed, "1m"), (site, seed) => RunAsync(site, seed, kills));
    }

    static async Task RunAsync(FaultSite site, int seed, int kills)
    {
        var random = new Random(seed);
        var server = await site.ServeAsync();
        var crowd = new Crowd(site, () => server, seed);
        using var enough = new CancellationTokenSource();
        var pressing = crowd.RunAsync(people: 3, TimeSpan.FromMilliseconds(40), enough.Token);
        var (killed, leads) = (new ConcurrentQueue<DateTimeOffset>(), 0);
        for (var kill = 0; kill < kills; kill++)
        {
            var arriving = Enumerable.Range(0, random.Next(2, 5)).Select(_ => site.LeadAsync(() => server, ++leads, random.Next(3) == 0 ? "hot" : "warm")).ToList();
            await DieAsync(site, crowd, server, random, killed);
            server = await site.ServeAsync();
            await Task.WhenAll(arriving);
        }

        await enough.CancelAsync();
        await pressing;
        var aftermath = await Aftermath.OfAsync(site, server, crowd);
        Assert.Equal(0, await server.TerminateAsync(TimeSpan.FromSeconds(30)));
        await aftermath.ReconcileAsync(leads, kept => killed.Any(at => at >= kept && at - kept < WrittenDownWithin * Speed), $"{kills} kills", unclear: killed.Count);

        // A server that comes back after a minute of everybody's clock finds things late, and the timetable still.
        var errors = site.Errors.Where(line => !line.Contains(nameof(Jobs.Lateness), StringComparison.Ordinal) && !line.Contains(nameof(Jobs.Watchdog), StringComparison.Ordinal)).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
        Assert.DoesNotContain(crowd.Presses, press => press.Trouble?.StartsWith("answered", StringComparison.Ordinal) is true);
    }

    static async Task DieAsync(FaultSite site, Crowd crowd, BotProgram server, Random random, ConcurrentQueue<DateTimeOffset> killed)
    {
        var dead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var once = 0;
        var moment = random.Next(5);
        if (moment > 0)
            await site.UntilAsync("the server leads", () => site.LeadsAsync(server), TimeSpan.FromSeconds(60));
        switch (moment)
        {
            case 0:
                // While it starts, or a little later.
                await Task.Delay(LongestLife / 2 * random.NextDouble(), Cli.Clock.System);
                Kill();
                break;
            case 1 or 2:
                var (isDone, calls) = (random.Next(2) == 0, random.Next(8));
                site.Teams.OnCall = call =>
                {
                    if (call.IsDone == isDone && Interlocked.Decrement(ref calls) < 0)
                        Kill();
                    return Task.CompletedTask;
                };
                break;
            default:
                var (presses, later) = (random.Next(6), TimeSpan.FromMilliseconds(random.NextDouble() * 25));
                crowd.BeforePress = () =>
                {
                    if (Interlocked.Decrement(ref presses) == -1)
                        _ = Task.Delay(later, Cli.Clock.System).ContinueWith(_ => Kill(), TaskScheduler.Default);
                };
                break;
        }

        await Task.WhenAny(dead.Task, Task.Delay(LongestLife, Cli.Clock.System));
        (site.Teams.OnCall, crowd.BeforePress) = (null, null);
        Kill();
        await dead.Task;

        void Kill()
        {
            if (Interlocked.Exchange(ref once, 1) == 1)
                return;
            server.Kill();
            killed.Enqueue(site.Clock.GetUtcNow());
            dead.TrySetResult();
        }
    }
}
