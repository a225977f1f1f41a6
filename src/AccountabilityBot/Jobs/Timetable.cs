using System.Linq.Expressions;
using Hangfire;

namespace AccountabilityBot.Jobs;

/// <summary>One thing that recurs.</summary>
/// <param name="Id">A literal that never changes.</param>
/// <param name="Every">How often that is; the watchdog goes by it.</param>
/// <param name="Job">What the job store calls.</param>
/// <param name="Itself">The same without the job store.</param>
sealed record TimetableEntry(
    string Id, string Cron, TimeSpan Every, Expression<Func<TimetableJobs, Task>> Job, Func<TimetableJobs, CancellationToken, Task> Itself);

/// <summary>
/// Everything that recurs, on one screen. The jobs take no arguments, may run twice, and find their work in our own
/// tables: losing the job store loses nothing. The leader's loop does the first one twice a second; here it is the net, and
/// the tick by which the watchdog sees that the job store is alive.
/// </summary>
static class Timetable
{
    static readonly TimeSpan Hourly = TimeSpan.FromHours(1);

    public static readonly IReadOnlyList<TimetableEntry> Entries =
    [
        new("sweep.everything-due", "*/5 * * * * *", TimeSpan.FromSeconds(5), job => job.TickAsync(CancellationToken.None), (job, ct) => job.SweepAsync(ct)),
        new("people.sync-directory", "*/15 * * * *", TimeSpan.FromMinutes(15), job => job.SyncDirectoryAsync(CancellationToken.None), (job, ct) => job.SyncDirectoryAsync(ct)),
        new("ledger.seal", "7 * * * *", Hourly, job => job.SealLedgerAsync(CancellationToken.None), (job, ct) => job.SealLedgerAsync(ct)),
        new("leads.prove-no-black-hole", "23 * * * *", Hourly, job => job.ProveNoBlackHoleAsync(CancellationToken.None), (job, ct) => job.ProveNoBlackHoleAsync(ct)),
        new("inbox.forget-old", "37 * * * *", Hourly, job => job.ForgetOldAsync(CancellationToken.None), (job, ct) => job.ForgetOldAsync(ct)),
    ];

    public static void Fill(IRecurringJobManager jobs)
    {
        var utc = new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc };
        foreach (var entry in Entries)
            jobs.AddOrUpdate(entry.Id, entry.Job, entry.Cron, utc);
    }
}
