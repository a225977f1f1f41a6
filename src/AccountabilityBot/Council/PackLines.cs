using AccountabilityBot.Council.Models;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Numbers;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Council;

/// <summary>One thing of each section of the pack.</summary>
static class PackLines
{
    /// <summary>Differences of a waiting model on the pack; its own card has them all.</summary>
    const int ChangesShown = 5;

    const int ReasonsShown = 3;

    public static Container Of(Decided one, CouncilView view, int longest)
    {
        var (say, company) = (view.Say, view.Company);
        var what = one switch
        {
            { Change: { } change } => say.Card(
                "council.what.rule-change", CardText.Untrusted(CouncilParts.SourceName(change.Source, company), longest), CardText.Untrusted(CouncilParts.ReasonName(change.Reason, company), longest)),
            { Tried: { } tried } => CardText.Untrusted(tried.Experiment.Hypothesis, longest),
            { ModelVersion: { } version } => say.Card("council.what.model-version", version),
            _ => say.Card("council.what.model"),
        };
        List<CardElement> items =
        [
            new TextBlock(CardText.Bold(say.Card("council.outcome." + one.Outcome)) + CardText.Of(" · ") + what),
            new TextBlock(say.Card("council.decided.by", view.NameOf(one.By), CouncilParts.Day(one.At, company, say))) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.None },
        ];
        if (one.Why is { } why)
            items.Add(new TextBlock(CardText.Of("“") + CardText.Untrusted(why, longest) + CardText.Of("”")) { Size = TextSize.Small, Spacing = Spacing.None });
        if (one.Help is { } help)
            items.Add(CouncilParts.HelpedBy(help, Helped(one, help, view)));
        return new Container(items) { Spacing = Spacing.Medium };
    }

    public static Container Of(Target one, CouncilView view, int longest)
    {
        var (say, facts) = (view.Say, one.Facts);
        var owner = one.Owner is { } name ? CardText.Untrusted(name, Math.Min(longest, 60)) : say.Card("number.nobody-yet");
        var value = say.Plain("council.target.value", Amount(one.Value), Amount(facts.Target!.Value));
        var change = one.Before is not { } before ? null
            : one.Value > before ? say.Plain("number.change.up", By(before)) : one.Value < before ? say.Plain("number.change.down", By(before)) : say.Plain("number.change.none");
        string?[] rest = [change, ValueWords.Of(facts.Period, one.PeriodEnd, say), one.IsStale ? say.Plain("council.target.stale") : null];
        return new Container(
        [
            new TextBlock(CardText.Bold(CardText.Untrusted(facts.Name, Math.Min(longest, 80))) + CardText.Of(" · ") + owner),
            new TextBlock(CardText.Untrusted(value)) { Spacing = Spacing.None, Color = one.IsMet switch { true => TextColor.Good, false => TextColor.Attention, _ => null } },
            new TextBlock(CardText.Untrusted(string.Join(" · ", rest.OfType<string>()))) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.None },
        ])
        { Spacing = Spacing.Medium };

        string Amount(decimal amount) => Rounded(amount, facts.Unit, say);

        // From 20% to 25% is five points and not five percent.
        string By(decimal before) => facts.Unit is "%" ? say.Plain("number.points", Rounded(Math.Abs(one.Value - before), null, say)) : Amount(Math.Abs(one.Value - before));
    }

    public static Container Of(SourceAnswers one, CouncilView view, int longest)
    {
        var (say, company) = (view.Say, view.Company);
        var reasons = one.Reasons.Take(ReasonsShown).Select(reason => say.Plain(
            "council.rejects.reason", new PlainText(CouncilParts.ReasonName(reason.Reason, company), Math.Min(longest, 60)).Value, new Part(reason.Count, one.Answers).Percent));
        return new Container(
        [
            new TextBlock(say.Card("council.rejects.source", CardText.Untrusted(CouncilParts.SourceName(one.Source, company), Math.Min(longest, 60)), one.Rejects, one.Answers)),
            new TextBlock(CardText.Untrusted(string.Join(" · ", reasons), 3 * longest)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.None },
        ])
        { Spacing = Spacing.Medium };
    }

    public static Container Of(RuleChange one, CouncilView view, int longest, string back) => new(
    [
        new TextBlock(RuleChangeCards.Proposal(one, view.Company, view.Say, longest)),
        new TextBlock(RuleChangeCards.Pattern(one, view.Company, view.Say, longest)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.None },
        .. one.State is RuleChangeState.Parked ? [CouncilParts.Small(view.Say.Card("council.parked"))] : Enumerable.Empty<CardElement>(),
        CouncilParts.Verdicts(view.Say, CouncilParts.Data(view.PostId, CouncilSubjects.RuleChange, one.Id, back), one.State is RuleChangeState.Parked),
    ])
    { Spacing = Spacing.Medium };

    /// <summary>A model that waits: the first of its differences, and its own card behind Details.</summary>
    public static IEnumerable<CardElement> Of(Proposal one, CouncilView view, int longest)
    {
        var say = view.Say;
        if (one.Changes is not { } changes)
        {
            yield return new TextBlock(say.Card("model-draft.unreadable"));
            yield break;
        }

        yield return CouncilParts.Small(say.Card("model-draft.intro", changes.Count, one.InForce));
        foreach (var line in ModelChangeWords.Lines(changes.Take(ChangesShown), say, longest))
            yield return line;
        var data = CouncilParts.Data(view.PostId, CouncilSubjects.ModelDraft, one.Draft.Id, CouncilBack.Pack, one.InForce);
        if (one.Draft.State is ModelDraftState.Parked)
            yield return CouncilParts.Small(say.Card("council.parked"));
        if (changes.Count > ChangesShown)
        {
            yield return new ActionSet([CouncilParts.Button(say.Plain("council.button.more", changes.Count - ChangesShown), CouncilVerbs.Open, data.DeepClone().AsObject())]) { Spacing = Spacing.Small };
        }

        yield return CouncilParts.Verdicts(say, data, one.Draft.State is ModelDraftState.Parked);
    }

    /// <param name="asks">Whether one whose last day has come asks what becomes of it.</param>
    public static Container Of(TriedOut one, CouncilView view, int longest, bool asks = true)
    {
        var (say, experiment) = (view.Say, one.Experiment);
        var isRunning = experiment.State is ExperimentState.Running;
        List<CardElement> items =
        [
            new TextBlock(CardText.Untrusted(experiment.Hypothesis, 2 * longest)),
            new TextBlock(say.Card("experiment.span", view.NameOf(experiment.Owner), CouncilParts.Day(experiment.StartOn, say), CouncilParts.Day(experiment.EndOn, say)))
            {
                IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.None,
            },
        ];
        if (one.Number is { } facts)
            items.Add(CouncilParts.HelpedBy(one.Help, say.Card("experiment.number", CardText.Untrusted(facts.Name, Math.Min(longest, 80)), Amount(one.AtStart), Amount(one.Latest), say.Card("council.help." + HelpWord(one.Help)))));
        if (!isRunning)
            items.Add(new TextBlock(CardText.Bold(say.Card("council.outcome." + (experiment.State is ExperimentState.Funded ? "funded" : "retired"))) + CardText.Of(": ") + CardText.Untrusted(experiment.Result, longest)) { Size = TextSize.Small, Spacing = Spacing.None });
        else if (asks && experiment.IsDue(view.Today))
            items.AddRange([CouncilParts.Small(say.Card("experiment.due")), Buttons(one, view, CouncilBack.Pack)]);
        return new Container(items) { Spacing = Spacing.Medium };

        string Amount(decimal? amount) => amount is { } value ? Rounded(value, one.Number!.Unit, say) : "–";
    }

    public static ActionSet Buttons(TriedOut one, CouncilView view, string back)
    {
        var data = CouncilParts.Data(view.PostId, CouncilSubjects.Experiment, one.Experiment.Id, back);
        return new ActionSet(
        [
            CouncilParts.Button(view.Say.Plain("experiment.button.fund"), CouncilVerbs.Fund, data),
            CouncilParts.Button(view.Say.Plain("experiment.button.retire"), CouncilVerbs.Retire, data.DeepClone().AsObject()),
        ])
        { Spacing = Spacing.Small };
    }

    /// <summary>Averages, this quarter first and the ones before it behind it.</summary>
    public static FactSet Of(MaturityTrend trend, Sentences say)
    {
        var shown = trend.Quarters.Where((quarter, at) => at == 0 || quarter.Averages.Values.Any(average => average is not null)).ToList();
        return new FactSet(
        [
            new Fact(say.Card("maturity.quarter"), CardText.Untrusted(string.Join(" · ", shown.Select(quarter => quarter.Quarter)))),
            .. Maturity.Capabilities.Select(capability => new Fact(
                say.Card("maturity.capability." + capability),
                CardText.Untrusted(string.Join(" · ", shown.Select(quarter => CouncilParts.Average(quarter.Averages.GetValueOrDefault(capability), say.Culture)))))),
        ])
        { Spacing = Spacing.Small };
    }

    public static string HelpWord(Help help) => help switch
    {
        Help.Better => "better",
        Help.Worse => "worse",
        Help.NoDifference => "same",
        Help.TooEarly => "too-early",
        _ => "unknown",
    };

    static string Rounded(decimal amount, string? unit, Sentences say) => NumberParts.Amount(Math.Round(amount, 2, MidpointRounding.AwayFromZero), unit, say.Culture);

    static CardText Helped(Decided one, Help help, CouncilView view)
    {
        var (say, verdict) = (view.Say, view.Say.Card("council.help." + HelpWord(help)));
        if (one.Tried is not null || help is Help.TooEarly or Help.Unknown)
            return verdict;
        return one.Change is not null
            ? say.Card("council.helped.rule-change", one.Before.Percent, one.Since.Percent, verdict)
            : say.Card("council.helped.promises", one.Before.Percent, one.Since.Percent, verdict);
    }
}
