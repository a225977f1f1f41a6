using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Numbers;

/// <summary>The answers to Details and History: for the presser only, with a way back.</summary>
static class NumberDetails
{
    const int MostOwners = 12;
    const int MostOthers = 8;

    /// <summary>Everything that is written down about the number and does not fit on its card.</summary>
    public static AdaptiveCard Card(NumberView view) => AdaptiveCard.Fitting(NumberRulesText, longest => Back(view, Lines(view, longest)));

    /// <summary>Who owned it from when to when, the hand-overs that came to nothing, and what was disputed.</summary>
    public static AdaptiveCard History(NumberView view) => AdaptiveCard.Fitting(TrackedNumber.MaxWords, longest => Back(view, Story(view, longest)));

    const int NumberRulesText = Domain.Model.NumberRules.LongestDefinition;

    static IEnumerable<CardElement> Lines(NumberView view, int longest)
    {
        var (facts, say) = (view.Facts, view.Say);
        foreach (var part in NumberParts.Meaning(view, longest))
            yield return part;
        List<Fact> lines = [];
        Text("number.fact.trigger", facts.Definition?.Trigger);
        Text("number.fact.field", facts.Definition?.SourceField);
        Text("number.fact.aliases", facts.Aliases.Count == 0 ? null : string.Join(", ", facts.Aliases));
        Number("number.fact.target", facts.Target);
        Number("number.fact.floor", facts.Floor);
        Number("number.fact.cap", facts.Cap);
        Number("number.fact.plan", facts.Plan);
        Number("number.fact.forecast", facts.Forecast);
        var every = facts.Period switch
        {
            Period.Week => say.Card("number.every.week", facts.FreshnessDays),
            Period.Quarter => say.Card("number.every.quarter", facts.FreshnessDays),
            _ => say.Card("number.every.month", facts.FreshnessDays),
        };
        lines.Add(new Fact(say.Card("number.fact.fresh"), every));
        lines.Add(new Fact(say.Card("number.fact.id"), CardText.Untrusted(facts.Id, 60)));
        if (view.Number.Deputy is { } deputy)
            lines.Add(new Fact(say.Card("number.fact.deputy"), CardText.Untrusted(view.NameOf(deputy), 80)));
        yield return new FactSet(lines) { Spacing = Spacing.Medium };
        foreach (var part in NumberParts.Supporting(view, longest))
            yield return part;

        void Text(string title, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text))
                lines.Add(new Fact(say.Card(title), CardText.Untrusted(text, Math.Min(longest, 300))));
        }

        void Number(string title, decimal? amount)
        {
            if (amount is { } given)
                lines.Add(new Fact(say.Card(title), CardText.Untrusted(NumberParts.Amount(given, view))));
        }
    }

    static IEnumerable<CardElement> Story(NumberView view, int longest)
    {
        var (number, say) = (view.Number, view.Say);
        yield return Title(say.Card("number.history.owners"));
        if (number.Ownerships.Count == 0)
            yield return Line(say.Card("number.history.none"));
        foreach (var one in number.Ownerships.Reverse().Take(MostOwners))
        {
            yield return Line(one.Until is { } until
                ? say.Card("number.history.owned", view.NameOf(one.Person), CardText.Instant(one.From), CardText.Instant(until))
                : say.Card("number.history.owns", view.NameOf(one.Person), CardText.Instant(one.From)));
        }

        var others = number.HandOvers.Reverse().Where(one => one.State is not HandOverState.Done).Take(MostOthers)
            .Select(one => (At: one.ProposedAt, Line: say.Card("number.history.hand-over." + one.State.ToString().ToLowerInvariant(), view.NameOf(one.ProposedBy), view.NameOf(one.To))))
            .Concat(number.Challenges.Reverse().Take(MostOthers).Select(one => (one.At, Line: Challenge(view, one, longest))))
            .OrderByDescending(one => one.At).ToList();
        if (others.Count == 0)
            yield break;
        yield return Title(say.Card("number.history.others"));
        foreach (var (at, line) in others)
            yield return Line(CardText.Instant(at) + CardText.Of(" · ") + line);
    }

    static CardText Challenge(NumberView view, Challenge one, int longest)
    {
        var (say, by, words) = (view.Say, view.NameOf(one.By), CardText.Untrusted(one.Words, longest));
        return one switch
        {
            { Answer: ChallengeAnswer.Stands } => say.Card("number.history.stands", by, words, view.NameOf(one.AnsweredBy!.Value), CardText.Untrusted(one.AnswerWords, longest)),
            { Answer: ChallengeAnswer.WillMend } => say.Card("number.history.mends", by, words, view.NameOf(one.AnsweredBy!.Value), NumberParts.Day(one.MendBy!.Value, say)),
            _ => say.Card("number.history.disputed", by, words),
        };
    }

    static AdaptiveCard Back(NumberView view, IEnumerable<CardElement> lines) => new()
    {
        Summary = NumberCard.SummaryOf(view),
        Body = [.. NumberParts.Owner(view), .. lines],
        Actions = [NumberParts.Button(view, NumberVerbs.View, "button.back")],
    };

    static TextBlock Title(CardText text) => new(text) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium, Separator = true };

    static TextBlock Line(CardText text) => new(text) { Size = TextSize.Small, Spacing = Spacing.Small };
}
