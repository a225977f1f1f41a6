using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Leads;

/// <summary>Cards that are sent once and not edited.</summary>
static class LeadNoticeCards
{
    public const int MostListed = 15;

    /// <summary>To the sender: what became of the lead, and why. It is a gift to the neighbour and no reproach.</summary>
    public static AdaptiveCard Rejected(LeadView view)
    {
        // What happened comes first; the lead itself, which the sender knows, after it.
        var (sentence, note) = LeadParts.RejectStory(view);
        return new AdaptiveCard
        {
            Summary = view.Say.Plain("lead.rejected-to-sender.summary", LeadCard.Title(view)),
            Body =
            [
                new TextBlock(view.Say.Card("lead.rejected-to-sender.title", view.Department.Name)) { Weight = TextWeight.Bolder },
                LeadParts.Box(ContainerStyle.Emphasis, sentence, note),
                LeadParts.Heading(view) with { Spacing = Spacing.Medium, Separator = true },
                LeadParts.Facts(view),
            ],
            Actions = [LeadParts.Button(view, LeadVerbs.Details, "button.details")],
        };
    }

    public static AdaptiveCard MyLeads(IReadOnlyList<Lead> leads, Company company, Sentences say) =>
        AdaptiveCard.Fitting(100, longest => MyLeads(leads, company, say, longest));

    static AdaptiveCard MyLeads(IReadOnlyList<Lead> leads, Company company, Sentences say, int longest)
    {
        var lines = new List<CardElement>
        {
            new TextBlock(say.Card(leads.Count == 0 ? "my-leads.none" : "my-leads.title")) { Weight = TextWeight.Bolder, Style = TextStyle.Heading },
        };
        lines.AddRange(leads.Take(MostListed).Select(lead => Line(lead, company, say, longest)));
        if (leads.Count > MostListed)
            lines.Add(new TextBlock(say.Card("my-leads.more")) { IsSubtle = true });
        if (leads.Count > 0)
            lines.Add(new TextBlock(say.Card("my-leads.hint", leads[0].Label)) { IsSubtle = true, Size = TextSize.Small, Separator = true });
        return new AdaptiveCard { Summary = say.Plain(leads.Count == 0 ? "my-leads.none" : "my-leads.title"), Body = lines };
    }

    static Container Line(Lead lead, Company company, Sentences say, int longest)
    {
        var what = lead switch
        {
            { State: LeadState.Offered } => say.Card("my-leads.offered", CardText.Instant(lead.OpenOffer!.DueAt)),
            { HeldUntil: { } until } => say.Card("my-leads.held", CardText.Instant(until)),
            { IsFollowUpAsked: true } => say.Card("my-leads.follow-up", CardText.Instant(lead.Promise!.DueAt)),
            { ContactedAt: { } contacted } => say.Card("my-leads.contacted", CardText.Instant(contacted)),
            { Promise: { } promise } => say.Card("my-leads.contact-due", CardText.Instant(promise.DueAt)),
            _ => say.Card("my-leads.accepted", CardText.Instant(lead.AcceptedAt!.Value)),
        };
        var segment = company.Model.FindSegment(lead.Segment)?.Name ?? lead.Segment;
        return new Container(
        [
            new TextBlock(CardText.Bold(CardText.Untrusted($"{lead.Label} · {lead.Facts.Company ?? lead.Facts.Name}", longest))),
            new TextBlock(CardText.Untrusted(segment) + CardText.Of(" · ") + what) { IsSubtle = true, Spacing = Spacing.None, Size = TextSize.Small },
        ])
        { Separator = true, Spacing = Spacing.Small };
    }
}
