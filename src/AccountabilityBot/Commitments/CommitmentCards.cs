using System.Text.Json.Nodes;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Commitments;

/// <summary>All that a commitment's card is drawn from.</summary>
/// <param name="PostId">The place where the card stands; every button carries it.</param>
/// <param name="Now">UTC.</param>
sealed record CommitmentView(Commitment Commitment, Sentences Say, Guid PostId, DateTimeOffset Now)
{
    /// <summary>A fresh part for the ids of inputs: a client keeps what was typed under an id it has seen.</summary>
    public string Nonce => $"{Commitment.Version:x}{Now.ToUnixTimeMilliseconds() & 0xFFFFFF:x}";
}

/// <summary>A promise, for whoever made it.</summary>
static class CommitmentCards
{
    public const string CommitmentKey = "commitment";
    const string NonceKey = "form";
    const string ReasonInput = "reason";

    public static bool IsFilledIn(CardPress press) => press.Text(NonceKey) is not null;

    public static string? Reason(CardPress press) => press.Text($"{ReasonInput}-{press.Text(NonceKey)}");

    /// <param name="line">Stands on top: why the press did not do what it was meant to.</param>
    public static AdaptiveCard Draw(CommitmentView view, string? line = null) => AdaptiveCard.Fitting(Commitment.MaxText, longest => new AdaptiveCard
    {
        Summary = Summary(view),
        Body =
        [
            .. line is null ? [] : (CardElement[])[new Container([new TextBlock(CardText.Untrusted(line, 400))]) { Style = ContainerStyle.Emphasis }],
            Heading(view),
            new TextBlock(CardText.Untrusted(view.Commitment.Text, longest)) { Spacing = Spacing.Small },
            Status(view, longest),
        ],
        Actions = view.Commitment.State is not CommitmentState.Open ? [] :
        [
            new ExecuteAction(view.Say.Plain("commitment.button.done"), CommitmentVerbs.Done, Data(view)) { Style = ActionStyle.Positive, AssociatedInputs = AssociatedInputs.None },
            new ExecuteAction(view.Say.Plain("commitment.button.drop"), CommitmentVerbs.Drop, Data(view)) { AssociatedInputs = AssociatedInputs.None },
        ],
    });

    public static AdaptiveCard DropForm(CommitmentView view, string? typed, string? problem) => AdaptiveCard.Fitting(Commitment.MaxText, longest =>
    {
        var (say, data) = (view.Say, Data(view));
        data[NonceKey] = view.Nonce;
        return new AdaptiveCard
        {
            Summary = Summary(view),
            Body =
            [
                Heading(view),
                new TextBlock(CardText.Untrusted(view.Commitment.Text, longest)) { Spacing = Spacing.Small },
                .. problem is null ? [] : (CardElement[])[new TextBlock(CardText.Untrusted(problem, 400)) { Color = TextColor.Attention, Weight = TextWeight.Bolder }],
                new TextInput($"{ReasonInput}-{view.Nonce}", say.Plain("commitment.drop.reason"))
                {
                    IsRequired = true,
                    ErrorMessage = say.Plain("refusal.commitment.reason-missing"),
                    IsMultiline = true,
                    MaxLength = Commitment.MaxText,
                    Placeholder = say.Plain("commitment.drop.hint"),
                    Value = typed is null ? null : new PlainText(typed, longest).Value,
                },
            ],
            Actions =
            [
                new ExecuteAction(say.Plain("commitment.button.drop"), CommitmentVerbs.Drop, data),
                new ExecuteAction(say.Plain("button.back"), CommitmentVerbs.View, Data(view)) { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    });

    static TextBlock Heading(CommitmentView view) =>
        new(view.Say.Card("commitment.title")) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading };

    static string Summary(CommitmentView view) => view.Say.Plain("commitment.summary", view.Commitment.Text.Length > 60 ? new PlainText(view.Commitment.Text, 60).Value : view.Commitment.Text);

    static Container Status(CommitmentView view, int longest)
    {
        var (say, commitment) = (view.Say, view.Commitment);
        var by = ValueWords.Day(commitment.DueOn, say);
        return commitment.State switch
        {
            CommitmentState.Kept => new Container([new TextBlock(say.Card("commitment.kept", CardText.Instant(commitment.ClosedAt!.Value)))]) { Style = ContainerStyle.Good },
            CommitmentState.Dropped => new Container(
            [
                new TextBlock(say.Card("commitment.dropped", CardText.Instant(commitment.ClosedAt!.Value))),
                new TextBlock(CardText.Untrusted(commitment.DropReason, longest)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small },
            ])
            { Style = ContainerStyle.Emphasis },
            _ => new Container([new TextBlock(say.Card("commitment.open", CardText.Bold(CardText.Untrusted(by))))]) { Style = ContainerStyle.Accent },
        };
    }

    static JsonObject Data(CommitmentView view) => new() { [CommitmentKey] = view.Commitment.Id.ToString(), ["post"] = view.PostId.ToString() };
}
