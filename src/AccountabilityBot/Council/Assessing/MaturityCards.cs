using System.Globalization;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;
using Choice = AccountabilityBot.Teams.Cards.Choice;

namespace AccountabilityBot.Council.Assessing;

/// <summary>One person's own judgement of six capabilities, and the averages of all. Nobody reads what another one said.</summary>
static class MaturityCards
{
    /// <param name="isPresent">Whether its quarter is the present one: then it can be changed.</param>
    /// <param name="chosen">By capability, what was chosen in the try that failed.</param>
    /// <param name="line">Stands on top.</param>
    public static AdaptiveCard Own(
        MaturityAssessment assessment, bool isPresent, Sentences say, Guid post, DateTimeOffset now, string? line = null, string? problem = null, IReadOnlyDictionary<string, string?>? chosen = null)
    {
        List<CardElement> body = [.. CouncilParts.Line(line), CouncilParts.Title(say.Card("maturity.title", assessment.Quarter))];
        body.Add(CouncilParts.Small(say.Card(assessment.SavedAt is not null ? "maturity.saved" : assessment.SkippedAt is not null ? "maturity.skipped" : "maturity.intro")));
        if (!isPresent)
        {
            body.Add(new TextBlock(say.Card("maturity.over")));
            return new AdaptiveCard { Summary = say.Plain("maturity.title", assessment.Quarter), Body = body };
        }

        body.AddRange(CouncilParts.Problem(problem));
        var nonce = CouncilParts.Nonce(assessment.Version, now);
        body.AddRange(Maturity.Capabilities.Select(capability => new ChoiceInput($"{capability}-{nonce}", say.Plain("maturity.ask." + capability), Levels(say))
        {
            IsRequired = true,
            ErrorMessage = say.Plain("feedback.ask.missing"),
            Placeholder = say.Plain("feedback.ask.hint"),
            Value = chosen?.GetValueOrDefault(capability) ?? (assessment.Scores.TryGetValue(capability, out var score) ? score.ToString(CultureInfo.InvariantCulture) : null),
        }));
        body.Add(CouncilParts.Small(say.Card("maturity.private", Maturity.FewestForAverage)));
        var data = CouncilParts.Data(post, "maturity", assessment.Id, CouncilBack.Card);
        var saved = data.DeepClone().AsObject();
        saved["form"] = nonce;
        List<CardAction> actions = [new ExecuteAction(say.Plain("button.save"), CouncilVerbs.SaveAssessment, saved) { Style = ActionStyle.Positive }];
        if (assessment is { SavedAt: null, SkippedAt: null })
            actions.Add(CouncilParts.Button(say.Plain("maturity.button.skip"), CouncilVerbs.SkipAssessment, data));
        return new AdaptiveCard { Summary = say.Plain("maturity.summary", assessment.Quarter), Body = body, Actions = actions };
    }

    /// <summary>For whoever asks: how it stands, this quarter beside the ones before.</summary>
    /// <param name="own">The asker's own; none: they are not asked.</param>
    public static AdaptiveCard Trend(MaturityTrend trend, MaturityAssessment? own, Sentences say, Guid post)
    {
        var answers = trend.Quarters.Count == 0 ? 0 : trend.Quarters[0].Answers;
        List<CardElement> body = [CouncilParts.Title(say.Card("maturity.trend.title"))];
        if (trend.HasAny)
            body.AddRange([PackLines.Of(trend, say), CouncilParts.Small(say.Card("maturity.trend.scale", Maturity.Least, Maturity.Most, answers))]);
        else
            body.Add(new TextBlock(say.Card("maturity.trend.none", Maturity.FewestForAverage)));
        List<CardAction> actions = own is null
            ? []
            : [CouncilParts.Button(say.Plain(own.SavedAt is null ? "maturity.button.assess" : "maturity.button.change"), CouncilVerbs.ViewAssessment, CouncilParts.Data(post, "maturity", own.Id, CouncilBack.Card))];
        return new AdaptiveCard { Summary = say.Plain("maturity.trend.title"), Body = body, Actions = actions };
    }

    /// <summary>The one reminder: a word and the way to the form.</summary>
    public static AdaptiveCard Reminder(MaturityAssessment assessment, Sentences say, Guid post) => new()
    {
        Summary = say.Plain("maturity.reminder", assessment.Quarter),
        Body = [new TextBlock(say.Card("maturity.reminder", assessment.Quarter))],
        Actions =
        [
            CouncilParts.Button(say.Plain("button.open"), CouncilVerbs.ViewAssessment, CouncilParts.Data(post, "maturity", assessment.Id, CouncilBack.Card)),
            CouncilParts.Button(say.Plain("maturity.button.skip"), CouncilVerbs.SkipAssessment, CouncilParts.Data(post, "maturity", assessment.Id, CouncilBack.Card)),
        ],
    };

    /// <summary>The levels are alike for all six, so that they can be compared.</summary>
    static List<Choice> Levels(Sentences say) =>
    [
        .. Enumerable.Range(Maturity.Least, Maturity.Most).Select(level => new Choice(say.Plain($"maturity.level.{level}"), level.ToString(CultureInfo.InvariantCulture))),
    ];
}
