using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Leads;

namespace AccountabilityBot.Commitments.Leaving;

/// <summary>
/// Where offers to take a promise over stand. The places themselves tell to whom it was offered, in which order, and from whom
/// it comes: the promise knows its owner of today alone.
/// </summary>
static class TakeOverPlaces
{
    public static IEnumerable<CardPost> Offers(this IEnumerable<CardPost> posts) =>
        posts.Where(post => post.Kind == CommitmentKinds.TakeOver).OrderBy(post => post.CreatedAt).ThenBy(post => post.Id);

    /// <summary>Those that were made since its owner is gone; an owner who went once before was offered for once before.</summary>
    public static IReadOnlyList<CardPost> Open(this IEnumerable<CardPost> posts, Commitment commitment) => commitment.OwnerLeftAt is not { } left
        ? []
        : [.. posts.Offers().Where(post => post.From() == commitment.Owner && post.CreatedAt.ToUnixTimeMilliseconds() >= left.ToUnixTimeMilliseconds())];

    /// <summary>Who promised it first, if that is not its owner.</summary>
    public static PersonId? FirstOf(this IEnumerable<CardPost> posts, Commitment commitment) =>
        posts.Offers().Select(From).FirstOrDefault(from => from is not null) is { } first && first != commitment.Owner ? first : null;

    /// <summary>Whose it was when it was offered; none: a copy of which nobody knows, or no offer.</summary>
    public static PersonId? From(this CardPost post) =>
        post.Kind == CommitmentKinds.TakeOver && post.Argument?.Split(' ') is [_, var from] && Guid.TryParse(from, out var id) ? new PersonId(id) : null;

    /// <summary>Whether they left the department, and not the company.</summary>
    public static bool HasMoved(this CardPost post) => post.Argument?.StartsWith(Departures.Moved + ' ', StringComparison.Ordinal) is true;

    public static string Argument(string why, PersonId from) => $"{why} {from}";
}
