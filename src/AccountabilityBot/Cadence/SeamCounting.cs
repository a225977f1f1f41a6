using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Promises;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Cadence;

/// <summary>Which way a lead went: over a seam, from a department to another, as the lead itself names them.</summary>
readonly record struct Way(string Seam, string From, string To);

/// <summary>
/// Counts one period of all seams at once: a fixed number of queries, whether there is one channel or fifty and however many
/// people there are. Each reads what the period holds, or what is open now, by an index; never the history.
/// </summary>
sealed partial class SeamCounting(BotDb db)
{
    /// <param name="span">UTC; the second instant is no part of it.</param>
    /// <param name="leaking">What lies at the seams now.</param>
    public async Task<IReadOnlyList<SeamFigures>> CountAsync((DateTimeOffset From, DateTimeOffset Until) span, IReadOnlyCollection<LeakingLead> leaking, DateTimeOffset now, CancellationToken ct)
    {
        var sources = await ReceivedAsync(span, ct);
        var received = sources.ToDictionary(same => same.Key, same => same.Sum(one => one.Received));
        var accepted = await AcceptedAsync(span, ct);
        var reached = await ReachedAsync(span, ct);
        var wins = await WinsAsync(span, ct);
        var promises = await PromisesAsync(span, ct);
        var open = await OpenAsync(ct);
        var ages = await AgesAsync(now, ct);
        var leaks = leaking.ToLookup(lead => lead.Way);
        var ways = received.Keys.Concat(accepted.Keys).Concat(reached.Select(one => one.Way)).Concat(promises.Select(one => one.Key)).Concat(open.Select(one => one.Key))
            .Concat(ages.Select(one => one.Key)).Concat(leaks.Select(one => one.Key)).Distinct();
        return
        [
            .. ways.Select(way => new SeamFigures(way.Seam, way.From, way.To)
            {
                Came = Flow.Of(step => step switch
                {
                    Step.Received => received.GetValueOrDefault(way),
                    Step.Accepted => accepted.GetValueOrDefault(way),
                    _ => reached.Where(one => one.Way == way && one.Step == step).Sum(one => one.Count),
                }),
                WonVia = Via([.. wins[way]]),
                CloseWeeks = WeeksOf(wins[way]),
                WonValue = SeamFigures.Sum(wins[way].Select(win => win.Value)),
                OpenValue = SeamFigures.Sum(open[way].Select(one => one.Value)),
                OpenDeals = open[way].Sum(one => one.Count),
                OpenWithoutValue = open[way].Sum(one => one.WithoutValue),
                Sources = SeamFigures.Sum(sources[way].Concat(wins[way].Select(win => new SourceFlow(win.Source, 0, 1)))),
                OpenAges = ages[way].GroupBy(one => one.Step).ToDictionary(same => same.Key, PlacesOf),
                Promises = [.. promises[way].OrderBy(one => one.Kind).Select(one => new KeptCount(Lead.NameOf(one.Kind), one.Kept, one.Of))],
                Leak = LeakOf([.. leaks[way]], now),
            }).OrderBy(seam => seam.Seam, StringComparer.Ordinal).ThenBy(seam => seam.From, StringComparer.Ordinal).ThenBy(seam => seam.To, StringComparer.Ordinal),
        ];
    }

    async Task<ILookup<Way, SourceFlow>> ReceivedAsync((DateTimeOffset From, DateTimeOffset Until) span, CancellationToken ct) => (await db.Leads.AsNoTracking()
            .Where(lead => lead.ReceivedAt >= span.From && lead.ReceivedAt < span.Until)
            .GroupBy(lead => new { lead.Seam, lead.FromDepartment, lead.Department, lead.Source })
            .Select(same => new { same.Key, Count = same.Count() })
            .ToListAsync(ct))
        .ToLookup(row => new Way(row.Key.Seam, row.Key.FromDepartment, row.Key.Department), row => new SourceFlow(row.Key.Source, row.Count, 0));

    /// <summary>By an offer, or taken by a guardian without one; what was both in one period is counted once.</summary>
    async Task<Dictionary<Way, int>> AcceptedAsync((DateTimeOffset From, DateTimeOffset Until) span, CancellationToken ct)
    {
        var offers = db.Offers.AsNoTracking().Where(offer => offer.AnsweredAt >= span.From && offer.AnsweredAt < span.Until && offer.Outcome == OfferOutcome.Accepted);
        var answered = await offers
            .Join(db.Leads, offer => offer.LeadId, lead => lead.Id, (offer, lead) => new { lead.Seam, lead.FromDepartment, lead.Department, offer.LeadId })
            .GroupBy(row => new { row.Seam, row.FromDepartment, row.Department })
            .Select(same => new { same.Key, Count = same.Select(row => row.LeadId).Distinct().Count() })
            .ToListAsync(ct);
        var taken = await db.Ledger.AsNoTracking()
            .Where(row => row.Kind == LeadEvents.Taken && row.LeadId != null && row.At >= span.From && row.At < span.Until)
            .Where(row => !offers.Any(offer => offer.LeadId == row.LeadId))
            .Join(db.Leads, row => row.LeadId, lead => lead.Id, (row, lead) => new { lead.Seam, lead.FromDepartment, lead.Department, lead.Id })
            .GroupBy(row => new { row.Seam, row.FromDepartment, row.Department })
            .Select(same => new { same.Key, Count = same.Select(row => row.Id).Distinct().Count() })
            .ToListAsync(ct);
        return answered.Concat(taken)
            .GroupBy(row => new Way(row.Key.Seam, row.Key.FromDepartment, row.Key.Department))
            .ToDictionary(same => same.Key, same => same.Sum(row => row.Count));
    }

    async Task<List<(Way Way, Step Step, int Count)>> ReachedAsync((DateTimeOffset From, DateTimeOffset Until) span, CancellationToken ct)
    {
        var rows = await Said(span)
            .Where(row => row.To != row.From && (row.To == DealStage.MeetingSet || row.To == DealStage.Qualified || row.To == DealStage.Proposal || row.To == DealStage.Won || row.To == DealStage.Lost))
            .Join(db.Leads, row => row.LeadId, lead => lead.Id, (row, lead) => new { lead.Seam, lead.FromDepartment, lead.Department, row.To, row.LeadId })
            .GroupBy(row => new { row.Seam, row.FromDepartment, row.Department, row.To })
            .Select(same => new { same.Key, Count = same.Select(row => row.LeadId).Distinct().Count() })
            .ToListAsync(ct);
        return [.. rows.Select(row => (new Way(row.Key.Seam, row.Key.FromDepartment, row.Key.Department), StepOf(row.Key.To), row.Count))];
    }

    /// <summary>A row for each win of the period, and not for each lead: what they had come to before, and how long it took.</summary>
    async Task<ILookup<Way, Win>> WinsAsync((DateTimeOffset From, DateTimeOffset Until) span, CancellationToken ct)
    {
        var rows = await Said(span)
            .Where(row => row.To == DealStage.Won && row.From != DealStage.Won)
            .Join(db.Leads, row => row.LeadId, lead => lead.Id, (row, lead) => new
            {
                lead.Seam,
                lead.FromDepartment,
                lead.Department,
                lead.Source,
                row.LeadId,
                row.At,
                row.IsBeforeArrival,
                row.ValueMinor,
                row.Currency,
                lead.ReceivedAt,
                Met = db.Dispositions.Any(before => before.LeadId == row.LeadId && before.No < row.No && before.To == DealStage.MeetingSet),
                Qualified = db.Dispositions.Any(before => before.LeadId == row.LeadId && before.No < row.No && before.To == DealStage.Qualified),
                Proposed = db.Dispositions.Any(before => before.LeadId == row.LeadId && before.No < row.No && before.To == DealStage.Proposal),
            })
            .OrderBy(row => row.At)
            .ToListAsync(ct);
        // Won, opened again and won once more in one period is one customer.
        return rows.DistinctBy(row => row.LeadId).ToLookup(
            row => new Way(row.Seam, row.FromDepartment, row.Department),
            row => new Win(
                row.Source,
                row.Met,
                row.Qualified,
                row.Proposed,
                row.IsBeforeArrival || row.At < row.ReceivedAt ? null : row.At - row.ReceivedAt,
                row is { ValueMinor: { } minor, Currency: { } currency } ? new Dictionary<string, long> { [currency] = minor } : []));
    }

    async Task<ILookup<Way, (PromiseKind Kind, int Kept, int Of)>> PromisesAsync((DateTimeOffset From, DateTimeOffset Until) span, CancellationToken ct)
    {
        var rows = await db.EndedPromises.AsNoTracking()
            .Where(promise => promise.EndedAt >= span.From && promise.EndedAt < span.Until && promise.Outcome != PromiseOutcome.Void)
            .Join(db.Leads, promise => promise.LeadId, lead => lead.Id, (promise, lead) => new { lead.Seam, lead.FromDepartment, lead.Department, promise.Kind, IsKept = promise.Outcome == PromiseOutcome.Kept ? 1 : 0 })
            .GroupBy(row => new { row.Seam, row.FromDepartment, row.Department, row.Kind })
            .Select(same => new { same.Key, Kept = same.Sum(row => row.IsKept), Of = same.Count() })
            .ToListAsync(ct);
        return rows.ToLookup(row => new Way(row.Key.Seam, row.Key.FromDepartment, row.Key.Department), row => (row.Key.Kind, row.Kept, row.Of));
    }

    async Task<ILookup<Way, OpenSum>> OpenAsync(CancellationToken ct)
    {
        var rows = await db.Leads.AsNoTracking()
            .Where(lead => lead.OpportunitySince != null && lead.EndedAt == null)
            .GroupBy(lead => new { lead.Seam, lead.FromDepartment, lead.Department, lead.OpportunityCurrency })
            .Select(same => new { same.Key, Count = same.Count(), Sum = same.Sum(lead => lead.OpportunityMinor), WithoutValue = same.Count(lead => lead.OpportunityMinor == null) })
            .ToListAsync(ct);
        return rows.ToLookup(
            row => new Way(row.Key.Seam, row.Key.FromDepartment, row.Key.Department),
            row => new OpenSum(row.Count, row.WithoutValue, row is { Key.OpportunityCurrency: { } currency, Sum: { } sum } ? new Dictionary<string, long> { [currency] = sum } : []));
    }

    IQueryable<SavedDisposition> Said((DateTimeOffset From, DateTimeOffset Until) span) => db.Dispositions.AsNoTracking().Where(row => row.At >= span.From && row.At < span.Until);

    static Flow Via(IReadOnlyList<Win> wins) => new(
        Received: wins.Count,
        Accepted: wins.Count,
        MeetingSet: wins.Count(win => win.Met),
        Qualified: wins.Count(win => win.Qualified),
        Proposal: wins.Count(win => win.Proposed),
        Won: wins.Count);

    static int[] WeeksOf(IEnumerable<Win> wins)
    {
        int[] weeks = [.. wins.Select(win => win.Took).OfType<TimeSpan>().Select(took => Math.Min((int)(took.TotalDays / 7), SeamFigures.LongestCloseWeeks))];
        var counts = new int[weeks.Length is 0 ? 0 : weeks.Max() + 1];
        foreach (var week in weeks)
            counts[week]++;
        return counts;
    }

    static int[] PlacesOf(IEnumerable<(Step Step, int Place, int Count)> counts)
    {
        var places = new int[Arrivals.AgesFrom.Count];
        foreach (var (_, place, count) in counts)
            places[place] += count;
        return places;
    }

    static Step StepOf(DealStage stage) => stage switch
    {
        DealStage.MeetingSet => Step.MeetingSet,
        DealStage.Qualified => Step.Qualified,
        DealStage.Proposal => Step.Proposal,
        DealStage.Won => Step.Won,
        DealStage.Lost => Step.Lost,
        // Who did not come to the meeting is worked on again.
        _ => Step.Accepted,
    };

    sealed record Win(string Source, bool Met, bool Qualified, bool Proposed, TimeSpan? Took, Dictionary<string, long> Value);

    sealed record OpenSum(int Count, int WithoutValue, Dictionary<string, long> Value);
}
