using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Dispositions;

/// <summary>What became of these? All that one person owes a word about, on one card.</summary>
static class DueDispositionCards
{
    public static AdaptiveCard Card(IReadOnlyList<Lead> owed, Company company, Sentences say, Guid postId, DateTimeOffset now) =>
        AdaptiveCard.Fitting(100, longest => new AdaptiveCard
        {
            Summary = owed.Count == 0 ? say.Plain("disposition.due.none") : say.Plain("disposition.due.summary", owed.Count),
            Body =
            [
                new TextBlock(owed.Count == 0 ? say.Card("disposition.due.none") : say.Card("disposition.due.title", owed.Count)) { Weight = TextWeight.Bolder, Style = TextStyle.Heading },
                .. owed.Take(DueDispositions.MostShown).Select(lead => Entry(ViewOf(lead, company, say, postId, now), longest)),
                .. owed.Count <= DueDispositions.MostShown ? (IEnumerable<CardElement>)[] :
                    [new TextBlock(say.Card("disposition.due.more", owed.Count - DueDispositions.MostShown)) { IsSubtle = true, Separator = true }],
            ],
        });

    /// <summary>The card of an earlier day.</summary>
    public static AdaptiveCard GoesOn(Sentences say) => new()
    {
        Summary = say.Plain("disposition.due.goes-on"),
        Body = [new Container([new TextBlock(say.Card("disposition.due.goes-on"))]) { Style = ContainerStyle.Emphasis }],
    };

    static Container Entry(LeadView view, int longest)
    {
        var (lead, say) = (view.Lead, view.Say);
        return new Container(
        [
            new TextBlock(CardText.Bold(CardText.Untrusted($"{lead.Label} · {lead.Facts.Company ?? lead.Facts.Name}", longest))),
            new TextBlock(StageOf(view) + CardText.Of(" · ") + Since(view)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.None },
            new ActionSet([LeadParts.Button(view, LeadVerbs.Disposition, "button.set-disposition")]),
        ])
        { Separator = true, Spacing = Spacing.Medium };
    }

    static CardText StageOf(LeadView view) => view.Say.Card("stage." + DispositionWords.Of(view.Lead.Stage ?? DealStage.Working));

    static CardText Since(LeadView view) => view.Lead.MeetingOn is { } day
        ? view.Say.Card("disposition.due.meeting", day.ToString("d", view.Say.Culture))
        : view.Say.Card("disposition.due.since", CardText.Instant(view.Lead.AcceptedAt!.Value));

    static LeadView ViewOf(Lead lead, Company company, Sentences say, Guid postId, DateTimeOffset now) => new()
    {
        Lead = lead,
        Company = company,
        Say = say,
        PostId = postId,
        Now = now,
        IsOnDueCard = true,
    };
}
