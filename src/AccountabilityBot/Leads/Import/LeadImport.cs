using System.Text.Json;
using AccountabilityBot.Csv;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;

namespace AccountabilityBot.Leads.Import;

/// <summary>
/// Takes a list of leads in through the same intake as the API. What was imported once is unchanged the second time, so an
/// import that was stopped is simply run again.
/// </summary>
sealed class LeadImport(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <param name="csv">Read as it is imported, never whole; see <see cref="CsvFile"/>.</param>
    /// <param name="map">Null: the columns are called as a lead's fields are, and any other is kept among the lead's own fields.</param>
    /// <param name="progress">Told on the calling thread, each refused row before its batch.</param>
    /// <returns>Every row counted once. A header that cannot be used is a problem, and nothing is stored then.</returns>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">The database failed; earlier batches stay.</exception>
    /// <exception cref="IOException">The list cannot be read on; earlier batches stay.</exception>
    public async Task<ImportSummary> RunAsync(TextReader csv, ColumnMap? map, IProgress<ImportNews>? progress, CancellationToken ct)
    {
        using var rows = CsvRows.Read(csv, ListRows.MostLines).GetEnumerator();
        var (columns, problems) = HeaderReading.Read(rows.MoveNext() ? rows.Current : null, map ?? ColumnMap.None);
        var summary = new ImportSummary(problems);
        if (columns is null)
            return summary;
        var now = clock.GetUtcNow();
        var model = CurrentModel();
        var outcomes = OutcomeRows.For(columns, model, now);
        if (outcomes.Problems is not [] and var unknown)
            return new ImportSummary([.. problems, .. unknown]);

        progress?.Report(new ImportNews.Began(columns));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(model.TimeZone);
        var sources = new Dictionary<string, int>();
        var told = new OutcomeTally(listsNothing: !columns.HasDisposition);
        foreach (var batch in rows.Batches())
        {
            foreach (var (row, result, source, outcome) in await StoreAsync([.. batch.Select(row => (row, Beside(columns.Read(row, zone, now), outcomes.ReadBesideLead(row))))], now, ct))
            {
                summary = summary.With(result.Result);
                if (result.Problem is { } refused)
                {
                    progress?.Report(new ImportNews.Refused(row, columns.Explain(refused)));
                    continue;
                }

                told.Add(row, outcome, result);
                if (source is not null)
                    sources[source] = sources.GetValueOrDefault(source) + 1;
            }

            progress?.Report(new ImportNews.Stored(summary.Rows));
        }

        return summary with { UnknownSources = Unknown(sources, model), Told = told };
    }

    /// <summary>One transaction, in a scope of its own so that what it has loaded is let go.</summary>
    async Task<IReadOnlyList<Outcome>> StoreAsync(IReadOnlyList<(CsvRow Row, Read Reading)> batch, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        LeadMessage[] messages = [.. batch.Select(one => one.Reading.Message).OfType<LeadMessage>()];
        var taken = new Queue<LeadResult>(await scope.ServiceProvider.GetRequiredService<LeadIntake>().TakeAsync(messages, Via.Import, now, ct));
        return
        [
            .. batch.Select(one => one.Reading.Message is { } message
                ? new Outcome(one.Row, taken.Dequeue(), message.Source, one.Reading.Told)
                : new Outcome(one.Row, LeadResult.Refused(new LeadMessage(), one.Reading.Problem!), Source: null, one.Reading.Told)),
        ];
    }

    /// <summary>
    /// An end is taken with the lead. What does not end it is its owner's to say: it stands among the lead's own fields, as
    /// written, and so does a value that nobody knows.
    /// </summary>
    static Read Beside((LeadMessage? Message, LeadProblem? Problem) lead, OutcomeReading told) => (lead.Message, told) switch
    {
        (null, _) => new(null, lead.Problem, told),
        (_, OutcomeReading.Refused { Unknown: null, Problem: var problem }) => new(null, problem, told),
        ({ } message, OutcomeReading.Told end) => new(message with { Outcome = end.Message.Outcome }, null, told),
        ({ } message, OutcomeReading.Open open) => new(Noted(message, open.Written), null, told),
        ({ } message, OutcomeReading.Refused { Unknown: { } unknown }) => new(Noted(message, unknown), null, told),
        var (message, _) => new(message, null, told),
    };

    static LeadMessage Noted(LeadMessage message, string written) => message with
    {
        Fields = new Dictionary<string, JsonElement>(message.Fields!) { ["Disposition"] = JsonSerializer.SerializeToElement(written) },
    };

    RevenueModel CurrentModel()
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<CompanySource>().Current.Model;
    }

    /// <summary>Of all spellings that stood in the list, those that mean no source of the model; spellings of one are counted as one.</summary>
    static List<(string Source, int Rows)> Unknown(Dictionary<string, int> sources, RevenueModel model) =>
    [
        .. sources
            .Where(source => model.MatchSource(source.Key) is SourceMatch.Unknown)
            .GroupBy(source => Spelling.Fold(source.Key))
            .Select(group => (group.First().Key, Rows: group.Sum(source => source.Value)))
            .OrderByDescending(source => source.Rows),
    ];

    /// <summary>One row, before it is stored.</summary>
    /// <param name="Message">None: the row is refused for <paramref name="Problem"/>.</param>
    sealed record Read(LeadMessage? Message, LeadProblem? Problem, OutcomeReading Told);

    /// <param name="Source">As the list has it; null where the row could not be read.</param>
    sealed record Outcome(CsvRow Row, LeadResult Result, string? Source, OutcomeReading Told);
}
