using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Leads;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Jobs;

/// <summary>The bodies of the recurring jobs. Retries are off: the next tick is the retry.</summary>
[AutomaticRetry(Attempts = 0)]
public sealed class TimetableJobs(IServiceScopeFactory scopes, Sweeps sweeps, ILeadership leadership, TimeProvider clock)
{
    /// <summary>Teams delivers again within minutes; a week is plenty.</summary>
    static readonly TimeSpan InboxKept = TimeSpan.FromDays(7);

    /// <summary>The longest published limit looks back an hour.</summary>
    static readonly TimeSpan SendsKept = TimeSpan.FromHours(2);

    /// <summary>The job store is alive, and says so; then the sweep.</summary>
    public async Task TickAsync(CancellationToken ct)
    {
        await using (var scope = scopes.CreateAsyncScope())
            await Heartbeats.BeatAsync(scope.ServiceProvider.GetRequiredService<BotDb>(), Heartbeats.Timetable, clock.GetUtcNow(), ct);
        await SweepAsync(ct);
    }

    /// <summary>What must not be late; the directory has an entry of its own.</summary>
    public async Task SweepAsync(CancellationToken ct)
    {
        if (!leadership.IsLeader)
            return;
        await sweeps.RunAsync(Lane.Decide, ct);
        await sweeps.RunAsync(Lane.Deliver, ct);
    }

    public Task SyncDirectoryAsync(CancellationToken ct) => leadership.IsLeader ? sweeps.RunAsync(Lane.Directory, ct) : Task.CompletedTask;

    public async Task SealLedgerAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await LedgerSealing.SealAsync(scope.ServiceProvider.GetRequiredService<BotDb>(), clock.GetUtcNow(), ct);
    }

    /// <summary>Reads every open lead; what it finds is the guardian's and an error in the log.</summary>
    public async Task ProveNoBlackHoleAsync(CancellationToken ct)
    {
        if (!leadership.IsLeader)
            return;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LeadKeeping>().ProveNoBlackHoleAsync(clock.GetUtcNow(), ct);
    }

    public async Task ForgetOldAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var now = clock.GetUtcNow();
        var (inbox, sends) = (now - InboxKept, now - SendsKept);
        await db.Inbox.Where(row => row.At < inbox).ExecuteDeleteAsync(ct);
        await db.Sends.Where(row => row.At < sends).ExecuteDeleteAsync(ct);
        await db.ThreadPauses.Where(row => row.Until < now).ExecuteDeleteAsync(ct);
    }
}
