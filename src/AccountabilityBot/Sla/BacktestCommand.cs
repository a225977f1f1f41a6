using System.CommandLine;
using System.Globalization;
using AccountabilityBot.Csv;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Domain.WorkingTime;
using AccountabilityBot.Setup;
using AccountabilityBot.Teams.Cards;
using CsvHelper;
using CsvRow = AccountabilityBot.Csv.CsvRow;

namespace AccountabilityBot.Sla;

/// <summary>
/// The verb <c>sla backtest FILE --department ID --segment ID [--model FILE]</c>: what a promise and its ladder would have
/// meant for the leads of the past. It needs the model and no database. Rows that cannot be taken are listed on stderr, all
/// others done. Exit 0; 1 when nothing could be done.
/// </summary>
static class BacktestCommand
{
    const int Good = 0;
    const int Refused = 1;

    /// <summary>With the configuration of <c>appsettings.json</c> and the environment.</summary>
    public static Command Create() => Create(new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build());

    /// <param name="configuration">Where <c>Model:Path</c> names the model in force.</param>
    public static Command Create(IConfiguration configuration)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The leads, CSV: lead_id, received_at, answered_at. Times are ISO 8601 with an offset; answered_at may be empty.",
        };
        var department = new Option<string>("--department") { Required = true, Description = "Whose working time counts.", HelpName = "ID" };
        var segment = new Option<string>("--segment") { Required = true, Description = "Whose promise and ladder are tried.", HelpName = "ID" };
        var model = new Option<string?>("--model") { Description = "The revenue model, YAML; without it, the one that Model:Path names, or else the sample.", HelpName = "FILE" };

        var backtest = new Command("backtest", "Try a segment's promise and ladder on leads of the past; writes CSV.") { file, department, segment, model };
        backtest.SetAction((arguments, ct) => Task.FromResult(Run(
            new Asked(
                arguments.GetRequiredValue(file),
                arguments.GetRequiredValue(department),
                arguments.GetRequiredValue(segment),
                arguments.GetValue(model) ?? CompanyFiles.ModelPathOf(configuration)),
            arguments.InvocationConfiguration.Output,
            arguments.InvocationConfiguration.Error,
            ct)));
        return new Command("sla", "Promised times.") { backtest };
    }

    static int Run(Asked asked, TextWriter output, TextWriter error, CancellationToken ct)
    {
        if (Terms(asked, error) is not { } terms)
            return Refused;
        using var csv = CsvFile.Open(asked.File, sentence => error.WriteLine($"{asked.File}: {sentence}"), largestBytes: long.MaxValue);
        if (csv is null)
            return Refused;

        try
        {
            using var rows = CsvRows.Read(csv, mostLines: 1).GetEnumerator();
            var (columns, faults) = BacktestColumns.Find(rows.MoveNext() ? rows.Current : null);
            foreach (var fault in faults)
                error.WriteLine($"{asked.File}: {fault}");
            if (columns is null)
                return Refused;

            var summary = new BacktestSummary();
            WriteAll(rows, columns, terms, summary, output, (row, fault) => error.WriteLine($"{asked.File}:{row.Line}: {new PlainText(fault)}"), ct);
            error.WriteLine(summary.ToString());
            return summary.IsInVain ? Refused : Good;
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or IOException)
        {
            error.WriteLine(stopped is OperationCanceledException ? "The backtest was stopped." : $"The backtest failed: {stopped.Message}");
            return Refused;
        }
    }

    static void WriteAll(
        IEnumerator<CsvRow> rows, BacktestColumns columns, PromiseTerms terms, BacktestSummary summary, TextWriter output, Action<CsvRow, string> refuse, CancellationToken ct)
    {
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord([BacktestColumns.LeadId, "raw_minutes", "working_minutes", "breached", "rungs"]);
        while (rows.MoveNext())
        {
            ct.ThrowIfCancellationRequested();
            var (lead, fault) = columns.Read(rows.Current);
            if (lead is null)
            {
                summary.Refuse();
                refuse(rows.Current, fault!);
                continue;
            }

            var backtest = Backtest.Of(terms, lead.ReceivedAt, lead.AnsweredAt);
            summary.Add(backtest);
            csv.WriteRecord([lead.Id, Minutes(backtest.Raw), Minutes(backtest.Working), backtest.Breached ? "true" : "false", string.Join(';', backtest.Rungs)]);
        }
    }

    /// <summary>What would stand on the leads; null, after stderr has why not.</summary>
    static PromiseTerms? Terms(Asked asked, TextWriter error)
    {
        var reading = ModelFile.Read(asked.Model);
        foreach (var problem in reading.Problems)
            error.WriteLine(problem.ToString());
        if (reading.Model is not { } model)
            return null;

        var department = model.FindDepartment(asked.Department);
        if (department is null)
            error.WriteLine(Unknown("--department", "department", asked.Department, model.Departments.Select(known => known.Id)));
        var segment = model.FindSegment(asked.Segment);
        if (segment is null)
            error.WriteLine(Unknown("--segment", "segment", asked.Segment, model.Segments.Select(known => known.Id)));
        return department is null || segment is null
            ? null
            : new PromiseTerms(segment.AcceptWithin, segment.Ladder, new WorkingCalendar(TimeZoneInfo.FindSystemTimeZoneById(department.TimeZone), department.Hours));
    }

    static string Unknown(string option, string kind, string found, IEnumerable<string> known)
    {
        string[] ids = [.. known];
        return $"{option}: the model has no {kind} \"{found}\"; it has {string.Join(", ", ids)}.{Spelling.DidYouMean(found, ids)}";
    }

    static string Minutes(TimeSpan? span) => span is { } time
        ? (time.Ticks / (decimal)TimeSpan.TicksPerMinute).ToString("F2", CultureInfo.InvariantCulture)
        : "";

    /// <summary>As it was asked on the command line.</summary>
    sealed record Asked(string File, string Department, string Segment, string Model);
}
