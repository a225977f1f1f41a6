using System.Globalization;
using AccountabilityBot.Csv;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Tests.Edge;
using AccountabilityBot.Tests.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AccountabilityBot.Tests.Leads;

/// <summary>Lists that real companies have published. They lie beside the repository, never in it; without them these tests are skipped by name.</summary>
public sealed class ImportRealListsTests : IDisposable
{
    readonly ImportSite _site = new();

    [Fact]
    public async Task Of_eight_thousand_real_leads_none_is_lost_and_a_second_import_changes_nothing()
    {
        var file = Needed(SharedData.OlistLeads, "data/olist/olist_marketing_qualified_leads_dataset.csv");

        var (code, output, error) = await _site.RunAsync("import", file, "--map", SampleFiles.OlistMap);
        var (_, again, _) = await _site.RunAsync("import", file, "--map", SampleFiles.OlistMap);

        Assert.Equal((0, "8,000 rows: 8,000 created, 0 updated, 0 unchanged, 0 refused."), (code, output.TrimEnd()));
        Assert.Equal(8, error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("8,000 rows: 0 created, 0 updated, 8,000 unchanged, 0 refused.", again.TrimEnd());

        var leads = await _site.LeadsAsync();
        var rows = CsvRows.Read(File.OpenText(file), mostLines: 1).Skip(1).ToList();
        Assert.Equal(rows.Select(row => row.Values[0]), leads.Select(lead => lead.ExternalId));
        Assert.Equal(60, rows.Count(row => row.Values[3].Length is 0));
        Assert.Equal(1_099 + 60, leads.Count(lead => lead.Source is "unknown"));
        Assert.Equal(2_296, leads.Count(lead => lead.Source is "organic-search"));

        var oldest = rows.Min(row => row.Values[1]);
        var nine = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo");
        Assert.Equal(oldest + " 09:00", TimeZoneInfo.ConvertTime(leads.Min(lead => lead.ReceivedAt), nine).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task As_many_are_offered_as_there_is_room_for_and_all_others_wait_in_order()
    {
        var file = Needed(SharedData.OlistLeads, "data/olist/olist_marketing_qualified_leads_dataset.csv");
        using var host = await _site.HostAsync(TestContext.Current.CancellationToken);
        await ImportSite.ImportAsync(host, File.OpenText(file), await File.ReadAllTextAsync(SampleFiles.OlistMap, TestContext.Current.CancellationToken));

        // A department without a home channel offers nothing: nobody would see it.
        await ImportSite.AskAsync(host, (db, ct) =>
        {
            db.Channels.Add(new DepartmentChannel { Department = "sales", ChannelId = "19:sales@thread.tacv2", TeamId = "19:team@thread.tacv2", ServiceUrl = "https://smba.trafficmanager.net/teams/" });
            return db.SaveChangesAsync(ct);
        });
        while (await OpenAsync(host) > 0)
        {
            // Until nobody has room.
        }

        var company = host.Services.GetRequiredService<CompanySource>().Current;
        var leads = await ImportSite.AskAsync(host, (db, ct) => db.Leads.AsNoTracking().Include(lead => lead.Offers).OrderBy(lead => lead.No).ToListAsync(ct));
        var offered = leads.Where(lead => lead.State is LeadState.Offered).ToList();
        var room = company.MembersOf("sales").Sum(company.CapacityOf) + company.Model.FindDepartment("sales")!.PoolOffers;

        Assert.Equal(8_000, leads.Count);
        Assert.InRange(offered.Count, 1, room);
        Assert.All(offered.GroupBy(lead => lead.OpenOffer!.To), held => Assert.True(held.Count() <= company.CapacityOf(company.Find(held.Key!.Value)!)));
        // The first of the list were offered, the rest waits, and nothing is anywhere else.
        Assert.Equal(leads.Take(offered.Count), offered);
        Assert.All(leads.Skip(offered.Count), lead => Assert.Equal((LeadState.Waiting, null), (lead.State, lead.GuardianSince)));
        Assert.Equal(leads.Skip(offered.Count), leads.Skip(offered.Count).OrderBy(lead => lead.Rank).ThenBy(lead => lead.WaitingSince).ThenBy(lead => lead.No));
    }

    [Fact]
    public async Task Two_spellings_of_a_source_are_one_and_sources_nobody_knows_are_counted()
    {
        var file = Needed(SharedData.SchoolLeads, "data/xeducation/Leads.csv");

        var (summary, refused) = await _site.ImportAsync(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), """
            columns:
              externalId: Prospect ID
              source: Lead Source
              name: "Lead {Lead Number}"
            blank: { source: unknown }
            defaults: { segment: cold }
            fields: [Lead Origin, Country, City, Tags, Lead Quality, Last Activity]
            """);

        Assert.Empty(refused);
        Assert.Equal("9,240 rows: 9,240 created, 0 updated, 0 unchanged, 0 refused.", summary.ToString());
        var rows = CsvRows.Read(File.OpenText(file), mostLines: 1).Skip(1).ToList();
        int Written(string source) => rows.Count(row => row.Values[3] == source);
        var leads = await _site.LeadsAsync();
        Assert.True(Written("Google") > 0 && Written("google") > 0);
        var google = rows.Where(row => row.Values[3] is "Google" or "google").Select(row => row.Values[0]).ToHashSet();
        Assert.Equal(["paid-search"], leads.Where(lead => google.Contains(lead.ExternalId)).Select(lead => lead.Source).Distinct());
        Assert.Contains(("Olark Chat", Written("Olark Chat")), summary.UnknownSources);
        Assert.DoesNotContain(summary.UnknownSources, source => source.Source.Equals("google", StringComparison.OrdinalIgnoreCase));
    }

    static async Task<int> OpenAsync(IHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LeadQueue>()
            .OpenAsync(host.Services.GetRequiredService<TimeProvider>().GetUtcNow(), TestContext.Current.CancellationToken);
    }

    static string Needed(string? list, string name)
    {
        Assert.SkipWhen(list is null, $"{name} is not there; ACCOUNTABILITY_SHARED names the folder that has it.");
        return list!;
    }

    public void Dispose() => _site.Dispose();
}
