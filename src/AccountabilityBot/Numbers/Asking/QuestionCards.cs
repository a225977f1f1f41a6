using System.Text.Json.Nodes;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Numbers.Asking;

/// <summary>Answers that are not the number's own card: what to choose from, what is not known, what a number means and stands at.</summary>
static class QuestionCards
{
    /// <summary>Up to three numbers, each with its owner: whoever asked sees at once which one they meant.</summary>
    public static AdaptiveCard Choices(IReadOnlyList<RegisteredNumber> numbers, Company company, Sentences say, Guid postId) => new()
    {
        Summary = say.Plain("question.choices"),
        Body = [Heading(say.Card("question.choices")), .. numbers.Select(number => Line(number, company, say, postId))],
    };

    /// <summary>No name rather than a wrong one; the nearest are offered as what they are.</summary>
    public static AdaptiveCard Unknown(string subject, IReadOnlyList<RegisteredNumber> near, Company company, Sentences say, Guid postId) => new()
    {
        Summary = say.Plain("question.unknown.summary"),
        Body =
        [
            Heading(say.Card("question.unknown", subject)),
            new TextBlock(say.Card("question.unknown.noted")),
            .. near.Count is 0 ? [] : (IEnumerable<CardElement>)
            [
                new TextBlock(say.Card("question.unknown.near")) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Medium, Separator = true },
                .. near.Select(number => Line(number, company, say, postId)),
            ],
        ],
    };

    public static AdaptiveCard Word(Definition word, Sentences say) => new()
    {
        Summary = say.Plain("question.definition.summary", word.Name),
        Body = [Heading(CardText.Untrusted(word.Name, 60)), new TextBlock(CardText.Untrusted(word.Text, 1_000))],
    };

    public static AdaptiveCard Definition(NumberView view) => AdaptiveCard.Fitting(NumberRules.LongestDefinition, longest => new AdaptiveCard
    {
        Summary = view.Say.Plain("question.definition.summary", NumberParts.Title(view)),
        Body =
        [
            NumberParts.Heading(view),
            .. NumberStanding.Boxes(view, Math.Min(longest, 200), withHandOver: true),
            .. NumberParts.Meaning(view, longest),
            .. Facts(view, ("number.fact.trigger", view.Facts.Definition?.Trigger), ("number.fact.field", view.Facts.Definition?.SourceField), ("question.owner", OwnerOf(view))),
        ],
        Actions = [NumberParts.Button(view, NumberVerbs.View, "number.button.show"), NumberParts.Button(view, NumberVerbs.Challenge, "number.button.challenge")],
    });

    public static AdaptiveCard Value(NumberView view) => new()
    {
        Summary = view.Latest is { } latest
            ? view.Say.Plain("question.value.summary", NumberParts.Title(view), NumberParts.Amount(latest.Value, view))
            : view.Say.Plain("question.value.none", NumberParts.Title(view)),
        Body =
        [
            NumberParts.Heading(view),
            .. NumberStanding.Boxes(view, 200, withHandOver: true),
            .. NumberParts.Latest(view),
            .. view.Chart is { } chart ? (IEnumerable<CardElement>)[chart] : [],
            .. Facts(view, ("number.fact.target", view.Facts.Target is { } target ? NumberParts.Amount(target, view) : null), ("question.owner", OwnerOf(view))),
        ],
        Actions = [NumberParts.Button(view, NumberVerbs.View, "number.button.show"), NumberParts.Button(view, NumberVerbs.Challenge, "number.button.challenge")],
    };

    /// <summary>The same story as behind the card's button; there is no card here to go back to.</summary>
    public static AdaptiveCard History(NumberView view) => NumberDetails.History(view) with { Actions = [NumberParts.Button(view, NumberVerbs.View, "number.button.show")] };

    /// <summary>To the guardian: what people ask for and nobody keeps.</summary>
    public static AdaptiveCard Gap(QuestionGap gap, Company company, Sentences say) => new()
    {
        Summary = say.Plain("question.gap.summary", new PlainText(gap.Question, 80).Value),
        Body =
        [
            Heading(say.Card("question.gap")),
            new Container([new TextBlock(CardText.Untrusted(gap.Question, 300))]) { Style = ContainerStyle.Emphasis },
            new TextBlock(gap.AskedBy is { } asker
                ? say.Card("question.gap.asked-by", company.NameOf(asker, say.Plain("somebody")), company.DepartmentOf(gap.Department).Name)
                : say.Card("question.gap.asked", company.DepartmentOf(gap.Department).Name)),
            new TextBlock(say.Card("question.gap.what")) { IsSubtle = true, Size = TextSize.Small },
        ],
    };

    static Container Line(RegisteredNumber number, Company company, Sentences say, Guid postId) => new(
    [
        new TextBlock(CardText.Bold(CardText.Untrusted(number.Facts.Name, 100))),
        new TextBlock(Standing(number, company, say)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.None },
        new ActionSet([new ExecuteAction(say.Plain("question.button.this"), NumberVerbs.View, new JsonObject { ["number"] = number.Facts.Id, ["post"] = postId.ToString() })
        {
            AssociatedInputs = AssociatedInputs.None,
        }])
        { Spacing = Spacing.Small },
    ])
    { Separator = true, Spacing = Spacing.Medium };

    static CardText Standing(RegisteredNumber number, Company company, Sentences say)
    {
        var owner = number switch
        {
            { Owner: { } person } => CardText.Untrusted(company.NameOf(person, say.Plain("somebody")), 80),
            { OwnerWritten: { } written } when number.Askable.HasOneOwner => say.Card("question.role", written),
            { OwnerWritten: { } written } => say.Card("question.shared", written),
            _ => say.Card("number.nobody-yet"),
        };
        return number.Facts.Department is { } department
            ? CardText.Untrusted(company.Model.FindDepartment(department)?.Name ?? department, 60) + CardText.Of(" · ") + owner
            : owner;
    }

    static string OwnerOf(NumberView view) => view switch
    {
        { At.Owner: { } owner } => view.NameOf(owner),
        { Number: { Holding: Holding.Shared, OwnerWritten: { } written } } => view.Say.Plain("question.shared", written),
        { Number.OwnerWritten: { } written } => view.Say.Plain("question.role", written),
        _ => view.Say.Plain("number.nobody-yet"),
    };

    static IEnumerable<CardElement> Facts(NumberView view, params (string Title, string? Text)[] facts)
    {
        Fact[] told = [.. facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Text)).Select(fact => new Fact(view.Say.Card(fact.Title), CardText.Untrusted(fact.Text, 300)))];
        if (told.Length > 0)
            yield return new FactSet(told) { Spacing = Spacing.Medium };
    }

    static TextBlock Heading(CardText text) => new(text) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading };
}
