using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers.Figures;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Values;

/// <summary>The figures of the pipeline. All but the open pipeline read what was decided in the period, by an index on when.</summary>
sealed partial class FigureRows
{
    /// <param name="unit">One of the figure's own; a currency, of those that are money.</param>
    /// <param name="span">UTC; the second instant is no part of it.</param>
    public async Task<PipelineFigure> CountPipelineAsync(Figure figure, string unit, (DateTimeOffset From, DateTimeOffset Until) span, CancellationToken ct) => figure.Name switch
    {
        Pipeline.OpenValue => Pipeline.Sum(await OpenAsync(figure, span.Until, ct), unit),
        Pipeline.Conversion => PipelineFigure.Of(await ConvertedAsync(figure, span, ct)),
        _ => Pipeline.Count(figure.Name, unit, await MovesAsync(figure, span, ct)),
    };

    async Task<IReadOnlyList<DealMove>> MovesAsync(Figure figure, (DateTimeOffset From, DateTimeOffset Until) span, CancellationToken ct)
    {
        var rows = await Said(span)
            .Join(Over(figure), row => row.LeadId, lead => lead.Id, (row, lead) => new
            {
                Row = row,
                lead.ReceivedAt,
                lead.OpportunitySince,
                // Earlier ones of the same lead are few, and found by it; those of an earlier life ended with it.
                Before = (row.To == DealStage.Qualified || row.To == DealStage.Proposal || row.To == DealStage.Won)
                    && db.Dispositions.Any(before => before.LeadId == row.LeadId && before.No < row.No
                        && (before.To == DealStage.Qualified || before.To == DealStage.Proposal)
                        && !db.Dispositions.Any(end => end.LeadId == row.LeadId && end.No > before.No && end.No < row.No && end.To >= DealStage.Won)),
            })
            .OrderBy(row => row.Row.At).ThenBy(row => row.Row.No)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(one => new DealMove(
                one.Row.LeadId,
                one.Row.From,
                one.Row.To,
                one.Row.At,
                one.Row.ValueMinor,
                one.Row.Currency,
                one.ReceivedAt,
                one.OpportunitySince,
                Opens: one.Row.To is DealStage.Qualified or DealStage.Proposal or DealStage.Won && !one.Before,
                SetsMeeting: one.Row.To is DealStage.MeetingSet && one.Row.MeetingOn is not null,
                one.Row.IsBeforeArrival)),
        ];
    }

    /// <summary>A lead that was accepted is being worked on; every other stage is reached by a disposition.</summary>
    async Task<decimal?> ConvertedAsync(Figure figure, (DateTimeOffset From, DateTimeOffset Until) span, CancellationToken ct)
    {
        var (before, after) = Pipeline.StagesOf(figure.Stages ?? Pipeline.Conversions[0]);
        var reached = before is DealStage.Working ? await AcceptedAsync(figure, span, ct) : await CameToAsync(before, figure, span, ct);
        return Pipeline.Converted(reached, await CameToAsync(after, figure, span, ct));
    }

    async Task<List<(LeadId Lead, DateTimeOffset At)>> CameToAsync(DealStage stage, Figure figure, (DateTimeOffset From, DateTimeOffset Until) span, CancellationToken ct)
    {
        var rows = await Said(span)
            .Where(row => row.To == stage && row.From != stage)
            .Join(Over(figure), row => row.LeadId, lead => lead.Id, (row, _) => new { row.LeadId, row.At })
            .ToListAsync(ct);
        return [.. rows.Select(row => (row.LeadId, row.At))];
    }

    async Task<List<(LeadId Lead, DateTimeOffset At)>> AcceptedAsync(Figure figure, (DateTimeOffset From, DateTimeOffset Until) span, CancellationToken ct)
    {
        var rows = await db.Ledger.AsNoTracking()
            .Where(row => (row.Kind == LeadEvents.Accepted || row.Kind == LeadEvents.Taken) && row.LeadId != null && row.At >= span.From && row.At < span.Until)
            .Join(Over(figure), row => row.LeadId, lead => lead.Id, (row, lead) => new { lead.Id, row.At })
            .ToListAsync(ct);
        return [.. rows.Select(row => (row.Id, row.At))];
    }

    /// <summary>Opportunities that had not ended when the period did: those that are open still, and those that ended since.</summary>
    async Task<List<DealValue>> OpenAsync(Figure figure, DateTimeOffset until, CancellationToken ct) => await Over(figure)
        .Where(lead => lead.OpportunitySince < until && (lead.EndedAt == null || lead.EndedAt >= until))
        .Select(lead => new DealValue(lead.OpportunityMinor, lead.OpportunityCurrency))
        .ToListAsync(ct);

    IQueryable<SavedDisposition> Said((DateTimeOffset From, DateTimeOffset Until) span) =>
        db.Dispositions.AsNoTracking().Where(row => row.At >= span.From && row.At < span.Until);
}
