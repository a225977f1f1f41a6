using AccountabilityBot.Data;
using Hangfire;

namespace AccountabilityBot.Jobs;

/// <summary>
/// Writes the timetable into the job store at every start, so that a lost store is a filled one again, and once more
/// whenever the watchdog finds that the store stands still: somebody may have taken its tables away. It keeps trying: a lock
/// that a killed server left there is no reason not to serve, for the leader's loop works without it.
/// </summary>
sealed partial class TimetableFilling(
    IRecurringJobManager jobs, StorageOptions storage, Watchdog watchdog, TimeProvider clock, ILogger<TimetableFilling> logger) : BackgroundService
{
    static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host's start does not wait for the job store.
        await Task.Yield();
        var isFilled = TryFill(isNew: true);
        while (true)
        {
            await Task.Delay(Again, clock, stoppingToken);
            if (!isFilled || watchdog.Stands)
                isFilled = TryFill(isNew: false);
        }
    }

    /// <param name="isNew">The store was made a moment ago, and its tables with it.</param>
    bool TryFill(bool isNew)
    {
        try
        {
            if (storage.IsPostgres && !isNew)
                JobsModule.PostgresStore(storage);
            Timetable.Fill(jobs);
            return true;
        }
#pragma warning disable CA1031 // The job store throws what its driver throws; whatever it is, it is tried again.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            NotFilled(problem.GetType().Name, problem.Message);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The timetable could not be written to the job store ({Kind}: {Why}); it is tried again.")]
    partial void NotFilled(string kind, string why);
}
