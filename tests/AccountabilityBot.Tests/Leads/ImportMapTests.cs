using System.Globalization;
using AccountabilityBot.Leads.Import;
using AccountabilityBot.Tests.Setup;

namespace AccountabilityBot.Tests.Leads;

public sealed class ImportMapTests : IDisposable
{
    readonly ImportSite _site = new();

    [Fact]
    public async Task Columns_templates_and_literals_become_fields_and_unnamed_columns_keep_their_own_name()
    {
        var (summary, refused) = await _site.ImportAsync(
            "First Name;Family name;Deal;Origin;company;Campaign code;Colour\nAna;Sousa;d-1;Google;Ana & Co;x;red\n;Bo;d-2;fair;;y;\n",
            """
            columns:
              externalId: "{deal}/{{2026}}"
              source: origin
              name: "{first_name} {Family name}"
              campaign: =spring list
            fields: all
            """);

        Assert.Empty(refused);
        Assert.Equal(2, summary.Created);
        var leads = await _site.LeadsAsync();
        Assert.Equal([("d-1/{2026}", "Ana Sousa"), ("d-2/{2026}", "Bo")], leads.Select(lead => (lead.ExternalId, lead.Facts.Name)));
        Assert.All(leads, lead => Assert.Equal("spring list", lead.Facts.Campaign));
        Assert.Equal("Ana & Co", leads[0].Facts.Company);
        Assert.Equal([("Campaign code", "x"), ("Colour", "red")], leads[0].Facts.Fields.Select(field => (field.Key, field.Value)));
        Assert.Equal(["Campaign code"], leads[1].Facts.Fields.Keys);
    }

    [Fact]
    public async Task Only_the_listed_columns_are_kept_and_one_that_is_called_like_a_field_is_none_then()
    {
        await _site.ImportAsync("externalId,source,name,value,city,age\na,google,Ana,low,Lisbon,7\n", "fields: [Value, CITY, city]");

        var facts = Assert.Single(await _site.LeadsAsync()).Facts;
        Assert.Null(facts.ValueMinor);
        Assert.Equal([("city", "Lisbon"), ("value", "low")], facts.Fields.Select(field => (field.Key, field.Value)).Order());
    }

    [Fact]
    public async Task Empty_cells_and_absent_columns_have_values_of_their_own()
    {
        await _site.ImportAsync(
            "externalId,origin,name\na,google,Ana\nb,,Bo\n",
            """
            columns: { source: origin }
            blank: { source: unknown }
            defaults: { segment: cold, fromDepartment: customer-success, department: sales, seam: customer-success-sales }
            """);

        var leads = await _site.LeadsAsync();
        Assert.Equal(["paid-search", "unknown"], leads.Select(lead => lead.Source));
        Assert.All(leads, lead => Assert.Equal(("cold", "customer-success-sales"), (lead.Segment, lead.Seam)));
    }

    [Fact]
    public async Task A_refused_cell_is_named_with_its_column()
    {
        var (_, refused) = await _site.ImportAsync(
            "id,origin,name,amount\na,google,Ana,lots\nb,,Bo,\n",
            "columns: { externalId: id, source: origin, value: amount }\ndefaults: { currency: EUR }");

        Assert.Equal(
            [
                (2, "value is \"lots\", which is no number; it is written as 12500.50; a map can say decimalComma: true. It is read from \"amount\"."),
                (3, "source is missing or empty. It is read from \"origin\"."),
            ],
            refused.Select(news => (news.Row.Line, news.Reason)));
    }

    [Theory]
    [InlineData("12500,50", 1_250_050)]
    [InlineData("12.500,50", 1_250_050)]
    [InlineData("-1", null)]
    public async Task A_decimal_comma_is_read_where_the_map_says_so(string written, int? minor)
    {
        await _site.ImportAsync($"externalId;source;name;value;currency\na;google;Ana;{written};EUR\n", "decimalComma: true");

        Assert.Equal(minor, (await _site.LeadsAsync()).FirstOrDefault()?.Facts.ValueMinor is { } value ? (int)value : null);
    }

    [Theory]
    [InlineData("dd.MM.yyyy", null, "02.11.2026", "2026-11-02T08:00:00Z")]
    [InlineData("dd.MM.yyyy", "America/Sao_Paulo", "02.11.2026", "2026-11-02T12:00:00Z")]
    [InlineData("M/d/yyyy h:mm tt", "America/New_York", "11/2/2026 1:30 PM", "2026-11-02T18:30:00Z")]
    [InlineData("yyyy-MM-dd HH:mm zzz", "America/New_York", "2026-11-02 13:30 +01:00", "2026-11-02T12:30:00Z")]
    [InlineData(null, "Asia/Tokyo", "2026-11-02T13:30", "2026-11-02T04:30:00Z")]
    [InlineData(null, "Asia/Tokyo", "2026-11-02T13:30Z", "2026-11-02T13:30:00Z")]
    public async Task Times_are_read_in_the_maps_format_and_zone(string? format, string? zone, string written, string instant)
    {
        await _site.ImportAsync(
            "externalId,source,name,seen\na,google,Ana," + written + "\n",
            $"columns: {{ receivedAt: seen }}\ndates: {{ {(format is null ? "" : $"format: \"{format}\", ")}{(zone is null ? "" : $"zone: {zone}")} }}");

        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), Assert.Single(await _site.LeadsAsync()).ReceivedAt);
    }

    [Theory]
    [InlineData("columns: { source: orign }", "columns.source", "The map names the column \"orign\", which the file does not have; it has \"id\", \"origin\", \"name\". Did you mean \"origin\"?")]
    [InlineData("columns: { externalId: id, source: origin, name: 'Lead {no}' }", "columns.name", "\"no\", which the file does not have")]
    [InlineData("columns: { externalId: id, source: origin }\nfields: [shoe size]", "fields[0]", "\"shoe size\", which the file does not have")]
    [InlineData("columns: { externalId: id, source: origin }\nblank: { company: none }", "blank.company", "No column gives \"company\"")]
    [InlineData("columns: { source: origin }", "header.externalId", "Nothing gives the lead's externalId")]
    public async Task A_map_that_does_not_fit_the_file_is_refused_before_any_row(string map, string path, string words)
    {
        var (summary, _) = await _site.ImportAsync("id,origin,name\na,google,Ana\n", map);

        Assert.Equal(0, summary.Rows);
        Assert.Contains(summary.Problems, problem => problem.Path == path && problem.Sentence.Contains(words, StringComparison.Ordinal));
        Assert.All(summary.Problems, problem => Assert.True(problem.Line > 0));
        Assert.Empty(await _site.LeadsAsync());
    }

    [Theory]
    [InlineData("colums: { source: origin }", "1:1", "The key \"colums\" is not known here", "Did you mean \"columns\"?")]
    [InlineData("columns:\n  sorce: origin", "2:3", "The key \"sorce\" is not known here", "Did you mean \"source\"?")]
    [InlineData("columns:\n  source: [a, b]", "2:11", "A list stands here", "a single value is needed")]
    [InlineData("columns: origin", "1:10", "A single value stands here", "a mapping")]
    [InlineData("columns:\n  name: 'Lead {id'", "2:9", "opens a brace", "{{ for a brace")]
    [InlineData("columns:\n  name: 'Lead {}'", "2:9", "opens a brace", "names no column")]
    [InlineData("columns:\n  externalId: =same", "2:15", "would make all rows one lead", "name a column")]
    [InlineData("columns:\n  source: origin\ndefaults:\n  source: google", "4:11", "\"source\" has a column", "under blank")]
    [InlineData("defaults:\n  source: google\nblank:\n  source: google", "4:11", "stands under defaults", "one of the two")]
    [InlineData("blank:\n  externalId: none", "2:15", "The same id in several rows", "only a column")]
    [InlineData("dates:\n  format: d", "2:11", "\"d\" is no format of a date", "dd.MM.yyyy")]
    [InlineData("dates:\n  format: HH:mm", "2:11", "\"HH:mm\" is no format of a date", "year, month and day")]
    [InlineData("dates:\n  zone: Europe/Berln", "2:9", "\"Europe/Berln\" is no known time zone", "Did you mean \"Europe/Berlin\"?")]
    [InlineData("fields: some", "1:9", "A single value stands here", "a list is needed")]
    [InlineData("decimalComma: yes", "1:15", "\"yes\" is neither", "\"true\" nor \"false\"")]
    [InlineData("", "1:1", "The file is empty", "")]
    [InlineData("- a", "1:1", "A list stands here", "a mapping (key: value) is needed")]
    [InlineData("columns: {", "", "", "")]
    public void A_bad_map_is_refused_with_its_place_and_a_sentence(string map, string place, string words, string more)
    {
        var (read, problems) = ColumnMapFile.Parse(map, "map.yaml");

        Assert.Null(read);
        var problem = Assert.Single(problems);
        Assert.StartsWith($"map.yaml:{place}", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains(words, problem.Sentence, StringComparison.Ordinal);
        Assert.Contains(more, problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_map_is_good()
    {
        var (map, problems) = ColumnMapFile.Read(SampleFiles.OlistMap);

        Assert.Empty(problems);
        Assert.Equal(["externalId", "source", "name", "receivedAt"], map!.Columns.Keys);
    }

    public void Dispose() => _site.Dispose();
}
