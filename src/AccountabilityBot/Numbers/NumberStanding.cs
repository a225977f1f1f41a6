using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Numbers;

/// <summary>What a reader must not miss about a number, each in a coloured box: nobody owns it, it is disputed, late, on its way.</summary>
static class NumberStanding
{
    const int MostChallenges = 3;
    const int LongestWords = 300;

    /// <param name="longest">Characters shown of what somebody wrote.</param>
    /// <param name="withHandOver">Not where the card itself is about the hand-over.</param>
    public static IEnumerable<CardElement> Boxes(NumberView view, int longest, bool withHandOver)
    {
        var (number, say) = (view.Number, view.Say);
        if (!number.IsActive)
            yield return NumberParts.Box(ContainerStyle.Emphasis, say.Card("number.retired"));
        else if (number.Current is null)
            yield return Unowned(view, longest);
        if (view.At.Acting is { } acting)
            yield return NumberParts.Box(ContainerStyle.Accent, say.Card("number.acting", view.NameOf(acting.Person), view.NameOf(view.At.Owner!.Value), CardText.Instant(acting.Until)));
        if (withHandOver && number.OpenHandOver is { } open)
            yield return OnItsWay(view, open, longest);
        foreach (var challenge in number.OpenChallenges.Take(MostChallenges))
            yield return NumberParts.Box(ContainerStyle.Attention, Disputed(view, challenge), Words(view, challenge.Words, longest));
        if (Mending(number, view.Today) is { } mending)
            yield return NumberParts.Box(ContainerStyle.Emphasis, say.Card("number.mending", view.NameOf(mending.AnsweredBy!.Value), NumberParts.Day(mending.MendBy!.Value, say)));
        if (view.IsStale && number.IsActive)
            yield return NumberParts.Box(ContainerStyle.Warning, Stale(view));
    }

    public static CardText Words(NumberView view, string words, int longest = LongestWords) =>
        view.Say.Card("number.words", CardText.Untrusted(words, Math.Min(longest, LongestWords)));

    public static CardText Disputed(NumberView view, Challenge challenge) => challenge.What is Challenged.Value
        ? view.Say.Card("number.disputed.value", view.NameOf(challenge.By), CardText.Instant(challenge.At))
        : view.Say.Card("number.disputed.definition", view.NameOf(challenge.By), CardText.Instant(challenge.At));

    /// <summary>Says who can settle it, and never picks one of them.</summary>
    static Container Unowned(NumberView view, int longest)
    {
        var (number, say) = (view.Number, view.Say);
        var why = number switch
        {
            { Holding: Holding.Shared, OwnerWritten: { } written } => say.Card("number.shared", CardText.Untrusted(string.Join(", ", HolderText.Names(written)), Math.Min(longest, 160))),
            { Holding: Holding.Orphaned } when number.Ownerships is [.., { Until: { } until, Person: var person }] => say.Card("number.orphaned", view.NameOf(person), CardText.Instant(until)),
            { OwnerWritten: { Length: > 0 } role } => say.Card("number.vacant.role", CardText.Untrusted(role, Math.Min(longest, 120))),
            _ => say.Card("number.vacant"),
        };
        var settle = number.Holding is Holding.Shared ? say.Card("number.settle.shared", view.Settlers) : say.Card("number.settle", view.Settlers);
        return NumberParts.Box(ContainerStyle.Attention, why, settle);
    }

    static Container OnItsWay(NumberView view, HandOver open, int longest)
    {
        var (say, to, day) = (view.Say, view.NameOf(open.To), NumberParts.Day(open.EffectiveOn, view.Say));
        var sentence = open.State is HandOverState.Accepted ? say.Card("number.hand-over.accepted", to, day) : say.Card("number.hand-over.proposed", to, day, view.NameOf(open.ProposedBy));
        return open.Note is { } note ? NumberParts.Box(ContainerStyle.Emphasis, sentence, Words(view, note, longest)) : NumberParts.Box(ContainerStyle.Emphasis, sentence);
    }

    static Challenge? Mending(TrackedNumber number, DateOnly today) =>
        number.Challenges.LastOrDefault(one => one is { Answer: ChallengeAnswer.WillMend, MendBy: { } day } && day >= today);

    static CardText Stale(NumberView view)
    {
        var due = Freshness.DueOn(view.Facts, Freshness.LastEnded(view.Facts.Period, view.Today));
        if (due >= view.Today)
            due = Freshness.DueOn(view.Facts, Freshness.LastEnded(view.Facts.Period, Freshness.LastEnded(view.Facts.Period, view.Today)));
        return view.Say.Card("number.stale", NumberParts.Day(due, view.Say));
    }
}
