using System.Collections.Concurrent;
using AccountabilityBot.Domain.Leads;

namespace AccountabilityBot.Tests.Faults;

/// <summary>
/// Two servers whose own clocks are ten minutes apart; the one that leads is stopped where it stands, and continued when the
/// other has long taken over.
/// </summary>
[Collection(FaultRuns.Name)]
[Trait("database", "postgres")]
public sealed class OneServerStopped
{
    /// <summary>The design says ten seconds; a busy machine may take longer, and it is not what this is about.</summary>
    static readonly TimeSpan TakenOverWithin = TimeSpan.FromSeconds(30);

    static readonly TimeSpan WrittenDownWithin = TimeSpan.FromSeconds(3);
    static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(10);

    [Fault]
    public Task The_other_takes_over_and_the_stopped_one_sends_nothing_when_it_wakes() => FaultRuns.RunAsync(new FaultSetup(), RunAsync);

    static async Task RunAsync(FaultSite site, int seed)
    {
        var (random, turns, leads) = (new Random(seed), FaultRuns.IsLong ? 20 : 1, 0);
        var (leader, other) = (await site.ServeAsync($"--Clock:Shift={ClocksApart}"), await site.ServeAsync());
        await site.UntilAsync("somebody leads", async () => await site.LeadsAsync(leader) || await site.LeadsAsync(other), TakenOverWithin);
        if (await site.LeadsAsync(other))
            (leader, other) = (other, leader);
        var crowd = new Crowd(site, () => other, seed) { AcceptsOnly = true };
        using var enough = new CancellationTokenSource();
        var pressing = crowd.RunAsync(people: 3, TimeSpan.FromMilliseconds(50), enough.Token);
        var (stopped, late) = (new List<DateTimeOffset>(), new ConcurrentQueue<string>());
        for (var turn = 0; turn < turns; turn++)
        {
            await Task.WhenAll(LeadsAsync(other, 6), Task.Delay(TimeSpan.FromMilliseconds(random.Next(600)), Cli.Clock.System));
            await leader.StopAsync();
            stopped.Add(site.Clock.GetUtcNow());
            await LeadsAsync(other, 4);
            await site.UntilAsync("the other leads", () => site.LeadsAsync(other), TakenOverWithin);
            TestContext.Current.TestOutputHelper?.WriteLine($"Taken over after {(site.Clock.GetUtcNow() - stopped[^1]).TotalSeconds:0.0} s.");
            await site.UntilAsync("the other offers what came in meanwhile", async () => (await site.ReadAsync(Record.ReadAsync)).Leads.All(lead => lead.State is not LeadState.Waiting), TakenOverWithin);

            var asleep = leader;
            site.Teams.OnCall = call =>
            {
                if (!call.IsDone && Callers.Has(asleep.Id, call.Port))
                    late.Enqueue($"{call.Call} to {call.Place}");
                return Task.CompletedTask;
            };
            await leader.ContinueAsync();
            await LeadsAsync(other, 4);
            await Task.Delay(TimeSpan.FromSeconds(4), Cli.Clock.System);
            site.Teams.OnCall = null;
            Assert.True(late.IsEmpty, $"Sent by the one that woke: {string.Join("; ", late)}");
            Assert.True(await site.LeadsAsync(other));
            Assert.False(await site.LeadsAsync(leader));
            (leader, other) = (other, leader);
        }

        await site.UntilAsync("every lead has an owner", async () => (await site.ReadAsync(Record.ReadAsync)).IsAtRest, TimeSpan.FromSeconds(90));
        await enough.CancelAsync();
        await pressing;
        var aftermath = await Aftermath.OfAsync(site, leader, crowd);
        await aftermath.ReconcileAsync(leads, kept => stopped.Any(at => at > kept - WrittenDownWithin && at - kept < WrittenDownWithin), $"{turns} stops", unclear: turns);
        ToldByOneClock(site, aftermath.Record);

        Task LeadsAsync(BotProgram server, int count) =>
            Task.WhenAll(Enumerable.Range(0, count).Select(_ => site.LeadAsync(() => server, ++leads, random.Next(2) == 0 ? "hot" : "warm")));
    }

    /// <summary>Whichever server wrote it: what happened later stands at a later time, and nothing stands in the future.</summary>
    static void ToldByOneClock(FaultSite site, Record record)
    {
        var now = site.Clock.GetUtcNow();
        foreach (var lead in record.Leads)
        {
            var story = record.Ledger[lead.Id].OrderBy(row => row.Seq).ToList();
            Assert.All(story, row => Assert.InRange(row.At, now - TimeSpan.FromMinutes(5), now + TimeSpan.FromSeconds(1)));
            Assert.All(story.Zip(story.Skip(1)), pair => Assert.True(pair.Second.At > pair.First.At - TimeSpan.FromSeconds(1), $"{pair.First.Kind} at {pair.First.At:O}, then {pair.Second.Kind} at {pair.Second.At:O}"));
            Assert.All(lead.Offers, offer => Assert.Equal(TimeSpan.FromHours(1), offer.DueAt - offer.OfferedAt));
        }
    }
}
