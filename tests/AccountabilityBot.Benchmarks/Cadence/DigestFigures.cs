using System.Diagnostics;
using AccountabilityBot.Benchmarks.Databases;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Benchmarks.Measuring;
using AccountabilityBot.Cadence;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountabilityBot.Benchmarks.Cadence;

/// <summary>
/// One Monday's digests of fifty channels, counted and saved, against one hand-written statement that groups the same week by
/// seam; and what ten times the history costs.
/// </summary>
static class DigestFigures
{
    const int People = 2_000;
    const int Short = 100_000;
    const int Long = 1_000_000;
    const double MostGrowth = 1.2;

    public static async IAsyncEnumerable<Figure> MeasureAsync(Settings settings)
    {
        await using var host = await FigureHost.OnPostgresAsync(People);
        if (host is null)
        {
            yield return Figure.Skipped("digest on PostgreSQL", FigureHost.NoPostgres);
            yield break;
        }

        var history = new LeadHistory(host);
        await history.BeginAsync();
        await history.GrowToAsync(Short);
        var few = await RoundsAsync(settings, () => DigestsAsync(host, history));
        await history.GrowToAsync(Long);
        var floor = new List<double>();
        var many = new List<double>();
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var (byHand, made) = (await TimeAsync(() => ByHandAsync(history)), await TimeAsync(() => DigestsAsync(host, history)));
            if (round is 0)
                continue;
            floor.Add(byHand);
            many.Add(made);
        }

        var (one, other) = (Comparison.Median(floor), Comparison.Median(many));
        yield return new Figure(
            $"digest: a week of {LeadHistory.Departments} channels over {Long:N0} leads and {People:N0} people, against one GROUP BY by hand",
            $"{one:N0} ms", $"{other:N0} ms", $"{other / one:0.0} × as long", "", null);
        var growth = other / Comparison.Median(few);
        yield return new Figure(
            $"digest: the same over {Long:N0} leads of history, against {Short:N0} with as many a week",
            $"{Comparison.Median(few):N0} ms", $"{other:N0} ms", $"{growth:0.00} × as long", $"≤ {MostGrowth:0.0} × as long", growth <= MostGrowth);
    }

    static async Task<List<double>> RoundsAsync(Settings settings, Func<Task> round)
    {
        var times = new List<double>();
        for (var count = 0; count <= settings.Rounds; count++)
        {
            var took = await TimeAsync(round);
            if (count > 0)
                times.Add(took);
        }

        return times;
    }

    static async Task<double> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    static async Task DigestsAsync(FigureHost host, LeadHistory history)
    {
        await using var scope = host.Bot.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<BotDb>();
        var sweep = new DigestSweep(db, services.GetRequiredService<DigestReading>(), services.GetRequiredService<CompanySource>(), new DigestClock(), NullLogger<DigestSweep>.Instance);
        var made = await sweep.MakeAsync(LeadHistory.Now, CancellationToken.None);
        // Each lead is in the digest of who handed it over, and in that of who received it.
        var figures = (await db.DigestSeams.AsNoTracking().Select(seam => seam.Figures).ToListAsync()).Select(DigestContent.ReadSeam).ToList();
        var received = Flow.Sum(figures.Select(figure => figure.Came)).Received;
        Proof.Holds(LeadHistory.Departments, "channels had a digest due", [("digests", made)]);
        if (received < 2 * LeadHistory.AWeek * 0.9 || figures.Sum(figure => figure.Leak.Count) != 2 * LeadHistory.Lying)
            throw new InvalidOperationException($"A week's {LeadHistory.AWeek} leads are in the digests of two sides each, and they count {received}; {figures.Sum(figure => figure.Leak.Count)} lie there.");
        await using var connection = await history.ConnectAsync();
        foreach (var table in (string[])["DigestSeams", "DigestDepartments", "Digests", "CardPosts"])
            await CopiedRows.ExecuteAsync(connection, $"DELETE FROM \"{table}\"");
    }

    /// <summary>The week by seam: what came, what was accepted, what was won, what was kept, what lies there.</summary>
    static async Task ByHandAsync(LeadHistory history)
    {
        await using var connection = await history.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 600;
        command.CommandText = $"""
            WITH span AS (SELECT timestamptz '{LeadHistory.Now.AddHours(-9).AddDays(-7):u}' AS a, timestamptz '{LeadHistory.Now.AddHours(-9):u}' AS b)
            SELECT "Seam", "FromDepartment", "Department", what, count(*), sum(value) FROM (
              SELECT "Seam", "FromDepartment", "Department", 'came' AS what, NULL::bigint AS value FROM "Leads", span WHERE "ReceivedAt" >= a AND "ReceivedAt" < b
              UNION ALL SELECT "Seam", "FromDepartment", "Department", 'accepted', NULL FROM span, "Offers" o JOIN "Leads" l ON l."Id" = o."LeadId" WHERE o."AnsweredAt" >= a AND o."AnsweredAt" < b AND o."Outcome" = 1
              UNION ALL SELECT "Seam", "FromDepartment", "Department", 'ended ' || d."To", d."ValueMinor" FROM span, "Dispositions" d JOIN "Leads" l ON l."Id" = d."LeadId" WHERE d."At" >= a AND d."At" < b
              UNION ALL SELECT "Seam", "FromDepartment", "Department", 'promise ' || p."Outcome", NULL FROM span, "EndedPromises" p JOIN "Leads" l ON l."Id" = p."LeadId" WHERE p."EndedAt" >= a AND p."EndedAt" < b
              UNION ALL SELECT "Seam", "FromDepartment", "Department", 'lies', "OpportunityMinor" FROM "Leads" WHERE "DispositionAsks" > 0
              UNION ALL SELECT "Seam", "FromDepartment", "Department", 'open', "OpportunityMinor" FROM "Leads" WHERE "State" = 3
            ) AS week GROUP BY 1, 2, 3, 4
            """;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = 0;
        while (await reader.ReadAsync())
            rows++;
        if (rows < LeadHistory.Departments * 5)
            throw new InvalidOperationException($"{LeadHistory.Departments} seams have at least five kinds of things each, and there are {rows} rows.");
    }
}
