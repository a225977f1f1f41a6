using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Leads;
using AccountabilityBot.Outcomes;

namespace AccountabilityBot.Dispositions;

/// <summary>What follows from a disposition beside the lead's own cards, in the same save.</summary>
sealed class DispositionAftermath(NextHandOver next, ContactBans bans, DueDispositions due, OutcomeNews outcomes, SenderPosts senders)
{
    public async Task FollowAsync(Lead lead, Decision decision, string via, DateTimeOffset now, CancellationToken ct)
    {
        await next.FollowAsync(lead, decision, via, now, ct);
        if (decision.Happened.Any(one => one.Kind == LeadEvents.Disposed) && lead.Facts.IsNotToBeContacted)
            await bans.KeepAsync(lead.Facts, now, ct);
        await senders.FollowAsync(lead, decision, now, ct);
        await outcomes.FollowAsync(lead, decision, now, ct);
        await due.FollowAsync(lead, decision, ct);
    }
}
