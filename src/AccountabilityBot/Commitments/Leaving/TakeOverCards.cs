using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Feedback;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Commitments.Leaving;

/// <summary>All that an offer to take a promise over is drawn from.</summary>
/// <param name="PostId">The place where the card stands; every button carries it.</param>
/// <param name="Now">UTC.</param>
sealed record TakeOverView(Commitment Commitment, Sentences Say, Guid PostId, DateTimeOffset Now)
{
    /// <summary>The reader's present day: it would be theirs.</summary>
    public DateOnly Today { get; init; } = DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>Who promised it.</summary>
    public required string From { get; init; }

    /// <summary>They left the department, and not the company.</summary>
    public bool HasMoved { get; init; }

    /// <summary>Whether it is still theirs, by name at least.</summary>
    public bool IsFroms { get; init; } = true;

    /// <summary>Whose it is now.</summary>
    public required string Owner { get; init; }

    /// <summary>The department for which it was promised; none: for none, or one that the model no longer has.</summary>
    public string? Department { get; init; }

    /// <summary>The day of the last digest on which it stood; none: it never did.</summary>
    public DateOnly? DigestOn { get; init; }

    /// <summary>Who is asked after the reader, or was; none: nobody.</summary>
    public string? Next { get; init; }

    /// <summary>As forms about a promise want it.</summary>
    public CommitmentView Form => new(Commitment, Say, PostId, Now) { Today = Today };
}

/// <summary>Will you take this over: what somebody promised who is gone, for one person who can keep it.</summary>
static class TakeOverCards
{
    /// <param name="line">Stands on top: why the press did not do what it was meant to.</param>
    public static AdaptiveCard Draw(TakeOverView view, string? line = null) => AdaptiveCard.Fitting(Commitment.MaxText, longest => new AdaptiveCard
    {
        Summary = Summary(view),
        Body =
        [
            .. FeedbackCards.Line(line),
            FeedbackCards.Heading(IsOpen(view) ? view.Say.Card("commitment.take-over.title") : view.Say.Card("commitment.take-over.title.over", CardText.Untrusted(view.From, 60))),
            new TextBlock(CardText.Untrusted(view.Commitment.Text, longest)) { Spacing = Spacing.Small },
            Status(view, longest),
            .. IsOpen(view) ? Next(view) : [],
        ],
        Actions = IsOpen(view) ? [.. CommitmentRows.TakeOverButtons(view.Commitment, view.Say, view.PostId, isFirst: true)] : [],
    });

    /// <summary>What opens the card where it is one line among others.</summary>
    public static ExecuteAction Opening(TakeOverView view) =>
        new(new PlainText(view.Commitment.Text, 30), CommitmentVerbs.ViewOffer, CommitmentRows.Data(view.Commitment, view.PostId)) { AssociatedInputs = AssociatedInputs.None };

    static string Summary(TakeOverView view) => view.Say.Plain("commitment.take-over.summary", new PlainText(view.Commitment.Text, 60).Value);

    static bool IsOpen(TakeOverView view) => view is { IsFroms: true, Commitment.IsOffered: true };

    static Container Status(TakeOverView view, int longest)
    {
        var (say, commitment, owner) = (view.Say, view.Commitment, CardText.Untrusted(view.Owner, 60));
        return commitment.State switch
        {
            CommitmentState.Kept => new Container([new TextBlock(owner + CardText.Of(" · ") + say.Card("commitment.kept", CardText.Instant(commitment.ClosedAt!.Value)))]) { Style = ContainerStyle.Good },
            CommitmentState.Dropped => new Container(
            [
                new TextBlock(say.Card("commitment.take-over.dropped", owner, CardText.Instant(commitment.ClosedAt!.Value))),
                FeedbackCards.Small(CommitmentRows.ReasonOf(commitment, say, longest)),
            ])
            { Style = ContainerStyle.Emphasis },
            _ when IsOpen(view) => new Container([new TextBlock(Due(view)), .. From(view)])
            { Style = commitment.IsMissed(view.Today) ? ContainerStyle.Warning : ContainerStyle.Accent },
            _ => new Container([new TextBlock(say.Card(view.IsFroms ? "commitment.take-over.kept-by" : "commitment.take-over.taken", owner)), FeedbackCards.Small(Due(view))])
            { Style = ContainerStyle.Good },
        };
    }

    static CardText Due(TakeOverView view) => CommitmentRows.DueOf(view.Commitment, view.Say, view.Today);

    /// <summary>Who promised it, why it is asked, and where it was read.</summary>
    static IEnumerable<CardElement> From(TakeOverView view)
    {
        var say = view.Say;
        yield return FeedbackCards.Small(say.Card(view.HasMoved ? "commitment.take-over.moved" : "commitment.take-over.left", CardText.Untrusted(view.From, 60)));
        if (view.Commitment.Moves > 0)
            yield return FeedbackCards.Small(say.Card("commitment.first-due", ValueWords.Day(view.Commitment.FirstDueOn, say)));
        if (view.DigestOn is { } on)
            yield return FeedbackCards.Small(view.Department is { } department
                ? say.Card("commitment.take-over.digest.department", ValueWords.Day(on, say), CardText.Untrusted(department, 60))
                : say.Card("commitment.take-over.digest", ValueWords.Day(on, say)));
        else if (view.Department is { } department)
            yield return FeedbackCards.Small(say.Card("commitment.take-over.department", CardText.Untrusted(department, 60)));
    }

    /// <summary>What comes next, and when: nobody is to be surprised, and nobody is made to.</summary>
    static IEnumerable<CardElement> Next(TakeOverView view)
    {
        var say = view.Say;
        yield return new TextBlock(view switch
        {
            { Next: { } next, Commitment: { EscalatedAt: null, NextAt: { } at } } => say.Card("commitment.take-over.next", CardText.Untrusted(next, 60), CardText.Instant(at)),
            { Next: { } next } => say.Card("commitment.take-over.asked-too", CardText.Untrusted(next, 60)),
            _ => say.Card("commitment.take-over.last"),
        })
        { Spacing = Spacing.Medium };
    }
}
