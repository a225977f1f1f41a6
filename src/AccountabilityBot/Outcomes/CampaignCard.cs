using AccountabilityBot.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Outcomes;

/// <summary>The answer to <c>what became of CAMPAIGN</c>.</summary>
static class CampaignCard
{
    public static AdaptiveCard Of(CampaignTold told, Company company, Sentences say)
    {
        var title = say.Plain(told.IsSource ? "campaign.title.source" : "campaign.title", told.Name);
        List<Fact> facts =
        [
            Count("campaign.leads", told.Leads),
            Count("campaign.accepted", told.Accepted),
            Count("campaign.meetings", told.Meetings),
            Count("campaign.opportunities", told.Opportunities),
            new Fact(say.Card("campaign.won"), CardText.Untrusted(WonOf(told, say))),
            Count("campaign.lost", told.Lost),
            Count("campaign.rejected", told.Rejected.Sum(one => one.Count)),
            Count("campaign.open", told.Open),
        ];
        List<CardElement> body =
        [
            new TextBlock(CardText.Untrusted(title, 120)) { Weight = TextWeight.Bolder, Style = TextStyle.Heading },
            new FactSet(facts) { Spacing = Spacing.Medium },
        ];
        if (told.Bought.Count > 0)
            body.Add(Lines("campaign.bought", told.Bought.Select(one => (one.What, one.Count))));
        if (told.Rejected.Count > 0)
            body.Add(Lines("campaign.why-rejected", told.Rejected.Take(3).Select(one => (company.Model.FindReason(one.Reason)?.Name ?? one.Reason, one.Count))));
        return new AdaptiveCard { Summary = title, Body = body };

        Fact Count(string key, int count) => new(say.Card(key), CardText.Untrusted(count.ToString("N0", say.Culture)));

        Container Lines(string key, IEnumerable<(string What, int Count)> lines) => new(
        [
            new TextBlock(say.Card(key)) { Weight = TextWeight.Bolder, Size = TextSize.Small },
            .. lines.Select(line => new TextBlock(CardText.Untrusted($"{line.Count.ToString("N0", say.Culture)} × {line.What}", 160)) { Size = TextSize.Small, Spacing = Spacing.None }),
        ])
        { Separator = true, Spacing = Spacing.Medium };
    }

    static string WonOf(CampaignTold told, Sentences say) => string.Join(" · ", told.Worth
        .Select(one => LeadParts.MoneyOf(one.Minor, one.Currency, say.Culture))
        .Prepend(told.Won.ToString("N0", say.Culture)));
}
