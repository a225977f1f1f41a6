using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Feedback;

/// <summary>What the giver and the receiver of feedback see. Nobody else sees either.</summary>
static class FeedbackCards
{
    /// <summary>Characters of somebody's words, where there is room for them.</summary>
    const int LongestWords = PeerFeedback.MaxWords;

    /// <summary>The request, with the form on it; then what became of it.</summary>
    /// <param name="line">Stands on top: why the press did not do what it was meant to.</param>
    public static AdaptiveCard ForGiver(FeedbackView view, Typed? typed = null, string? line = null) => AdaptiveCard.Fitting(LongestWords, longest =>
        IsOpen(view) ? Request(view, typed ?? Typed.Nothing, line, longest) : Closed(view, line, longest));

    public static AdaptiveCard ForReceiver(FeedbackView view, string? line = null) => AdaptiveCard.Fitting(LongestWords, longest => Received(view, line, longest));

    /// <summary>Commit to a change: what, and by when.</summary>
    public static AdaptiveCard CommitForm(FeedbackView view, Typed typed) => AdaptiveCard.Fitting(LongestWords, longest => new AdaptiveCard
    {
        Summary = SummaryForReceiver(view),
        Body =
        [
            Heading(view.Say.Card("feedback.commit.title")),
            Small(view.Say.Card("feedback.commit.intro", view.Giver)),
            .. Words(view, longest),
            .. Problem(typed.Problem),
            .. FeedbackForm.Promise(view, typed, longest),
        ],
        Actions =
        [
            new ExecuteAction(view.Say.Plain("feedback.button.promise"), FeedbackVerbs.Commit, FeedbackForm.Data(view, isForm: true)) { Style = ActionStyle.Positive },
            Button(view, FeedbackVerbs.View, "button.back"),
        ],
    });

    /// <summary>The one reminder: a word and the way to the form.</summary>
    public static AdaptiveCard Reminder(FeedbackView view) => new()
    {
        Summary = view.Say.Plain("feedback.reminder.summary", view.Lead.Label),
        Body =
        [
            new TextBlock(view.Say.Card("feedback.reminder", CardText.Bold(CardText.Untrusted(view.Label, 100)), CardText.Instant(view.Feedback.ExpiresAt!.Value))),
        ],
        Actions = [Button(view, FeedbackVerbs.View, "button.open"), Button(view, FeedbackVerbs.Skip, "feedback.button.skip")],
    };

    /// <summary>In the channel: the giver's own words, because they allowed it; no rating, and no word on the hand-off.</summary>
    public static AdaptiveCard Praise(FeedbackView view) => AdaptiveCard.Fitting(LongestWords, longest => new AdaptiveCard
    {
        Summary = view.Say.Plain("feedback.praise.summary", view.Receiver, view.Giver),
        Body =
        [
            Heading(view.Say.Card("feedback.praise.title", view.Receiver)),
            Quote(view.Feedback.Words, ContainerStyle.Good, longest),
            Small(CardText.Untrusted($"{view.Giver}, {view.GiversDepartment}", 120)),
        ],
    });

    /// <summary>To the giver: their word led to a promise.</summary>
    public static AdaptiveCard Promise(FeedbackView view, Commitment promised) => AdaptiveCard.Fitting(Commitment.MaxText, longest => new AdaptiveCard
    {
        Summary = view.Say.Plain("feedback.promise.summary", view.Receiver),
        Body =
        [
            Heading(view.Say.Card("feedback.promise.title", view.Receiver)),
            Quote(promised.Text, ContainerStyle.Accent, longest),
            Small(view.Say.Card("feedback.promise.by", ValueWords.Day(promised.DueOn, view.Say), CardText.Untrusted(view.Label, 100))),
        ],
    });

    public static bool IsOpen(FeedbackView view) => view.Feedback.State is FeedbackState.Asked && !(view.Now >= view.Feedback.ExpiresAt);

    /// <summary>What opens the card where it is one line among others.</summary>
    public static ExecuteAction Opening(FeedbackView view) =>
        new(view.Say.Plain("feedback.button.opening", view.Lead.Label), FeedbackVerbs.View, FeedbackForm.Data(view)) { AssociatedInputs = AssociatedInputs.None };

    public static string SummaryForGiver(FeedbackView view) => view.Say.Plain(IsOpen(view) ? "feedback.request.summary" : "feedback.request.over", view.Lead.Label);

    public static string SummaryForReceiver(FeedbackView view) => view.Say.Plain("feedback.received.summary", view.Giver, view.Lead.Label);

    static AdaptiveCard Request(FeedbackView view, Typed typed, string? line, int longest)
    {
        var (say, isAsked) = (view.Say, view.Feedback.AskedAt is not null);
        var save = new ExecuteAction(say.Plain("feedback.button.send"), isAsked ? FeedbackVerbs.Send : FeedbackVerbs.Give, FeedbackForm.Data(view, isForm: true))
        {
            Style = ActionStyle.Positive,
        };
        return new AdaptiveCard
        {
            Summary = SummaryForGiver(view),
            Body =
            [
                .. Line(line),
                Heading(say.Card(view.Feedback.About is Side.Sender ? "feedback.request.sender" : "feedback.request.receiver", view.AboutDepartment)),
                Small(CardText.Untrusted(view.Label, 100) + CardText.Of(" · ") + CardText.Untrusted(About(view), 100)),
                .. Problem(typed.Problem),
                .. FeedbackForm.Ask(view, typed, longest),
                Small(say.Card(view.Feedback.IsForDepartment ? "feedback.who-reads.department" : "feedback.who-reads", view.Receiver, view.AboutDepartment, view.GiversDepartment)),
            ],
            Actions = isAsked ? [save, Button(view, FeedbackVerbs.Skip, "feedback.button.skip")] : [save],
        };
    }

    static AdaptiveCard Closed(FeedbackView view, string? line, int longest)
    {
        var (say, feedback) = (view.Say, view.Feedback);
        List<CardElement> body = [.. Line(line), Heading(CardText.Untrusted(view.Label, 100))];
        if (feedback.State is not FeedbackState.Given)
        {
            body.Add(new TextBlock(say.Card(feedback.State is FeedbackState.Skipped ? "feedback.skipped" : "feedback.expired")) { Spacing = Spacing.Small });
            return new AdaptiveCard { Summary = SummaryForGiver(view), Body = body };
        }

        body.Add(new TextBlock(say.Card("feedback.sent", view.Receiver)) { Spacing = Spacing.Small });
        body.Add(Scores(view));
        body.AddRange(Words(view, longest));
        body.AddRange(BecameOfIt(view, longest, forGiver: true));
        return new AdaptiveCard { Summary = SummaryForGiver(view), Body = body };
    }

    static AdaptiveCard Received(FeedbackView view, string? line, int longest)
    {
        var (say, feedback) = (view.Say, view.Feedback);
        List<CardAction> actions = [];
        if (feedback.ThankedAt is null)
            actions.Add(Button(view, FeedbackVerbs.Thank, "feedback.button.thank") with { Style = ActionStyle.Positive });
        if (feedback.CommitmentId is null)
            actions.Add(Button(view, FeedbackVerbs.Commit, "feedback.button.commit"));
        if (feedback is { IsToBeShared: true, SharedAt: null } && view.Company.Model.FindDepartment(feedback.AboutDepartment) is not null)
            actions.Add(Button(view, FeedbackVerbs.Share, "feedback.button.share"));
        return new AdaptiveCard
        {
            Summary = SummaryForReceiver(view),
            Body =
            [
                .. Line(line),
                Heading(say.Card("feedback.received.title", view.Giver)),
                Small(CardText.Untrusted(view.Label, 100) + CardText.Of(" · ") + say.Card("feedback.received.from", view.GiversDepartment)),
                Scores(view),
                .. Words(view, longest),
                .. BecameOfIt(view, longest, forGiver: false),
                Small(say.Card(feedback.IsForDepartment ? "feedback.received.private.department" : "feedback.received.private", view.Giver, view.AboutDepartment)),
            ],
            Actions = actions,
        };
    }

    static IEnumerable<CardElement> BecameOfIt(FeedbackView view, int longest, bool forGiver)
    {
        var (say, feedback) = (view.Say, view.Feedback);
        List<CardText> lines = [];
        if (feedback.ThankedAt is not null)
            lines.Add(forGiver ? say.Card("feedback.thanked.giver", view.Receiver) : say.Card("feedback.thanked", view.Giver));
        if (view.Commitment is { } promised)
        {
            var (what, by) = (CardText.Untrusted(promised.Text, longest / 2), ValueWords.Day(promised.DueOn, say));
            lines.Add(forGiver ? say.Card("feedback.committed.giver", what, by, view.Receiver) : say.Card("feedback.committed", what, by));
        }

        if (feedback.SharedAt is not null)
            lines.Add(say.Card("feedback.shared", view.AboutDepartment));
        if (lines.Count > 0)
            yield return new Container([.. lines.Select(line => new TextBlock(line) { Spacing = Spacing.Small })]) { Style = ContainerStyle.Good, Spacing = Spacing.Medium };
    }

    static FactSet Scores(FeedbackView view) => new(
    [
        .. Ratings.About(view.Feedback.About).Select(rating => new Fact(
            view.Say.Card("feedback.rating." + rating),
            view.Feedback.Scores.TryGetValue(rating, out var score) ? view.Say.Card("feedback.score", score, Ratings.Most) : CardText.Of("–"))),
    ])
    { Spacing = Spacing.Medium };

    static IEnumerable<CardElement> Words(FeedbackView view, int longest) =>
        view.Feedback.Words is { } words ? [new TextBlock(view.Say.Card("feedback.words")) { Weight = TextWeight.Bolder, Size = TextSize.Small, Spacing = Spacing.Medium }, Quote(words, ContainerStyle.Emphasis, longest)] : [];

    /// <summary>Who is spoken about: somebody of a department, or the department.</summary>
    static string About(FeedbackView view) => view.Feedback.IsForDepartment ? view.AboutDepartment : $"{view.Receiver}, {view.AboutDepartment}";

    public static Container Quote(string? words, ContainerStyle style, int longest) =>
        new([new TextBlock(CardText.Of("“") + CardText.Untrusted(words, longest) + CardText.Of("”"))]) { Style = style, Spacing = Spacing.Small };

    public static IEnumerable<CardElement> Problem(string? problem) =>
        problem is null ? [] : [new TextBlock(CardText.Untrusted(problem, 400)) { Color = TextColor.Attention, Weight = TextWeight.Bolder }];

    public static IEnumerable<CardElement> Line(string? line) =>
        line is null ? [] : [new Container([new TextBlock(CardText.Untrusted(line, 400))]) { Style = ContainerStyle.Emphasis }];

    public static TextBlock Heading(CardText text) => new(text) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading };

    public static TextBlock Small(CardText text) => new(text) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small };

    static ExecuteAction Button(FeedbackView view, string verb, string title) =>
        new(view.Say.Plain(title), verb, FeedbackForm.Data(view)) { AssociatedInputs = AssociatedInputs.None };
}
