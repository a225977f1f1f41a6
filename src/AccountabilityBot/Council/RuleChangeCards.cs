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
        Summary = say.Plain("rule-change.drafted.summary", new PlainText(SourceOf(change, company), 80).Value),
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
    public static AdaptiveCard List(IReadOnlyList<RuleChange> changes, int all, Company company, Sentences say) => AdaptiveCard.Fitting(LongestName, longest =>
    {
        var title = changes.Count == 0 ? "rule-change.list.none" : "rule-change.list";
        List<CardElement> body = [Title(say.Card(title))];
        if (changes.Count == 0)
            body.Add(new TextBlock(say.Card("rule-change.list.none.what")));
        body.AddRange(changes.Select(change => new Container(
        [
            new TextBlock(Proposal(change, company, say, longest)),
            new TextBlock(Pattern(change, company, say, longest)) { Size = TextSize.Small, Spacing = Spacing.Small },
            Data(change, company, say, longest),
        ])
        { Separator = true, Spacing = Spacing.Medium }));
        if (all > changes.Count)
            body.Add(new TextBlock(say.Card("rule-change.more", all - changes.Count)) { IsSubtle = true, Size = TextSize.Small });
        return new AdaptiveCard { Summary = say.Plain(title), Body = body };
    });

    static CardText Pattern(RuleChange change, Company company, Sentences say, int longest) => say.Card(
        "rule-change.pattern",
        change.Rejects,
        change.Answers,
        CardText.Untrusted(SourceOf(change, company), longest),
        CardText.Untrusted(ReasonOf(change, company), longest),
        change.Share);

    static CardText Proposal(RuleChange change, Company company, Sentences say, int longest) => say.Card(
        "rule-change.proposal", CardText.Untrusted(SourceOf(change, company), longest), CardText.Untrusted(ReasonOf(change, company), longest));

    static FactSet Data(RuleChange change, Company company, Sentences say, int longest) => new(
    [
        new Fact(say.Card("rule-change.fact.from"), CardText.Untrusted(NameOf(change.FromDepartment, company), Math.Min(longest, 60))),
        new Fact(say.Card("rule-change.fact.to"), CardText.Untrusted(NameOf(change.ToDepartment, company), Math.Min(longest, 60))),
        new Fact(say.Card("rule-change.fact.period"), CardText.Untrusted($"{Day(change.From, company, say)} – {Day(change.Until, company, say)}")),
        new Fact(say.Card("rule-change.fact.examples"), CardText.Untrusted(string.Join(", ", change.Examples.Select(no => $"L-{no}")))),
        new Fact(say.Card("rule-change.fact.drafted"), CardText.Untrusted(Day(change.DraftedAt, company, say))),
    ])
    { Spacing = Spacing.Small };

    // A fact set reads no {{DATE}}: the company's calendar is meant.
    static string Day(DateTimeOffset at, Company company, Sentences say) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(company.Model.TimeZone)).ToString("d MMM yyyy", say.Culture);

    static string SourceOf(RuleChange change, Company company) => company.Model.Sources.FirstOrDefault(source => source.Id == change.Source)?.Name ?? change.Source;

    static string ReasonOf(RuleChange change, Company company) => company.Model.FindReason(change.Reason)?.Name ?? change.Reason;

    static string NameOf(string department, Company company) => company.Model.FindDepartment(department)?.Name ?? department;

    static TextBlock Title(CardText text) => new(text) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading };
}
