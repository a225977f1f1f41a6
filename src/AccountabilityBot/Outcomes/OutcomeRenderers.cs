using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Outcomes;

/// <summary>Draws what is delivered about outcomes, from the state of that moment: what was opened again has not ended.</summary>
sealed class OutcomeRenderers(BotDb db, CompanySource companies, CampaignStory campaigns)
{
    public async Task<OutgoingActivity?> Ended(Notice notice, CancellationToken ct)
    {
        var ended = await db.OutcomeLines.AsNoTracking().Where(line => line.NoticeId == notice.Id)
            .Join(db.Leads.AsNoTracking(), line => line.LeadId, lead => lead.Id, (line, lead) => lead)
            .Where(lead => lead.State == LeadState.Won || lead.State == LeadState.Lost)
            .OrderByDescending(lead => lead.EndedAt)
            .Select(lead => new
            {
                lead.No,
                Name = lead.Facts.Company ?? lead.Facts.Name,
                lead.State,
                lead.DispositionCode,
                lead.DispositionReason,
                Bought = db.Dispositions.Where(one => one.LeadId == lead.Id && one.To == DealStage.Won).OrderByDescending(one => one.No).Select(one => one.Bought).FirstOrDefault(),
                lead.OpportunityMinor,
                lead.OpportunityCurrency,
            })
            .ToListAsync(ct);
        return ended.Count == 0 ? null : OutgoingActivity.ForCard(OutcomeCards.Ended(
            [.. ended.Select(one => new EndedLead($"L-{one.No}", one.Name, one.State, one.DispositionCode, one.DispositionReason, one.Bought, one.OpportunityMinor, one.OpportunityCurrency))],
            companies.Current,
            Sentences.In(notice.Locale)));
    }

    public async Task<OutgoingActivity?> Campaign(Notice notice, CancellationToken ct)
    {
        var say = Sentences.In(notice.Locale);
        if (string.IsNullOrWhiteSpace(notice.Argument))
            return OutgoingActivity.ForText(say.Plain("campaign.which"));
        return await campaigns.ReadAsync(notice.Argument, ct) is { } story
            ? OutgoingActivity.ForCard(CampaignCard.Of(story, companies.Current, say))
            : OutgoingActivity.ForText(await campaigns.NearestAsync(notice.Argument, ct) is { Count: > 0 } near
                ? say.Plain("campaign.unknown.near", notice.Argument, string.Join(", ", near))
                : say.Plain("campaign.unknown", notice.Argument));
    }
}
