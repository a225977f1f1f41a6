using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.People;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Feedback;

/// <summary>Reads feedback with what its cards show round it.</summary>
sealed class FeedbackReading(BotDb db, CompanySource companies)
{
    /// <summary>To be shown and not decided about.</summary>
    public async Task<FeedbackView?> LookAtAsync(Guid id, Sentences say, Guid post, DateTimeOffset now, CancellationToken ct) =>
        await db.PeerFeedback.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } feedback ? await ViewAsync(feedback, say, post, now, ct) : null;

    public async Task<FeedbackView> ViewAsync(PeerFeedback feedback, Sentences say, Guid post, DateTimeOffset now, CancellationToken ct) => new()
    {
        Feedback = feedback,
        Lead = await db.Leads.AsNoTracking().SingleAsync(lead => lead.Id == feedback.LeadId, ct),
        Company = companies.Current,
        Say = say,
        PostId = post,
        Now = now,
        Commitment = feedback.CommitmentId is { } promised ? await db.Commitments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == promised, ct) : null,
    };

    public async Task<Sentences> SayToAsync(PersonId reader, CancellationToken ct)
    {
        var company = companies.Current;
        return Sentences.In(await db.LocaleOfAsync(reader, ct)
            ?? company.Find(reader)?.Department?.Language ?? company.Model.Language);
    }
}
