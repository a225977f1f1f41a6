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
        // The buyer's wish was said with it, or another address has come to light, under which a wish is known.
        if (decision.Happened.Any(one => one.Kind == LeadEvents.Updated || (one.Kind == LeadEvents.Disposed && lead.Facts.IsNotToBeContacted)))
            await bans.SpreadAsync(await bans.ReadAsync([lead.Facts], now, ct), lead, via, now, ct);
        await senders.FollowAsync(lead, decision, now, ct);
        await outcomes.FollowAsync(lead, decision, now, ct);
        await due.FollowAsync(lead, decision, ct);
    }
}
