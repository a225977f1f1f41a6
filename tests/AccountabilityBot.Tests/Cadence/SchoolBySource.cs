using AccountabilityBot.Cadence;
using AccountabilityBot.Csv;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.People;
using AccountabilityBot.Tests.Edge;
using AccountabilityBot.Tests.Leads;
using AccountabilityBot.Tests.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace AccountabilityBot.Tests.Cadence;

/// <summary>Nine thousand leads of a real school, by where they came from: as a digest counts them, and as the list has them.</summary>
public sealed class SchoolBySource : IDisposable
{
    /// <summary>What the list's own spellings are to the sample company; every other is kept as it is written.</summary>
    static readonly Dictionary<string, string> _known = new()
    {
        ["Google"] = "paid-search",
        ["google"] = "paid-search",
        ["Direct Traffic"] = "direct-traffic",
        ["Organic Search"] = "organic-search",
        ["Reference"] = "referral",
        ["Facebook"] = "social",
        ["Social Media"] = "social",
        [""] = "unknown",
    };

    readonly ImportSite _school = new(SchoolDispositions.Section, more: services => services.AddCadence().AddScoped<FigureRows>().AddLogging());

    [Fact]
    public async Task The_digest_of_the_week_in_which_they_came_says_of_each_source_how_many_came_and_were_won()
    {
        Assert.SkipWhen(SharedData.SchoolLeads is null, "data/xeducation/Leads.csv is not there; ACCOUNTABILITY_SHARED names the folder that has it.");
        await _school.RunAsync("import", SharedData.SchoolLeads!, "--map", SampleFiles.SchoolMap);
        using var host = await _school.HostAsync(TestContext.Current.CancellationToken);
        var now = _school.Clock.GetUtcNow();
        await using var scope = host.Services.CreateAsyncScope();
        var company = scope.ServiceProvider.GetRequiredService<CompanySource>().Current;

        var found = await scope.ServiceProvider.GetRequiredService<DigestReading>().ReadAsync(
            company.Model.Departments, new DateOnly(2026, 11, 24), (now.AddDays(-1), now.AddMinutes(1)), company, now.AddMinutes(1), TestContext.Current.CancellationToken);

        var rows = CsvRows.Read(File.OpenText(SharedData.SchoolLeads!), mostLines: 1).Select(row => row.Values).ToList();
        var (source, tag) = (Array.IndexOf(rows[0], "Lead Source"), Array.IndexOf(rows[0], "Tags"));
        var recounted = rows.Skip(1).GroupBy(row => _known.GetValueOrDefault(row[source]) ?? row[source])
            .Select(same => new SourceFlow(same.Key, same.Count(), same.Count(row => row[tag] is "Closed by Horizzon")))
            .OrderByDescending(one => one.Received).ThenByDescending(one => one.Won).ToList();
        var counted = SeamFigures.Sum(found.Seams.Where(seam => seam.Seam == "marketing-sales").SelectMany(seam => seam.Sources));
        Assert.Equal(recounted.Take(9), counted.Take(9));
        Assert.Equal(9_240, found.Seams.Sum(seam => seam.Seam == "marketing-sales" ? seam.Came.Received : 0));
        Assert.Equal(rows.Count(row => row[tag] is "Closed by Horizzon"), found.Seams.Where(seam => seam.Seam == "marketing-sales").Sum(seam => seam.Came.Won));
        Assert.Equal(DealStage.Won, company.Model.Dispositions.Single(one => one.Id is "won").Becomes);
    }

    public void Dispose() => _school.Dispose();
}
