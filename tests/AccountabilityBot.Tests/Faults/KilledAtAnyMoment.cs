using System.Collections.Concurrent;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit.Sdk;

namespace AccountabilityBot.Tests.Faults;

/// <summary>
/// kill -9 again and again: while a lead is taken in and offered, while somebody presses, while an offer is swept to the
/// next hand, while Teams has a message and the answer is under way. A minute of everybody's clock is a second here.
/// </summary>
[Collection(FaultRuns.Name)]
[Trait("database", "postgres")]
public sealed class KilledAtAnyMoment
{
    const double Speed = 60;

    static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(1.5);

    /// <summary>Between keeping a message and writing down that it is kept: as long as a busy machine may take.</summary>
    static readonly TimeSpan WrittenDownWithin = TimeSpan.FromSeconds(2);

    [Fault]
    public async Task Nothing_is_lost_doubled_or_left_over()
    {
        var (seed, kills) = (FaultRuns.Seed, FaultRuns.IsLong ? 200 : 10);
        await using var site = await FaultSite.StartAsync(new FaultSetup(Speed, "1m"));
        try
        {
            await RunAsync(site, seed, kills);
        }
        catch (Exception failed)
        {
            throw new XunitException($"Seed {seed}: {failed.Message}\n{site.Story}", failed);
        }
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
        var record = await RestAsync(site);
        await PressUnknownCopiesAsync(site, server, record);
        record = await RestAsync(site);

        Assert.Equal(0, await server.TerminateAsync(TimeSpan.FromSeconds(30)));
        await ReconcileAsync(site, crowd, record, leads, killed);
    }

    static async Task DieAsync(FaultSite site, Crowd crowd, BotProgram server, Random random, ConcurrentQueue<DateTimeOffset> killed)
    {
        var dead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var once = 0;
        switch (random.Next(4))
        {
            case 0:
                await Task.Delay(LongestLife * random.NextDouble(), Cli.Clock.System);
                Kill();
                break;
            case 1:
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

    static async Task<Record> RestAsync(FaultSite site)
    {
        Record record = null!;
        await site.UntilAsync("everything is done", async () => (record = await site.ReadAsync(Record.ReadAsync)).IsAtRest, TimeSpan.FromSeconds(60));
        return record;
    }

    /// <summary>A copy whose answer was lost is unknown to the bot until somebody presses on it; from then on it is true too.</summary>
    static async Task PressUnknownCopiesAsync(FaultSite site, BotProgram server, Record record)
    {
        foreach (var copy in site.Teams.Messages.Where(message => Cards.PostOf(message.Now) is not null && !record.Posts.Any(post => post.ActivityId == message.Id)))
        {
            var pressing = await site.PressAsync(server, copy.Place as Colleague ?? Brightwater.Ana, copy.Now, "Details");
            Assert.NotNull(pressing.Answer);
        }
    }

    static async Task ReconcileAsync(FaultSite site, Crowd crowd, Record record, int leads, ConcurrentQueue<DateTimeOffset> killed)
    {
        var people = await site.ReadAsync(db => db.People.AsNoTracking().ToDictionaryAsync(person => Guid.Parse(person.ObjectId), person => person.Id));
        var all = new Reconciliation(site, record);
        all.LeadsAndLedger(leads);
        all.AnswersKept(crowd.Presses, id => people.TryGetValue(id, out var person) ? person : null);
        all.NothingPending();
        all.CardsShown(await Cards.DrawAsync(site, record.Posts));
        var copies = all.ShownOnce(kept => killed.Any(at => at >= kept && at - kept < WrittenDownWithin * Speed));
        var story = $"{leads} leads, {crowd.Presses.Count} presses, {crowd.Presses.Count(press => press.ShowsOwner)} of them shown as owner, {killed.Count} kills, {site.Teams.Messages.Count} messages, {copies} copies";
        TestContext.Current.TestOutputHelper?.WriteLine(story);
        Assert.True(all.Problems.Count == 0, $"{story}\n{string.Join("\n\n", all.Problems)}");
        Assert.True(site.Errors.Count == 0, $"{story}\n{string.Join('\n', site.Errors)}");
        Assert.DoesNotContain(crowd.Presses, press => press.Trouble?.StartsWith("answered", StringComparison.Ordinal) is true);
    }
}
