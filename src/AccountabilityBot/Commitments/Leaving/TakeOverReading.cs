using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Feedback;
using AccountabilityBot.People;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Commitments.Leaving;

/// <summary>Reads an offer to take a promise over with what its card shows round it, and draws what the door delivers of it.</summary>
sealed class TakeOverReading(BotDb db, CompanySource companies, TakeOverLine line, CommitmentRenderers own, FeedbackReading reading, TimeProvider clock)
{
    public async Task<RenderedCard?> Card(CardPost post, CancellationToken ct)
    {
        if (await db.Commitments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == post.SubjectId, ct) is not { } commitment)
            return null;
        var posts = await db.CardPosts.AsNoTracking().Where(row => row.SubjectId == commitment.Id).ToListAsync(ct);
        var from = posts.Find(row => row.Id == post.Id)?.From() ?? LatestFrom(posts) ?? commitment.Owner;
        // Whoever took it over has the card of a promise of their own in its place.
        if (post.Person == commitment.Owner && from != commitment.Owner && commitment.State is not CommitmentState.Dropped)
            return await own.Card(post, ct);
        // Not sent yet, and there is nothing to take over any more.
        if (post.ActivityId is null && (!commitment.IsOffered || from != commitment.Owner))
            return null;
        var view = await ViewAsync(commitment, from, posts, post.Person!.Value, post.Id, await reading.SayToAsync(post.Person.Value, ct), clock.GetUtcNow(), ct);
        return new RenderedCard(TakeOverCards.Draw(view), commitment.Version) { Opening = TakeOverCards.Opening(view) };
    }

    /// <param name="from">Whose it was when it was offered.</param>
    /// <param name="reader">Who looks at it.</param>
    public async Task<TakeOverView> ViewAsync(
        Commitment commitment, PersonId from, IReadOnlyList<CardPost> posts, PersonId reader, Guid post, Sentences say, DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        var names = await PromiseHands.NamesAsync(db, company, [from, commitment.Owner], say.Plain("somebody"), ct);
        var hasMoved = posts.Offers().LastOrDefault(row => row.From() == from)?.HasMoved() is true;
        return new TakeOverView(commitment, say, post, now)
        {
            Today = CommitmentDays.DayOf(company, reader, now),
            From = names(from),
            HasMoved = hasMoved && company.Find(from) is not null,
            IsFroms = commitment.Owner == from,
            Owner = names(commitment.Owner),
            Department = company.Model.FindDepartment(commitment.Department)?.Name,
            DigestOn = await db.CommitmentListings.AsNoTracking().Where(listing => listing.CommitmentId == commitment.Id)
                .Join(db.Digests.Where(digest => digest.AskedBy == null), listing => listing.SubjectId, digest => digest.Id, (_, digest) => (DateOnly?)digest.On)
                .MaxAsync(ct),
            Next = await NextAsync(commitment, posts, reader, hasMoved ? Departures.Moved : Departures.Left, ct),
        };
    }

    /// <summary>Whose it was when it was offered last.</summary>
    public static PersonId? LatestFrom(IEnumerable<CardPost> posts) => posts.Offers().LastOrDefault()?.From();

    /// <summary>Who will be asked after the reader, or was.</summary>
    async Task<string?> NextAsync(Commitment commitment, IReadOnlyList<CardPost> posts, PersonId reader, string why, CancellationToken ct)
    {
        if (!commitment.IsOffered)
            return null;
        var asked = posts.Open(commitment).Select(row => row.Person).ToList();
        if (commitment.EscalatedAt is not null)
            return asked.FindLast(person => person != reader) is { } other ? companies.Current.Find(other)?.Name : null;
        return (await line.OfAsync(commitment, commitment.Owner, why, ct)).FirstOrDefault(person => !asked.Contains(person.Id) && person.Id != reader)?.Name;
    }
}
