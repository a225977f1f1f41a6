using System.Globalization;
using AccountabilityBot.Csv;
using AccountabilityBot.Data;
using AccountabilityBot.Dispositions;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;

namespace AccountabilityBot.Leads.Import;

/// <summary>What became of a list of outcomes.</summary>
/// <param name="Problems">Of the header and the map: an error means that no row was read.</param>
sealed record OutcomeSummary(IReadOnlyList<Problem> Problems)
{
    public int Ended { get; init; }

    /// <summary>Had ended in this way already.</summary>
    public int Unchanged { get; init; }

    public int Refused { get; init; }

    public OutcomeTally Told { get; init; } = new();

    public int Rows => Ended + Unchanged + Refused + Told.Open + Told.Nothing;

    /// <summary><c>842 rows: 842 ended, 0 unchanged, 0 refused.</c>; rows that end nothing are told when there are any.</summary>
    public override string ToString()
    {
        var passed = Told.Open + Told.Nothing > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Told.Open + Told.Nothing:N0} without an end, ") : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{Rows:N0} {(Rows is 1 ? "row" : "rows")}: {Ended:N0} ended, {Unchanged:N0} unchanged, {passed}{Refused:N0} refused.");
    }
}

/// <summary>
/// Takes a list of how leads ended: each row names a lead that is here already. What was imported once is unchanged the second
/// time, so an import that was stopped is simply run again.
/// </summary>
sealed class OutcomeImport(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <param name="csv">Read as it is imported, never whole.</param>
    /// <param name="map">Null: the columns are called as an outcome's fields are; others are passed over.</param>
    /// <param name="progress">Told on the calling thread, each refused row before its batch.</param>
    /// <returns>Every row counted once. A header or a map that cannot be used is a problem, and nothing is stored then.</returns>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">The database failed; earlier batches stay.</exception>
    /// <exception cref="IOException">The list cannot be read on; earlier batches stay.</exception>
    public async Task<OutcomeSummary> RunAsync(TextReader csv, ColumnMap? map, IProgress<ImportNews>? progress, CancellationToken ct)
    {
        using var rows = CsvRows.Read(csv, ListRows.MostLines).GetEnumerator();
        var (columns, problems) = HeaderReading.Read(rows.MoveNext() ? rows.Current : null, map ?? ColumnMap.NoneOfOutcomes);
        if (columns is null)
            return new OutcomeSummary(problems);
        var now = clock.GetUtcNow();
        OutcomeRows reader;
        await using (var scope = scopes.CreateAsyncScope())
            reader = OutcomeRows.For(columns, scope.ServiceProvider.GetRequiredService<CompanySource>().Current.Model, now);
        if (reader.Problems is not [] and var unknown)
            return new OutcomeSummary([.. problems, .. unknown]);

        progress?.Report(new ImportNews.Began(columns));
        var summary = new OutcomeSummary(problems);
        foreach (var batch in rows.Batches())
        {
            summary = await StoreAsync(batch, reader, columns, summary, progress, now, ct);
            progress?.Report(new ImportNews.Stored(summary.Rows));
        }

        return summary;
    }

    /// <summary>One transaction, in a scope of its own so that what it has loaded is let go.</summary>
    async Task<OutcomeSummary> StoreAsync(
        CsvRow[] batch, OutcomeRows reader, LeadColumns columns, OutcomeSummary summary, IProgress<ImportNews>? progress, DateTimeOffset now, CancellationToken ct)
    {
        var readings = batch.Select(reader.Read).ToList();
        OutcomeMessage[] messages = [.. readings.OfType<OutcomeReading.Told>().Select(told => told.Message)];
        await using var scope = scopes.CreateAsyncScope();
        var taken = new Queue<OutcomeTaken>(await scope.ServiceProvider.GetRequiredService<OutcomeIntake>().TakeAsync(messages, Via.Import, now, ct));
        foreach (var (row, reading) in batch.Zip(readings))
        {
            var result = reading is OutcomeReading.Told ? taken.Dequeue() : null;
            if ((result?.Problem ?? (reading as OutcomeReading.Refused)?.Problem) is { } problem)
            {
                summary.Told.Add(reading);
                summary = summary with { Refused = summary.Refused + 1 };
                progress?.Report(new ImportNews.Refused(row, columns.Explain(problem)));
            }
            else if (result is null)
            {
                summary.Told.Add(reading);
            }
            else
            {
                summary.Told.Add(row, result);
                summary = result.Result is OutcomeResult.Ended ? summary with { Ended = summary.Ended + 1 } : summary with { Unchanged = summary.Unchanged + 1 };
            }
        }

        return summary;
    }
}
