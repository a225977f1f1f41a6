using System.Text.Json.Nodes;
using AccountabilityBot.Commitments.Leaving;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Feedback;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Commitments;

/// <summary>All that a commitment's card is drawn from.</summary>
/// <param name="PostId">The place where the card stands; every button carries it.</param>
/// <param name="Now">UTC.</param>
sealed record CommitmentView(Commitment Commitment, Sentences Say, Guid PostId, DateTimeOffset Now)
{
    /// <summary>The owner's present day.</summary>
    public DateOnly Today { get; init; } = DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>The card offers help; else it is the promise's own.</summary>
    public bool OffersHelp { get; init; }

    /// <summary>Who can help, and hears of it in the end; none: there is nobody beside the owner.</summary>
    public string? Helper { get; init; }

    /// <summary>None: it stayed with whoever promised it.</summary>
    public PromiseHands? Hands { get; init; }

    /// <summary>The reader's; else they promised it, and somebody else has taken it over.</summary>
    public bool IsTheirs { get; init; } = true;

    /// <summary>A fresh part for the ids of inputs: a client keeps what was typed under an id it has seen.</summary>
    public string Nonce => $"{Commitment.Version:x}{Now.ToUnixTimeMilliseconds() & 0xFFFFFF:x}";

    /// <summary>What a button brings back: nothing in it decides anything but which promise is meant, and on which card.</summary>
    public JsonObject Data => CommitmentRows.Data(Commitment, PostId);
}

/// <summary>A promise, for whoever made it; and the offer of help where it slips.</summary>
static class CommitmentCards
{
    /// <param name="line">Stands on top: why the press did not do what it was meant to.</param>
    public static AdaptiveCard Draw(CommitmentView view, string? line = null) => AdaptiveCard.Fitting(Commitment.MaxText, longest => new AdaptiveCard
    {
        Summary = Summary(view),
        Body =
        [
            .. FeedbackCards.Line(line),
            FeedbackCards.Heading(IsOffer(view) ? view.Say.Card("commitment.help.title") : Title(view)),
            new TextBlock(CardText.Untrusted(view.Commitment.Text, longest)) { Spacing = Spacing.Small },
            Status(view, longest),
            .. IsOffer(view) ? Next(view) : [],
            .. MayAsk(view) ? (CardElement[])[AskForHelp(view)] : [],
        ],
        Actions = view is not { IsTheirs: true, Commitment.State: CommitmentState.Open } ? [] : [.. CommitmentRows.Buttons(view.Commitment, view.Say, view.PostId, isFirst: true)],
    });

    /// <summary>Who promised it first is said for as long as it is there to be seen.</summary>
    public static CardText Title(CommitmentView view) => view is { IsTheirs: true, Hands.PromisedBy: { } first }
        ? view.Say.Card("commitment.title.first", first)
        : view.Say.Card("commitment.title");

    /// <summary>Below the words that say what it does; the three others have their usual place.</summary>
    static ActionSet AskForHelp(CommitmentView view) =>
        new([new ExecuteAction(view.Say.Plain("commitment.button.help"), CommitmentVerbs.Help, view.Data) { AssociatedInputs = AssociatedInputs.None }]) { Spacing = Spacing.Small };

    /// <summary>What opens the card where it is one line among others.</summary>
    public static ExecuteAction Opening(CommitmentView view) =>
        new(new PlainText(view.Commitment.Text, 30), CommitmentVerbs.View, view.Data) { AssociatedInputs = AssociatedInputs.None };

    public static string Summary(CommitmentView view) =>
        view.Say.Plain(IsOffer(view) ? "commitment.help.summary" : "commitment.summary", new PlainText(view.Commitment.Text, 60).Value);

    static bool IsOffer(CommitmentView view) => view is { OffersHelp: true, IsTheirs: true, Commitment.IsOffered: false } && view.Commitment.IsSlipping(view.Today);

    static bool MayAsk(CommitmentView view) => IsOffer(view) && view is { Helper: not null, Commitment.AskedHelpAt: null };

    static Container Status(CommitmentView view, int longest)
    {
        var (say, commitment) = (view.Say, view.Commitment);
        return commitment.State switch
        {
            CommitmentState.Dropped when !view.IsTheirs => new Container(
            [
                new TextBlock(say.Card("commitment.take-over.dropped", view.Hands?.Owner ?? say.Plain("somebody"), CardText.Instant(commitment.ClosedAt!.Value))),
                FeedbackCards.Small(CommitmentRows.ReasonOf(commitment, say, longest)),
            ])
            { Style = ContainerStyle.Emphasis },
            _ when !view.IsTheirs => new Container([new TextBlock(say.Card("commitment.taken-from-you", view.Hands?.Owner ?? say.Plain("somebody")))]) { Style = ContainerStyle.Emphasis },
            CommitmentState.Kept => new Container([new TextBlock(say.Card("commitment.kept", CardText.Instant(commitment.ClosedAt!.Value)))]) { Style = ContainerStyle.Good },
            CommitmentState.Dropped => new Container(
            [
                new TextBlock(say.Card("commitment.dropped", CardText.Instant(commitment.ClosedAt!.Value))),
                FeedbackCards.Small(CommitmentRows.ReasonOf(commitment, say, longest)),
            ])
            { Style = ContainerStyle.Emphasis },
            _ => new Container([new TextBlock(CommitmentRows.DueOf(commitment, say, view.Today)), .. Moved(commitment, say, longest), .. Offered(view)])
            { Style = commitment.IsMissed(view.Today) ? ContainerStyle.Warning : ContainerStyle.Accent },
        };
    }

    static CardElement[] Moved(Commitment commitment, Sentences say, int longest) =>
    [
        .. commitment.MovedFrom is { } first ? (CardElement[])[FeedbackCards.Small(say.Card("commitment.first-due", ValueWords.Day(first, say)))] : [],
        .. commitment.MoveReason is { } why ? (CardElement[])[FeedbackCards.Small(CardText.Untrusted(why, longest))] : [],
    ];

    /// <summary>To who has moved to another department: who is asked, and that they may keep it.</summary>
    static CardElement[] Offered(CommitmentView view) =>
        view is { Commitment.IsOffered: true, Hands.OfferedTo: { } asked } ? [FeedbackCards.Small(view.Say.Card("commitment.offered-from-you", asked))] : [];

    /// <summary>What comes next, and when: nobody is to be surprised.</summary>
    static IEnumerable<CardElement> Next(CommitmentView view)
    {
        var (say, commitment, helper) = (view.Say, view.Commitment, view.Helper);
        if (helper is null)
            yield break;
        var text = commitment switch
        {
            { AskedHelpAt: { } asked } => say.Card("commitment.help.asked", helper, CardText.Instant(asked)),
            { EscalatedAt: { } told } => say.Card("commitment.help.told", helper, CardText.Instant(told)),
            { EscalatesAt: { } at } => say.Card("commitment.help.next", helper, CardText.Instant(at)),
            _ => say.Card("commitment.help.private", helper),
        };
        yield return new TextBlock(text) { Spacing = Spacing.Medium };
    }
}
