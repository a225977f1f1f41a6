using AccountabilityBot.Data;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Promises;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Feedback;

/// <summary>How often one thing that a side of a seam promises was so, in one quarter and in the one before.</summary>
/// <param name="What">The last part of the wording's key.</param>
sealed record KeptPromises(string What, (int Kept, int Of) Present, (int Kept, int Of) Before)
{
    public bool IsAny => Present.Of + Before.Of > 0;
}

/// <summary>
/// A seam as a pair: what its sender promised and what its receiver promised, each counted for the whole side. There is no
/// order of better and worse in it, and nobody's name.
/// </summary>
sealed record SeamSides(Seam Seam, IReadOnlyList<KeptPromises> Sender, IReadOnlyList<KeptPromises> Receiver)
{
    public bool IsAny => Sender.Concat(Receiver).Any(promise => promise.IsAny);
}

/// <summary>Counts both sides of some seams: three queries, and each reads what two quarters hold.</summary>
sealed class SeamReading(BotDb db)
{
    const string Fit = "fit";
    const string Feedback = "feedback";

    static readonly PromiseKind[] OfSender = [PromiseKind.Complete, PromiseKind.HandOver];
    static readonly PromiseKind[] OfReceiver = [PromiseKind.Answer, PromiseKind.FirstTouch, PromiseKind.FollowUp, PromiseKind.Word];

    /// <param name="quarters">UTC: when the last one began, when the present one did, and now.</param>
    public async Task<IReadOnlyList<SeamSides>> ReadAsync(IReadOnlyList<Seam> seams, (DateTimeOffset Before, DateTimeOffset Present, DateTimeOffset Now) quarters, CancellationToken ct)
    {
        if (seams.Count == 0)
            return [];
        string[] ids = [.. seams.Select(seam => seam.Id)];
        var promises = await PromisesAsync(ids, quarters, ct);
        var answers = await AnswersAsync(ids, quarters, ct);
        var feedback = await FeedbackAsync(seams, quarters, ct);
        return [.. seams.Select(seam => new SeamSides(
            seam,
            [.. OfSender.Select(kind => Kept(promises, seam.Id, Lead.NameOf(kind))), Kept(answers, seam.Id, Fit)],
            [.. OfReceiver.Select(kind => Kept(promises, seam.Id, Lead.NameOf(kind))), Kept(feedback, seam.To + seam.From, Feedback)])).Where(sides => sides.IsAny)];
    }

    async Task<List<Count>> PromisesAsync(string[] seams, (DateTimeOffset Before, DateTimeOffset Present, DateTimeOffset Now) quarters, CancellationToken ct)
    {
        var rows = await db.EndedPromises.AsNoTracking()
            .Where(promise => promise.EndedAt >= quarters.Before && promise.EndedAt <= quarters.Now && promise.Outcome != PromiseOutcome.Void)
            .Join(db.Leads.Where(lead => seams.Contains(lead.Seam)), promise => promise.LeadId, lead => lead.Id, (promise, lead) => new
            {
                lead.Seam,
                promise.Kind,
                IsKept = promise.Outcome == PromiseOutcome.Kept,
                IsPresent = promise.EndedAt >= quarters.Present,
            })
            .GroupBy(one => one).Select(all => new { all.Key, Count = all.Count() }).ToListAsync(ct);
        return [.. rows.Select(row => new Count(row.Key.Seam, Lead.NameOf(row.Key.Kind), row.Key.IsKept, row.Key.IsPresent, row.Count))];
    }

    /// <summary>A hand-off fits that its receiver accepts; what they pass on among themselves says nothing about it.</summary>
    async Task<List<Count>> AnswersAsync(string[] seams, (DateTimeOffset Before, DateTimeOffset Present, DateTimeOffset Now) quarters, CancellationToken ct)
    {
        var rows = await db.Offers.AsNoTracking()
            .Where(offer => offer.AnsweredAt >= quarters.Before && offer.AnsweredAt <= quarters.Now && (offer.Outcome == OfferOutcome.Accepted || offer.Outcome == OfferOutcome.Rejected))
            .Join(db.Leads.Where(lead => seams.Contains(lead.Seam)), offer => offer.LeadId, lead => lead.Id, (offer, lead) => new
            {
                lead.Seam,
                IsKept = offer.Outcome == OfferOutcome.Accepted,
                IsPresent = offer.AnsweredAt >= quarters.Present,
            })
            .GroupBy(one => one).Select(all => new { all.Key, Count = all.Count() }).ToListAsync(ct);
        return [.. rows.Select(row => new Count(row.Key.Seam, Fit, row.Key.IsKept, row.Key.IsPresent, row.Count))];
    }

    /// <summary>Of the receiver's people who were asked; Skip is an answer.</summary>
    async Task<List<Count>> FeedbackAsync(IReadOnlyList<Seam> seams, (DateTimeOffset Before, DateTimeOffset Present, DateTimeOffset Now) quarters, CancellationToken ct)
    {
        string[] from = [.. seams.Select(seam => seam.From)];
        string[] to = [.. seams.Select(seam => seam.To)];
        var rows = await db.PeerFeedback.AsNoTracking()
            .Where(row => from.Contains(row.FromDepartment) && to.Contains(row.ToDepartment) && row.About == Side.Sender && row.AskedAt != null)
            .Where(row => row.ClosedAt >= quarters.Before && row.ClosedAt <= quarters.Now)
            .Select(row => new { Pair = row.ToDepartment + row.FromDepartment, IsKept = row.State != FeedbackState.Expired, IsPresent = row.ClosedAt >= quarters.Present })
            .GroupBy(one => one).Select(all => new { all.Key, Count = all.Count() }).ToListAsync(ct);
        return [.. rows.Select(row => new Count(row.Key.Pair, Feedback, row.Key.IsKept, row.Key.IsPresent, row.Count))];
    }

    static KeptPromises Kept(List<Count> counts, string where, string what)
    {
        var own = counts.Where(count => count.Where == where && count.What == what).ToList();
        return new KeptPromises(what, Of(true), Of(false));

        (int, int) Of(bool isPresent) => (
            own.Where(count => count.IsPresent == isPresent && count.IsKept).Sum(count => count.Number),
            own.Where(count => count.IsPresent == isPresent).Sum(count => count.Number));
    }

    /// <param name="Where">A seam, or its receiver and sender.</param>
    sealed record Count(string Where, string What, bool IsKept, bool IsPresent, int Number);
}
