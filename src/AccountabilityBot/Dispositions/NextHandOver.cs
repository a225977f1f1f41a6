using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Leads;
using AccountabilityBot.People;

namespace AccountabilityBot.Dispositions;

/// <summary>
/// What ended here with the next step "hand over" goes on over its seam, in the same save: a hand-off of its own, with its own
/// number, promise and owner, that knows where it came from.
/// </summary>
sealed class NextHandOver(BotDb db, CompanySource companies, LeadChanges changes)
{
    public async Task FollowAsync(Lead lead, Decision decision, string via, DateTimeOffset now, CancellationToken ct)
    {
        if (decision.Happened.LastOrDefault(one => one.Kind == LeadEvents.HandedOver) is not { Reason: { } id })
            return;
        var model = companies.Current.Model;
        // A seam that went out of the model between the form and its save hands over nothing: the lead has ended all the same.
        if (model.FindSeam(id) is not { } seam)
            return;
        var segment = seam.Segment is { } named ? model.FindSegment(named) ?? model.DefaultSegment : model.DefaultSegment;
        var (next, received) = Lead.Receive(lead.HandOver(seam, segment), LeadId.New(now), await db.TakeNumbersAsync("lead", 1, ct), now);
        db.Leads.Add(next);
        changes.Follow(next, received, [], null, via, null, now);
    }
}
