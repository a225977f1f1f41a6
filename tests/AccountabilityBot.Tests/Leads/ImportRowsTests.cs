using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Tests.Leads;

public sealed class ImportRowsTests : IDisposable
{
    const string Header = "externalId,source,name";

    readonly ImportSite _site = new();

    [Fact]
    public async Task Columns_are_read_by_name_and_others_are_kept_among_the_fields()
    {
        var (summary, refused) = await _site.ImportAsync(
            """
            External ID,SOURCE,name,Company,e_mail,phone,url,segment,value,currency,campaign,kind,seam,from_person,Received At,Shoe size
            a-1,Google,Ana,Ana & Co,ana@firm.example,+49 30 1,https://firm.example,hot,1250.50,eur,spring,lead,marketing-sales,ines.ferreira@coldworks.example,2026-11-02T08:00:00+01:00,43
            """);

        Assert.Empty(refused);
        Assert.Equal("1 row: 1 created, 0 updated, 0 unchanged, 0 refused.", summary.ToString());
        var lead = Assert.Single(await _site.LeadsAsync());
        Assert.Equal(("a-1", "paid-search", "hot", "sales", "marketing"), (lead.ExternalId, lead.Source, lead.Segment, lead.Department, lead.FromDepartment));
        Assert.Equal(("Ana", "Ana & Co", "ana@firm.example"), (lead.Facts.Name, lead.Facts.Company, lead.Facts.Email));
        Assert.Equal((125_050L, "EUR", "spring"), (lead.Facts.ValueMinor, lead.Facts.Currency, lead.Facts.Campaign));
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 7, 0, 0, TimeSpan.Zero), lead.ReceivedAt);
        Assert.NotNull(lead.FromPerson);
        Assert.Equal([("Shoe size", "43")], lead.Facts.Fields.Select(field => (field.Key, field.Value)));
    }

    [Fact]
    public async Task What_was_imported_once_is_unchanged_the_second_time_and_updated_when_it_differs()
    {
        const string Before = Header + "\na,google,Ana\nb,fair,Bo\n";

        await _site.ImportAsync(Before);
        var (again, _) = await _site.ImportAsync(Before);
        var (changed, _) = await _site.ImportAsync(Before.Replace("Bo", "Bo Nguyen", StringComparison.Ordinal));

        Assert.Equal("2 rows: 0 created, 0 updated, 2 unchanged, 0 refused.", again.ToString());
        Assert.Equal("2 rows: 0 created, 1 updated, 1 unchanged, 0 refused.", changed.ToString());
        Assert.Equal(2, (await _site.LeadsAsync()).Count);
    }

    [Fact]
    public async Task A_key_that_stands_twice_is_one_lead()
    {
        var (summary, _) = await _site.ImportAsync(Header + "\na,Google,Ana\na,google,Ana\n");

        Assert.Equal("2 rows: 1 created, 0 updated, 1 unchanged, 0 refused.", summary.ToString());
    }

    [Theory]
    [InlineData(',', "\n", "")]
    [InlineData(',', "\r\n", "\uFEFF")]
    [InlineData(';', "\r\n", "\uFEFF")]
    [InlineData('\t', "\n", "")]
    [InlineData('|', "\n", "")]
    [InlineData(';', "\r\n", "\uFEFFsep=;\r\n")]
    public async Task Separators_line_ends_and_marks_do_not_matter(char separator, string newline, string before)
    {
        var text = before + string.Join(newline, Header, "a,google,Ana", "", "b,fair,Bo", "").Replace(',', separator);

        var (summary, _) = await _site.ImportAsync(text);

        Assert.Equal("2 rows: 2 created, 0 updated, 0 unchanged, 0 refused.", summary.ToString());
        Assert.Equal(["Ana", "Bo"], (await _site.LeadsAsync()).Select(lead => lead.Facts.Name));
    }

    [Fact]
    public async Task Quotes_hold_line_ends_separators_and_quotes()
    {
        await _site.ImportAsync(Header + ",message\r\na,google,\"Sousa, \"\"Ana\"\"\",\"Line one\r\n\r\nline three, and more\"\r\nb,fair,Bo,\r\n");

        var leads = await _site.LeadsAsync();
        Assert.Equal(["Sousa, \"Ana\"", "Bo"], leads.Select(lead => lead.Facts.Name));
        Assert.Equal("Line one\n\nline three, and more", leads[0].Facts.Fields["message"]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49 30 123456")]
    [InlineData("-")]
    [InlineData("@ana")]
    [InlineData("=cmd|' /C calc'!A0")]
    public async Task What_looks_like_a_formula_is_data(string cell)
    {
        await _site.ImportAsync(Header + ",note\na,google," + cell + "," + cell + "\n");

        var facts = Assert.Single(await _site.LeadsAsync()).Facts;
        Assert.Equal((cell, cell), (facts.Name, facts.Fields["note"]));
    }

    [Theory]
    [InlineData("b,google", "The row has 2 fields, the header 6")]
    [InlineData("b,google,Bo,,,,,", "The row has 8 fields, the header 6")]
    [InlineData("b,google,\"Bo,,,", "A quote is opened and not closed")]
    [InlineData("b,google,\"Bo\" N,,,", "Text follows a closing quote")]
    [InlineData(",google,Bo,,,", "externalId is missing or empty.")]
    [InlineData("b,,Bo,,,", "source is missing or empty.")]
    [InlineData("b,google,,,,", "name is missing or empty.")]
    [InlineData("b,google,Bo,\"12,500\",EUR,", "value is \"12,500\", which is no number; it is written as 12500.50")]
    [InlineData("b,google,Bo,12500,,", "currency is missing")]
    [InlineData("b,google,Bo,12500,Euro,", "currency is \"EURO\"; it must be an ISO 4217 code")]
    [InlineData("b,google,Bo,,,31.02.2026", "receivedAt is \"31.02.2026\", which is no date as ISO 8601 has it")]
    [InlineData("b,google,Bo,,,2027-01-01", "lies in the future")]
    public async Task A_bad_row_is_listed_with_its_line_and_reason_and_all_others_are_in(string bad, string reason)
    {
        var (summary, refused) = await _site.ImportAsync(
            $"{Header},value,currency,receivedAt\na,google,\"two\nlines\",,,\n\n{bad}\nc,fair,Cid,,,\nd,fair,Dee,,,\n");

        Assert.Equal("4 rows: 3 created, 0 updated, 0 unchanged, 1 refused.", summary.ToString());
        var (row, sentence) = Assert.Single(refused);
        Assert.Equal(5, row.Line);
        Assert.Contains(reason, sentence, StringComparison.Ordinal);
        Assert.Equal(["a", "c", "d"], (await _site.LeadsAsync()).Select(lead => lead.ExternalId));
    }

    [Fact]
    public async Task A_quote_that_nobody_closed_costs_its_own_row_even_when_a_later_quote_closes_it()
    {
        var (summary, refused) = await _site.ImportAsync(Header + "\na,google,\"Ana\nb,fair,\"Bo\"\nc,fair,\"Cid, and \"\"all\"\"\"\n");

        Assert.Equal([2], refused.Select(news => news.Row.Line));
        Assert.Equal(2, summary.Created);
        Assert.Equal(["Bo", "Cid, and \"all\""], (await _site.LeadsAsync()).Select(lead => lead.Facts.Name));
    }

    [Theory]
    [InlineData("", "The file is empty; its first line must name the columns")]
    [InlineData("\n\r\n \n", "The file is empty")]
    [InlineData("externalId,source\na,google\n", "Nothing gives the lead's name")]
    [InlineData("externalId,sorce,name\na,google,Ana\n", "Nothing gives the lead's source: the file has \"externalId\", \"sorce\", \"name\". Call a column \"source\", or name one in a map (--map) under columns. Did you mean \"sorce\"?")]
    [InlineData("externalId,source,name,NAME\na,google,Ana,Ana\n", "The column \"name\" stands twice in the header")]
    [InlineData("externalId,source,name,note,Note,note\n", "The column \"note\" stands 3 times in the header")]
    [InlineData("externalId,source,name,--,--\n", "The column \"--\" stands twice in the header")]
    [InlineData("externalId,source,\"name\na,google,Ana\n", "A quote is opened and not closed")]
    public async Task A_header_that_cannot_be_used_is_refused_before_any_row(string csv, string words)
    {
        var (summary, _) = await _site.ImportAsync(csv);

        Assert.True(summary.HasErrors);
        Assert.Equal(0, summary.Rows);
        Assert.Contains(summary.Problems, problem => problem.Sentence.Contains(words, StringComparison.Ordinal));
        Assert.Empty(await _site.LeadsAsync());
    }

    [Fact]
    public async Task A_header_without_rows_is_an_import_of_nothing() =>
        Assert.Equal("0 rows: 0 created, 0 updated, 0 unchanged, 0 refused.", (await _site.ImportAsync(Header)).Summary.ToString());

    [Fact]
    public async Task A_column_that_is_nearly_called_like_a_field_is_kept_and_pointed_out()
    {
        var (summary, _) = await _site.ImportAsync(Header + ",compny\na,google,Ana,Ana & Co\n");

        var notice = Assert.Single(summary.Problems);
        Assert.Equal(
            (Severity.Notice, "The column \"compny\" is kept among the lead's own fields. Did you mean \"company\"?", 1),
            (notice.Severity, notice.Sentence, notice.Line ?? 0));
        Assert.Equal("Ana & Co", Assert.Single(await _site.LeadsAsync()).Facts.Fields["compny"]);
    }

    [Fact]
    public async Task Unknown_sources_are_kept_as_written_and_counted_whatever_their_spelling()
    {
        var (summary, _) = await _site.ImportAsync(Header + "\na,Olark Chat,A\nb,olark_chat,B\nc,testone,C\nd,Google,D\ne,google,E\n");

        Assert.Equal([("Olark Chat", 2), ("testone", 1)], summary.UnknownSources);
        Assert.Equal("Kept as written, but not known to the revenue model: Olark Chat (2), testone (1).", summary.TellUnknownSources());
        Assert.Equal(["Olark Chat", "olark_chat", "testone", "paid-search", "paid-search"], (await _site.LeadsAsync()).Select(lead => lead.Source));
    }

    [Theory]
    [InlineData("2026-11-02T08:00:00Z", "2026-11-02T08:00:00Z")]
    [InlineData("2026-11-02T08:00-03:00", "2026-11-02T11:00:00Z")]
    [InlineData("2026-11-02 08:00:00.250", "2026-11-02T07:00:00.250Z")]
    [InlineData("2026-07-02T08:00", "2026-07-02T06:00:00Z")]
    [InlineData("2026-11-02", "2026-11-02T08:00:00Z")]
    [InlineData("2026-03-29T02:30", "2026-03-29T01:00:00Z")]
    public async Task A_time_without_an_offset_is_the_companys_and_a_date_alone_means_nine(string written, string instant)
    {
        await _site.ImportAsync(Header + ",receivedAt\na,google,Ana," + written + "\n");

        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(await _site.LeadsAsync()).ReceivedAt);
    }

    [Fact]
    public async Task A_date_of_today_before_nine_means_now()
    {
        _site.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

        var (_, refused) = await _site.ImportAsync(Header + ",receivedAt\na,google,Ana,2026-11-24\nb,google,Bo,2026-11-25\n");

        Assert.Equal(_site.Clock.GetUtcNow(), Assert.Single(await _site.LeadsAsync()).ReceivedAt);
        Assert.Contains("lies in the future", Assert.Single(refused).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_waits_in_the_order_of_the_list_and_the_ledger_says_how_it_came()
    {
        await _site.ImportAsync(Header + "\n" + string.Concat(Enumerable.Range(1, 450).Select(row => $"a-{row},google,Ana {row}\n")));

        Assert.Equal(Enumerable.Range(1, 450).Select(row => $"a-{row}"), (await _site.LeadsAsync()).Select(lead => lead.ExternalId));
        Assert.All(await _site.LeadsAsync(), lead => Assert.Equal(LeadState.Waiting, lead.State));
        var ways = await _site.AskAsync((db, _) => Task.FromResult(db.Ledger.Select(entry => entry.Via).Distinct().ToList()));
        Assert.Equal(["import"], ways);
    }

    public void Dispose() => _site.Dispose();
}
