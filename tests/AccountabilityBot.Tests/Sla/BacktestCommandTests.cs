using AccountabilityBot.Tests.Setup;

namespace AccountabilityBot.Tests.Sla;

public sealed class BacktestCommandTests : IDisposable
{
    const string Header = "lead_id,received_at,answered_at\n";
    const string OutputHeader = "lead_id,raw_minutes,working_minutes,breached,rungs";

    readonly BacktestSite _site = new();

    /// <summary>A Monday in November 2012; Rome is an hour ahead of UTC.</summary>
    [Theory]
    [InlineData("2012-11-05T10:00:00+01:00", "2012-11-05T10:20:30+01:00", "20.50,20.50,false,")]
    // The first rung is at half an hour; an answer in that very instant comes in time.
    [InlineData("2012-11-05T10:00:00+01:00", "2012-11-05T10:30:00+01:00", "30.00,30.00,false,")]
    [InlineData("2012-11-05T10:00:00+01:00", "2012-11-05T10:30:00.001+01:00", "30.00,30.00,false,nudge-1")]
    [InlineData("2012-11-05T10:00:00+01:00", "2012-11-05T11:00:00+01:00", "60.00,60.00,false,nudge-1;nudge-2")]
    [InlineData("2012-11-05T10:00:00+01:00", "2012-11-05T11:00:01+01:00", "60.02,60.02,true,nudge-1;nudge-2;second-line")]
    [InlineData("2012-11-05T10:00:00+01:00", "2012-11-05T12:00:00+01:00", "120.00,120.00,true,nudge-1;nudge-2;second-line;reassign")]
    // Over lunch, over night, over the weekend.
    [InlineData("2012-11-05T12:50:00+01:00", "2012-11-05T14:10:00+01:00", "80.00,20.00,false,")]
    [InlineData("2012-11-05T20:00:00+01:00", "2012-11-06T06:00:00+01:00", "600.00,0.00,false,")]
    [InlineData("2012-11-09T16:45:00+01:00", "2012-11-12T09:30:00+01:00", "3885.00,45.00,false,nudge-1")]
    // Half day, two holidays; the offset is the writer's, the hours are Rome's.
    [InlineData("2012-12-24T12:00:00Z", "2012-12-27T08:10:00Z", "4090.00,10.00,false,")]
    [InlineData("2012-12-24T05:25:00-05:00", "2012-12-27T13:45:00+05:30", "4190.00,80.00,true,nudge-1;nudge-2;second-line")]
    // Due at the end of a working hour, and answered after it, before the next one began: the rung was climbed in between.
    [InlineData("2012-11-05T17:00:00+01:00", "2012-11-05T22:00:00+01:00", "300.00,60.00,true,nudge-1;nudge-2;second-line")]
    // No answer.
    [InlineData("2012-11-05T10:00:00+01:00", "", ",,true,nudge-1;nudge-2;second-line;reassign")]
    // Other ways to write an instant.
    [InlineData("2012-11-05 10:00+0100", "2012-11-05T09:20Z", "20.00,20.00,false,")]
    [InlineData("2012-11-05T10:00:00.5+01", "2012-11-05t10:01:00.500+01:00", "1.00,1.00,false,")]
    public async Task A_lead_is_measured_against_promise_and_ladder(string received, string answered, string expected)
    {
        var (code, output, _) = await _site.BacktestAsync($"{Header}L-1,{received},{answered}\n");

        Assert.Equal((0, $"L-1,{expected}"), (code, Assert.Single(output.Skip(1))));
        Assert.Equal(OutputHeader, output[0]);
    }

    [Theory]
    [InlineData("L-2,2012-11-05T10:00:00,", "received_at: \"2012-11-05T10:00:00\" has no offset, so that it may mean many instants; write it such as 2026-02-01T14:30:00+01:00, or with Z for UTC.")]
    [InlineData("L-2,2012-11-05,", "received_at: \"2012-11-05\" has no offset")]
    [InlineData("L-2,2012-11-05T10:00:00Z,2012-11-05 11:00", "answered_at: \"2012-11-05 11:00\" has no offset")]
    [InlineData("L-2,2012-11-05T10:00:00Z,2012-11-05T09:59:59Z", "answered_at: the answer (2012-11-05T09:59:59Z) comes before the arrival (2012-11-05T10:00:00Z).")]
    [InlineData("L-2,2012-11-05T10:00:00+01:00,2012-11-05T10:30:00+02:00", "comes before the arrival")]
    [InlineData("L-2,2012-11-05T10:00:00Z,2102-11-05T10:00:00Z", "comes more than ten years after the arrival")]
    [InlineData("L-2,yesterday,", "received_at: \"yesterday\" is no instant as ISO 8601 has it, such as 2026-02-01T14:30:00+01:00.")]
    [InlineData("L-2,2012-02-30T10:00:00Z,", "is no instant")]
    [InlineData("L-2,2012-11-05T10:00:00+25:00,", "is no instant")]
    [InlineData("L-2,0001-01-01T00:00:00+14:00,", "is no instant")]
    [InlineData("L-2,,2012-11-05T10:00:00Z", "received_at: is empty")]
    [InlineData(",2012-11-05T10:00:00Z,", "lead_id: is empty")]
    [InlineData("L-2,2012-11-05T10:00:00Z", "The row has 2 fields, the header 3")]
    [InlineData("\"L-2,2012-11-05T10:00:00Z,", "A quote is opened and not closed on the same line.")]
    public async Task A_row_that_cannot_be_taken_is_listed_and_the_rest_is_done(string row, string sentence)
    {
        var (code, output, error) = await _site.BacktestAsync(
            $"{Header}L-1,2012-11-05T10:00:00Z,2012-11-05T10:10:00Z\n{row}\nL-3,2012-11-05T11:00:00Z,\n");

        Assert.Equal(0, code);
        Assert.Equal(["L-1,10.00,10.00,false,", "L-3,,,true,nudge-1;nudge-2;second-line;reassign"], output.Skip(1));
        Assert.Matches(@"leads\.csv:3: ", error[0]);
        Assert.Contains(sentence, error[0], StringComparison.Ordinal);
        Assert.Equal("3 rows: 1 kept, 1 breached, 1 refused. Median of 1 answer: 10.00 minutes raw, 10.00 working.", error[1]);
    }

    [Fact]
    public async Task Rows_out_of_order_and_ids_that_come_twice_keep_the_order_of_the_file()
    {
        var (code, output, error) = await _site.BacktestAsync(
            $"{Header}b,2012-11-05T12:55:00+01:00,2012-11-05T14:05:00+01:00\na,2011-01-03T10:00:00+01:00,2011-01-03T10:01:00+01:00\n\"b;\"\"x\"\"\",2012-11-05T10:00:00+01:00,2012-11-05T10:04:00+01:00\nb,2012-11-05T10:00:00+01:00,2012-11-05T10:02:00+01:00\n");

        Assert.Equal(0, code);
        Assert.Equal(["b,70.00,10.00,false,", "a,1.00,1.00,false,", "\"b;\"\"x\"\"\",4.00,4.00,false,", "b,2.00,2.00,false,"], output.Skip(1));
        Assert.Equal("4 rows: 4 kept, 0 breached, 0 refused. Median of 4 answers: 3.00 minutes raw, 3.00 working.", Assert.Single(error));
    }

    [Fact]
    public async Task Each_department_counts_its_own_hours_and_each_segment_has_its_own_ladder()
    {
        const string Rows = Header + "L-1,2012-11-04T10:00:00+01:00,2012-11-05T12:00:00+01:00\n";

        var (_, support, _) = await _site.BacktestAsync(Rows, "day");
        var (_, marketing, _) = await _site.BacktestAsync(Rows, "day", "Marketing");

        Assert.Equal("L-1,1560.00,180.00,false,nudge-1", support[1]);
        Assert.Equal("L-1,1560.00,1560.00,true,nudge-1;nudge-2;guardian", marketing[1]);
    }

    [Theory]
    [InlineData("Answered At;LEAD-ID;note;received_at\n2012-11-05T10:10:00Z;L-1;;2012-11-05T10:00:00Z\n")]
    [InlineData("\uFEFFlead_id,received_at,answered_at\r\nL-1,2012-11-05T10:00:00Z,2012-11-05T10:10:00Z\r\n\r\n")]
    public async Task Columns_may_stand_anywhere_and_others_beside_them(string text) =>
        Assert.Equal([OutputHeader, "L-1,10.00,10.00,false,"], (await _site.BacktestAsync(text)).Output);

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("lead_id,recieved_at,answered_at\nL-1,2012-11-05T10:00:00Z,\n", "There is no column \"received_at\"; lead_id, received_at and answered_at are needed. Is it the one called \"recieved_at\"?")]
    [InlineData("lead_id,received_at,answered_at,Lead ID\n", "There are 2 columns \"lead_id\"; one is needed.")]
    [InlineData(Header + "L-1,now,\nL-2,later,\n", "2 rows: 0 kept, 0 breached, 2 refused. There was no answer.")]
    public async Task Where_nothing_can_be_done_it_says_why(string text, string sentence)
    {
        var (code, _, error) = await _site.BacktestAsync(text);

        Assert.Equal(1, code);
        Assert.Contains(error, line => line.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_without_rows_is_no_mistake()
    {
        var (code, output, error) = await _site.BacktestAsync(Header);

        Assert.Equal((0, OutputHeader, "0 rows: 0 kept, 0 breached, 0 refused. There was no answer."), (code, Assert.Single(output), Assert.Single(error)));
    }

    [Fact]
    public async Task What_the_model_does_not_have_is_named_with_what_it_has()
    {
        var (code, output, error) = await _site.BacktestAsync(Header, "dya", "suport");

        Assert.Equal((1, 0), (code, output.Length));
        Assert.Equal(
            [
                "--department: the model has no department \"suport\"; it has marketing, support. Did you mean \"support\"?",
                "--segment: the model has no segment \"dya\"; it has hour, day. Did you mean \"day\"?",
            ],
            error);
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_a_model_with_errors_are_refused()
    {
        var leads = _site.Write("leads.csv", Header);
        var broken = _site.Write("broken.yaml", (await File.ReadAllTextAsync(_site.ModelPath, TestContext.Current.CancellationToken)).Replace("Europe/Rome", "Mars/Phobos", StringComparison.Ordinal));

        var (missing, _, missingError) = await _site.RunAsync("backtest", "nowhere.csv", "--department", "support", "--segment", "day");
        var (model, _, modelError) = await _site.RunAsync("backtest", leads, "--department", "support", "--segment", "day", "--model", broken);

        Assert.Equal((1, "nowhere.csv: There is no such file."), (missing, Assert.Single(missingError)));
        Assert.Equal(1, model);
        Assert.Contains("broken.yaml:3:11: timeZone: \"Mars/Phobos\" is no known time zone", Assert.Single(modelError), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_model_can_be_tried()
    {
        var leads = _site.Write("leads.csv", $"{Header}L-1,2026-11-23T09:00:00+01:00,2026-11-23T09:03:00+01:00\n");

        var (code, output, _) = await _site.RunAsync("backtest", leads, "--department", "sales", "--segment", "hot", "--model", SampleFiles.Model);

        Assert.Equal((0, "L-1,3.00,3.00,false,nudge-1"), (code, output[1]));
    }

    public void Dispose() => _site.Dispose();
}
