using AccountabilityBot.Data;
using AccountabilityBot.Dispositions;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>
/// Takes leads in, many at once and the same one again and again: by its source and the sender's key a lead is one lead,
/// whoever sends it twice, at the same time, or out of order.
/// </summary>
sealed class LeadIntake(BotDb db, CompanySource companies, LeadChanges changes, ContactBans bans, DispositionAftermath aftermath)
{
    /// <returns>One result per message, in their order.</returns>
    public Task<IReadOnlyList<LeadResult>> TakeAsync(IReadOnlyList<LeadMessage> messages, string via, DateTimeOffset now, CancellationToken ct) =>
        db.DecideAndSaveAsync(() => TryAsync(messages, via, now, ct), ct);

    async Task<IReadOnlyList<LeadResult>> TryAsync(IReadOnlyList<LeadMessage> messages, string via, DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        var readings = messages.Select(message => (Message: message, Reading: LeadReading.Read(message, company, now))).ToList();
        var wishes = await bans.ReadAsync([.. readings.Select(row => row.Reading.Lead).OfType<NewLead>().Select(lead => lead.Facts)], now, ct);
        readings = [.. readings.Select(row => row.Reading.Lead is { } lead ? row with { Reading = (lead with { Facts = wishes.Under(lead.Facts) }, null) } : row)];
        var known = await KnownAsync(readings.Select(row => row.Reading.Lead).OfType<NewLead>(), ct);
        var fresh = readings.Select(row => row.Reading.Lead).OfType<NewLead>()
            .Select(KeyOf).Where(key => !known.Leads.ContainsKey(key)).Distinct().Count();
        var no = fresh == 0 ? 0 : await db.TakeNumbersAsync("lead", fresh, ct);

        var results = new List<LeadResult>(messages.Count);
        foreach (var (message, (arriving, problem)) in readings)
        {
            if (arriving is null)
            {
                results.Add(LeadResult.Refused(message, problem!));
                continue;
            }

            if (known.Leads.TryGetValue(KeyOf(arriving), out var lead))
            {
                results.Add(await AgainAsync(lead, arriving, message, [.. known.Posts[lead.Id]], via, now, ct));
                continue;
            }

            (lead, var decision) = Lead.Receive(arriving, LeadId.New(now), no++, now);
            var (end, wrong) = End(lead, arriving, message, now);
            if (wrong is not null)
            {
                results.Add(LeadResult.Refused(message, wrong));
                continue;
            }

            known.Leads.Add(KeyOf(arriving), lead);
            db.Leads.Add(lead);
            changes.Follow(lead, decision, [], null, via, null, now);
            await FollowAsync(lead, end, [], via, now, ct);
            results.Add(ResultOf(lead, LeadResult.Created, message));
        }

        await bans.SpreadAsync(wishes, null, via, now, ct);
        return results;
    }

    async Task<LeadResult> AgainAsync(Lead lead, NewLead arriving, LeadMessage message, List<CardPost> posts, string via, DateTimeOffset now, CancellationToken ct)
    {
        var (end, wrong) = End(lead, arriving, message, now);
        if (wrong is not null)
            return LeadResult.Refused(message, wrong);
        var decision = lead.ReceiveAgain(arriving.Facts, arriving.FromPerson, companies.Current.TermsOf(lead), now, isEndTold: message.Outcome is not null);
        changes.Follow(lead, decision, posts, null, via, null, now);
        await FollowAsync(lead, end, posts, via, now, ct);
        var result = decision.Happened.Count == 0 && end.Happened.Count == 0 ? LeadResult.Unchanged
            : decision.Happened.Any(one => one.Kind == LeadEvents.Reopened) ? LeadResult.Reopened
            : LeadResult.Updated;
        return ResultOf(lead, result, message);
    }

    /// <summary>How it ended, where its row tells that, too; refused, nothing about the lead has changed.</summary>
    (Decision Decision, LeadProblem? Problem) End(Lead lead, NewLead arriving, LeadMessage message, DateTimeOffset now)
    {
        if (message.Outcome is not { } told)
            return (Decision.AlreadyDone, null);
        var entry = told.Entry.ValueMinor is null ? told.Entry with { ValueMinor = arriving.Facts.ValueMinor, Currency = arriving.Facts.Currency } : told.Entry;
        var decision = lead.RecordOutcome(told.Chosen, entry, told.At ?? now, companies.Current.TermsOf(lead), now);
        return (decision, decision.Refusal is { } refusal ? OutcomeProblems.Of(refusal, lead, told) : null);
    }

    async Task FollowAsync(Lead lead, Decision end, List<CardPost> posts, string via, DateTimeOffset now, CancellationToken ct)
    {
        if (end.Happened.Count == 0)
            return;
        changes.Follow(lead, end, posts, null, via, null, now);
        await aftermath.FollowAsync(lead, end, via, now, ct);
    }

    async Task<(Dictionary<(string, string), Lead> Leads, ILookup<LeadId, CardPost> Posts)> KnownAsync(IEnumerable<NewLead> arriving, CancellationToken ct)
    {
        var keys = arriving.Select(KeyOf).Distinct().ToList();
        var leads = new Dictionary<(string, string), Lead>();
        // By source, so that each query is one index range however many leads come at once.
        foreach (var group in keys.GroupBy(key => key.Source))
        {
            var ids = group.Select(key => key.ExternalId).ToList();
            var found = await db.Leads.Include(lead => lead.Offers)
                .Where(lead => lead.Source == group.Key && ids.Contains(lead.ExternalId))
                .ToListAsync(ct);
            foreach (var lead in found)
                leads.Add((lead.Source, lead.ExternalId), lead);
        }

        var leadIds = leads.Values.Select(lead => lead.Id).ToList();
        var posts = leadIds.Count == 0 ? [] : await db.CardPosts.Where(post => post.LeadId != null && leadIds.Contains(post.LeadId.Value)).ToListAsync(ct);
        return (leads, posts.ToLookup(post => post.LeadId!.Value));
    }

    static (string Source, string ExternalId) KeyOf(NewLead lead) => (lead.Source, lead.ExternalId);

    static LeadResult ResultOf(Lead lead, string result, LeadMessage message) => new(lead.ExternalId, lead.Id.Value, lead.Label, result)
    {
        End = message.Outcome is { } told ? new EndTaken(told.Chosen.Id, lead.Dispositions is [.., { IsBeforeArrival: true }]) : null,
    };
}
