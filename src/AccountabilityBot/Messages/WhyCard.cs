using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Messages;

/// <summary>Why somebody was not told: plain, short, and without blame for anybody.</summary>
static class WhyCard
{
    public const int MostLines = 10;

    /// <param name="sent">Unasked messages of the last 24 hours.</param>
    public static AdaptiveCard Lately(Sentences say, IReadOnlyList<KeptBack> kept, IReadOnlyDictionary<LeadId, Lead> leads, SentLately sent) =>
        AdaptiveCard.Fitting(100, longest => new AdaptiveCard
        {
            Summary = say.Plain(kept.Count == 0 ? "why.nothing" : "why.title"),
            Body =
            [
                Heading(say.Card(kept.Count == 0 ? "why.nothing" : "why.title")),
                .. Lines(say, kept, leads, longest),
                new TextBlock(sent.Last is { } last ? say.Card("why.sent", sent.Count, CardText.Instant(last)) : say.Card("why.sent.none"))
                {
                    IsSubtle = true,
                    Size = TextSize.Small,
                    Separator = true,
                    Spacing = Spacing.Medium,
                },
            ],
        });

    /// <summary>About one lead: who was asked comes first, for mostly that is the answer.</summary>
    public static AdaptiveCard About(
        Sentences say, Company company, CompanyPerson asker, Lead lead, IReadOnlyList<KeptBack> kept, IReadOnlyDictionary<LeadId, Lead> leads) =>
        AdaptiveCard.Fitting(100, longest => new AdaptiveCard
        {
            Summary = say.Plain("why.about", lead.Label),
            Body =
            [
                Heading(say.Card("why.about", lead.Label)),
                .. Asked(say, company, asker, lead).Select(line => new TextBlock(line)),
                .. Lines(say, kept, leads, longest),
                .. kept.Count == 0 ? [new TextBlock(say.Card("why.about.nothing")) { Separator = true, Spacing = Spacing.Medium }] : Array.Empty<CardElement>(),
            ],
        });

    static IEnumerable<CardText> Asked(Sentences say, Company company, CompanyPerson asker, Lead lead)
    {
        var department = company.DepartmentOf(lead);
        var offers = lead.Offers.OrderBy(offer => offer.No).ToList();
        var isMember = company.IsMember(asker.Id, department.Id);
        if (offers.FindLast(offer => offer.To == asker.Id) is { } mine)
            yield return say.Card("why.about.asked", CardText.Instant(mine.OfferedAt));
        else if (isMember && offers.FindLast(offer => offer.IsPool) is { } all)
            yield return say.Card("why.about.pool", department.Name, CardText.Instant(all.OfferedAt));
        else if (!isMember)
            yield return say.Card("why.about.department", department.Name);
        else if (offers is [.., { To: { } other } last])
            yield return say.Card("why.about.others", company.NameOf(other, say.Plain("somebody")), CardText.Instant(last.OfferedAt));
        else
            yield return say.Card("why.about.queue", department.Name);

        if (lead is { Owner: { } owner, AcceptedAt: { } since })
            yield return say.Card("lead.status.accepted", company.NameOf(owner, say.Plain("somebody")), CardText.Instant(since));
    }

    static IEnumerable<CardElement> Lines(Sentences say, IReadOnlyList<KeptBack> kept, IReadOnlyDictionary<LeadId, Lead> leads, int longest)
    {
        foreach (var one in kept.Take(MostLines))
        {
            var why = one.At is { } at ? say.Card(one.Why, CardText.Instant(at)) : say.Card(one.Why);
            yield return new Container(
            [
                new TextBlock(CardText.Bold(What(say, one, leads, longest))),
                new TextBlock(why) { Size = TextSize.Small, Spacing = Spacing.None },
            ])
            { Separator = true, Spacing = Spacing.Small };
        }

        if (kept.Count > MostLines)
            yield return new TextBlock(say.Card("why.more", kept.Count - MostLines)) { IsSubtle = true, Size = TextSize.Small };
    }

    static CardText What(Sentences say, KeptBack one, IReadOnlyDictionary<LeadId, Lead> leads, int longest)
    {
        var what = say.Card(one.Manners switch
        {
            Manners.Offer => "why.what.offer",
            Manners.Reminder => "why.what.reminder",
            Manners.Help => "why.what.help",
            Manners.News => "why.what.news",
            _ => "why.what.other",
        });
        return one.Lead is { } id && leads.TryGetValue(id, out var lead)
            ? what + CardText.Of(" · ") + CardText.Untrusted($"{lead.Label} · {lead.Facts.Company ?? lead.Facts.Name}", longest)
            : what;
    }

    static TextBlock Heading(CardText text) => new(text) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading };
}
