using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Numbers;

/// <summary>A number as a card: the owner first, then what it is, how it stands and whom to ask next to it.</summary>
static class NumberCard
{
    const int LongestDefinition = 600;

    /// <summary>The same for everybody in the channel; for one reader, what they may do with it.</summary>
    public static AdaptiveCard Draw(NumberView view) => Card(view, [], [.. view.Me is { } me ? Personal(view, me) : Everybodys(view)]);

    /// <summary>To who is to own it next: the offer as it stands.</summary>
    public static AdaptiveCard Offer(NumberView view, HandOver? handOver)
    {
        var say = view.Say;
        if (handOver is null || view.Reader != handOver.To)
            return Draw(view);
        var (by, day) = (new PlainText(view.NameOf(handOver.ProposedBy), 60).Value, NumberParts.Day(handOver.EffectiveOn, say));
        CardText[] Lines(int longest) => handOver.State switch
        {
            HandOverState.Proposed =>
            [
                say.Card("number.offer.proposed", by, CardText.Untrusted(view.Facts.Name, 60), day), .. handOver.Note is { } note ? [NumberStanding.Words(view, note, longest)] : (CardText[])[],
                say.Card("number.offer.what"), say.Card("number.offer.until", CardText.Instant(handOver.LapsesAt)),
            ],
            HandOverState.Accepted => [say.Card("number.offer.accepted", day)],
            HandOverState.Done => [say.Card("number.offer.done")],
            HandOverState.Declined => [say.Card("number.offer.declined", by)],
            HandOverState.Withdrawn => [say.Card("number.offer.withdrawn", by)],
            HandOverState.Lapsed => [say.Card("number.offer.lapsed")],
            _ => [say.Card("number.offer.overtaken")],
        };
        return Card(
            view,
            longest => [NumberParts.Box(handOver.State is HandOverState.Proposed ? ContainerStyle.Accent : ContainerStyle.Emphasis, Lines(longest))],
            [.. Personal(view, view.Me!.Value)],
            withHandOver: false,
            handOver.State is HandOverState.Proposed ? say.Plain("number.offer.summary", by, NumberParts.Title(view)) : null);
    }

    /// <summary>To who may name an owner: nobody owns it any more.</summary>
    public static AdaptiveCard Orphan(NumberView view) => view.Number.Current is not null
        ? Draw(view)
        : Draw(view) with { Summary = view.Say.Plain("number.orphan.summary", NumberParts.Title(view)) };

    /// <summary>Once a quarter, to the owner.</summary>
    public static AdaptiveCard StillYours(NumberView view)
    {
        var (number, say) = (view.Number, view.Say);
        if (!view.IsMine || number.StillYoursAskedAt is null)
            return view.IsMine && number.ConfirmedAt is { } confirmed ? Card(view, [NumberParts.Box(ContainerStyle.Good, say.Card("number.confirmed", CardText.Instant(confirmed)))], [.. Personal(view, view.Me!.Value)]) : Draw(view);
        var asked = number.StillYoursRemindedAt is null ? say.Card("number.still-yours") : say.Card("number.still-yours.again");
        return Card(view, [NumberParts.Box(ContainerStyle.Accent, asked, say.Card("number.still-yours.what"))], [.. Personal(view, view.Me!.Value)]) with
        {
            Summary = say.Plain("number.still-yours.summary", NumberParts.Title(view)),
        };
    }

    /// <summary>To the guardian: the owner says nothing.</summary>
    public static AdaptiveCard Unconfirmed(NumberView view) => view.Number.StillYoursToldAt is not { } told || view.At.Owner is not { } owner
        ? Draw(view)
        : Card(view, [NumberParts.Box(ContainerStyle.Warning, view.Say.Card("number.unconfirmed", view.NameOf(owner), CardText.Instant(told)))], [.. Personal(view, view.Me!.Value)]) with
        {
            Summary = view.Say.Plain("number.unconfirmed.summary", NumberParts.Title(view)),
        };

    /// <summary>To who has to answer: somebody disputes it.</summary>
    public static AdaptiveCard Challenge(NumberView view) => view.Number.OpenChallenges.LastOrDefault() is not { } challenge
        ? Draw(view)
        : Draw(view) with { Summary = view.Say.Plain("number.challenge.summary", view.NameOf(challenge.By), NumberParts.Title(view)) };

    /// <summary>The card as it stands, under the sentence that says why a press did not do what it was meant to.</summary>
    public static AdaptiveCard Under(CardText sentence, AdaptiveCard card) =>
        card with { Body = [NumberParts.Box(ContainerStyle.Emphasis, sentence), card.Body[0] with { Spacing = Spacing.Medium }, .. card.Body.Skip(1)] };

    /// <summary>What a toast says.</summary>
    public static string SummaryOf(NumberView view) => view.At.Owner is { } owner
        ? view.Say.Plain("number.summary", view.NameOf(owner), NumberParts.Title(view))
        : view.Say.Plain("number.summary.nobody", NumberParts.Title(view));

    static AdaptiveCard Card(NumberView view, IReadOnlyList<CardElement> news, IReadOnlyList<CardAction> actions) => Card(view, _ => news, actions, withHandOver: true, summary: null);

    /// <param name="news">What the card is about, with texts of at most so many characters.</param>
    static AdaptiveCard Card(
        NumberView view, Func<int, IReadOnlyList<CardElement>> news, IReadOnlyList<CardAction> actions, bool withHandOver, string? summary)
    {
        return AdaptiveCard.Fitting(LongestDefinition, Draw);

        AdaptiveCard Draw(int longest) => new()
        {
            Summary = summary ?? SummaryOf(view),
            Body =
            [
                .. news(longest),
                .. NumberParts.Owner(view),
                .. NumberStanding.Boxes(view, longest, withHandOver),
                .. NumberParts.Latest(view),
                .. view.Chart is { } chart ? (IEnumerable<CardElement>)[chart] : [],
                .. NumberParts.Meaning(view, longest),
                NumberParts.Facts(view, longest),
                .. NumberParts.Supporting(view, longest),
            ],
            Actions = actions,
        };
    }

    static IEnumerable<CardAction> Everybodys(NumberView view)
    {
        if (view.Number.IsActive && view.Number.Current is null)
            return Arranged(Take(view), Details(view), Challenge(view, "number.button.challenge"), History(view));
        return view.Number.IsActive
            ? Arranged(Details(view), AskOwner(view), Challenge(view, "number.button.challenge"), History(view))
            : Arranged(Details(view), History(view));
    }

    static IEnumerable<CardAction> Personal(NumberView view, NumberActor me)
    {
        var (number, open) = (view.Number, view.Number.OpenHandOver);
        if (!number.IsActive)
            return Everybodys(view);
        List<CardAction> mine = [];
        if (open is { State: HandOverState.Proposed } && open.To == me.Id)
        {
            mine.Add(NumberParts.Button(view, NumberVerbs.Accept, "number.button.accept") with { Style = ActionStyle.Positive });
            mine.Add(NumberParts.Button(view, NumberVerbs.Decline, "number.button.decline"));
        }

        if (open is { State: HandOverState.Accepted } && open.To == me.Id)
            mine.Add(NumberParts.Button(view, NumberVerbs.Decline, "number.button.decline"));
        if (view.IsMine && number.StillYoursAskedAt is not null && open is null)
            mine.Add(NumberParts.Button(view, NumberVerbs.Confirm, "number.button.confirm") with { Style = ActionStyle.Positive });
        if (number.MayAnswerChallenge(me) is null)
            mine.Add(NumberParts.Button(view, NumberVerbs.AnswerChallenge, "number.button.answer") with { Style = ActionStyle.Positive });
        if (open?.ProposedBy == me.Id)
            mine.Add(NumberParts.Button(view, NumberVerbs.Withdraw, "number.button.withdraw"));
        if (number.MayPropose(me) is null)
            mine.Add(number.Current is null
                ? NumberParts.Button(view, NumberVerbs.NameOwner, "number.button.name-owner") with { Style = ActionStyle.Positive }
                : NumberParts.Button(view, NumberVerbs.HandOver, "number.button.hand-over"));
        if (number.MayTake(me) is null && open?.To != me.Id)
            mine.Add(Take(view));
        if (view.IsMine && number.StillYoursAskedAt is not null && open is null)
            mine.Add(NumberParts.Button(view, NumberVerbs.NotMine, "number.button.not-mine"));
        mine.Add(Details(view));
        if (!view.IsMine && number.Current is not null)
            mine.Add(AskOwner(view));
        if (!view.IsMine && number.MayChallenge(me.Id) is null)
            mine.Add(Challenge(view, "number.button.challenge"));
        mine.Add(History(view));
        if (view.IsMine)
            mine.Add(NumberParts.Button(view, NumberVerbs.Deputy, "number.button.deputy"));
        return Arranged([.. mine]);
    }

    /// <summary>Three side by side; the rest behind the dots.</summary>
    static IEnumerable<CardAction> Arranged(params CardAction[] actions) =>
        actions.Select((action, index) => index < 3 ? action : action with { Mode = ActionMode.Secondary });

    static ExecuteAction Take(NumberView view) => NumberParts.Button(view, NumberVerbs.Take, "number.button.take");

    static ExecuteAction Details(NumberView view) => NumberParts.Button(view, NumberVerbs.Details, "button.details");

    static ExecuteAction AskOwner(NumberView view) => NumberParts.Button(view, NumberVerbs.AskOwner, "number.button.ask");

    static ExecuteAction Challenge(NumberView view, string title) => NumberParts.Button(view, NumberVerbs.Challenge, title);

    static ExecuteAction History(NumberView view) => NumberParts.Button(view, NumberVerbs.History, "number.button.history");
}
