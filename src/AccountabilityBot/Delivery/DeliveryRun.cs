using AccountabilityBot.Data;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Delivery;

/// <summary>One due card or notice, as the plan sees it.</summary>
/// <param name="Urgency">Answers before work before information; then the segment's rank.</param>
sealed record DueItem(Guid Id, bool IsPost, string Thread, (int Class, int Rank) Urgency, DateTimeOffset CreatedAt);

/// <summary>
/// One pass of delivery: reads the first of what is due in every thread that Teams did not ask to pause, and sends in
/// order within a thread, thread beside thread. A pass is short, so that an answer to somebody waits for no backlog; the
/// next one follows at once.
/// </summary>
sealed partial class DeliveryRun(BotDb db, IServiceScopeFactory scopes, ILeadership leadership, TimeProvider clock, ILogger<DeliveryRun> logger)
{
    const int MostOfAThread = 10;
    const int MostItems = 400;
    const int ThreadsAtOnce = 8;

    /// <summary>No item is begun after this; those that were begun are finished.</summary>
    static readonly TimeSpan LongestPass = TimeSpan.FromSeconds(2);

    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var due = new List<DueItem>();
        due.AddRange(await DueNoticesAsync(now, ct));
        due.AddRange(await DuePostsAsync(now, ct));
        if (due.Count == 0)
            return 0;

        var began = clock.GetTimestamp();
        var done = 0;
        var threads = due.GroupBy(item => item.Thread).OrderBy(thread => thread.Min(item => item.Urgency));
        await Parallel.ForEachAsync(threads, new ParallelOptions { MaxDegreeOfParallelism = ThreadsAtOnce }, async (thread, _) =>
        {
            foreach (var item in thread.OrderBy(item => item.Urgency).ThenBy(item => item.CreatedAt).Take(MostOfAThread))
            {
                // Being told to stop, or having lost the lead, begins nothing new; what was begun is written down.
                if (ct.IsCancellationRequested || !leadership.IsLeader || clock.GetElapsedTime(began) > LongestPass)
                    break;
                Interlocked.Increment(ref done);
                if (!await DeliverAsync(item, now))
                    break;
            }
        });
        return done;
    }

    /// <summary>One row that cannot be rendered or sent must not keep any other waiting.</summary>
    async Task<bool> DeliverAsync(DueItem item, DateTimeOffset now)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var delivery = scope.ServiceProvider.GetRequiredService<ItemDelivery>();
            return item.IsPost ? await delivery.DeliverPostAsync(item.Id, now) : await delivery.DeliverNoticeAsync(item.Id, now);
        }
#pragma warning disable CA1031 // Whatever a renderer throws, the row is put back and the others go on.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            ItemFailed(item.IsPost ? "card" : "notice", item.Id, problem);
            await PutBackAsync(item, now, problem);
            return false;
        }
    }

    async Task PutBackAsync(DueItem item, DateTimeOffset now, Exception problem)
    {
        await using var scope = scopes.CreateAsyncScope();
        var fresh = scope.ServiceProvider.GetRequiredService<BotDb>();
        var why = problem.GetType().Name;
        if (item.IsPost && await fresh.CardPosts.SingleOrDefaultAsync(row => row.Id == item.Id) is { } post)
        {
            post.LastError = why;
            post.NotBefore = now + Outcomes.BackOff(++post.Failures);
        }
        else if (await fresh.Notices.SingleOrDefaultAsync(row => row.Id == item.Id) is { } notice)
        {
            notice.LastError = why;
            notice.NotBefore = now + Outcomes.BackOff(++notice.Failures);
        }

        await fresh.SaveChangesAsync();
    }

    async Task<List<DueItem>> DueNoticesAsync(DateTimeOffset now, CancellationToken ct)
    {
        var due = db.Notices.AsNoTracking().Where(notice => notice.State == NoticeState.Pending && notice.NotBefore <= now)
            .Where(notice => !db.ThreadPauses.Any(pause => pause.Thread == notice.Thread && pause.Until > now));
        // The first of each thread, so that a long queue in one keeps nothing of another's out of the pass.
        var rows = await due.Select(notice => notice.Thread).Distinct()
            .SelectMany(thread => due.Where(notice => notice.Thread == thread).OrderBy(notice => notice.Class).ThenBy(notice => notice.CreatedAt).Take(MostOfAThread))
            .OrderBy(notice => notice.Class).ThenBy(notice => notice.CreatedAt)
            .Take(MostItems)
            .Select(notice => new { notice.Id, notice.Thread, notice.Class, notice.Rank, notice.CreatedAt })
            .ToListAsync(ct);
        return [.. rows.Select(row => new DueItem(row.Id, false, row.Thread, ((int)row.Class, row.Rank), row.CreatedAt))];
    }

    async Task<List<DueItem>> DuePostsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var due = db.CardPosts.AsNoTracking().Where(post => post.Shown < post.Wanted && post.State < PostState.Gone && post.NotBefore <= now)
            .Where(post => !db.ThreadPauses.Any(pause => pause.Thread == post.Thread && pause.Until > now));
        var rows = await due.Select(post => post.Thread).Distinct()
            .SelectMany(thread => due.Where(post => post.Thread == thread).OrderBy(post => post.Rank).ThenBy(post => post.CreatedAt).Take(MostOfAThread))
            .OrderBy(post => post.Rank).ThenBy(post => post.CreatedAt)
            .Take(MostItems)
            .Select(post => new { post.Id, post.Thread, post.Rank, post.CreatedAt })
            .ToListAsync(ct);
        return [.. rows.Select(row => new DueItem(row.Id, true, row.Thread, ((int)NoticeClass.Work, row.Rank), row.CreatedAt))];
    }

    [LoggerMessage(1, LogLevel.Error, "The {What} {Id} could not be delivered; it is tried again later.")]
    partial void ItemFailed(string what, Guid id, Exception problem);
}
