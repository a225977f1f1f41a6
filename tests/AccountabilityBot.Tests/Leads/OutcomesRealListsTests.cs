using System.Globalization;
using System.Text.RegularExpressions;
using AccountabilityBot.Csv;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers.Figures;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.Tests.Edge;
using AccountabilityBot.Tests.Setup;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Tests.Leads;

/// <summary>What became of real leads. The lists lie beside the repository, never in it; without them these tests are skipped by name.</summary>
public sealed class OutcomesRealListsTests : IDisposable
{
    readonly ImportSite _site = new();
    readonly ImportSite _school = new(SchoolDispositions.Section);

    [Fact]
    public async Task Of_eight_thousand_leads_as_many_are_won_as_the_list_of_deals_has_and_one_of_them_before_it_came()
    {
        var file = Needed(SharedData.OlistLeads, "data/olist/olist_marketing_qualified_leads_dataset.csv");
        var deals = Needed(SharedData.OlistDeals, "data/olist/olist_closed_deals_dataset.csv");
        await _site.RunAsync("import", file, "--map", SampleFiles.OlistMap);

        var (code, output, error) = await _site.RunAsync("outcomes", deals, "--map", SampleFiles.OlistDealsMap);
        var before = await VersionsAsync();
        var (_, again, _) = await _site.RunAsync("outcomes", deals, "--map", SampleFiles.OlistDealsMap);
        var (_, leadsAgain, _) = await _site.RunAsync("import", file, "--map", SampleFiles.OlistMap);

        Assert.Equal((0, ""), (code, error));
        var lines = output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("842 rows: 842 ended, 0 unchanged, 0 refused.", lines[0]);
        Assert.Matches(@"^Flagged, as said to have happened before the lead came \(.*\): 1: L-\d+ in line \d+\.$", lines[^1]);
        // Years ago they went on to whoever ships what was sold: nobody is handed eight hundred of them today.
        Assert.Contains("Not handed over to the next department, as they ended more than 30 days ago: 842.", output, StringComparison.Ordinal);
        Assert.Equal("842 rows: 0 ended, 842 unchanged, 0 refused.", again.Split(Environment.NewLine)[0]);
        Assert.Equal("8,000 rows: 0 created, 0 updated, 8,000 unchanged, 0 refused.", leadsAgain.TrimEnd());
        Assert.Equal(before, await VersionsAsync());

        // Counted again from the lists themselves.
        var came = Rows(file).ToDictionary(row => row.Values[0], row => row.Values[1]);
        var won = Rows(deals).ToDictionary(row => row.Values[0], row => row.Values[4]);
        var early = Assert.Single(won, deal => string.CompareOrdinal(deal.Value[..10], came[deal.Key]) < 0);
        var leads = await _site.LeadsAsync();
        Assert.Equal(8_000, leads.Count);
        Assert.Equal(won.Keys.Order(StringComparer.Ordinal), leads.Where(lead => lead.State is LeadState.Won).Select(lead => lead.ExternalId).Order(StringComparer.Ordinal));
        Assert.All(leads.Where(lead => lead.State is not LeadState.Won), lead => Assert.Equal(LeadState.Waiting, lead.State));
        var saved = await _site.AskAsync((db, ct) => db.Dispositions.AsNoTracking().ToListAsync(ct));
        Assert.Equal(842, saved.Count);
        var byId = leads.ToDictionary(lead => lead.Id);
        Assert.Equal(early.Key, byId[Assert.Single(saved, row => row.IsBeforeArrival).LeadId].ExternalId);
        Assert.All(saved, row => Assert.Equal(won[byId[row.LeadId].ExternalId], row.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)));

        // No figure breaks: the days to close are those of the deals that took any.
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo");
        decimal[] days =
        [
            .. won.Select(deal => Utc(deal.Value) - TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(came[deal.Key] + " 09:00", CultureInfo.InvariantCulture), zone))
                .Where(time => time >= TimeSpan.Zero).Select(time => (decimal)time.TotalDays).Order(),
        ];
        Assert.InRange(days.Length, 830, 841);
        var median = (days[(days.Length - 1) / 2] + days[days.Length / 2]) / 2;
        Assert.Equal(Math.Round(median, 2, MidpointRounding.AwayFromZero), await FigureAsync("time-to-close-median", "days"));
        Assert.Equal(100m, await FigureAsync("win-rate", "%"));
        // Nobody was asked in between: what was won at once has no cycle, and no value.
        Assert.Null(await FigureAsync("cycle-time-median", "days"));
        Assert.Null(await FigureAsync("velocity", "BRL"));
        Assert.Equal(0m, await FigureAsync("pipeline-created", "BRL"));
        Assert.Equal(0m, await FigureAsync("pipeline-open", "BRL"));
    }

    static DateTime Utc(string written) => DateTime.ParseExact(written, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>Over all the years of the list.</summary>
    Task<decimal?> FigureAsync(string name, string unit) => _site.AskAsync(async (db, ct) => (await new FigureRows(db).CountPipelineAsync(
        new Figure(name, FigureKind.Pipeline) { Seam = "marketing-sales" }, unit, (new DateTimeOffset(2017, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero)), ct)).Value);

    [Fact]
    public async Task Each_of_twenty_six_tags_means_what_its_map_says_and_none_is_lost()
    {
        var file = Needed(SharedData.SchoolLeads, "data/xeducation/Leads.csv");
        var map = await File.ReadAllTextAsync(SampleFiles.SchoolMap, TestContext.Current.CancellationToken);

        var (code, output, error) = await _school.RunAsync("import", file, "--map", SampleFiles.SchoolMap);
        var (_, again, _) = await _school.RunAsync("import", file, "--map", SampleFiles.SchoolMap);

        Assert.Equal((0, 9), (code, error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Length));
        var lines = output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("9,240 rows: 9,240 created, 0 updated, 0 unchanged, 0 refused.", lines[0]);
        Assert.Equal("9,240 rows: 0 created, 0 updated, 9,240 unchanged, 0 refused.", again.Split(Environment.NewLine)[0]);
        Assert.DoesNotContain("Known neither", output, StringComparison.Ordinal);

        // Counted again: every tag of the list by the map's line for it, against what stands in the database.
        var header = CsvRows.Read(File.OpenText(file), mostLines: 1).First().Values;
        int At(string column) => Array.IndexOf(header, column);
        var rows = Rows(file).ToList();
        var meant = LinesOf(map);
        Assert.Equal(26, meant.Count);
        Assert.Equal(meant.Keys.Order(StringComparer.Ordinal), rows.Select(row => Spelling.Fold(row.Values[At("Tags")])).Where(tag => tag.Length > 0).Distinct().Order(StringComparer.Ordinal));
        var leads = (await _school.LeadsAsync()).ToDictionary(lead => lead.ExternalId);
        foreach (var row in rows)
        {
            var (tag, lead) = (row.Values[At("Tags")], leads[row.Values[0]]);
            var line = tag.Length == 0 ? "" : meant[Spelling.Fold(tag)];
            var isOpen = line is "" or "no-answer" or "call-again" or "thinking" or "wrong-data";
            Assert.Equal(
                isOpen ? (LeadState.Waiting, null, tag.Length == 0 ? null : tag) : (StateOf(line), line, null),
                (lead.State, lead.DispositionCode is null ? null : string.Join(':', new[] { lead.DispositionCode, lead.DispositionReason }.OfType<string>()), lead.Facts.Fields.GetValueOrDefault("Disposition")));
            Assert.Equal((row.Values[At("Do Not Call")] is "Yes", row.Values[At("Do Not Email")] is "Yes"), (lead.Facts.DoNotCall, lead.Facts.DoNotEmail));
        }

        Assert.Equal((734, 2), (leads.Values.Count(lead => lead.Facts.DoNotEmail), leads.Values.Count(lead => lead.Facts.DoNotCall)));
        var blanks = rows.Count(row => row.Values[At("Tags")].Length == 0);
        Assert.Equal(3_353, blanks);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"nothing told {blanks:N0}."), output, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"won {rows.Count(row => row.Values[At("Tags")] is "Closed by Horizzon"):N0}"), output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_that_the_map_does_not_have_is_listed_as_it_is_written()
    {
        var file = Needed(SharedData.SchoolLeads, "data/xeducation/Leads.csv");
        var map = await File.ReadAllLinesAsync(SampleFiles.SchoolMap, TestContext.Current.CancellationToken);
        var without = _school.Write("map.yaml", string.Join('\n', map.Where(line => !line.Contains("Interested in full time MBA", StringComparison.Ordinal))));

        var (code, output, _) = await _school.RunAsync("import", file, "--map", without);

        Assert.Equal(0, code);
        Assert.Contains("Known neither to the map nor to the revenue model (noted on the lead, as written): \"Interested  in full time MBA\" (117).", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schools_map_is_told_that_the_sample_company_knows_other_dispositions()
    {
        var file = _site.Write("leads.csv", "Prospect ID,Lead Number,Lead Source,Tags,Do Not Email,Do Not Call,Lead Origin,Country,City,Lead Quality,Last Activity\n");

        var (code, _, error) = await _site.RunAsync("import", file, "--map", SampleFiles.SchoolMap);

        Assert.Equal(1, code);
        Assert.Matches(@"xeducation\.map\.yaml:\d+:\d+: dispositions\.Busy: ""call-again"" is no disposition of the revenue model; it has no-answer, ", error);
    }

    static LeadState StateOf(string line) => line.Split(':')[0] switch
    {
        "won" => LeadState.Won,
        "lost" => LeadState.Lost,
        "later" => LeadState.Recycled,
        _ => LeadState.Closed,
    };

    /// <summary>The map's lines as a person reads them: folded tag to <c>disposition</c> or <c>disposition:reason</c>.</summary>
    static Dictionary<string, string> LinesOf(string map) => map.Split('\n')
        .Select(line => Regex.Match(line, @"^  ""(?<tag>[^""]+)"": (\{ disposition: (?<code>[a-z-]+), reason: (?<reason>[a-z-]+)|(?<code>[a-z-]+)$)"))
        .Where(match => match.Success)
        .ToDictionary(
            match => Spelling.Fold(match.Groups["tag"].Value),
            match => match.Groups["reason"].Success ? $"{match.Groups["code"].Value}:{match.Groups["reason"].Value}" : match.Groups["code"].Value);

    Task<int> VersionsAsync() => _site.AskAsync(async (db, ct) => await db.Leads.SumAsync(lead => lead.Version, ct) + await db.Ledger.CountAsync(ct));

    static IEnumerable<CsvRow> Rows(string file) => CsvRows.Read(File.OpenText(file), mostLines: 1).Skip(1);

    static string Needed(string? list, string name)
    {
        Assert.SkipWhen(list is null, $"{name} is not there; ACCOUNTABILITY_SHARED names the folder that has it.");
        return list!;
    }

    public void Dispose()
    {
        _site.Dispose();
        _school.Dispose();
    }
}
