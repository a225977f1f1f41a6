using AccountabilityBot.Data;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Cadence;

/// <summary>What digests of one period find: the seams of all departments, and what each department's digest says beside them.</summary>
sealed record Found(IReadOnlyList<SeamFigures> Seams, IReadOnlyDictionary<string, DepartmentContent> Departments, ILookup<string, ReportedCommitment> Commitments)
{
    /// <summary>The seams at which a department gives or receives.</summary>
    public static IEnumerable<SeamFigures> SeamsOf(string department, IEnumerable<SeamFigures> seams) => seams.Where(seam => seam.From == department || seam.To == department);
}

/// <summary>
/// Counts the digests of departments whose period is the same, all in one go: the present period from the tables, and whatever
/// lies before it from what earlier digests have kept.
/// </summary>
sealed class DigestReading(BotDb db, SeamCounting counting, Leaks leaks, DigestNumbers numbers, DigestCommitments commitments)
{
    /// <summary>A quarter of weeks.</summary>
    public const int MostPeriods = 13;

    /// <summary>Three stuck leads are three conversations; a list of thirty is none.</summary>
    const int MostStuck = 3;

    /// <param name="on">The digest's day: what came before it is history.</param>
    /// <param name="span">UTC; the second instant is no part of it.</param>
    public async Task<Found> ReadAsync(IReadOnlyList<Department> departments, DateOnly on, (DateTimeOffset From, DateTimeOffset Until) span, Company company, DateTimeOffset now, CancellationToken ct)
    {
        var leaking = await leaks.FindAsync(company, now, ct);
        var seams = await counting.CountAsync(span, leaking, now, ct);
        string[] ids = [.. departments.Select(department => department.Id)];
        var history = await HistoryAsync([.. ids.Concat(departments.SelectMany(department => Sellers(department, company.Model))).Distinct()], on, ct);
        var readers = await ReadersAsync(ids, on, ct);
        var promised = await commitments.ReadAsync(ids, on, span.From, company, ct);
        var all = await numbers.ReadAsync(ct);
        var byDepartment = all.Where(number => number.Facts.Department is not null)
            .ToLookup(number => company.Model.FindDepartment(number.Facts.Department!)?.Id ?? "");
        var values = await numbers.ValuesAsync(ids.SelectMany(id => byDepartment[id]), now, ct);
        SeamOwner[] owners = [.. DigestNumbers.OwnersOf(all, company.Model)];
        var found = new Dictionary<string, DepartmentContent>();
        foreach (var id in ids)
        {
            SeamFigures[] own = [.. Found.SeamsOf(id, seams)];
            IReadOnlyList<Kept> before = [.. history[id].OrderBy(kept => kept.On)];
            var isSender = IsSender(id, own, before);
            found[id] = new DepartmentContent(id)
            {
                IsSender = isSender,
                Commitments = CommitmentCount.Of([.. promised[id]]),
                Numbers = DigestNumbers.Lines(byDepartment[id], values, company, now),
                SeamOwners = [.. owners.Where(owner => own.Any(seam => seam.Seam == owner.Seam))],
                Stuck = Stuck(id, leaking),
                Expected = Expected(company.Model.FindDepartment(id)!, company.Model, seams, history),
                Coverage = await numbers.CoverageAsync(byDepartment[id], company, now, ct),
                Trend = Trend(id, isSender, on, own, before),
                Way = Flow.Sum(before.Select(kept => kept.Figures).Concat(own).Where(seam => IsOf(seam, id, isSender)).Select(seam => seam.Came)),
                PromisesBefore = LastPromises(before),
                Readers = readers.TryGetValue(id, out var count) ? count : null,
            };
        }

        return new Found(seams, found, promised);
    }

    /// <summary>A seam as an earlier digest has kept it.</summary>
    sealed record Kept(DateOnly On, SeamFigures Figures);

    async Task<ILookup<string, Kept>> HistoryAsync(string[] departments, DateOnly on, CancellationToken ct)
    {
        var days = await db.DigestDepartments.AsNoTracking()
            .Where(row => departments.Contains(row.Department) && row.On < on && row.On >= on.AddDays(-7 * (MostPeriods - 1) * 5))
            .Select(row => new { row.Department, row.On }).ToListAsync(ct);
        // Of a fortnightly digest the same number of periods, and not of weeks.
        var first = days.GroupBy(row => row.Department).Select(same => same.Select(row => row.On).OrderDescending().Take(MostPeriods - 1).Last()).DefaultIfEmpty(on).Min();
        var rows = await db.DigestSeams.AsNoTracking()
            .Where(row => departments.Contains(row.Department) && row.On != null && row.On >= first && row.On < on)
            .Select(row => new { row.Department, On = row.On!.Value, row.Figures }).ToListAsync(ct);
        return rows.ToLookup(row => row.Department, row => new Kept(row.On, DigestContent.ReadSeam(row.Figures)));
    }

    /// <summary>How many people pressed something on the last digest of each department.</summary>
    async Task<Dictionary<string, int>> ReadersAsync(string[] departments, DateOnly on, CancellationToken ct)
    {
        var rows = await db.DigestDepartments.AsNoTracking()
            .Where(row => departments.Contains(row.Department) && row.On < on)
            .Where(row => !db.DigestDepartments.Any(later => later.Department == row.Department && later.On > row.On && later.On < on))
            .Select(row => new { row.Department, Count = db.DigestReads.Count(read => read.DigestId == row.DigestId) })
            .ToListAsync(ct);
        return rows.ToDictionary(row => row.Department, row => row.Count);
    }

    /// <summary>
    /// Marketing wins nothing itself and hands over more than it receives: what became of its leads is its way to a win. Who wins
    /// hands its orders over as well, and is no sender for that.
    /// </summary>
    static bool IsSender(string department, IReadOnlyList<SeamFigures> present, IReadOnlyList<Kept> before)
    {
        var all = before.Select(kept => kept.Figures).Concat(present).ToList();
        var received = Flow.Sum(all.Where(seam => seam.To == department).Select(seam => seam.Came));
        return received.Won is 0 && 2 * received.Received < all.Where(seam => seam.From == department).Sum(seam => seam.Came.Received);
    }

    static bool IsOf(SeamFigures seam, string department, bool isSender) => (isSender ? seam.From : seam.To) == department;

    static TrendPoint[] Trend(string department, bool isSender, DateOnly on, IReadOnlyList<SeamFigures> present, IReadOnlyList<Kept> before) =>
    [
        .. before.Concat(present.Select(seam => new Kept(on, seam)))
            .GroupBy(kept => kept.On)
            .Select(same => (On: same.Key, Came: Flow.Sum(same.Select(kept => kept.Figures).Where(seam => IsOf(seam, department, isSender)).Select(seam => seam.Came))))
            .OrderBy(point => point.On)
            .Select(point => new TrendPoint(point.On, point.Came.Received, point.Came.Accepted, point.Came.Won))
            .TakeLast(MostPeriods),
    ];

    static Dictionary<string, IReadOnlyList<KeptCount>> LastPromises(IReadOnlyList<Kept> before) => before.Count is 0 ? [] : before
        .Where(kept => kept.On == before[^1].On)
        .GroupBy(kept => kept.Figures.To)
        .ToDictionary(same => same.Key, same => SeamFigures.Sum(same.SelectMany(kept => kept.Figures.Promises)));

    static StuckLead[] Stuck(string department, IReadOnlyList<LeakingLead> leaking) =>
    [
        .. leaking.Where(lead => lead.Way.To == department).OrderBy(lead => lead.Since).ThenBy(lead => lead.Id.Value).Take(MostStuck)
            .Select(lead => new StuckLead(lead.Id, lead.Why, lead.Owner, lead.Since)),
    ];

    /// <summary>The departments whose wins come to this one.</summary>
    static IEnumerable<string> Sellers(Department department, RevenueModel model) => HandOvers(department, model).Select(one => one.Seller);

    static IEnumerable<(string Seller, IReadOnlyList<string> Kinds)> HandOvers(Department department, RevenueModel model) =>
        from disposition in model.Dispositions
        where disposition.Becomes is DealStage.Won && disposition.Seam is not null
        let seam = model.FindSeam(disposition.Seam!)
        where seam?.To == department.Id
        select (seam.From, disposition.Kinds);

    static IReadOnlyList<ExpectedWeek>? Expected(Department department, RevenueModel model, IReadOnlyList<SeamFigures> seams, ILookup<string, Kept> history)
    {
        foreach (var (seller, kinds) in HandOvers(department, model))
        {
            SeamFigures[] open = [.. seams.Where(Leads)];
            SeamFigures[] past = [.. history[seller].Select(kept => kept.Figures).Where(Leads), .. open];
            return Arrivals.Expect(past, open);

            bool Leads(SeamFigures seam) => seam.To == seller && (kinds.Count is 0 || model.FindSeam(seam.Seam) is not { } known || kinds.Contains(known.Kind));
        }

        return null;
    }
}
