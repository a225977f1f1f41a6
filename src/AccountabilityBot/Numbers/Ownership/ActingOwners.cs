using AccountabilityBot.Data;
using AccountabilityBot.Jobs;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Ownership;

/// <summary>
/// Cards say who stands in for an owner who is out. Nobody decides that about the number, so that no version tells it: a
/// card is compared with the picture it showed last.
/// </summary>
sealed class ActingOwners(BotDb db, CompanySource companies, NumberDesk desk, SweepRounds rounds)
{
    public async Task<int> FollowAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (!rounds.Begin("acting", companies.Current, now))
            return 0;
        // Those that may have changed: the owner is out now, or somebody stands in as far as the card tells.
        var posts = await db.CardPosts
            .Where(post => post.NumberId != null && post.State == PostState.Live && post.ActivityId != null && post.Shown >= post.Wanted
                && (post.Picture != null || db.Ownerships.Any(one => one.NumberId == post.NumberId && one.Until == null
                    && db.Absences.Any(absence => absence.PersonId == one.Person && absence.EndedAt == null && absence.From <= now && absence.Until > now))))
            .ToListAsync(ct);
        var changed = 0;
        foreach (var number in posts.GroupBy(post => post.NumberId!))
        {
            if (await desk.LookAtAsync(number.Key, now, ct) is not { } at)
                continue;
            foreach (var post in number.Where(post => post.Picture != NumberRenderers.PictureOf(at, post.Picture?.EndsWith(NumberRenderers.Stale, StringComparison.Ordinal) is true)))
            {
                post.Shown = 0;
                changed++;
            }
        }

        await db.SaveChangesAsync(ct);
        return changed;
    }
}
