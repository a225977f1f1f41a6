using System.Text.Json.Nodes;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Delivery.Letters;

/// <summary>A letter as the card shows it.</summary>
/// <param name="Why">Teams' own words, or ours.</param>
/// <param name="Since">UTC; when the message was to go out.</param>
sealed record LetterLine(Guid Id, string? LeadLabel, string What, string Where, string? Why, DateTimeOffset Since, bool IsParked);

/// <summary>Lists of messages that wait for a person, each with what may be done about it.</summary>
static class LetterCards
{
    /// <summary>A card has a size, and nobody decides about fifty one by one.</summary>
    const int MostListed = 10;

    /// <summary>The card's data: which list it is; an id, or nothing for all of the company.</summary>
    public const string ListField = "list";

    public const string LetterField = "letter";

    /// <summary>For the administrators.</summary>
    /// <param name="explain">When nobody asked for the list.</param>
    /// <param name="line">Stands on top: why a press did not do what it was meant to.</param>
    public static AdaptiveCard All(Sentences say, IReadOnlyList<LetterLine> letters, bool explain = false, string? line = null) => letters.Count == 0
        ? Settled(say, "letter.dead.none", line)
        : List(say, letters, null, say.Card("letter.dead.title"), explain ? say.Card("letter.alert.what") : null, say.Plain("letter.dead.summary", letters.Count), line);

    /// <summary>For a department's head.</summary>
    /// <inheritdoc cref="All"/>
    public static AdaptiveCard Parked(Sentences say, Department department, IReadOnlyList<LetterLine> letters, string? line = null) => letters.Count == 0
        ? Settled(say, "letter.parked.none", line)
        : List(
            say, letters, department.Id, say.Card("letter.parked.title"), say.Card("letter.parked.what", department.Name),
            say.Plain("letter.parked.summary", department.Name), line);

    static AdaptiveCard List(
        Sentences say, IReadOnlyList<LetterLine> letters, string? list, CardText title, CardText? what, string summary, string? line)
    {
        var body = new List<CardElement>(Top(line)) { new TextBlock(title) { Weight = TextWeight.Bolder, Style = TextStyle.Heading } };
        if (what is { } sentence)
            body.Add(new TextBlock(sentence));
        body.AddRange(letters.Take(MostListed).Select(letter => Shown(say, letter, list)));
        if (letters.Count > MostListed)
            body.Add(new TextBlock(say.Card("letter.more", letters.Count - MostListed)) { IsSubtle = true, Separator = true });
        return new AdaptiveCard
        {
            Summary = summary,
            Body = body,
            Actions = letters.Count < 2 ? [] : [new ExecuteAction(say.Plain("button.send-all-again"), LetterVerbs.SendAllAgain, Data(list, null))],
        };
    }

    static AdaptiveCard Settled(Sentences say, string key, string? line) => new()
    {
        Summary = say.Plain(key),
        Body = [.. Top(line), new TextBlock(say.Card(key))],
    };

    static IEnumerable<CardElement> Top(string? line) =>
        line is null ? [] : [new Container([new TextBlock(CardText.Untrusted(line, 400))]) { Style = ContainerStyle.Emphasis }];

    static Container Shown(Sentences say, LetterLine letter, string? list) => new(
    [
        new TextBlock(CardText.Bold(CardText.Untrusted(letter.LeadLabel is null ? letter.What : $"{letter.LeadLabel} · {letter.What}", 120))),
        new TextBlock(say.Card("letter.since", letter.Where, CardText.Instant(letter.Since))) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.None },
        new TextBlock(say.Card(letter.IsParked ? "letter.why.parked" : "letter.why.dead", CardText.Untrusted(letter.Why ?? say.Plain("letter.why.unknown"), 120)))
        {
            Size = TextSize.Small,
            Spacing = Spacing.None,
        },
        new ActionSet(
        [
            new ExecuteAction(say.Plain("button.send-again"), LetterVerbs.SendAgain, Data(list, letter.Id)),
            new ExecuteAction(say.Plain(letter.IsParked ? "button.leave-it" : "button.discard"), LetterVerbs.Discard, Data(list, letter.Id)),
        ]),
    ])
    {
        Separator = true,
        Spacing = Spacing.Medium,
    };

    static JsonObject Data(string? list, Guid? letter)
    {
        var data = new JsonObject();
        if (list is not null)
            data[ListField] = list;
        if (letter is not null)
            data[LetterField] = letter.Value.ToString();
        return data;
    }
}
