using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Messages;

/// <summary>One message that did not come by itself and at once, and the sentence that says why.</summary>
/// <param name="Why">The sentence's key.</param>
/// <param name="At">UTC; the instant that the sentence names. None: it names none.</param>
sealed record KeptBack(Manners Manners, LeadId? Lead, DateTimeOffset CreatedAt, string Why, DateTimeOffset? At = null);

/// <summary>What a person was sent unasked.</summary>
/// <param name="Last">UTC; of the last one.</param>
sealed record SentLately(int Count, DateTimeOffset? Last);

/// <summary>Reads from the rows what became of a person's messages. It remembers nothing of its own: what is not on a row is not said.</summary>
sealed class MessageRecord(BotDb db, DeliveryKinds kinds)
{
    const int MostRead = 500;

    static readonly TimeSpan LooksBack = TimeSpan.FromDays(7);

    /// <summary>On its way for so long, nothing is the matter with a message yet.</summary>
    static readonly TimeSpan InTime = TimeSpan.FromMinutes(1);

    /// <returns>The latest first.</returns>
    public async Task<IReadOnlyList<KeptBack>> KeptBackAsync(PersonId person, LeadId? lead, DateTimeOffset now, CancellationToken ct)
    {
        var posts = await Of(db.CardPosts, person, lead, now).ToListAsync(ct);
        // Answers are not what people miss: they were there when they were given.
        var notices = await Of(db.Notices, person, lead, now).Where(notice => notice.Class != NoticeClass.Answer && notice.Kind != Bundles.Kind).ToListAsync(ct);
        var ids = posts.Select(post => post.BundleId).Concat(notices.Select(notice => notice.BundleId)).OfType<Guid>().Distinct().ToList();
        var bundles = ids.Count == 0 ? [] : await db.Notices.AsNoTracking().Where(notice => ids.Contains(notice.Id)).ToDictionaryAsync(notice => notice.Id, ct);

        Notice? BundleOf(Outgoing row) => row.BundleId is { } id ? bundles.GetValueOrDefault(id) : null;
        return
        [
            .. posts.Select(post => Told(post, WhyOf(post, BundleOf(post), now)))
                .Concat(notices.Select(notice => Told(notice, WhyOf(notice, BundleOf(notice), now))))
                .OfType<KeptBack>()
                .OrderByDescending(kept => kept.CreatedAt),
        ];
    }

    public async Task<SentLately> SentAsync(PersonId person, DateTimeOffset since, CancellationToken ct)
    {
        var posts = await db.CardPosts.AsNoTracking()
            .Where(post => post.Person == person && post.CreatedAt >= since - LooksBack && post.LetThroughAt >= since && post.ActivityId != null)
            .Select(post => new { post.Kind, post.LetThroughAt })
            .ToListAsync(ct);
        var notices = await db.Notices.AsNoTracking()
            .Where(notice => notice.Person == person && notice.CreatedAt >= since - LooksBack && notice.LetThroughAt >= since && notice.State == NoticeState.Sent)
            .Select(notice => new { notice.Kind, notice.LetThroughAt })
            .ToListAsync(ct);
        var unasked = posts.Concat(notices).Where(row => kinds.MannersOf(row.Kind) is not Manners.Solicited).ToList();
        return new SentLately(unasked.Count, unasked.Max(row => row.LetThroughAt));
    }

    static IQueryable<T> Of<T>(IQueryable<T> rows, PersonId person, LeadId? lead, DateTimeOffset now) where T : Outgoing
    {
        var (since, thread) = (now - LooksBack, Outgoing.ThreadOf(person));
        return rows.AsNoTracking()
            .Where(row => row.Person == person && row.CreatedAt >= since && row.Thread == thread && (lead == null || row.LeadId == lead))
            .OrderByDescending(row => row.CreatedAt)
            .Take(MostRead);
    }

    KeptBack? Told(Outgoing row, (string Why, DateTimeOffset? At)? found) =>
        found is { } why ? new KeptBack(kinds.MannersOf(row.Kind), row.LeadId, row.CreatedAt, why.Why, why.At) : null;

    static (string Why, DateTimeOffset? At)? WhyOf(CardPost post, Notice? bundle, DateTimeOffset now) => post switch
    {
        { State: PostState.Bundled } => InBundle(bundle),
        { State: PostState.Dropped } => LeftOut(post),
        { State: PostState.Unreachable } => ("why.unreachable", null),
        { State: PostState.Dead, ActivityId: null } => ("why.dead", null),
        { State: PostState.Parked } => ("why.parked", null),
        // Of one that has stood somewhere, only whether it came late can be told.
        { ActivityId: not null } => Late(post, post.LetThroughAt),
        { State: PostState.Gone } => ("why.overtaken", null),
        { Shown: var shown, Wanted: var wanted } when shown >= wanted => ("why.overtaken", null),
        _ => Waits(post, now),
    };

    static (string Why, DateTimeOffset? At)? WhyOf(Notice notice, Notice? bundle, DateTimeOffset now) => notice.State switch
    {
        NoticeState.Bundled => InBundle(bundle),
        NoticeState.Dropped => LeftOut(notice),
        NoticeState.Unreachable => ("why.unreachable", null),
        NoticeState.Parked => ("why.parked", null),
        NoticeState.Dead => ("why.dead", null),
        NoticeState.Discarded => ("why.discarded", null),
        NoticeState.Sent => Late(notice, notice.SentAt),
        _ => Waits(notice, now),
    };

    static (string Why, DateTimeOffset? At) InBundle(Notice? bundle) => bundle switch
    {
        { State: NoticeState.Pending } => ("why.budget.waits", bundle.NotBefore),
        { State: NoticeState.Sent } => ("why.budget.came", bundle.SentAt),
        { State: NoticeState.Parked } => ("why.parked", null),
        { State: NoticeState.Unreachable } => ("why.unreachable", null),
        { State: NoticeState.Dead } => ("why.dead", null),
        { State: NoticeState.Discarded } => ("why.discarded", null),
        _ => ("why.overtaken", null),
    };

    static (string Why, DateTimeOffset? At) LeftOut(Outgoing row) => row.HeldBecause switch
    {
        HeldReasons.Muted => ("why.muted", null),
        HeldReasons.Snoozed => ("why.snoozed", row.HeldUntil),
        _ => ("why.overtaken", null),
    };

    /// <summary>It came: but not at once.</summary>
    static (string Why, DateTimeOffset? At)? Late(Outgoing row, DateTimeOffset? at) => at switch
    {
        _ when row.HeldBecause is HeldReasons.QuietHours => ("why.quiet-hours.came", at),
        { } came when came - row.CreatedAt > InTime => ("why.late", at),
        _ => null,
    };

    static (string Why, DateTimeOffset? At)? Waits(Outgoing row, DateTimeOffset now) => row switch
    {
        { HeldBecause: HeldReasons.QuietHours, HeldUntil: { } until } when until > now => ("why.quiet-hours.waits", until),
        _ when row.NotBefore > now || now - row.CreatedAt > InTime => ("why.paced", null),
        _ => null,
    };
}
