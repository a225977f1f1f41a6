using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Council;

/// <summary>
/// Once a day: looks whether one reject reason dominates a source, drafts what the council could decide, and tells the heads
/// of both departments. It reads the answers of the period by an index, in groups that the database counts; of people it
/// reads nothing.
/// </summary>
sealed partial class RuleChangeSweep(BotDb db, CompanySource companies, AnswersGiven answers, ILogger<RuleChangeSweep> logger)
{
    /// <summary>The row that says when it last looked.</summary>
    public const string Heartbeat = "council.rule-changes";

    public async Task<int> DraftAsync(DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        var today = DayOf(company, now);
        var last = await db.Heartbeats.AsNoTracking().Where(row => row.Name == Heartbeat).Select(row => (DateTimeOffset?)row.At).SingleOrDefaultAsync(ct);
        if (last is { } at && DayOf(company, at) == today)
            return 0;

        // What can still be undone is no answer yet.
        var until = now - company.Model.Leads.Undo;
        var period = (From: until.AddDays(-company.Model.Council.Days), Until: until);
        var drafted = 0;
        foreach (var draft in RuleChangeDrafts.Find(await answers.ReadAsync(period, ct), company.Model.Council))
            drafted += await DraftAsync(draft, period, today, company, now, ct) ? 1 : 0;
        await Heartbeats.BeatAsync(db, Heartbeat, now, ct);
        return drafted;
    }

    /// <summary>Each draft is its own save: one that is there already does not keep the others out.</summary>
    async Task<bool> DraftAsync(
        RuleChangeDraft draft, (DateTimeOffset From, DateTimeOffset Until) period, DateOnly today, Company company, DateTimeOffset now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var quarter = RuleChange.QuarterOf(today);
        if (await db.RuleChanges.AnyAsync(
            known => known.Source == draft.Source && known.Reason == draft.Reason && known.FromDepartment == draft.From
                && (known.Quarter == quarter || known.State == RuleChangeState.Drafted || known.State == RuleChangeState.Parked), ct))
        {
            return false;
        }

        var change = RuleChange.Draft(draft, period, await ExamplesAsync(draft, period, ct), today, Guid.CreateVersion7(now), now);
        db.RuleChanges.Add(change);
        db.Record("rule-change.drafted", null, Via.Rule, change.Id.ToString(), now);
        foreach (var head in HeadsOf(change, company))
            db.Notices.Add(LeadNotices.News(CouncilKinds.Drafted, $"rule-change:{change.Id}:{head.Id}", change.Id.ToString(), new Listener(head.Id), company, now));
        try
        {
            await db.SaveChangesAsync(ct);
            Drafted(change.Source, change.Reason, change.Rejects, change.Answers);
            return true;
        }
        catch (DbUpdateException raced) when (db.IsUniqueViolation(raced))
        {
            // Another server has drafted it in this very moment.
            return false;
        }
    }

    Task<List<long>> ExamplesAsync(RuleChangeDraft draft, (DateTimeOffset From, DateTimeOffset Until) period, CancellationToken ct) => answers.In(period)
        .Where(offer => offer.Outcome == OfferOutcome.Rejected)
        .Join(db.Leads, offer => offer.LeadId, lead => lead.Id, (offer, lead) => new { offer.AnsweredAt, Reason = offer.RejectReason ?? lead.RejectReason, lead.No, lead.Source, lead.FromDepartment })
        .Where(reject => reject.Reason == draft.Reason && reject.Source == draft.Source && reject.FromDepartment == draft.From)
        .GroupBy(reject => reject.No)
        .Select(rejects => new { No = rejects.Key, At = rejects.Max(reject => reject.AnsweredAt) })
        .OrderByDescending(lead => lead.At).ThenByDescending(lead => lead.No)
        .Select(lead => lead.No)
        .Take(RuleChange.MostExamples)
        .ToListAsync(ct);

    public static IEnumerable<CompanyPerson> HeadsOf(RuleChange change, Company company) => new[] { change.FromDepartment, change.ToDepartment }
        .Select(company.Model.FindDepartment)
        .Select(department => department is null ? null : company.HeadOf(department) ?? company.GuardianOf(department))
        .OfType<CompanyPerson>()
        .DistinctBy(person => person.Id);

    static DateOnly DayOf(Company company, DateTimeOffset at) =>
        LocalTime.DayIn(TimeZoneInfo.FindSystemTimeZoneById(company.Model.TimeZone), at);

    [LoggerMessage(1, LogLevel.Information, "Drafted a rule change: {Reason} is the answer to {Rejects} of {Answers} leads from {Source}.")]
    partial void Drafted(string source, string reason, int rejects, int answers);
}
