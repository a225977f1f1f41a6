using AccountabilityBot.Data;
using AccountabilityBot.Delivery;

namespace AccountabilityBot.Jobs;

/// <summary>
/// On the leader: a pass over everything that is due, at once after a commit in this process, and every half second for
/// what another server committed or what came due. Decisions and delivery have a loop each.
/// </summary>
sealed class LeaderLoop(Sweeps sweeps, ChangeSignal signal, ILeadership leadership, DeliveryRun delivery, TimeProvider clock) : BackgroundService
{
    static readonly TimeSpan AtMost = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan AtLeast = TimeSpan.FromMilliseconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        KeepLeadingAsync(stoppingToken),
        LoopAsync(Lane.Decide, () => AtMost, stoppingToken),
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
