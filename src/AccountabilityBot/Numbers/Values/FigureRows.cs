using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Numbers.Figures;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Values;

/// <summary>The rows of one period that a figure is counted over: one query each, and the counting itself is the domain's.</summary>
sealed partial class FigureRows(BotDb db)
{
    /// <param name="unit">One of the figure's own.</param>
    /// <param name="span">UTC; the second instant is no part of it.</param>
    /// <returns>None: there was nothing to count in the period.</returns>
    public async Task<decimal?> CountAsync(Figure figure, string unit, (DateTimeOffset From, DateTimeOffset Until) span, Company company, CancellationToken ct) => figure.Kind switch
    {
        FigureKind.SpeedToLead or FigureKind.SpeedToLeadWorking => Counting.Speed(figure, unit, await TouchesAsync(figure, span, company, ct)),
        FigureKind.Answers => Counting.Share(figure, await AnswersAsync(figure, span, ct)),
        FigureKind.Promises => Counting.Kept(await PromisesAsync(figure, span, ct)),
        FigureKind.Arrivals => await Received(figure, span).CountAsync(ct),
        _ => await LeakedAsync(figure, span, ct),
    };

    /// <summary>The first touch of a lead is the first that the ledger has, whatever became of it afterwards.</summary>
    async Task<IReadOnlyList<Touch>> TouchesAsync(Figure figure, (DateTimeOffset From, DateTimeOffset Until) span, Company company, CancellationToken ct)
    {
        var touches = await db.Ledger.AsNoTracking()
            .Where(row => row.Kind == LeadEvents.Contacted && row.LeadId != null && row.At >= span.From && row.At < span.Until)
            .Where(row => !db.Ledger.Any(before => before.LeadId == row.LeadId && before.Kind == LeadEvents.Contacted && before.Seq < row.Seq))
            .Join(Over(figure), row => row.LeadId, lead => lead.Id, (row, lead) => new { lead.ReceivedAt, row.At, lead.Department })
            .ToListAsync(ct);
        return [.. touches.Select(touch => new Touch(touch.ReceivedAt, touch.At, company.CalendarOf(company.DepartmentOf(touch.Department))))];
    }

    /// <summary>An answer that was undone stands in no offer any more; one that waits for its two minutes counts when they are over.</summary>
    async Task<IReadOnlyList<AnswerCount>> AnswersAsync(Figure figure, (DateTimeOffset From, DateTimeOffset Until) span, CancellationToken ct)
    {
        var answers = await db.Offers.AsNoTracking()
            .Where(offer => offer.AnsweredAt >= span.From && offer.AnsweredAt < span.Until && (offer.Outcome == OfferOutcome.Accepted || offer.Outcome == OfferOutcome.Rejected))
            .Join(Over(figure), offer => offer.LeadId, lead => lead.Id, (offer, lead) => new { Reason = offer.Outcome == OfferOutcome.Rejected ? offer.RejectReason ?? lead.RejectReason ?? "" : null })
            .GroupBy(answer => answer.Reason)
            .Select(answers => new { answers.Key, Count = answers.Count() })
            .ToListAsync(ct);
        return [.. answers.Select(answer => new AnswerCount(answer.Key, answer.Count))];
    }

    async Task<IReadOnlyList<PromiseCount>> PromisesAsync(Figure figure, (DateTimeOffset From, DateTimeOffset Until) span, CancellationToken ct)
    {
        var ended = db.EndedPromises.AsNoTracking().Where(promise => promise.EndedAt >= span.From && promise.EndedAt < span.Until);
        if (figure.IsOfSomeLeads)
            ended = ended.Join(Over(figure), promise => promise.LeadId, lead => lead.Id, (promise, _) => promise);
        if (figure.Promise is { } named)
        {
            var kind = Enum.GetValues<PromiseKind>().Single(one => Lead.NameOf(one) == named);
            ended = ended.Where(promise => promise.Kind == kind);
        }
        else
        {
            ended = ended.Where(promise => promise.Kind <= PromiseKind.FollowUp);
        }

        var counts = await ended.GroupBy(promise => promise.Outcome).Select(promises => new { promises.Key, Count = promises.Count() }).ToListAsync(ct);
        return [.. counts.Select(count => new PromiseCount(count.Key, count.Count))];
    }

    async Task<decimal?> LeakedAsync(Figure figure, (DateTimeOffset From, DateTimeOffset Until) span, CancellationToken ct)
    {
        var leaked = await Received(figure, span)
            .Select(lead => db.Ledger.Any(row => row.LeadId == lead.Id && row.Kind == LeadEvents.ToGuardian))
            .GroupBy(came => came)
            .Select(leads => new { leads.Key, Count = leads.Count() })
            .ToListAsync(ct);
        return Counting.Leaked(leaked.Sum(one => one.Count), leaked.Where(one => one.Key).Sum(one => one.Count));
    }

    IQueryable<Lead> Received(Figure figure, (DateTimeOffset From, DateTimeOffset Until) span) =>
        Over(figure).Where(lead => lead.ReceivedAt >= span.From && lead.ReceivedAt < span.Until);

    /// <summary>All leads, or those of the seam, the source and the sending department to which the figure is narrowed.</summary>
    IQueryable<Lead> Over(Figure figure)
    {
        var leads = db.Leads.AsNoTracking();
        if (figure.Seam is { } seam)
            leads = leads.Where(lead => lead.Seam == seam);
        if (figure.Source is { } source)
            leads = leads.Where(lead => lead.Source == source);
        if (figure.From is { } from)
            leads = leads.Where(lead => lead.FromDepartment == from);
        return leads;
    }
}
