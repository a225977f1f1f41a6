using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Neighbours;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;
using Choice = AccountabilityBot.Teams.Cards.Choice;

namespace AccountabilityBot.Feedback;

/// <summary>The way to the form, for who was not asked.</summary>
static class UnaskedCards
{
    const int MostNeighbours = 12;

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

    /// <summary>No hand-off in common, and what would make one: whom to speak to, or who the reader's neighbours are.</summary>
    /// <param name="reader">None: somebody who has left meanwhile.</param>
    public static AdaptiveCard None(Sentences say, Department department, Company company, CompanyPerson? reader, WhoIsThere there) =>
        AdaptiveCard.Fitting(80, longest => new AdaptiveCard
        {
            Summary = say.Plain("feedback.none.summary", department.Name),
            Body = [.. WhoElse(new DepartmentRoles(say, company, there, longest), department, DepartmentRoles.OwnOf(company, reader))],
        });

    static IEnumerable<CardElement> WhoElse(DepartmentRoles roles, Department department, Department? own)
    {
        var (say, longest) = (roles.Say, roles.Longest);
        IReadOnlyList<Neighbour> neighbours = own is null ? [] : Neighbour.AllOf(roles.Company.Model, own.Id);
        if (own is not null && !neighbours.Any(one => one.Department.Id == department.Id))
        {
            var (name, mine) = (CardText.Untrusted(department.Name, longest), CardText.Untrusted(own.Name, longest));
            yield return new TextBlock(own.Id == department.Id ? say.Card("feedback.none.own", name) : say.Card("feedback.none.no-neighbour", name, mine));
            if (neighbours.Count > 0)
                yield return new TextBlock(say.Card("feedback.none.neighbours", mine, Some(neighbours, say, longest))) { Spacing = Spacing.Small };
            yield break;
        }

        yield return new TextBlock(say.Card("feedback.none", CardText.Untrusted(department.Name, longest), PeerFeedback.UnaskedWithin.Days));
        yield return FeedbackCards.Small(say.Card("feedback.none.ask", CardText.Untrusted(department.Name, longest))) with { Spacing = Spacing.Medium };
        foreach (var line in roles.Of(department))
            yield return line;
    }

    static CardText Some(IReadOnlyList<Neighbour> neighbours, Sentences say, int longest)
    {
        var names = DepartmentRoles.Listed(neighbours.Take(MostNeighbours).Select(one => CardText.Bold(CardText.Untrusted(one.Department.Name, longest))));
        return neighbours.Count > MostNeighbours ? say.Card("neighbours.more", names, neighbours.Count - MostNeighbours) : names;
    }

    static PlainText Title(FoundHandOff found, Sentences say, TimeZoneInfo zone, int longest) => new(
        $"{new PlainText(FeedbackView.LabelOf(found.Lead), longest)} · {TimeZoneInfo.ConvertTime(found.HandOff.At, zone).ToString("d MMM", say.Culture)}");
}
