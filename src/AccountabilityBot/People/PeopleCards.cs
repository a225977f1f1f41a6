using System.Text.Json.Nodes;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.People;

/// <summary>All that the card about an absence is drawn from.</summary>
sealed record OutView
{
    public required CompanyPerson Person { get; init; }

    /// <summary>Who reads the card; not always the person.</summary>
    public CompanyPerson? Reader { get; init; }

    /// <summary>Who said it.</summary>
    public CompanyPerson? By { get; init; }

    public required Absence Absence { get; init; }

    public int Returned { get; init; }

    /// <summary>The first of the leads they own.</summary>
    public IReadOnlyList<Lead> Owned { get; init; } = [];

    public int OwnedInAll { get; init; }

    /// <summary>In which the day is named.</summary>
    public required TimeZoneInfo Zone { get; init; }

    public bool IsReader => Reader?.Id == Person.Id;
}

/// <summary>Cards about who is there. They name nobody before others, and blame nobody.</summary>
static class PeopleCards
{
    public const int MostListed = 5;

    /// <summary>Whose return it is, when the card stands before somebody else's eyes.</summary>
    public const string PersonKey = "person";

    public static AdaptiveCard Out(Sentences say, OutView view)
    {
        var day = TimeZoneInfo.ConvertTime(view.Absence.Until, view.Zone).ToString("dddd, d MMMM", say.Culture);
        var title = view.IsReader ? say.Plain("people.out.title", day) : say.Plain("people.out.title.other", view.Person.Name, day);
        var body = new List<CardElement>
        {
            Heading(CardText.Untrusted(title, 120)),
            new TextBlock(say.Card("people.out.times", CardText.Instant(view.Absence.From), CardText.Instant(view.Absence.Until))),
        };
        if (view.IsReader && view.By is { } by && by.Id != view.Person.Id)
            body.Add(new TextBlock(say.Card("people.out.by", by.Name)));
        body.Add(new TextBlock(Offers(say, view)));
        if (view.OwnedInAll > 0)
            body.AddRange(Owned(say, view));
        return new AdaptiveCard { Summary = title, Body = body, Actions = [Back(say, view)] };
    }

    /// <param name="post">The message, so that one press is known from another's.</param>
    public static AdaptiveCard Resting(Sentences say, Guid post) => new()
    {
        Summary = say.Plain("people.resting.title"),
        Body =
        [
            Heading(say.Card("people.resting.title")),
            new TextBlock(say.Card("people.resting.what")),
            new TextBlock(say.Card("people.resting.how")) { IsSubtle = true },
        ],
        Actions = [new ExecuteAction(say.Plain("button.back-again"), PeopleVerbs.Back, new JsonObject { ["post"] = post.ToString() })],
    };

    public static AdaptiveCard Returned(Sentences say, string sentence) => new()
    {
        Summary = say.Plain("people.back.summary"),
        Body = [new Container([new TextBlock(CardText.Untrusted(sentence, 400))]) { Style = ContainerStyle.Good }],
    };

    static CardText Offers(Sentences say, OutView view)
    {
        var until = say.Card("people.out.no-new");
        return view.Returned == 0 ? until : until + CardText.Of(" ") + say.Card("people.out.returned", view.Returned);
    }

    static IEnumerable<CardElement> Owned(Sentences say, OutView view)
    {
        yield return new TextBlock(say.Card(view.IsReader ? "people.out.owned" : "people.out.owned.other", view.Person.Name)) { Separator = true, Spacing = Spacing.Medium };
        foreach (var lead in view.Owned)
            yield return new TextBlock(CardText.Bold(CardText.Untrusted($"{lead.Label} · {lead.Facts.Company ?? lead.Facts.Name}", 100))) { Spacing = Spacing.Small };
        if (view.OwnedInAll > view.Owned.Count)
            yield return new TextBlock(say.Card("people.out.more", view.OwnedInAll - view.Owned.Count)) { IsSubtle = true, Spacing = Spacing.Small };
        if (view.IsReader)
            yield return new TextBlock(say.Card("people.out.hand-back", view.Owned[0].Label)) { IsSubtle = true, Size = TextSize.Small };
    }

    static ExecuteAction Back(Sentences say, OutView view) => view.IsReader
        ? new(say.Plain("button.back-again"), PeopleVerbs.Back)
        : new(say.Plain("button.back-again.other", view.Person.Name), PeopleVerbs.Back, new JsonObject { [PersonKey] = view.Person.ObjectId });

    static TextBlock Heading(CardText text) => new(text) { Weight = TextWeight.Bolder, Style = TextStyle.Heading };
}
