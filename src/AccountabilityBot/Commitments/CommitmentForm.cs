using System.Globalization;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Feedback;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Commitments;

/// <summary>What stands in the inputs of a form about a promise.</summary>
/// <param name="Problem">What was wrong with the last try.</param>
sealed record TypedPromise(string? What = null, DateOnly? Day = null, string? Reason = null, string? Problem = null);

/// <summary>The forms: add a promise, move it, drop it. Each takes the place of the card it was opened on, and leads back to it.</summary>
static class CommitmentForm
{
    public const string CommitmentKey = "commitment";
    public const string DepartmentKey = "department";
    const string NonceKey = "form";
    const string WhatInput = "what";
    const string DayInput = "day";
    const string ReasonInput = "reason";

    /// <summary>A fresh part for the ids of inputs, drawn with each form: a client keeps what was typed under an id it has seen.</summary>
    public static string? Nonce(CardPress press) => press.Text(NonceKey);

    public static bool IsFilledIn(CardPress press) => Nonce(press) is not null;

    public static TypedPromise Read(CardPress press)
    {
        var nonce = Nonce(press);
        return new TypedPromise(
            press.Text($"{WhatInput}-{nonce}"),
            DateOnly.TryParseExact(press.Text($"{DayInput}-{nonce}"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            press.Text($"{ReasonInput}-{nonce}"));
    }

    /// <param name="department">For which it is made; none: the promiser's own, or none at all.</param>
    /// <param name="hasBack">Whether there is a card to go back to.</param>
    /// <param name="today">The promiser's present day.</param>
    public static AdaptiveCard Add(Sentences say, Department? department, TypedPromise typed, DateOnly today, Guid post, bool hasBack) => AdaptiveCard.Fitting(Commitment.MaxText, longest =>
    {
        var nonce = Guid.NewGuid().ToString("N")[..12];
        var data = new System.Text.Json.Nodes.JsonObject { ["post"] = post.ToString() };
        if (department is not null)
            data[DepartmentKey] = department.Id;
        var back = data.DeepClone().AsObject();
        data[NonceKey] = nonce;
        return new AdaptiveCard
        {
            Summary = say.Plain("commitment.add.title"),
            Body =
            [
                FeedbackCards.Heading(say.Card("commitment.add.title")),
                FeedbackCards.Small(department is null ? say.Card("commitment.add.intro") : say.Card("commitment.add.intro.department", department.Name)),
                .. FeedbackCards.Problem(typed.Problem),
                new TextInput($"{WhatInput}-{nonce}", say.Plain("commitment.add.what"))
                {
                    IsRequired = true,
                    ErrorMessage = say.Plain("refusal.commitment.text-missing"),
                    IsMultiline = true,
                    MaxLength = Commitment.MaxText,
                    Placeholder = say.Plain("commitment.add.what.hint"),
                    Value = Shown(typed.What, longest),
                },
                Day(say, nonce, say.Plain("commitment.add.by"), typed.Day, today),
            ],
            Actions =
            [
                new ExecuteAction(say.Plain("commitment.button.save"), CommitmentVerbs.Add, data) { Style = ActionStyle.Positive },
                .. hasBack ? (CardAction[])[new ExecuteAction(say.Plain("button.back"), CommitmentVerbs.View, back) { AssociatedInputs = AssociatedInputs.None }] : [],
            ],
        };
    });

    public static AdaptiveCard Move(CommitmentView view, TypedPromise typed) => Of(view, typed, CommitmentVerbs.Move, "commitment.button.move", (say, nonce, longest) =>
    [
        Day(say, nonce, say.Plain("commitment.move.day"), typed.Day, view.Today),
        Reason(say, nonce, say.Plain("commitment.move.reason"), say.Plain("refusal.commitment.move-reason-missing"), say.Plain("commitment.move.hint"), typed.Reason, longest),
    ]);

    public static AdaptiveCard Drop(CommitmentView view, TypedPromise typed) => Of(view, typed, CommitmentVerbs.Drop, "commitment.button.drop", (say, nonce, longest) =>
    [
        Reason(say, nonce, say.Plain("commitment.drop.reason"), say.Plain("refusal.commitment.reason-missing"), say.Plain("commitment.drop.hint"), typed.Reason, longest),
    ]);

    /// <summary>Its day is over: whoever takes it over says by when.</summary>
    public static AdaptiveCard TakeOver(CommitmentView view, TypedPromise typed) => Of(view, typed, CommitmentVerbs.TakeOver, "commitment.button.take-over", (say, nonce, _) =>
        [Day(say, nonce, say.Plain("commitment.add.by"), typed.Day, view.Today)], CommitmentVerbs.ViewOffer);

    public static AdaptiveCard DropFor(CommitmentView view, TypedPromise typed) => Of(view, typed, CommitmentVerbs.DropFor, "commitment.button.drop", (say, nonce, longest) =>
    [
        Reason(say, nonce, say.Plain("commitment.drop.reason"), say.Plain("refusal.commitment.reason-missing"), say.Plain("commitment.drop.hint"), typed.Reason, longest),
    ], CommitmentVerbs.ViewOffer);

    static AdaptiveCard Of(
        CommitmentView view, TypedPromise typed, string verb, string button, Func<Sentences, string, int, CardElement[]> inputs, string back = CommitmentVerbs.View) => AdaptiveCard.Fitting(Commitment.MaxText, longest =>
    {
        var (say, data) = (view.Say, view.Data);
        data[NonceKey] = view.Nonce;
        return new AdaptiveCard
        {
            Summary = CommitmentCards.Summary(view),
            Body =
            [
                FeedbackCards.Heading(back == CommitmentVerbs.ViewOffer ? say.Card("commitment.take-over.title") : CommitmentCards.Title(view)),
                new TextBlock(CardText.Untrusted(view.Commitment.Text, longest)) { Spacing = Spacing.Small },
                FeedbackCards.Small(CommitmentRows.DueOf(view.Commitment, say, view.Today)),
                .. FeedbackCards.Problem(typed.Problem),
                .. inputs(say, view.Nonce, longest),
            ],
            Actions =
            [
                new ExecuteAction(say.Plain(button), verb, data),
                new ExecuteAction(say.Plain("button.back"), back, view.Data) { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    });

    static DateInput Day(Sentences say, string nonce, string label, DateOnly? day, DateOnly today) => new($"{DayInput}-{nonce}", label)
    {
        IsRequired = true,
        ErrorMessage = say.Plain("refusal.commitment.date-missing"),
        Min = today.AddDays(1),
        Max = today.AddDays(Commitment.MostDaysAhead),
        Value = day,
    };

    static TextInput Reason(Sentences say, string nonce, string label, string missing, string hint, string? typed, int longest) => new($"{ReasonInput}-{nonce}", label)
    {
        IsRequired = true,
        ErrorMessage = missing,
        IsMultiline = true,
        MaxLength = Commitment.MaxText,
        Placeholder = hint,
        Value = Shown(typed, longest),
    };

    static string? Shown(string? typed, int longest) => typed is null ? null : new PlainText(typed, longest).Value;
}
