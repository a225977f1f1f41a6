using System.Text.Json.Nodes;
using AccountabilityBot.Commitments.Leaving;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Commitments;

/// <summary>
/// One promise as a row of a card that shows several: what, by whom, how it stands, and while it is open its buttons: three for
/// its owner, or two for who may keep it where its owner is gone.
/// The buttons carry the card's place: a press is answered with that card as it is then.
/// </summary>
static class CommitmentRows
{
    /// <summary>Rows with buttons on one card: more are a wall, and weigh too much.</summary>
    public const int MostWithButtons = 6;

    /// <summary>Characters of a promise in a row; its own card has all of it.</summary>
    public const int LongestText = 160;

    const int LongestName = 60;

    /// <param name="owner">None: the reader's own.</param>
    /// <param name="today">The owner's present day.</param>
    /// <param name="post">The place of the card that shows it.</param>
    /// <param name="hands">None: it stayed with whoever promised it.</param>
    public static IEnumerable<CardElement> Row(
        Commitment commitment, Sentences say, string? owner, DateOnly today, Guid post, bool withButtons, int longest = LongestText, PromiseHands? hands = null)
    {
        // Names are cut with the rest where there is little room: with an offer two of them stand in a row.
        var name = Math.Min(longest, LongestName);
        var standing = Standing(commitment, say, today, hands, name);
        if (owner is not null)
            standing = WhoseOf(commitment, owner, say, hands, name) + CardText.Of(" · ") + standing;
        yield return new Container(
        [
            new TextBlock(CardText.Untrusted(commitment.Text, Math.Min(longest, LongestText))) { Weight = TextWeight.Bolder },
            new TextBlock(standing) { Size = TextSize.Small, Spacing = Spacing.None, Color = ColorOf(commitment, today), IsSubtle = ColorOf(commitment, today) is null },
            .. withButtons && commitment.State is CommitmentState.Open
                ? (CardElement[])[new ActionSet([.. owner is not null && commitment.IsOffered ? TakeOverButtons(commitment, say, post, isFirst: false) : Buttons(commitment, say, post, isFirst: false)]) { Spacing = Spacing.Small }]
                : [],
        ])
        { Separator = true, Spacing = Spacing.Medium };
    }

    /// <summary>How it stands, in a few words.</summary>
    static CardText Standing(Commitment commitment, Sentences say, DateOnly today, PromiseHands? hands, int longestName) => commitment.State switch
    {
        CommitmentState.Kept => say.Card("commitment.row.kept", CardText.Instant(commitment.ClosedAt!.Value)),
        CommitmentState.Dropped => say.Card("commitment.row.dropped", ReasonOf(commitment, say, 80)),
        _ => DueOf(commitment, say, today)
            + (commitment.Moves == 0 ? CardText.Of("") : CardText.Of(" · ") + MovedOf(commitment, say))
            + (commitment.OwnerLeftAt is null ? CardText.Of("") : CardText.Of(" · ") + OfferedOf(say, hands, longestName)),
    };

    /// <summary>Somebody's own words, or ours where nobody said any.</summary>
    public static CardText ReasonOf(Commitment commitment, Sentences say, int longest) => commitment.DropReason is DropReasons.OwnerLeft
        ? say.Card("commitment.drop.owner-left")
        : CardText.Untrusted(commitment.DropReason, longest);

    /// <summary>By which day, or since when its day is over.</summary>
    public static CardText DueOf(Commitment commitment, Sentences say, DateOnly today) =>
        say.Card(commitment.IsMissed(today) ? "commitment.overdue" : commitment.DueOn == today ? "commitment.due-today" : "commitment.open",
            CardText.Bold(CardText.Untrusted(ValueWords.Day(commitment.DueOn, say))));

    public static IEnumerable<ExecuteAction> Buttons(Commitment commitment, Sentences say, Guid post, bool isFirst)
    {
        yield return Button(say.Plain("commitment.button.done"), CommitmentVerbs.Done) with { Style = isFirst ? ActionStyle.Positive : null };
        yield return Button(say.Plain("commitment.button.move"), CommitmentVerbs.Move);
        yield return Button(say.Plain("commitment.button.drop"), CommitmentVerbs.Drop);

        ExecuteAction Button(string title, string verb) => new(title, verb, Data(commitment, post)) { AssociatedInputs = AssociatedInputs.None };
    }

    /// <summary>Where its owner is gone.</summary>
    public static IEnumerable<ExecuteAction> TakeOverButtons(Commitment commitment, Sentences say, Guid post, bool isFirst)
    {
        yield return Button(say.Plain("commitment.button.take-over"), CommitmentVerbs.TakeOver) with { Style = isFirst ? ActionStyle.Positive : null };
        yield return Button(say.Plain("commitment.button.drop"), CommitmentVerbs.DropFor);

        ExecuteAction Button(string title, string verb) => new(title, verb, Data(commitment, post)) { AssociatedInputs = AssociatedInputs.None };
    }

    /// <summary>A digest and a list both have it: a new promise is made where the others stand.</summary>
    public static ExecuteAction AddButton(Sentences say, string? department, Guid post)
    {
        var data = new JsonObject { ["post"] = post.ToString() };
        if (department is { Length: > 0 })
            data[CommitmentForm.DepartmentKey] = department;
        return new(say.Plain("commitment.button.add"), CommitmentVerbs.Add, data) { AssociatedInputs = AssociatedInputs.None };
    }

    public static JsonObject Data(Commitment commitment, Guid post) => new() { [CommitmentForm.CommitmentKey] = commitment.Id.ToString(), ["post"] = post.ToString() };

    static CardText WhoseOf(Commitment commitment, string owner, Sentences say, PromiseHands? hands, int longest) => hands switch
    {
        { PromisedBy: not null } when commitment.State is not CommitmentState.Dropped => say.Card("commitment.row.taken-over", CardText.Untrusted(hands.Owner, longest)),
        { } => CardText.Untrusted(hands.Owner, longest),
        null => CardText.Untrusted(owner, longest),
    };

    static CardText OfferedOf(Sentences say, PromiseHands? hands, int longest) => hands?.OfferedTo is { } asked
        ? say.Card("commitment.row.offered", CardText.Untrusted(asked, longest))
        : say.Card("commitment.row.owner-left");

    static CardText MovedOf(Commitment commitment, Sentences say) =>
        commitment.Moves == 1 ? say.Card("commitment.row.moved-once") : say.Card("commitment.row.moved", commitment.Moves);

    static TextColor? ColorOf(Commitment commitment, DateOnly today) => commitment switch
    {
        { State: CommitmentState.Kept } => TextColor.Good,
        _ when commitment.IsMissed(today) => TextColor.Attention,
        _ => null,
    };
}
