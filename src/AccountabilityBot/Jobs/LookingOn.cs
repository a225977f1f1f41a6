using System.Data.Common;

namespace AccountabilityBot.Jobs;

/// <summary>
/// On every server, leader or not: every five seconds a look whether the job store ticks and whether anything is late. Apart
/// from the leader's loops, for it is these that may be stuck.
/// </summary>
sealed partial class LookingOn(Watchdog watchdog, Lateness lateness, TimeProvider clock, ILogger<LookingOn> logger) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Every, clock, stoppingToken);
            await TryAsync(lateness.LookAsync, stoppingToken);
            await TryAsync(watchdog.LookAsync, stoppingToken);
        }
    }

    async Task TryAsync(Func<CancellationToken, Task> look, CancellationToken ct)
    {
        try
        {
            await look(ct);
        }
        catch (Exception away) when (away is DbException or TimeoutException or InvalidOperationException && !ct.IsCancellationRequested)
        {
            // Whether the database is there is another part's matter, and health asks it each time.
            NotLooked(away.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The look at what is late, and at the timetable, did not succeed ({Why}); the next follows.")]
    partial void NotLooked(string why);
}
