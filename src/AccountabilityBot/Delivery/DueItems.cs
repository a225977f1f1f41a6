using AccountabilityBot.Data;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Delivery;

/// <summary>One due card or notice, as the plan sees it.</summary>
/// <param name="Thread">As Teams counts: of a department's notice the channel in which it will stand.</param>
/// <param name="Class">Answers before work before information.</param>
/// <param name="Rank">The segment's.</param>
sealed record DueItem(Guid Id, bool IsPost, string Thread, NoticeClass Class, int Rank, DateTimeOffset CreatedAt)
{
    public (NoticeClass Class, int Rank) Urgency => (Class, Rank);
}

/// <summary>Reads what is due: the first few of every thread, so that a long queue in one keeps nothing of another's out of the plan.</summary>
sealed class DueItems(BotDb db, DeliveryKinds kinds, People.CompanySource companies)
{
    /// <summary>A thread takes eight in two seconds, and the plan is read again twice a second.</summary>
    const int MostOfAThread = 8;

    const int MostItems = 2_000;

    /// <summary>In the order in which each thread's items are to go.</summary>
    public async Task<IReadOnlyList<DueItem>> ReadAsync(DateTimeOffset now, CancellationToken ct)
    {
        var items = (await NoticesAsync(now, ct)).Concat(await PostsAsync(now, ct)).ToList();
        if (items.Count == 0)
            return items;
        var paused = await db.ThreadPauses.AsNoTracking().Where(pause => pause.Until > now).Select(pause => pause.Thread).ToHashSetAsync(ct);
        var homes = await HomesAsync(items, ct);
        return [.. items
            .Select(item => homes.TryGetValue(item.Thread, out var thread) ? item with { Thread = thread } : item)
            .Where(item => !paused.Contains(item.Thread))
            .OrderBy(item => item.Urgency).ThenBy(item => item.CreatedAt)];
    }

    async Task<List<DueItem>> NoticesAsync(DateTimeOffset now, CancellationToken ct)
    {
        var due = db.Notices.AsNoTracking().Where(notice => notice.State == NoticeState.Pending && notice.NotBefore <= now);
        return await due.Select(notice => notice.Thread).Distinct()
            .SelectMany(thread => due.Where(notice => notice.Thread == thread)
                .OrderBy(notice => notice.Class).ThenBy(notice => notice.Rank).ThenBy(notice => notice.CreatedAt).Take(MostOfAThread))
            .OrderBy(notice => notice.Class).ThenBy(notice => notice.Rank).ThenBy(notice => notice.CreatedAt)
            .Take(MostItems)
            .Select(notice => new DueItem(notice.Id, false, notice.Thread, notice.Class, notice.Rank, notice.CreatedAt))
            .ToListAsync(ct);
    }

    async Task<List<DueItem>> PostsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var due = db.CardPosts.AsNoTracking().Where(post => post.Shown < post.Wanted && post.State < PostState.Gone && post.NotBefore <= now);
        var rows = await due.Select(post => post.Thread).Distinct()
            .SelectMany(thread => due.Where(post => post.Thread == thread).OrderBy(post => post.Rank).ThenBy(post => post.CreatedAt).Take(MostOfAThread))
            .OrderBy(post => post.Rank).ThenBy(post => post.CreatedAt)
            .Take(MostItems)
            .Select(post => new { post.Id, post.Thread, post.Rank, post.CreatedAt, post.Shown, post.Kind })
            .ToListAsync(ct);
        return [.. rows.Select(row => new DueItem(
            row.Id, true, row.Thread, row.Shown == 0 && kinds.IsAnswer(row.Kind) ? NoticeClass.Answer : NoticeClass.Work, row.Rank, row.CreatedAt))];
    }

    /// <summary>Where the departments that are told something hear it, as <see cref="Addresses.OfDepartmentAsync"/> finds it.</summary>
    async Task<Dictionary<string, string>> HomesAsync(List<DueItem> items, CancellationToken ct)
    {
        const string prefix = "department:";
        var asked = items.Select(item => item.Thread).Where(thread => thread.StartsWith(prefix, StringComparison.Ordinal)).Distinct().ToList();
        if (asked.Count == 0)
            return [];
        var channels = await db.Channels.AsNoTracking().ToDictionaryAsync(channel => channel.Department, channel => channel.ChannelId, ct);
        var company = companies.Current;
        return asked.ToDictionary(thread => thread, thread =>
        {
            var department = company.Model.FindDepartment(thread[prefix.Length..]);
            if (department is null)
                return thread;
            return channels.GetValueOrDefault(department.Id)
                ?? (company.HeadOf(department) is { } head ? Outgoing.ThreadOf(head.Id) : thread);
        });
    }
}
