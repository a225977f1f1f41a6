using AccountabilityBot.Domain.Council;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Council;

/// <summary>What the data suggests, with the data. It names departments and leads, and no person.</summary>
static class RuleChangeCards
{
    public const int MostListed = 8;

    const int LongestName = 120;

    /// <summary>To the heads of both departments.</summary>
    public static AdaptiveCard Drafted(RuleChange change, Company company, Sentences say) => AdaptiveCard.Fitting(LongestName, longest => new AdaptiveCard
    {
        Summary = say.Plain("rule-change.drafted.summary", new PlainText(CouncilParts.SourceName(change.Source, company), 80).Value),
        Body =
        [
            Title(say.Card("rule-change.drafted.title")),
            new TextBlock(Pattern(change, company, say, longest)) { Spacing = Spacing.Small },
            new Container([new TextBlock(Proposal(change, company, say, longest))]) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Medium },
            Data(change, company, say, longest),
            new TextBlock(say.Card("rule-change.drafted.next")) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Medium },
        ],
    });

    /// <param name="all">How many there are; the first of them are given.</param>
    /// <param name="line">Stands on top: what came of the last press.</param>
    public static AdaptiveCard List(IReadOnlyList<RuleChange> changes, int all, Company company, Sentences say, Guid post, string? line = null) => AdaptiveCard.Fitting(LongestName, longest =>
    {
        var title = changes.Count == 0 ? "rule-change.list.none" : "rule-change.list";
        List<CardElement> body = [.. CouncilParts.Line(line), Title(say.Card(title))];
        if (changes.Count == 0)
            body.Add(new TextBlock(say.Card("rule-change.list.none.what")));
        body.AddRange(changes.Select(change => new Container(
        [
            new TextBlock(Proposal(change, company, say, longest)),
            new TextBlock(Pattern(change, company, say, longest)) { Size = TextSize.Small, Spacing = Spacing.Small },
            Data(change, company, say, longest),
            .. change.State is RuleChangeState.Parked ? [CouncilParts.Small(say.Card("council.parked"))] : Enumerable.Empty<CardElement>(),
            CouncilParts.Verdicts(say, CouncilParts.Data(post, CouncilSubjects.RuleChange, change.Id, CouncilBack.List), change.State is RuleChangeState.Parked),
        ])
        { Separator = true, Spacing = Spacing.Medium }));
        if (all > changes.Count)
            body.Add(new TextBlock(say.Card("rule-change.more", all - changes.Count)) { IsSubtle = true, Size = TextSize.Small });
        return new AdaptiveCard { Summary = say.Plain(title), Body = body };
    });

    public static CardText Pattern(RuleChange change, Company company, Sentences say, int longest) => say.Card(
        "rule-change.pattern",
        change.Rejects,
        change.Answers,
        CardText.Untrusted(CouncilParts.SourceName(change.Source, company), longest),
        CardText.Untrusted(CouncilParts.ReasonName(change.Reason, company), longest),
        change.Share);

    public static CardText Proposal(RuleChange change, Company company, Sentences say, int longest) => say.Card(
        "rule-change.proposal", CardText.Untrusted(CouncilParts.SourceName(change.Source, company), longest), CardText.Untrusted(CouncilParts.ReasonName(change.Reason, company), longest));

    public static FactSet Data(RuleChange change, Company company, Sentences say, int longest) => new(
    [
        new Fact(say.Card("rule-change.fact.from"), CardText.Untrusted(CouncilParts.DepartmentName(change.FromDepartment, company), Math.Min(longest, 60))),
        new Fact(say.Card("rule-change.fact.to"), CardText.Untrusted(CouncilParts.DepartmentName(change.ToDepartment, company), Math.Min(longest, 60))),
        new Fact(say.Card("rule-change.fact.period"), CardText.Untrusted($"{Day(change.From, company, say)} – {Day(change.Until, company, say)}")),
        new Fact(say.Card("rule-change.fact.examples"), CardText.Untrusted(string.Join(", ", change.Examples.Select(no => $"L-{no}")))),
        new Fact(say.Card("rule-change.fact.drafted"), CardText.Untrusted(Day(change.DraftedAt, company, say))),
    ])
    { Spacing = Spacing.Small };

    // A fact set reads no {{DATE}}: the company's calendar is meant.
    static string Day(DateTimeOffset at, Company company, Sentences say) => CouncilParts.Day(at, company, say);

    static TextBlock Title(CardText text) => new(text) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading };
}
