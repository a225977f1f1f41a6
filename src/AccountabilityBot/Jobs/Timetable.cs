using Hangfire;

namespace AccountabilityBot.Jobs;

/// <summary>
/// Everything that recurs, on one screen. The jobs take no arguments, may run twice, and find their work in our own
/// tables: losing the job store loses nothing. The leader's loop does the first one twice a second; here it is the net.
/// </summary>
static class Timetable
{
    public static void Fill(IRecurringJobManager jobs)
    {
        var utc = new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc };
        jobs.AddOrUpdate<TimetableJobs>("sweep.everything-due", job => job.SweepAsync(CancellationToken.None), "*/5 * * * * *", utc);
        jobs.AddOrUpdate<TimetableJobs>("ledger.seal", job => job.SealLedgerAsync(CancellationToken.None), "7 * * * *", utc);
        jobs.AddOrUpdate<TimetableJobs>("leads.prove-no-black-hole", job => job.ProveNoBlackHoleAsync(CancellationToken.None), "23 * * * *", utc);
        jobs.AddOrUpdate<TimetableJobs>("inbox.forget-old", job => job.ForgetOldAsync(CancellationToken.None), "37 * * * *", utc);
    }
}
