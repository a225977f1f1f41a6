using AccountabilityBot.Council.Models;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.People;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Council;

/// <summary>Reads what the pack shows, from the rows of that moment.</summary>
sealed class CouncilReading(BotDb db, CompanySource companies, AnswersGiven answers)
{
    /// <summary>Two meetings back: whether it helped shows only after a while.</summary>
    const int DecidedDays = 66;

    const int PaceDays = 92;

    const int MostDecided = 24;

    const int MostEnded = 6;

    /// <param name="on">The meeting's day; none: today.</param>
    public async Task<CouncilView> ReadAsync(Sentences say, Guid post, DateOnly? on, DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        var tried = await ExperimentsAsync(ct);
        return new CouncilView
        {
            Company = company,
            Say = say,
            PostId = post,
            Now = now,
            On = on ?? CouncilMembers.Today(company, now),
            Decided = await DecidedAsync(company, tried, now, ct),
            MedianDays = await PaceAsync(now, ct),
            Targets = await TargetsAsync(company, now, ct),
            Sources = Sources(await answers.ReadAsync((now.AddDays(-Helped.Days), now - company.Model.Leads.Undo), ct)),
            RuleChanges = await db.RuleChanges.AsNoTracking().Where(change => change.State == RuleChangeState.Drafted || change.State == RuleChangeState.Parked)
                .OrderByDescending(change => change.DraftedAt).ThenBy(change => change.Id).ToListAsync(ct),
            Draft = await OpenDraftAsync(ct),
            Experiments = tried,
            Maturity = await MaturityAsync(company, now, ct),
        };
    }

    /// <summary>The draft as it stands against the version in force now.</summary>
    public async Task<Proposal> ProposalAsync(ModelDraft draft, CancellationToken ct)
    {
        var company = companies.Current;
        var decision = await db.CouncilDecisions.AsNoTracking().Where(row => row.SubjectId == draft.Id).OrderByDescending(row => row.At).FirstOrDefaultAsync(ct);
        return new Proposal(draft, await ChangesAsync(draft, decision, ct), company.ModelVersion, decision);
    }

    public async Task<MaturityTrend> MaturityAsync(Company company, DateTimeOffset now, CancellationToken ct)
    {
        var start = Maturity.StartOf(CouncilMembers.Today(company, now));
        string[] quarters = [.. Enumerable.Range(0, 4).Select(back => RuleChange.QuarterOf(start.AddMonths(-3 * back)))];
        var saved = await db.MaturityAssessments.AsNoTracking().Where(row => quarters.Contains(row.Quarter) && row.SavedAt != null)
            .Select(row => new { row.Quarter, row.Scores }).ToListAsync(ct);
        return new MaturityTrend(
        [
            .. quarters.Select(quarter =>
            {
                var mine = saved.Where(row => row.Quarter == quarter).Select(row => row.Scores).ToList();
                return (quarter, mine.Count, (IReadOnlyDictionary<string, decimal?>)Maturity.Capabilities.ToDictionary(one => one, one => Maturity.Average(one, mine)));
            }),
        ]);
    }

    /// <summary>Running ones first, by their last day; then those that ended last.</summary>
    public async Task<IReadOnlyList<TriedOut>> ExperimentsAsync(CancellationToken ct)
    {
        var running = await db.Experiments.AsNoTracking().Where(row => row.State == ExperimentState.Running).OrderBy(row => row.EndOn).ThenBy(row => row.Id).ToListAsync(ct);
        var ended = await db.Experiments.AsNoTracking().Where(row => row.State != ExperimentState.Running).OrderByDescending(row => row.EndedAt).Take(MostEnded).ToListAsync(ct);
        List<TriedOut> tried = [];
        foreach (var experiment in running.Concat(ended))
            tried.Add(await TriedAsync(experiment, ct));
        return tried;
    }

    public async Task<TriedOut> TriedAsync(Experiment experiment, CancellationToken ct)
    {
        if (experiment.NumberId is not { } id || await db.Numbers.AsNoTracking().SingleOrDefaultAsync(number => number.Id == id, ct) is not { } number)
            return new TriedOut(experiment, null, null, null, false);
        var values = db.NumberValues.AsNoTracking().Where(value => value.NumberId == id && value.ReplacedAt == null);
        var atStart = await values.Where(value => value.PeriodEnd < experiment.StartOn).OrderByDescending(value => value.PeriodEnd).FirstOrDefaultAsync(ct);
        var latest = await values.OrderByDescending(value => value.PeriodEnd).FirstOrDefaultAsync(ct);
        return new TriedOut(experiment, number.Facts, atStart?.Value, latest?.Value, latest?.PeriodEnd >= experiment.StartOn);
    }

    async Task<IReadOnlyList<ModelChange>?> ChangesAsync(ModelDraft draft, CouncilDecision? decision, CancellationToken ct)
    {
        if (ModelInForce.Read(draft.Text) is not { } proposed)
            return null;
        // What was approved is in force: it is shown against what it took the place of.
        if (decision?.ModelVersion is { } taken)
        {
            var before = await db.ModelVersions.AsNoTracking().SingleOrDefaultAsync(row => row.No == taken - 1, ct);
            return before is null || ModelInForce.Read(before) is not { } old ? null : ModelChanges.Between(old, proposed);
        }

        return ModelChanges.Between(companies.Current.Model, proposed);
    }

    async Task<Proposal?> OpenDraftAsync(CancellationToken ct)
    {
        var draft = await db.ModelDrafts.AsNoTracking().Where(row => row.State == ModelDraftState.Waiting || row.State == ModelDraftState.Parked)
            .OrderByDescending(row => row.ProposedAt).FirstOrDefaultAsync(ct);
        return draft is null ? null : await ProposalAsync(draft, ct);
    }

    async Task<IReadOnlyList<Decided>> DecidedAsync(Company company, IReadOnlyList<TriedOut> tried, DateTimeOffset now, CancellationToken ct)
    {
        var since = now.AddDays(-DecidedDays);
        var rows = await db.CouncilDecisions.AsNoTracking().Where(row => row.At >= since).OrderByDescending(row => row.At).Take(MostDecided).ToListAsync(ct);
        var ids = rows.Select(row => row.SubjectId).ToList();
        var changes = await db.RuleChanges.AsNoTracking().Where(change => ids.Contains(change.Id)).ToDictionaryAsync(change => change.Id, ct);
        List<Decided> decided = [];
        foreach (var row in rows)
            decided.Add(await DecidedAsync(row, changes.GetValueOrDefault(row.SubjectId), company, now, ct));
        decided.AddRange(tried.Where(one => one.Experiment.EndedAt >= since).Select(one => new Decided(
            CouncilSubjects.Experiment, one.Experiment.State is ExperimentState.Funded ? "funded" : "retired", one.Experiment.EndedBy!.Value, one.Experiment.EndedAt!.Value, one.Experiment.Result)
        {
            Tried = one,
            Help = one.Number is null ? null : one.Help,
        }));
        return [.. decided.OrderByDescending(one => one.At)];
    }

    async Task<Decided> DecidedAsync(CouncilDecision row, RuleChange? change, Company company, DateTimeOffset now, CancellationToken ct)
    {
        var decided = new Decided(row.What, row.Verdict.ToString().ToLowerInvariant(), row.By, row.At, row.Why) { Change = change, ModelVersion = row.ModelVersion };
        if (row.Verdict is not CouncilVerdict.Approve)
            return decided;
        // What can still be undone is no answer yet.
        (DateTimeOffset, DateTimeOffset) before = (row.At.AddDays(-Helped.Days), row.At), since = (row.At, now - company.Model.Leads.Undo);
        if (change is not null)
        {
            var (was, became) = (await answers.ShareAsync(change, before, ct), await answers.ShareAsync(change, since, ct));
            return decided with { Before = was, Since = became, Help = Helped.Of(was, became, lessIsBetter: true) };
        }

        if (!row.TouchesPromises)
            return decided;
        var (kept, keeps) = (await answers.KeptAsync(before, ct), await answers.KeptAsync(since, ct));
        return decided with { Before = kept, Since = keeps, Help = Helped.Of(kept, keeps, lessIsBetter: false) };
    }

    async Task<decimal?> PaceAsync(DateTimeOffset now, CancellationToken ct)
    {
        var since = now.AddDays(-PaceDays);
        var waits = await db.CouncilDecisions.AsNoTracking().Where(row => row.At >= since && row.Verdict != CouncilVerdict.Park).Select(row => new { row.ProposedAt, row.At }).ToListAsync(ct);
        return CouncilPace.MedianDays(waits.Select(row => row.At - row.ProposedAt));
    }

    async Task<IReadOnlyList<Target>> TargetsAsync(Company company, DateTimeOffset now, CancellationToken ct)
    {
        var numbers = (await db.Numbers.AsNoTracking().Include(number => number.Ownerships).Where(number => number.IsActive).OrderBy(number => number.Id).ToListAsync(ct))
            .Where(number => number.Facts.Target is not null).ToList();
        var ids = numbers.Select(number => number.Id).ToList();
        // A year of values at most: the latest two of each are shown.
        var from = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-400);
        var values = (await db.NumberValues.AsNoTracking().Where(value => ids.Contains(value.NumberId) && value.ReplacedAt == null && value.PeriodEnd >= from)
            .Select(value => new { value.NumberId, value.PeriodEnd, value.Value }).ToListAsync(ct)).ToLookup(value => value.NumberId);
        return
        [
            .. numbers.Where(number => values[number.Id].Any()).Select(number =>
            {
                var latest = values[number.Id].OrderByDescending(value => value.PeriodEnd).Take(2).ToList();
                var owner = number.Current is { } current ? company.Find(current.Person)?.Name : null;
                return new Target(
                    number.Facts, owner, latest[0].Value, latest[0].PeriodEnd, latest.Count > 1 ? latest[1].Value : null,
                    Targets.IsMet(number.Facts, latest[0].Value), NumberDays.IsStale(number, latest[0].PeriodEnd, company, now));
            })
            .OrderBy(target => target.IsMet switch { false => 0, null => 1, _ => 2 })
            .ThenByDescending(target => Targets.Distance(target.Facts, target.Value)).ThenBy(target => target.Facts.Name, StringComparer.Ordinal),
        ];
    }

    static IReadOnlyList<SourceAnswers> Sources(IReadOnlyList<AnswersOf> given) =>
    [
        .. given.GroupBy(answer => answer.Source)
            .Select(source => new SourceAnswers(
                source.Key,
                source.Sum(answer => answer.Count),
                source.Where(answer => answer.Reason is not null).Sum(answer => answer.Count),
                [.. source.Where(answer => !string.IsNullOrEmpty(answer.Reason)).GroupBy(answer => answer.Reason!).Select(reason => (reason.Key, reason.Sum(answer => answer.Count)))
                    .OrderByDescending(reason => reason.Item2).ThenBy(reason => reason.Key, StringComparer.Ordinal)]))
            .Where(source => source.Rejects > 0)
            .OrderByDescending(source => source.Rejects).ThenBy(source => source.Source, StringComparer.Ordinal),
    ];
}
