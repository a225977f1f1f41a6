using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Council;

/// <summary>How often leads of one source, handed from one department to another, were answered so.</summary>
/// <param name="Source">Id of a source of the revenue model, or the sender's own word.</param>
/// <param name="From">Id of the department that handed them over.</param>
/// <param name="To">Id of the department that answered.</param>
/// <param name="Reason">Id of the reject reason; none: accepted.</param>
public sealed record AnswersOf(string Source, string From, string To, string? Reason, int Count);

/// <summary>A reject reason that dominates a source: what the council could decide about it, and the data it rests on.</summary>
/// <param name="To">The department that gave this reason most often.</param>
/// <param name="Answers">All answers to leads of this source from this department.</param>
/// <param name="Rejects">Those of them that gave this reason.</param>
public sealed record RuleChangeDraft(string Source, string Reason, string From, string To, int Answers, int Rejects);

/// <summary>Finds what is worth the council's time. It knows departments and leads, and no person.</summary>
public static class RuleChangeDrafts
{
    /// <param name="answers">Settled answers of the period: whoever can still undo theirs is not among them.</param>
    /// <returns>The most rejects first.</returns>
    public static IReadOnlyList<RuleChangeDraft> Find(IEnumerable<AnswersOf> answers, CouncilRules rules) =>
    [
        .. answers.GroupBy(answer => (answer.Source, answer.From))
            .SelectMany(group => Of(group.Key.Source, group.Key.From, [.. group], rules))
            .OrderByDescending(draft => draft.Rejects)
            .ThenBy(draft => draft.Source, StringComparer.Ordinal).ThenBy(draft => draft.From, StringComparer.Ordinal).ThenBy(draft => draft.Reason, StringComparer.Ordinal),
    ];

    static IEnumerable<RuleChangeDraft> Of(string source, string from, IReadOnlyList<AnswersOf> answers, CouncilRules rules)
    {
        var all = answers.Sum(answer => answer.Count);
        if (all < rules.AtLeast)
            yield break;
        foreach (var reason in answers.Where(answer => !string.IsNullOrEmpty(answer.Reason)).GroupBy(answer => answer.Reason!))
        {
            var rejects = reason.Sum(answer => answer.Count);
            // In whole numbers: two fifths of twelve are not a rounding away from four tenths.
            if (100L * rejects < (long)rules.Dominates * all)
                continue;
            var to = reason.GroupBy(answer => answer.To).OrderByDescending(department => department.Sum(answer => answer.Count)).ThenBy(department => department.Key, StringComparer.Ordinal).First().Key;
            yield return new RuleChangeDraft(source, reason.Key, from, to, all, rejects);
        }
    }
}
