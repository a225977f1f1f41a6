using System.Text;
using AccountabilityBot.Csv;
using AccountabilityBot.Data;
using AccountabilityBot.Leads.Import;

namespace AccountabilityBot.Tests.Leads;

public sealed class ImportCommandTests : IDisposable
{
    const string Header = "externalId,source,name";

    readonly ImportSite _site = new();

    [Fact]
    public async Task A_good_list_is_told_in_one_line_and_unknown_sources_in_another()
    {
        var file = _site.Write("leads.csv", Header + "\na,google,Ana\nb,Olark Chat,Bo\n");

        var (code, output, error) = await _site.RunAsync("import", file);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            ["2 rows: 2 created, 0 updated, 0 unchanged, 0 refused.", "Kept as written, but not known to the revenue model: Olark Chat (1)."],
            output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_refused_row_is_listed_with_file_and_line_and_the_exit_code_is_one()
    {
        var file = _site.Write("leads.csv", Header + "\na,google,Ana\nb,,Bo\nc,fair,Cid\n");

        var (code, output, error) = await _site.RunAsync("import", file);

        Assert.Equal((1, "3 rows: 2 created, 0 updated, 0 unchanged, 1 refused."), (code, output.TrimEnd()));
        Assert.Equal($"{file}:3: source is missing or empty.", error.TrimEnd());
    }

    [Fact]
    public async Task Refused_rows_go_to_a_file_that_can_be_mended_and_imported()
    {
        var file = _site.Write("leads.csv", Header + ",note\na,google,Ana,\nb,,\"Bo, =1+1\",\"two\nlines\"\nc,fair\n");
        var rejected = _site.Path("rejected.csv");

        await _site.RunAsync("import", file, "--rejected", rejected);

        var written = await File.ReadAllTextAsync(rejected, TestContext.Current.CancellationToken);
        Assert.Equal(
            "externalId,source,name,note,rejectedLine,rejectedReason\r\n"
            + "b,,\"Bo, =1+1\",\"two\nlines\",3,source is missing or empty.\r\n"
            + "\"c,fair\",,,,5,\"The row has 2 fields, the header 4; put quotes around a value that holds the separator.\"\r\n",
            written);

        _site.Write("mended.csv", written.Replace("b,,", "b,fair,", StringComparison.Ordinal).Replace("\"c,fair\",,", "c,fair,Cid", StringComparison.Ordinal));
        var (code, output, _) = await _site.RunAsync("import", _site.Path("mended.csv"));
        Assert.Equal((0, "2 rows: 2 created, 0 updated, 0 unchanged, 0 refused."), (code, output.TrimEnd()));
        var leads = await _site.LeadsAsync();
        Assert.Equal(["Ana", "Bo, =1+1", "Cid"], leads.Select(lead => lead.Facts.Name));
        Assert.Equal(["note"], leads.SelectMany(lead => lead.Facts.Fields.Keys));
    }

    [Fact]
    public async Task The_list_itself_is_never_written_over()
    {
        var file = _site.Write("leads.csv", Header + "\na,google,Ana\n");

        var (code, _, error) = await _site.RunAsync("import", file, "--rejected", file);

        Assert.Equal((1, 0), (code, _site.Prepared));
        Assert.Contains("is read in the same run", error, StringComparison.Ordinal);
        Assert.StartsWith(Header, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_a_line_each_thousand_rows_where_there_is_no_terminal()
    {
        var file = _site.Write("leads.csv", Header + "\n" + string.Concat(Enumerable.Range(1, 2_100).Select(row => $"a-{row},google,Ana {row}\n")));

        var (code, output, error) = await _site.RunAsync("import", file);

        Assert.Equal((0, "2,100 rows: 2,100 created, 0 updated, 0 unchanged, 0 refused."), (code, output.TrimEnd()));
        Assert.Equal(["1,000 rows", "2,000 rows"], error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Progress_on_a_terminal_is_a_bar_that_refused_rows_do_not_tear()
    {
        using var error = new StringWriter();
        var display = new ImportDisplay(error, isTerminal: true, "leads.csv", () => 0.5, rejected: null);

        display.Report(new ImportNews.Stored(200));
        display.Report(new ImportNews.Refused(new CsvRow(7, "", [], null), "name is \"\u001b[2J\"."));
        display.End();

        Assert.Equal(
            "\r\u001b[K[###############...............] 50 %  200 rows\r\u001b[Kleads.csv:7: name is \"[2J\"." + Environment.NewLine + "\r\u001b[K",
            error.ToString());
    }

    [Theory]
    [InlineData("", "leads.csv: header: The file is empty")]
    [InlineData("externalId,source\n", "leads.csv:1: header.name: Nothing gives the lead's name")]
    public async Task A_list_without_a_usable_header_is_refused(string csv, string words)
    {
        var file = _site.Write("leads.csv", csv);

        var (code, output, error) = await _site.RunAsync("import", file);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_list_is_refused_before_the_database_is_asked()
    {
        var junk = _site.Write("leads.xlsx", [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0xFF]);

        Assert.Contains("There is no such file.", await Refused("import", _site.Path("none.csv")), StringComparison.Ordinal);
        Assert.Contains("This is a folder", await Refused("import", Path.GetDirectoryName(junk)!), StringComparison.Ordinal);
        Assert.Contains("This is not a text file", await Refused("import", junk), StringComparison.Ordinal);
        Assert.Contains("There is no such file.", await Refused("import", junk, "--map", _site.Path("none.yaml")), StringComparison.Ordinal);
        Assert.Equal(0, _site.Prepared);

        async Task<string> Refused(params string[] arguments)
        {
            var (code, output, error) = await _site.RunAsync(arguments);
            Assert.Equal((1, ""), (code, output));
            return error;
        }
    }

    [Fact]
    public async Task A_map_that_names_a_column_the_list_lacks_is_pointed_at_in_the_map()
    {
        var file = _site.Write("leads.csv", "id,origin,name\na,google,Ana\n");
        var map = _site.Write("map.yaml", "columns:\n  externalId: id\n  source: orgin\n");

        var (code, _, error) = await _site.RunAsync("import", file, "--map", map);

        Assert.Equal(1, code);
        Assert.StartsWith($"{map}:3:11: columns.source: The map names the column \"orgin\", which the file does not have", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_cost_their_own_row_and_utf_16_is_read()
    {
        var latin = _site.Write("latin.csv", Encoding.Latin1.GetBytes(Header + "\na,google,Ana\nb,fair,Müller\n"));
        var wide = _site.Write("wide.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes((Header + "\r\nc,fair,Müller\r\n").Replace(',', '\t'))]);

        var (code, output, error) = await _site.RunAsync("import", latin);
        var (_, outputOfWide, _) = await _site.RunAsync("import", wide);

        Assert.Equal((1, "2 rows: 1 created, 0 updated, 0 unchanged, 1 refused."), (code, output.TrimEnd()));
        Assert.Contains("latin.csv:3: The row holds bytes that are not UTF-8", error, StringComparison.Ordinal);
        Assert.StartsWith("1 row: 1 created", outputOfWide, StringComparison.Ordinal);
        Assert.Equal(["Ana", "Müller"], (await _site.LeadsAsync()).Select(lead => lead.Facts.Name));
    }

    [Fact]
    public async Task A_database_that_fails_and_a_setting_that_is_wrong_are_told_in_a_sentence()
    {
        var file = _site.Write("leads.csv", Header + "\na,google,Ana\n");
        using var host = await _site.HostAsync(TestContext.Current.CancellationToken);
        await ImportSite.AskAsync(host, (db, ct) => db.Database.EnsureDeletedAsync(ct));

        var (broken, _, why) = await ImportSite.RunAsync(_ => Task.FromResult(host), "import", file);
        var (wrong, _, setting) = await ImportSite.RunAsync(_ => throw new InvalidSettingException("Storage:Path", "is \"x\"."), "import", file);

        Assert.Equal((1, 1), (broken, wrong));
        Assert.Matches(@"^The import failed \(.*no such table.*\) after 0 rows, which stay as they are; run it again for the others\.", why);
        Assert.Equal("Storage:Path is \"x\".", setting.TrimEnd());
    }

    public void Dispose() => _site.Dispose();
}
