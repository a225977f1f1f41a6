using System.Text.Json.Nodes;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Numbers.Values;

/// <summary>What stands in the inputs of the form.</summary>
/// <param name="Problem">What was wrong with the last try.</param>
sealed record TypedValue(string? Value, string? Note, string? Problem = null);

/// <summary>The keeper's card: a value is due, with the form on it; then what was saved, by whom.</summary>
static class ValueCards
{
    public const string NumberKey = "number";
    public const string PeriodKey = "period";

    /// <summary>Id of the value that the form was drawn over; whoever saves changes that one, and no other.</summary>
    public const string OverKey = "over";

    /// <summary>What is longer is no figure, whatever it is; the rest of it is not shown again.</summary>
    const int LongestTyped = 60;

    const string NonceKey = "form";
    const string ValueInput = "value";
    const string NoteInput = "note";

    public static AdaptiveCard Draw(ValueView view) => view.Value is null && view.Number.IsActive ? Form(view, new TypedValue(null, null)) : Saved(view);

    public static TypedValue Read(CardPress press) => press.Text(NonceKey) is { } nonce
        ? new TypedValue(press.Text($"{ValueInput}-{nonce}") is { } value ? new PlainText(value, LongestTyped).Value : null, press.Text($"{NoteInput}-{nonce}"))
        : new TypedValue(null, null);

    /// <summary>The form: on the card itself while the value is due, and again after a try that went wrong, with nothing lost.</summary>
    public static AdaptiveCard Form(ValueView view, TypedValue typed) => AdaptiveCard.Fitting(400, longest => Form(view, typed, longest));

    /// <param name="line">Stands on top: why the press did not do what it was meant to.</param>
    public static AdaptiveCard Saved(ValueView view, string? line = null) => AdaptiveCard.Fitting(400, longest => Saved(view, line, longest));

    static AdaptiveCard Form(ValueView view, TypedValue typed, int longest)
    {
        var say = view.Say;
        var body = new List<CardElement>
        {
            Heading(view),
            new TextBlock(say.Card(view.IsLate ? "number-value.late" : "number-value.due", CardText.Bold(CardText.Untrusted(view.Period)), ValueWords.Day(view.DueOn, say)))
            {
                Color = view.IsLate ? TextColor.Attention : null,
                Spacing = Spacing.None,
            },
        };
        if (view.Facts.Definition is { } definition)
            body.Add(new TextBlock(CardText.Untrusted(definition.Text, longest)) { IsSubtle = true, Spacing = Spacing.Small });
        if (Known(view) is { Count: > 0 } known)
            body.Add(new FactSet(known) { Spacing = Spacing.Small });
        if (typed.Problem is { } problem)
            body.Add(new TextBlock(CardText.Untrusted(problem, 400)) { Color = TextColor.Attention, Weight = TextWeight.Bolder });
        body.Add(new TextInput($"{ValueInput}-{view.Nonce}", say.Plain("number-value.value"))
        {
            IsRequired = true,
            ErrorMessage = say.Plain("number-value.fault.empty", Example(view)),
            Placeholder = say.Plain("number-value.value.hint", Example(view)),
            MaxLength = LongestTyped,
            Value = typed.Value,
            Spacing = Spacing.Medium,
        });
        body.Add(new TextInput($"{NoteInput}-{view.Nonce}", say.Plain("number-value.note"))
        {
            IsMultiline = true,
            MaxLength = ValueEntry.LongestNote,
            Placeholder = say.Plain("number-value.note.hint"),
            Value = typed.Note,
        });
        var data = Data(view);
        data[NonceKey] = view.Nonce;
        if (view.Value is { } over)
            data[OverKey] = over.Id.ToString();
        return new AdaptiveCard
        {
            Summary = say.Plain(view.IsLate ? "number-value.late.summary" : "number-value.due.summary", view.Facts.Name, view.Period),
            Body = body,
            Actions =
            [
                new ExecuteAction(say.Plain("number-value.save"), ValueVerbs.Save, data) { Style = ActionStyle.Positive },
                .. view.Value is null ? (CardAction[])[] : [View(view)],
            ],
        };
    }

    static AdaptiveCard Saved(ValueView view, string? line, int longest)
    {
        var say = view.Say;
        var body = new List<CardElement>();
        if (line is not null)
            body.Add(new Container([new TextBlock(CardText.Untrusted(line, 400))]) { Style = ContainerStyle.Warning });
        body.Add(Heading(view));
        body.Add(new TextBlock(CardText.Untrusted(view.Period)) { IsSubtle = true, Spacing = Spacing.None });
        if (view.Value is { } value)
        {
            body.Add(new TextBlock(say.Card(
                "number-value.saved", CardText.Bold(CardText.Untrusted(ValueWords.Of(value.Value, view.Facts, say.Culture))), view.NameOf(value.EnteredBy))));
            body.Add(new TextBlock(CardText.Instant(value.EnteredAt)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.None });
            if (value.Note is { } note)
                body.Add(new TextBlock(CardText.Untrusted(note, longest)) { Spacing = Spacing.Small });
            if (Known(view) is { Count: > 0 } known)
                body.Add(new FactSet(known) { Spacing = Spacing.Small });
        }

        if (!view.Number.IsActive)
            body.Add(new TextBlock(say.Card("number-value.retired", view.Facts.Name)));
        return new AdaptiveCard
        {
            Summary = view.Value is { } saved
                ? say.Plain("number-value.saved.summary", view.Facts.Name, view.Period, ValueWords.Of(saved.Value, view.Facts, say.Culture))
                : say.Plain("number-value.retired", view.Facts.Name),
            Body = body,
            Actions = view.Value is not null && view.Number.IsActive && view.Facts.Computed is null
                ? [new ExecuteAction(say.Plain("number-value.change"), ValueVerbs.Change, Data(view)) { AssociatedInputs = AssociatedInputs.None }]
                : [],
        };
    }

    /// <summary>The button that stands for the card where it is one line among others.</summary>
    public static ExecuteAction Opening(ValueView view) => View(view) with { Title = new PlainText(view.Facts.Name, 30) };

    static TextBlock Heading(ValueView view) =>
        new(CardText.Untrusted(view.Facts.Name, 160)) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading };

    static List<Fact> Known(ValueView view)
    {
        var (say, facts) = (view.Say, new List<Fact>());
        if (view.Facts.Target is { } target)
            facts.Add(new Fact(say.Card("number-value.target"), CardText.Untrusted(ValueWords.Of(target, view.Facts, say.Culture))));
        if (view.Before is { } before)
        {
            facts.Add(new Fact(say.Card("number-value.before"), CardText.Untrusted(
                $"{ValueWords.Of(before.Value, view.Facts, say.Culture)} ({ValueWords.Of(view.Facts.Period, before.PeriodEnd, say)})")));
        }

        return facts;
    }

    /// <summary>As a value of this number might look, in the reader's own writing.</summary>
    static string Example(ValueView view) => ValueWords.Of(27.5m, view.Facts, view.Say.Culture);

    static ExecuteAction View(ValueView view) => new(view.Say.Plain("button.back"), ValueVerbs.View, Data(view)) { AssociatedInputs = AssociatedInputs.None };

    static JsonObject Data(ValueView view) => new()
    {
        [NumberKey] = view.Number.Id,
        [PeriodKey] = view.PeriodEnd.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["post"] = view.PostId.ToString(),
    };
}
