using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Commitments.Leaving;

/// <summary>Through whose hands a promise went, by their names.</summary>
/// <param name="Owner">Whose it is; somebody who has left keeps their name as long as the directory's row does.</param>
/// <param name="PromisedBy">Who promised it first; none: its owner did.</param>
/// <param name="OfferedTo">Who was asked last to take it over; none: nobody, or it is taken.</param>
sealed record PromiseHands(string Owner, string? PromisedBy = null, string? OfferedTo = null)
{
    public static readonly IReadOnlyDictionary<Guid, PromiseHands> None = new Dictionary<Guid, PromiseHands>();

    /// <summary>Of those promises alone that did not stay with who made them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PromiseHands>> OfAsync(
        BotDb db, Company company, IReadOnlyCollection<Commitment> commitments, string somebody, CancellationToken ct)
    {
        if (commitments.Count == 0)
            return None;
        Guid?[] ids = [.. commitments.Select(row => (Guid?)row.Id)];
        var posts = (await db.CardPosts.AsNoTracking().Where(post => ids.Contains(post.SubjectId) && post.Kind == CommitmentKinds.TakeOver).ToListAsync(ct)).ToLookup(post => post.SubjectId);
        var moved = commitments.Where(row => row.OwnerLeftAt is not null || company.Find(row.Owner) is null || posts.Contains(row.Id)).ToList();
        if (moved.Count == 0)
            return None;
        var firsts = moved.ToDictionary(row => row.Id, row => posts[row.Id].FirstOf(row));
        var names = await NamesAsync(db, company, [.. moved.Select(row => row.Owner), .. firsts.Values.OfType<PersonId>()], somebody, ct);
        return moved.ToDictionary(row => row.Id, row => new PromiseHands(
            names(row.Owner),
            firsts[row.Id] is { } first ? names(first) : null,
            row.IsOffered && posts[row.Id].Open(row) is [.., { Person: { } asked }] ? company.NameOf(asked, somebody) : null));
    }

    /// <summary>What to call people, be they here or not.</summary>
    public static async Task<Func<PersonId, string>> NamesAsync(BotDb db, Company company, IReadOnlyCollection<PersonId> people, string somebody, CancellationToken ct)
    {
        PersonId[] gone = [.. people.Where(person => company.Find(person) is null).Distinct()];
        var names = gone.Length == 0 ? [] : await db.People.AsNoTracking().Where(row => gone.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, ct);
        return person => company.NameOf(person, names.GetValueOrDefault(person) is { Length: > 0 } name ? name : somebody);
    }
}
