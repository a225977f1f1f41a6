using System.Globalization;
using System.Text.Json.Nodes;
using AccountabilityBot.Commitments;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Feedback;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Reminders;

/// <summary>All that a reminder is drawn from.</summary>
sealed record ReminderView
{
    /// <summary>The digest's day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Those that the card shows.</summary>
    public required IReadOnlyList<Commitment> Promises { get; init; }

    /// <summary>Due by the digest, and not shown.</summary>
    public required int More { get; init; }

    /// <summary>Those whose last period has no value yet.</summary>
    public required IReadOnlyList<EndedPeriod> Numbers { get; init; }

    /// <summary>The reader's.</summary>
    public required DateOnly Today { get; init; }

    public required string? DepartmentId { get; init; }

    public required Sentences Say { get; init; }

    public required Guid PostId { get; init; }
}

/// <summary>One card a person: what they promised by the next digest, and the numbers that wait for a value of theirs.</summary>
static class ReminderCard
{
    public const int MostNumbers = 4;

    public static AdaptiveCard Draw(ReminderView view) => AdaptiveCard.Fitting(CommitmentRows.LongestText, longest =>
    {
        var (say, left) = (view.Say, CommitmentRows.MostWithButtons);
        var day = ValueWords.Day(view.On, say);
        var weekday = view.On.ToString("dddd", say.Culture);
        return new AdaptiveCard
        {
            Summary = say.Plain("reminder.summary", weekday),
            Body =
            [
                FeedbackCards.Heading(say.Card("reminder.title", weekday)),
                FeedbackCards.Small(view.Promises.Count == 0 && view.Numbers.Count == 0 ? say.Card("reminder.nothing-left") : say.Card("reminder.intro", day)),
                .. view.Promises.SelectMany(row => CommitmentRows.Row(
                    row, say, null, view.Today, view.PostId, withButtons: row.State is CommitmentState.Open && left-- > 0, longest)),
                .. view.More <= 0 ? [] : (CardElement[])[FeedbackCards.Small(say.Card("reminder.more", view.More)) with { Separator = true }],
                .. Numbers(view, longest),
            ],
        };
    });

    /// <summary>What opens the card where it is one line among others.</summary>
    public static ExecuteAction Opening(ReminderView view) =>
        new(view.Say.Plain("reminder.title", view.On.ToString("dddd", view.Say.Culture)), CommitmentVerbs.View, new JsonObject { ["post"] = view.PostId.ToString() })
        {
            AssociatedInputs = AssociatedInputs.None,
        };

    static IEnumerable<CardElement> Numbers(ReminderView view, int longest)
    {
        if (view.Numbers.Count == 0)
            yield break;
        var say = view.Say;
        yield return new TextBlock(say.Card("reminder.numbers")) { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
        foreach (var ended in view.Numbers.Take(MostNumbers))
        {
            yield return new Container(
            [
                new TextBlock(CardText.Untrusted(ended.Number.Facts.Name, Math.Min(longest, 100)) + CardText.Of(" · ")
                    + CardText.Untrusted(ValueWords.Of(ended.Number.Facts.Period, ended.PeriodEnd, say))),
                new ActionSet([new ExecuteAction(say.Plain("reminder.enter"), ValueVerbs.View, Data(ended, view.PostId)) { AssociatedInputs = AssociatedInputs.None }]) { Spacing = Spacing.Small },
            ])
            { Spacing = Spacing.Small };
        }

        if (view.Numbers.Count > MostNumbers)
            yield return FeedbackCards.Small(say.Card("reminder.numbers.more", view.Numbers.Count - MostNumbers));
    }

    static JsonObject Data(EndedPeriod ended, Guid post) => new()
    {
        [ValueCards.NumberKey] = ended.Number.Id,
        [ValueCards.PeriodKey] = ended.PeriodEnd.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["post"] = post.ToString(),
    };
}
