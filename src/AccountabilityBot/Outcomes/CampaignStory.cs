using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Outcomes;

/// <summary>What became of the leads of one campaign, or of one source. A customer who went over several seams counts once.</summary>
/// <param name="IsSource">It is a source's story, for no campaign is called so.</param>
/// <param name="Rejected">By reason's id, the most frequent first.</param>
/// <param name="Worth">Sum of what was won, in minor units, by currency.</param>
/// <param name="Bought">What was bought, and how often, the most frequent first.</param>
sealed record CampaignTold(
    string Name,
    bool IsSource,
    int Leads,
    int Accepted,
    int Meetings,
    int Opportunities,
    int Won,
    int Lost,
    int Open,
    IReadOnlyList<(string Reason, int Count)> Rejected,
    IReadOnlyList<(string Currency, long Minor)> Worth,
    IReadOnlyList<(string What, int Count)> Bought);

/// <summary>Reads it: grouped by the database, so that ten leads and ten thousand cost the same few queries.</summary>
sealed class CampaignStory(BotDb db, CompanySource companies)
{
    const int MostListed = 5;
    const int MostNear = 3;

    /// <returns>None: nothing is called so.</returns>
    public async Task<CampaignTold?> ReadAsync(string asked, CancellationToken ct)
    {
        if (Lead.KeyOfCampaign(asked) is { } key && await db.Leads.AsNoTracking().Where(lead => lead.CampaignKey == key).OrderBy(lead => lead.No).Select(lead => lead.Facts.Campaign).FirstOrDefaultAsync(ct) is { } name)
            return await ReadAsync(name, isSource: false, Leads().Where(lead => lead.CampaignKey == key), ct);
        var source = companies.Current.Model.MatchSource(asked) switch
        {
            SourceMatch.Known known => (known.Source.Id, known.Source.Name),
            _ => (asked, asked),
        };
        var ofSource = Leads().Where(lead => lead.Source == source.Item1);
        return await ofSource.AnyAsync(ct) ? await ReadAsync(source.Item2, isSource: true, ofSource, ct) : null;
    }

    /// <summary>Campaigns that are written nearly so, for who has mistyped it.</summary>
    public async Task<IReadOnlyList<string>> NearestAsync(string asked, CancellationToken ct)
    {
        var recent = await db.Leads.AsNoTracking().Where(lead => lead.CampaignKey != null).GroupBy(lead => lead.CampaignKey)
            .Select(leads => new { Name = leads.Min(lead => lead.Facts.Campaign), Last = leads.Max(lead => lead.No) })
            .OrderByDescending(one => one.Last).Take(200).ToListAsync(ct);
        return Spelling.Nearest(asked, recent.Select(one => one.Name!)) is { } nearest
            ? [nearest, .. recent.Select(one => one.Name!).Where(other => other != nearest).Take(MostNear - 1)]
            : [.. recent.Select(one => one.Name!).Take(MostNear)];
    }

    IQueryable<Lead> Leads() => db.Leads.AsNoTracking().Where(lead => lead.Kind == Seam.LeadKind);

    async Task<CampaignTold> ReadAsync(string name, bool isSource, IQueryable<Lead> leads, CancellationToken ct)
    {
        var first = leads.Where(lead => lead.Origin == null);
        var counts = await leads.GroupBy(_ => 1).Select(all => new
        {
            Leads = all.Count(lead => lead.Origin == null),
            Accepted = all.Count(lead => lead.Origin == null && lead.Stage != null),
            Opportunities = all.Count(lead => lead.OpportunitySince != null),
            Won = all.Count(lead => lead.State == LeadState.Won),
            Lost = all.Count(lead => lead.State == LeadState.Lost),
            Open = all.Count(lead => lead.State == LeadState.Waiting || lead.State == LeadState.Offered || lead.State == LeadState.Accepted),
        }).SingleAsync(ct);
        var meetings = await leads.CountAsync(lead => db.Dispositions.Any(one => one.LeadId == lead.Id && one.To == DealStage.MeetingSet), ct);
        var rejected = await first.Where(lead => lead.State == LeadState.Rejected && lead.RejectReason != null)
            .GroupBy(lead => lead.RejectReason!).Select(reason => new { reason.Key, Count = reason.Count() }).ToListAsync(ct);
        var worth = await leads.Where(lead => lead.State == LeadState.Won && lead.OpportunityMinor != null && lead.OpportunityCurrency != null)
            .GroupBy(lead => lead.OpportunityCurrency!).Select(won => new { won.Key, Minor = won.Sum(lead => lead.OpportunityMinor!.Value) }).ToListAsync(ct);
        var bought = await leads.Where(lead => lead.State == LeadState.Won)
            .Join(db.Dispositions.AsNoTracking().Where(one => one.To == DealStage.Won && one.Bought != null), lead => lead.Id, one => one.LeadId, (lead, one) => one.Bought!)
            .GroupBy(what => what).Select(what => new { what.Key, Count = what.Count() })
            .OrderByDescending(what => what.Count).ThenBy(what => what.Key).Take(MostListed).ToListAsync(ct);
        return new CampaignTold(
            name,
            isSource,
            counts.Leads,
            counts.Accepted,
            meetings,
            counts.Opportunities,
            counts.Won,
            counts.Lost,
            counts.Open,
            [.. rejected.OrderByDescending(one => one.Count).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Count))],
            [.. worth.OrderByDescending(one => one.Minor).Select(one => (one.Key, one.Minor))],
            [.. bought.Select(one => (one.Key, one.Count))]);
    }
}
