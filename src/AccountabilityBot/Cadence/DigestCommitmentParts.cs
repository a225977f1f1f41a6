using AccountabilityBot.Commitments;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Cadence;

/// <summary>Promises on a digest: how those of last time went, and each with what its owner can say about it.</summary>
static class DigestCommitmentParts
{
    /// <param name="withButtons">How many rows of this department may have buttons.</param>
    public static IEnumerable<CardElement> Of(DigestView view, DepartmentContent content, int longest, DigestLimits limits, int withButtons)
    {
        Commitment[] shown = [.. view.Commitments.Where(one => one.Department == content.Department).Take(limits.Commitments)];
        if (shown.Length is 0 && !content.Commitments.IsAny)
            yield break;
        yield return DigestParts.Section(view.Say.Card("digest.commitments"));
        if (Told(view, content.Commitments) is { Length: > 0 } told)
            yield return new TextBlock(CardText.Untrusted(told, 200)) { Spacing = Spacing.Small };
        foreach (var commitment in shown)
        {
            var today = CommitmentDays.DayOf(view.Company, commitment.Owner, view.Now);
            var mayPress = commitment.State is CommitmentState.Open && withButtons-- > 0;
            foreach (var element in CommitmentRows.Row(commitment, view.Say, view.NameOf(commitment.Owner), today, view.PostId, mayPress, longest, view.Hands.GetValueOrDefault(commitment.Id)))
                yield return element;
        }
    }

    /// <summary><c>2 kept, 1 moved, 1 missed</c>: as it was when the digest was made.</summary>
    static string Told(DigestView view, CommitmentCount count) => string.Join(", ", new[]
    {
        ("digest.commitments.kept", count.Kept), ("digest.commitments.late", count.Late), ("digest.commitments.moved", count.Moved),
        ("digest.commitments.dropped", count.Dropped), ("digest.commitments.missed", count.Missed), ("digest.commitments.coming", count.Coming),
    }.Where(one => one.Item2 > 0).Select(one => view.Say.Plain(one.Item1, one.Item2)));
}
