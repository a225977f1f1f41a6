using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Dispositions;

/// <summary>
/// Takes in how leads ended, many at once and the same list again and again: what has ended in this way already is unchanged,
/// and what has ended in another stays as it is.
/// </summary>
sealed class OutcomeIntake(BotDb db, CompanySource companies, LeadChanges changes, DispositionAftermath aftermath)
{
    /// <returns>One result per message, in their order.</returns>
    public Task<IReadOnlyList<OutcomeTaken>> TakeAsync(IReadOnlyList<OutcomeMessage> messages, string via, DateTimeOffset now, CancellationToken ct) =>
        db.DecideAndSaveAsync(() => TryAsync(messages, via, now, ct), ct);

    async Task<IReadOnlyList<OutcomeTaken>> TryAsync(IReadOnlyList<OutcomeMessage> messages, string via, DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        var found = await FindAsync(messages, ct);
        var results = new List<OutcomeTaken>(messages.Count);
        foreach (var (reference, told) in messages)
        {
            var (lead, problem) = found.Of(reference, company.Model);
            if (lead is null)
            {
                results.Add(OutcomeTaken.Refused(null, problem!));
                continue;
            }

            var decision = lead.RecordOutcome(told.Chosen, told.Entry, told.At ?? now, company.TermsOf(lead), now);
            if (decision.Refusal is { } refusal)
            {
                results.Add(OutcomeTaken.Refused(lead, OutcomeProblems.Of(refusal, lead, told)));
                continue;
            }

            if (decision.Happened.Count > 0)
            {
                changes.Follow(lead, decision, [.. found.Posts[lead.Id]], null, via, null, now);
                await aftermath.FollowAsync(lead, decision, via, now, ct);
            }

            var (hasEnded, wentOn) = (decision.Happened.Count > 0, decision.Happened.Any(one => one.Kind == LeadEvents.HandedOver));
            results.Add(new OutcomeTaken(
                hasEnded ? OutcomeResult.Ended : OutcomeResult.Unchanged,
                lead,
                lead.Dispositions is [.., { IsBeforeArrival: true }],
                wentOn,
                hasEnded && !wentOn && told.Chosen.Next is NextStep.HandOver,
                null));
        }

        return results;
    }

    async Task<Found> FindAsync(IReadOnlyList<OutcomeMessage> messages, CancellationToken ct)
    {
        var nos = messages.Select(message => message.Lead.No).OfType<long>().Distinct().ToList();
        var keys = messages.Where(message => message.Lead.No is null).Select(message => message.Lead.ExternalId!).Distinct().ToList();
        var leads = nos.Count == 0 ? [] : await db.Leads.Include(lead => lead.Offers).Where(lead => nos.Contains(lead.No)).ToListAsync(ct);
        if (keys.Count > 0)
            leads.AddRange(await db.Leads.Include(lead => lead.Offers).Where(lead => keys.Contains(lead.ExternalId)).ToListAsync(ct));
        leads = [.. leads.Distinct()];
        var ids = leads.Select(lead => lead.Id).ToList();
        var posts = ids.Count == 0 ? [] : await db.CardPosts.Where(post => post.LeadId != null && ids.Contains(post.LeadId.Value)).ToListAsync(ct);
        return new Found(leads.ToDictionary(lead => lead.No), leads.ToLookup(lead => lead.ExternalId), posts.ToLookup(post => post.LeadId!.Value));
    }

    /// <summary>What a batch speaks of, as it was before the batch.</summary>
    sealed record Found(IReadOnlyDictionary<long, Lead> ByNo, ILookup<string, Lead> ByKey, ILookup<LeadId, CardPost> Posts)
    {
        public (Lead? Lead, LeadProblem? Problem) Of(LeadReference reference, RevenueModel model)
        {
            if (reference.No is { } no)
                return ByNo.TryGetValue(no, out var numbered) ? (numbered, null) : (null, OutcomeProblems.Say("no", $"is L-{no}, and there is no such lead here."));

            var key = reference.ExternalId!;
            if (reference.Source is { } source)
            {
                var known = model.MatchSource(source) is SourceMatch.Known match ? match.Source.Id : source;
                return ByKey[key].FirstOrDefault(lead => lead.Source == known) is { } lead
                    ? (lead, null)
                    : (null, OutcomeProblems.Say("externalId", $"is \"{key}\", and no lead of the source \"{known}\" has this id here."));
            }

            Lead[] all = [.. ByKey[key]];
            return all switch
            {
                [var only] => (only, null),
                [] => (null, OutcomeProblems.Say("externalId", $"is \"{key}\", and no lead has this id here.")),
                _ => (null, OutcomeProblems.Say(
                    "externalId", $"is \"{key}\", which {all.Length} leads have, of the sources {string.Join(", ", all.Select(lead => lead.Source).Order(StringComparer.Ordinal))}; a column \"source\" says which is meant.")),
            };
        }
    }
}
