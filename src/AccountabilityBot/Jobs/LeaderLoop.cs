using AccountabilityBot.Data;
using AccountabilityBot.Delivery;

namespace AccountabilityBot.Jobs;

/// <summary>
/// On the leader: a pass over everything that is due, at once after a commit in this process, and every half second for
/// what another server committed or what came due.
/// </summary>
sealed class LeaderLoop(Sweeps sweeps, ChangeSignal signal, ILeadership leadership) : BackgroundService
{
    static readonly TimeSpan AtMost = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var busy = await leadership.HoldAsync(stoppingToken) && await sweeps.RunAsync(stoppingToken) > 0;
            if (!busy)
                await signal.WaitAsync(AtMost, stoppingToken);
        }
    }
}
