using AccountabilityBot.Data;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Promises;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Council;

/// <summary>How leads were answered and promises kept over a stretch of time, in groups that the database counts. Spans are UTC; their end is no part of them.</summary>
sealed class AnswersGiven(BotDb db)
{
    public IQueryable<Offer> In((DateTimeOffset From, DateTimeOffset Until) span) => db.Offers.AsNoTracking()
        .Where(offer => offer.AnsweredAt >= span.From && offer.AnsweredAt < span.Until)
        .Where(offer => offer.Outcome == OfferOutcome.Accepted || offer.Outcome == OfferOutcome.Rejected);

    public async Task<IReadOnlyList<AnswersOf>> ReadAsync((DateTimeOffset From, DateTimeOffset Until) span, CancellationToken ct)
    {
        var counts = await In(span)
            .Join(db.Leads, offer => offer.LeadId, lead => lead.Id, (offer, lead) => new
            {
                lead.Source,
                lead.FromDepartment,
                lead.Department,
                Reason = offer.Outcome == OfferOutcome.Rejected ? offer.RejectReason ?? lead.RejectReason ?? "" : null,
            })
            .GroupBy(answer => answer)
            .Select(answers => new { answers.Key, Count = answers.Count() })
            .ToListAsync(ct);
        return [.. counts.Select(row => new AnswersOf(row.Key.Source, row.Key.FromDepartment, row.Key.Department, row.Key.Reason, row.Count))];
    }

    /// <summary>Of the answers to leads of one source from one department, those that gave one reason.</summary>
    public async Task<Part> ShareAsync(RuleChange change, (DateTimeOffset From, DateTimeOffset Until) span, CancellationToken ct)
    {
        var reasons = await In(span)
            .Join(db.Leads, offer => offer.LeadId, lead => lead.Id, (offer, lead) => new
            {
                lead.Source,
                lead.FromDepartment,
                IsIt = offer.Outcome == OfferOutcome.Rejected && (offer.RejectReason ?? lead.RejectReason) == change.Reason,
            })
            .Where(answer => answer.Source == change.Source && answer.FromDepartment == change.FromDepartment)
            .GroupBy(answer => answer.IsIt)
            .Select(answers => new { answers.Key, Count = answers.Count() })
            .ToListAsync(ct);
        return new Part(reasons.Where(one => one.Key).Sum(one => one.Count), reasons.Sum(one => one.Count));
    }

    /// <summary>Of what was promised to buyers, what was kept; what others made void is neither.</summary>
    public async Task<Part> KeptAsync((DateTimeOffset From, DateTimeOffset Until) span, CancellationToken ct)
    {
        var ended = await db.EndedPromises.AsNoTracking()
            .Where(promise => promise.EndedAt >= span.From && promise.EndedAt < span.Until && promise.Kind <= PromiseKind.FollowUp && promise.Outcome != PromiseOutcome.Void)
            .GroupBy(promise => promise.Outcome)
            .Select(promises => new { promises.Key, Count = promises.Count() })
            .ToListAsync(ct);
        return new Part(ended.Where(one => one.Key == PromiseOutcome.Kept).Sum(one => one.Count), ended.Sum(one => one.Count));
    }
}
