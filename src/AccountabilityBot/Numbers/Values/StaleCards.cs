using AccountabilityBot.Data;
using AccountabilityBot.Jobs;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Values;

/// <summary>
/// A value becomes overdue by time alone, so that no version tells it: the cards that stand are compared with the truth, and
/// those that do not say it yet are drawn anew.
/// </summary>
sealed class StaleCards(BotDb db, CompanySource companies, SweepRounds rounds)
{
    public async Task<int> FollowAsync(DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        if (!rounds.Begin("stale-cards", company, now))
            return 0;
        var posts = await db.CardPosts
            .Where(post => post.NumberId != null && post.State == PostState.Live && post.ActivityId != null && post.Shown >= post.Wanted).ToListAsync(ct);
        var ids = posts.Select(post => post.NumberId!).Distinct().ToList();
        var numbers = await db.Numbers.AsNoTracking().Where(number => ids.Contains(number.Id)).ToDictionaryAsync(number => number.Id, ct);
        var latest = await db.NumberValues.AsNoTracking().Where(value => value.ReplacedAt == null && ids.Contains(value.NumberId))
            .GroupBy(value => value.NumberId).Select(of => new { Number = of.Key, PeriodEnd = of.Max(value => value.PeriodEnd) })
            .ToDictionaryAsync(one => one.Number, one => one.PeriodEnd, ct);
        var changed = 0;
        foreach (var post in posts)
        {
            if (!numbers.TryGetValue(post.NumberId!, out var number))
                continue;
            var isStale = NumberDays.IsStale(number, latest.TryGetValue(number.Id, out var end) ? end : null, company, now);
            if (isStale == (post.Picture?.EndsWith(NumberRenderers.Stale, StringComparison.Ordinal) is true))
                continue;
            post.Shown = 0;
            changed++;
        }

        await db.SaveChangesAsync(ct);
        return changed;
    }
}
