using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Jobs;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Commitments.Leaving;

/// <summary>
/// Whoever leaves the company or a department leaves no promise behind in their name: it is offered to somebody who can keep it.
/// Once a minute, and at once after the directory has changed, by the open promises and not by the many accounts that are nobody's.
/// </summary>
sealed class DepartedOwners(BotDb db, CompanySource companies, CommitmentChanges changes, TakeOverLine line, SweepRounds rounds)
{
    const int MostAtOnce = 200;

    /// <summary>Promises of whom the directory no longer lists, and offered ones about which it says something new.</summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        if (!rounds.Begin("promises-of-gone", company, now))
            return [];
        // An index of the open ones has their owners, and nothing else is read.
        var owners = await db.Commitments.AsNoTracking().Where(row => row.State == CommitmentState.Open).Select(row => row.Owner).Distinct().ToListAsync(ct);
        PersonId[] gone = [.. owners.Where(owner => company.Find(owner) is null)];
        var left = gone.Length == 0 ? [] : await db.Commitments.AsNoTracking()
            .Where(row => row.State == CommitmentState.Open && row.OwnerLeftAt == null && gone.Contains(row.Owner))
            .OrderBy(row => row.Id).Select(row => row.Id).Take(MostAtOnce).ToListAsync(ct);
        var offered = await db.Commitments.AsNoTracking().Where(row => row.State == CommitmentState.Open && row.OwnerLeftAt != null).ToListAsync(ct);
        if (offered.Count == 0)
            return left;
        Guid?[] ids = [.. offered.Select(row => (Guid?)row.Id)];
        var posts = (await db.CardPosts.AsNoTracking().Where(post => ids.Contains(post.SubjectId) && post.Kind == CommitmentKinds.TakeOver).ToListAsync(ct)).ToLookup(post => post.SubjectId);
        return [.. left, .. offered.Where(row => IsNews(row, [.. posts[row.Id]])).Select(row => row.Id).Take(MostAtOnce)];

        // Its owner is here again; or whoever was asked is gone as well; or nobody was asked, for it is of an earlier version.
        bool IsNews(Commitment commitment, IReadOnlyList<CardPost> asked) =>
            commitment.IsPrivate || !line.IsGone(commitment, asked) || asked.Open(commitment) is not [.., { Person: { } last }] || company.Find(last) is null;
    }

    /// <summary>What time and the directory bring to an offered one.</summary>
    public async Task<Decision> ProgressAsync(Commitment commitment, IReadOnlyList<CardPost> posts, DateTimeOffset now, CancellationToken ct)
    {
        if (!commitment.IsPrivate && !line.IsGone(commitment, posts))
            return commitment.OwnerIsBack(now);
        var company = companies.Current;
        var open = posts.Open(commitment);
        var people = await line.OfAsync(commitment, commitment.Owner, open is [.., var one] && one.HasMoved() ? Departures.Moved : Departures.Left, ct);
        var asked = open is [.., { Person: { } person }] && company.Find(person) is { } here ? here : null;
        return commitment.OfferOn(
            asked is null ? null : await CommitmentDays.AvailabilityOfAsync(db, asked, commitment.OwnerLeftAt!.Value, company, ct),
            asked is null ? null : await CommitmentDays.HeardAtAsync(db, open[^1], ct),
            people.Any(next => !open.Any(post => post.Person == next.Id)),
            now);
    }

    /// <summary>Their owner is gone: offered to the first in the line, and until when.</summary>
    public async Task<Decision> LeaveAsync(Commitment commitment, string why, DateTimeOffset now, CancellationToken ct)
    {
        var people = commitment.IsPrivate ? [] : await line.OfAsync(commitment, commitment.Owner, why, ct);
        return commitment.OwnerIsGone(why, people is [var first, _, ..] ? await CommitmentDays.AvailabilityOfAsync(db, first, now, companies.Current, ct) : null, now);
    }

    /// <summary>What somebody promised for the department that they have left. Each is its own save: who decides in this very moment wins, and it is looked at once more.</summary>
    /// <returns>How many were offered.</returns>
    public async Task<int> LeaveBehindAsync(PersonId person, string department, DateTimeOffset now, CancellationToken ct)
    {
        // A department that the model no longer has was renamed or dissolved: nobody walked out of it.
        if (companies.Current.Model.FindDepartment(department) is null)
            return 0;
        var done = 0;
        var theirs = db.Commitments.AsNoTracking().Where(row => row.State == CommitmentState.Open && row.Owner == person);
        foreach (var id in await theirs.Where(row => row.Department == department && row.FeedbackId == null && row.OwnerLeftAt == null).Select(row => row.Id).ToListAsync(ct))
            done += await LeaveBehindAsync(id, person, now, ct);
        return done;
    }

    async Task<int> LeaveBehindAsync(Guid id, PersonId person, DateTimeOffset now, CancellationToken ct)
    {
        for (var tries = 0; tries < 3; tries++)
        {
            db.ChangeTracker.Clear();
            var commitment = await db.Commitments.SingleAsync(row => row.Id == id, ct);
            if (commitment.Owner != person)
                return 0;
            var decision = await LeaveAsync(commitment, Departures.Moved, now, ct);
            if (decision.Happened.Count == 0)
                return 0;
            await changes.FollowAsync(commitment, decision, await db.CardPosts.Where(post => post.SubjectId == id).ToListAsync(ct), Via.Rule, null, now, ct);
            try
            {
                await changes.SaveAsync(commitment, ct);
                return 1;
            }
            catch (DbUpdateException raced) when (raced is DbUpdateConcurrencyException || db.IsUniqueViolation(raced))
            {
                // It has changed meanwhile; it may be theirs all the same.
            }
        }

        return 0;
    }
}
