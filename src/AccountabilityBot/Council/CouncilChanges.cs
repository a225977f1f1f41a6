using AccountabilityBot.Council.Models;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Council;

/// <summary>What follows from a decision of the council, in the same save. It decides nothing and sends nothing.</summary>
sealed class CouncilChanges(BotDb db, CompanySource companies)
{
    public async Task FollowAsync(RuleChange change, CouncilVerdict verdict, PersonId by, string? why, DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        var decision = Add(CouncilSubjects.RuleChange, change.Id, verdict, by, why, change.DraftedAt, null, false, now);
        Tell(decision, new Listener(CouncilMembers.Home(company).Id), now);
        foreach (var head in RuleChangeSweep.HeadsOf(change, company).Where(head => head.Id != by))
            Tell(decision, new Listener(head.Id), now);
        await RaisePackAsync(now, ct);
    }

    /// <param name="changes">Against the version in force.</param>
    public async Task FollowAsync(
        ModelDraft draft, IReadOnlyList<ModelChange> changes, CouncilVerdict verdict, PersonId by, string? why, DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        var isTaken = verdict is CouncilVerdict.Approve;
        int? version = isTaken ? ModelInForce.Add(db, company.ModelVersion + 1, draft.Text, draft.Hash, Via.Card, by, now).No : null;
        var decision = Add(CouncilSubjects.ModelDraft, draft.Id, verdict, by, why, draft.ProposedAt, version, isTaken && changes.Any(change => change.IsOfPromises), now);
        foreach (var department in await ConcernedAsync(isTaken ? changes : [], company, ct))
            Tell(decision, new Listener(department), now);
        foreach (var post in await db.CardPosts.Where(post => post.SubjectId == draft.Id).ToListAsync(ct))
            post.Want(draft.Version, now);
        await RaisePackAsync(now, ct);
    }

    /// <summary>The pack that stands last shows something new.</summary>
    public async Task RaisePackAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (await db.CouncilPacks.Where(row => !row.IsOver).OrderByDescending(row => row.On).FirstOrDefaultAsync(ct) is not { } pack)
            return;
        pack.Version++;
        foreach (var post in await db.CardPosts.Where(post => post.SubjectId == pack.Id).ToListAsync(ct))
            post.Want(pack.Version, now);
    }

    /// <summary>The council's own channel, and those of the departments whose rules change; a channel that several share hears once.</summary>
    async Task<IReadOnlyList<string>> ConcernedAsync(IReadOnlyList<ModelChange> changes, Company company, CancellationToken ct)
    {
        var home = CouncilMembers.Home(company).Id;
        var concerned = company.Model.Departments.Select(department => department.Id)
            .Where(department => changes.Any(change => change.Departments?.Contains(department) ?? true));
        var channels = await db.Channels.AsNoTracking().ToDictionaryAsync(row => row.Department, row => row.ChannelId, ct);
        return [.. concerned.Prepend(home).Distinct().Where(department => department == home || channels.ContainsKey(department)).DistinctBy(department => channels.GetValueOrDefault(department) ?? department)];
    }

    CouncilDecision Add(
        string what, Guid subject, CouncilVerdict verdict, PersonId by, string? why, DateTimeOffset proposedAt, int? version, bool touchesPromises, DateTimeOffset now)
    {
        var decision = new CouncilDecision
        {
            Id = Guid.CreateVersion7(now),
            What = what,
            SubjectId = subject,
            Verdict = verdict,
            By = by,
            At = now,
            Why = string.IsNullOrWhiteSpace(why) ? null : why,
            ProposedAt = proposedAt,
            ModelVersion = version,
            TouchesPromises = touchesPromises,
        };
        db.CouncilDecisions.Add(decision);
        db.Record("council.decided", by, Via.Card, $"{what}:{verdict.ToString().ToLowerInvariant()}:{subject}", now);
        return decision;
    }

    void Tell(CouncilDecision decision, Listener to, DateTimeOffset now) => db.Notices.Add(LeadNotices.News(
        CouncilKinds.Decided, $"{CouncilKinds.Decided}:{decision.Id}:{to.Thread}", decision.Id.ToString(), to, companies.Current, now));
}
