using System.Text.Json.Nodes;
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
            FeedbackCards.Heading(IsOffer(view) ? view.Say.Card("commitment.help.title") : view.Say.Card("commitment.title")),
            new TextBlock(CardText.Untrusted(view.Commitment.Text, longest)) { Spacing = Spacing.Small },
            Status(view, longest),
            .. IsOffer(view) ? Next(view) : [],
            .. MayAsk(view) ? (CardElement[])[AskForHelp(view)] : [],
        ],
        Actions = view.Commitment.State is not CommitmentState.Open ? [] : [.. CommitmentRows.Buttons(view.Commitment, view.Say, view.PostId, isFirst: true)],
    });

    /// <summary>Below the words that say what it does; the three others have their usual place.</summary>
    static ActionSet AskForHelp(CommitmentView view) =>
        new([new ExecuteAction(view.Say.Plain("commitment.button.help"), CommitmentVerbs.Help, view.Data) { AssociatedInputs = AssociatedInputs.None }]) { Spacing = Spacing.Small };

    /// <summary>What opens the card where it is one line among others.</summary>
    public static ExecuteAction Opening(CommitmentView view) =>
        new(new PlainText(view.Commitment.Text, 30), CommitmentVerbs.View, view.Data) { AssociatedInputs = AssociatedInputs.None };

    public static string Summary(CommitmentView view) =>
        view.Say.Plain(IsOffer(view) ? "commitment.help.summary" : "commitment.summary", new PlainText(view.Commitment.Text, 60).Value);

    static bool IsOffer(CommitmentView view) => view.OffersHelp && view.Commitment.IsSlipping(view.Today);

    static bool MayAsk(CommitmentView view) => IsOffer(view) && view is { Helper: not null, Commitment.AskedHelpAt: null };

    static Container Status(CommitmentView view, int longest)
    {
        var (say, commitment) = (view.Say, view.Commitment);
        return commitment.State switch
        {
            CommitmentState.Kept => new Container([new TextBlock(say.Card("commitment.kept", CardText.Instant(commitment.ClosedAt!.Value)))]) { Style = ContainerStyle.Good },
            CommitmentState.Dropped => new Container(
            [
                new TextBlock(say.Card("commitment.dropped", CardText.Instant(commitment.ClosedAt!.Value))),
                Why(commitment.DropReason, longest),
            ])
            { Style = ContainerStyle.Emphasis },
            _ => new Container([new TextBlock(CommitmentRows.DueOf(commitment, say, view.Today)), .. Moved(commitment, say, longest)])
            { Style = commitment.IsMissed(view.Today) ? ContainerStyle.Warning : ContainerStyle.Accent },
        };
    }

    static CardElement[] Moved(Commitment commitment, Sentences say, int longest) => commitment.Moves == 0 ? [] :
    [
        FeedbackCards.Small(say.Card("commitment.first-due", ValueWords.Day(commitment.FirstDueOn, say))),
        Why(commitment.MoveReason, longest),
    ];

    static TextBlock Why(string? reason, int longest) => FeedbackCards.Small(CardText.Untrusted(reason, longest));

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
