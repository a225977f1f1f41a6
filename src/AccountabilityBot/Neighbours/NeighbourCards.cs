using AccountabilityBot.Domain.Model;
using AccountabilityBot.Feedback;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Neighbours;

/// <summary>The departments beside one, with the names of those to speak to. It counts nothing that anybody did.</summary>
static class NeighbourCards
{
    const int LongestName = 80;

    /// <summary>Where names weigh so much that they are cut, there is room for fewer neighbours.</summary>
    static int MostDrawn(int longest) => longest >= LongestName / 2 ? 8 : longest >= LongestName / 4 ? 5 : 3;

    const int MostSeams = 3;
    const int MostOthers = 20;

    public static AdaptiveCard Draw(NeighboursView view) => AdaptiveCard.Fitting(LongestName, longest => new AdaptiveCard
    {
        Summary = Title(view.Say.Plain, view, view.Department.Name),
        Body = view.Neighbours.Count == 0 ? Nobody(view, longest) : Somebody(view, longest),
    });

    static List<CardElement> Somebody(NeighboursView view, int longest)
    {
        var most = MostDrawn(longest);
        List<CardElement> body = [Heading(view, longest), .. view.Neighbours.Take(most).SelectMany(one => One(view, one, longest))];
        NeighbourPeople[] left = [.. view.Neighbours.Skip(most)];
        if (left.Length > 0)
        {
            var names = DepartmentRoles.Listed(left.Take(Math.Min(MostOthers, 3 * most)).Select(one => CardText.Untrusted(one.Department.Name, longest)));
            body.Add(new TextBlock(view.Say.Card("neighbours.others", AndMore(view.Say, names, left.Length - Math.Min(MostOthers, 3 * most)))) { Separator = true, Spacing = Spacing.Medium });
        }

        if (Commands(view, longest) is { Count: > 0 } commands)
        {
            var line = commands.Aggregate((all, command) => all + CardText.Of(" · ") + command);
            body.Add(FeedbackCards.Small(view.Say.Card("neighbours.say", line)) with { Separator = true, Spacing = Spacing.Medium });
        }

        return body;
    }

    /// <summary>Why there is nobody, and where somebody is.</summary>
    static CardElement[] Nobody(NeighboursView view, int longest)
    {
        var (say, name) = (view.Say, CardText.Untrusted(view.Department.Name, longest));
        var isAny = Neighbour.AllOf(view.Company.Model, view.Department.Id).Count > 0;
        return
        [
            Heading(view, longest),
            new TextBlock(say.Card(!isAny ? "neighbours.none" : view.Directions is SeamDirections.Downstream ? "neighbours.none.downstream" : "neighbours.none.upstream", name)),
        ];
    }

    static IEnumerable<CardElement> One(NeighboursView view, NeighbourPeople one, int longest)
    {
        var (say, roles) = (view.Say, new DepartmentRoles(view.Say, view.Company, view.There, longest));
        yield return new TextBlock(CardText.Untrusted(one.Department.Name, longest)) { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
        if (view.Directions.HasFlag(SeamDirections.Downstream) && one.Neighbour.Downstream is { Count: > 0 } downstream)
            yield return Line(view.IsReadersOwn ? say.Card("neighbours.you-hand", Seams(say, downstream, longest)) : say.Card("neighbours.it-hands", Own(), Seams(say, downstream, longest)));
        if (view.Directions.HasFlag(SeamDirections.Upstream) && one.Neighbour.Upstream is { Count: > 0 } upstream)
            yield return Line(view.IsReadersOwn ? say.Card("neighbours.they-hand-you", Seams(say, upstream, longest)) : say.Card("neighbours.they-hand", Own(), Seams(say, upstream, longest)));
        foreach (var line in roles.Of(one.Department))
            yield return line;
        yield return Line(People(view, one, roles));

        CardText Own() => CardText.Untrusted(view.Department.Name, longest);
    }

    static CardText People(NeighboursView view, NeighbourPeople one, DepartmentRoles roles)
    {
        var say = view.Say;
        if (one.Shared.Count > 0)
            return view.IsPersonal ? say.Card("neighbours.shared", roles.Named(one.Shared)) : say.Card("neighbours.shared.of", CardText.Untrusted(view.Reader!.Name, roles.Longest), roles.Named(one.Shared));
        if (one.Others.Count > 0)
            return say.Card("neighbours.members", AndMore(say, roles.Named(one.Others), one.More));
        return say.Card(one.More > 0 ? "neighbours.all-out" : "neighbours.no-others");
    }

    /// <summary>What is handed over: the seam's name, and what one is called.</summary>
    static CardText Seams(Sentences say, IReadOnlyList<Seam> seams, int longest) => AndMore(
        say,
        DepartmentRoles.Listed(seams.Take(MostSeams).Select(seam => say.Card(
            "neighbours.seam", CardText.Bold(CardText.Untrusted(seam.Name, longest)), CardText.Untrusted(seam.Item ?? say.Plain("neighbours.lead"), longest)))),
        seams.Count - MostSeams);

    static CardText AndMore(Sentences say, CardText names, int more) => more > 0 ? say.Card("neighbours.more", names, more) : names;

    /// <summary>What the reader may say next; each of them works as it stands.</summary>
    static List<CardText> Commands(NeighboursView view, int longest)
    {
        if (view.Reader is not { } reader)
            return [];
        var (first, company) = (view.Neighbours.FirstOrDefault(one => one.Shared.Count > 0) ?? view.Neighbours[0], view.Company);
        var isOf = company.IsMember(reader.Id, view.Department.Id) || company.HeadOf(view.Department)?.Id == reader.Id || company.GuardianOf(view.Department)?.Id == reader.Id;
        List<CardText> commands = [];
        if (isOf && view.Neighbours.OrderByDescending(one => one == first).FirstOrDefault(one => one.Neighbour.Downstream.Count > 0) is { } next)
            commands.Add(Command("hand over to {0}", next.Department));
        if (isOf)
            commands.Add(Command("feedback for {0}", first.Department));
        if (isOf || MayReadPair(first.Department) || MayReadPair(view.Department))
            commands.Add(Command("pair {0} {1}", view.Department, first.Department));
        return commands.Count > 0 ? commands : [Command("neighbours of {0}", first.Department)];

        bool MayReadPair(Department department) => company.IsMember(reader.Id, department.Id) || company.MaySetUp(reader.Id, department);

        CardText Command(string words, params Department[] departments) =>
            CardText.Format(view.Say.Culture, words, [.. departments.Select(one => (object)CardText.Untrusted(one.Name, longest))]);
    }

    static TextBlock Heading(NeighboursView view, int longest) =>
        FeedbackCards.Heading(Title(view.Say.Card, view, CardText.Untrusted(view.Department.Name, longest)));

    static T Title<T>(Func<string, object?[], T> say, NeighboursView view, object name) => view.Directions switch
    {
        SeamDirections.Downstream => say("neighbours.title.downstream", [name]),
        SeamDirections.Upstream => say("neighbours.title.upstream", [name]),
        _ => say("neighbours.title", [name]),
    };

    static TextBlock Line(CardText text) => new(text) { Spacing = Spacing.Small };
}
