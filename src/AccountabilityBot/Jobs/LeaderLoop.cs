using AccountabilityBot.Data;
using AccountabilityBot.Delivery;

namespace AccountabilityBot.Jobs;

/// <summary>
/// On the leader: a pass over everything that is due, at once after a commit in this process, and every half second for
/// what another server committed or what came due. Decisions, delivery and the directory have a loop each.
/// </summary>
sealed class LeaderLoop(Sweeps sweeps, ChangeSignal signal, ILeadership leadership, DeliveryRun delivery, TimeProvider clock) : BackgroundService
{
    static readonly TimeSpan AtMost = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan Directory = TimeSpan.FromSeconds(5);
    static readonly TimeSpan AtLeast = TimeSpan.FromMilliseconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        KeepLeadingAsync(stoppingToken),
        LoopAsync(Lane.Decide, () => AtMost, stoppingToken),
        LookAsync(stoppingToken),
        // What only its pace keeps back goes out with the next free place, and not with the next look.
        LoopAsync(Lane.Deliver, UntilNextSend, stoppingToken));

    TimeSpan UntilNextSend() => leadership.IsLeader && delivery.WaitFor is { } wait && wait < AtMost ? (wait > AtLeast ? wait : AtLeast) : AtMost;

    /// <summary>On its own, so that a long pass does not lose the lead.</summary>
    async Task KeepLeadingAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await leadership.HoldAsync(ct);
            await Task.Delay(AtMost, clock, ct);
        }
    }

    /// <summary>What is due of the directory, by its rows; no commit of ours makes it due, and nobody waits for it by the second.</summary>
    async Task LookAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var pass = leadership.IsLeader ? await sweeps.RunAsync(Lane.Directory, ct) : default;
            if (pass.Failed || pass.Done == 0)
                await Task.Delay(Directory, clock, ct);
        }
    }

    async Task LoopAsync(Lane lane, Func<TimeSpan> longest, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var seen = signal.Count;
            var pass = leadership.IsLeader ? await sweeps.RunAsync(lane, ct) : default;
            if (pass.Failed)
                await Task.Delay(AtMost, clock, ct);
            else if (pass.Done == 0)
                await signal.WaitBeyondAsync(seen, longest(), clock, ct);
        }
    }
}
