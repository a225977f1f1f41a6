using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;
using Choice = AccountabilityBot.Teams.Cards.Choice;

namespace AccountabilityBot.Feedback;

/// <summary>The way to the form, for who was not asked.</summary>
static class UnaskedCards
{
    public static AdaptiveCard Choose(Sentences say, Department department, IReadOnlyList<FoundHandOff> handOffs, TimeZoneInfo zone, Guid post) =>
        AdaptiveCard.Fitting(80, longest => new AdaptiveCard
        {
            Summary = say.Plain("feedback.choose.title", department.Name),
            Body =
            [
                FeedbackCards.Heading(say.Card("feedback.choose.title", department.Name)),
                new ChoiceInput(
                    FeedbackForm.LeadKey,
                    say.Plain("feedback.choose.which"),
                    [.. handOffs.Take(RecentHandOffs.Most).Select(found => new Choice(Title(found, say, zone, longest), found.Lead.Id.ToString()))])
                {
                    IsRequired = true,
                    ErrorMessage = say.Plain("feedback.choose.missing"),
                    Style = handOffs.Count > 4 ? ChoiceStyle.Compact : ChoiceStyle.Expanded,
                    Placeholder = say.Plain("feedback.ask.hint"),
                },
            ],
            Actions =
            [
                new ExecuteAction(say.Plain("feedback.button.continue"), FeedbackVerbs.Choose, new() { ["post"] = post.ToString() }) { Style = ActionStyle.Positive },
            ],
        });

    /// <summary>No hand-off in common, and what would make one.</summary>
    public static AdaptiveCard None(Sentences say, Department department) => new()
    {
        Summary = say.Plain("feedback.none.summary", department.Name),
        Body = [new TextBlock(say.Card("feedback.none", department.Name, PeerFeedback.UnaskedWithin.Days))],
    };

    static PlainText Title(FoundHandOff found, Sentences say, TimeZoneInfo zone, int longest) => new(
        $"{new PlainText(FeedbackView.LabelOf(found.Lead), longest)} · {TimeZoneInfo.ConvertTime(found.HandOff.At, zone).ToString("d MMM", say.Culture)}");
}
