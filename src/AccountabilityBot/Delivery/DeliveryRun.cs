using AccountabilityBot.Data;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Delivery;

/// <summary>One due card or notice, as the plan sees it.</summary>
/// <param name="Urgency">Answers before work before information; then the segment's rank.</param>
sealed record DueItem(Guid Id, bool IsPost, string Thread, (int Class, int Rank) Urgency, DateTimeOffset CreatedAt);

/// <summary>
/// One pass of delivery: reads everything due, puts it in order within each thread, and sends thread beside thread. A
/// thread that Teams asked to pause is left alone until its time, whatever is due in it; the others go on.
/// </summary>
sealed class DeliveryRun(BotDb db, IServiceScopeFactory scopes)
{
    /// <summary>Items read at once; the next pass follows at once while there are more.</summary>
    const int MostItems = 500;

    const int ThreadsAtOnce = 8;

    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var paused = await db.ThreadPauses.AsNoTracking().Where(pause => pause.Until > now).Select(pause => pause.Thread).ToListAsync(ct);
        var due = new List<DueItem>();
        due.AddRange(await DueNoticesAsync(now, ct));
        due.AddRange(await DuePostsAsync(now, ct));

        var sent = 0;
        var threads = due.Where(item => !paused.Contains(item.Thread)).GroupBy(item => item.Thread);
        await Parallel.ForEachAsync(threads, new ParallelOptions { MaxDegreeOfParallelism = ThreadsAtOnce, CancellationToken = ct }, async (thread, token) =>
        {
            foreach (var item in thread.OrderBy(item => item.Urgency).ThenBy(item => item.CreatedAt))
            {
                await using var scope = scopes.CreateAsyncScope();
                var delivery = scope.ServiceProvider.GetRequiredService<ItemDelivery>();
                var goOn = item.IsPost
                    ? await delivery.DeliverPostAsync(item.Id, now, token)
                    : await delivery.DeliverNoticeAsync(item.Id, now, token);
                Interlocked.Increment(ref sent);
                if (!goOn)
                    break;
            }
        });
        return sent;
    }

    async Task<IEnumerable<DueItem>> DueNoticesAsync(DateTimeOffset now, CancellationToken ct)
    {
        var rows = await db.Notices.AsNoTracking()
            .Where(notice => notice.State == NoticeState.Pending && notice.NotBefore <= now)
            .OrderBy(notice => notice.Class).ThenBy(notice => notice.NotBefore)
            .Take(MostItems)
            .Select(notice => new { notice.Id, notice.Thread, notice.Class, notice.Rank, notice.CreatedAt })
            .ToListAsync(ct);
        return rows.Select(row => new DueItem(row.Id, false, row.Thread, ((int)row.Class, row.Rank), row.CreatedAt));
    }

    async Task<IEnumerable<DueItem>> DuePostsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var rows = await db.CardPosts.AsNoTracking()
            .Where(post => post.Shown < post.Wanted && post.State < PostState.Gone && post.NotBefore <= now)
            .OrderBy(post => post.Rank).ThenBy(post => post.NotBefore)
            .Take(MostItems)
            .Select(post => new { post.Id, post.Thread, post.Rank, post.CreatedAt })
            .ToListAsync(ct);
        return rows.Select(row => new DueItem(row.Id, true, row.Thread, ((int)NoticeClass.Work, row.Rank), row.CreatedAt));
    }
}
