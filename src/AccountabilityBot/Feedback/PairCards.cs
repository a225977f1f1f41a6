using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Neighbours;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Feedback;

/// <summary>What two departments promised and told each other: counts, means of sides and never of people, the words, and what came of it.</summary>
static class PairCards
{
    const int MostWords = 5;
    const int MostPromises = 6;
    const int LongestWords = 300;

    public static AdaptiveCard Draw(PairView view) => AdaptiveCard.Fitting(LongestWords, longest => new AdaptiveCard
    {
        Summary = view.Say.Plain("feedback.pair.title", view.One.Name, view.Other.Name),
        Body =
        [
            FeedbackCards.Heading(view.Say.Card("feedback.pair.title", view.One.Name, view.Other.Name)),
            .. new[] { view.One, view.Other }.SelectMany(department => Standing(view, department, longest)),
            .. view.Seams.SelectMany(sides => Seam(view, sides)),
            .. view.Quarters.SelectMany((quarter, at) => Quarter(view, quarter, at == 0, longest)),
            FeedbackCards.Small(view.Say.Card("feedback.pair.private", PairFigures.Least)) with { Separator = true, Spacing = Spacing.Medium },
        ],
    });

    /// <summary>Who stands there: how many, and who answers for them. Their head and guardian count, wherever the directory has them.</summary>
    static IEnumerable<CardElement> Standing(PairView view, Department department, int longest)
    {
        var people = view.Company.MembersOf(department.Id).Append(view.Company.HeadOf(department)).Append(view.Company.GuardianOf(department)).OfType<CompanyPerson>();
        yield return new TextBlock(view.Say.Card("feedback.pair.side", CardText.Untrusted(department.Name, longest), people.DistinctBy(person => person.Id).Count())) { Spacing = Spacing.Medium };
        foreach (var line in new DepartmentRoles(view.Say, view.Company, view.There, Math.Min(longest, 80)).Of(department))
            yield return line;
    }

    /// <summary>Both sides under each other, in the order of the hand-off; what nobody promised, or nobody had to keep, is left out.</summary>
    static IEnumerable<CardElement> Seam(PairView view, SeamSides sides)
    {
        var say = view.Say;
        var (from, to) = sides.Seam.From == view.One.Id ? (view.One, view.Other) : (view.Other, view.One);
        yield return new TextBlock(CardText.Untrusted(sides.Seam.Name)) { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
        foreach (var (department, side, promises) in new[] { (from, "sender", sides.Sender), (to, "receiver", sides.Receiver) })
        {
            KeptPromises[] shown = [.. promises.Where(promise => promise.IsAny)];
            if (shown.Length == 0)
                continue;
            yield return FeedbackCards.Small(say.Card("feedback.seam." + side, department.Name));
            yield return new FactSet([.. shown.Select(promise => new Fact(say.Card("feedback.promise." + promise.What), Counted(say, promise)))]) { Spacing = Spacing.Small };
        }
    }

    static CardText Counted(Sentences say, KeptPromises promise) => promise switch
    {
        { Present.Of: 0 } => say.Card("feedback.seam.before-only", promise.Before.Kept, promise.Before.Of),
        { Before.Of: 0 } => say.Card("feedback.seam.now-only", promise.Present.Kept, promise.Present.Of),
        _ => say.Card("feedback.seam.both", promise.Present.Kept, promise.Present.Of, promise.Before.Kept, promise.Before.Of),
    };

    static IEnumerable<CardElement> Quarter(PairView view, PairQuarter quarter, bool isPresent, int longest)
    {
        var say = view.Say;
        yield return new TextBlock(CardText.Untrusted(ValueWords.Of(Period.Quarter, quarter.End, say))) { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
        if (quarter.Given.Count == 0)
        {
            yield return new TextBlock(say.Card(isPresent ? "feedback.pair.nothing-yet" : "feedback.pair.nothing")) { Spacing = Spacing.Small };
            yield break;
        }

        foreach (var (giver, about) in new[] { (view.One, view.Other), (view.Other, view.One) })
        {
            foreach (var element in Direction(view, [.. quarter.Given.Where(one => one.GiversDepartment == giver.Id)], giver, about))
                yield return element;
        }

        var words = quarter.Given.Where(one => one.Words is not null).Take(isPresent ? MostWords : MostWords / 2).ToList();
        if (words.Count > 0)
        {
            yield return Title(say.Card("feedback.pair.helped"));
            foreach (var one in words)
                yield return new TextBlock(Said(view, one, longest)) { Spacing = Spacing.Small };
        }

        if (quarter.Promised.Count > 0)
        {
            yield return Title(say.Card("feedback.pair.promised"));
            foreach (var promise in quarter.Promised.Take(MostPromises))
                yield return new TextBlock(Promised(view, quarter, promise, longest)) { Spacing = Spacing.Small };
            if (quarter.Promised.Count > MostPromises)
                yield return FeedbackCards.Small(say.Card("feedback.pair.more", quarter.Promised.Count - MostPromises));
        }
    }

    static IEnumerable<CardElement> Direction(PairView view, IReadOnlyList<PeerFeedback> given, Department giver, Department about)
    {
        var say = view.Say;
        yield return new TextBlock(say.Card("feedback.pair.count", giver.Name, about.Name, CardText.Bold(CardText.Of(given.Count.ToString(say.Culture))))) { Spacing = Spacing.Small };
        foreach (var figures in given.GroupBy(one => one.About).OrderBy(side => side.Key).Select(side => PairFigures.Of(side.Key, [.. side])))
        {
            if (figures.Means.Count == 0)
                continue;
            yield return FeedbackCards.Small(say.Card(figures.About is Side.Sender ? "feedback.pair.as-sender" : "feedback.pair.as-receiver", about.Name, figures.Count));
            yield return new FactSet([.. figures.Means.Select(mean => new Fact(
                say.Card("feedback.rating." + mean.Key), say.Card("feedback.score", mean.Value.ToString("0.0", say.Culture), Ratings.Most)))])
            { Spacing = Spacing.Small };
        }
    }

    /// <summary>Without names, unless the reader is one of the two who know them anyway.</summary>
    static CardText Said(PairView view, PeerFeedback one, int longest)
    {
        var words = CardText.Of("“") + CardText.Untrusted(one.Words, longest) + CardText.Of("” ");
        var somebody = view.Say.Plain("somebody");
        var who = view.Reader == one.Giver ? view.Say.Card("feedback.pair.by-you", view.Company.NameOf(one.Receiver, somebody))
            : view.Reader == one.Receiver ? view.Say.Card("feedback.pair.to-you", view.Company.NameOf(one.Giver, somebody))
            : view.Say.Card("feedback.pair.by", view.Company.Model.FindDepartment(one.GiversDepartment)?.Name ?? one.GiversDepartment);
        return words + who;
    }

    static CardText Promised(PairView view, PairQuarter quarter, Commitment promise, int longest)
    {
        var (say, feedback) = (view.Say, quarter.Given.First(one => one.Id == promise.FeedbackId));
        var state = promise.State switch
        {
            CommitmentState.Kept => "feedback.pair.kept",
            CommitmentState.Dropped => "feedback.pair.dropped",
            _ when promise.IsMissed(FeedbackView.TodayOf(promise.Owner, view.Company, view.Now)) => "feedback.pair.missed",
            _ => "feedback.pair.open",
        };
        var knows = view.Reader == feedback.Giver || view.Reader == feedback.Receiver;
        var who = knows ? view.Company.NameOf(promise.Owner, say.Plain("somebody")) : view.Company.Model.FindDepartment(promise.Department)?.Name ?? promise.Department;
        return say.Card(state, CardText.Untrusted(promise.Text, longest), ValueWords.Day(promise.DueOn, say), who);
    }

    static TextBlock Title(CardText text) => new(text) { Weight = TextWeight.Bolder, Size = TextSize.Small, Spacing = Spacing.Medium };
}
