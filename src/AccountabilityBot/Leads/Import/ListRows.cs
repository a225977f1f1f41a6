using AccountabilityBot.Csv;

namespace AccountabilityBot.Leads.Import;

/// <summary>How a list of any length is read: by the batch, and never whole.</summary>
static class ListRows
{
    /// <summary>Longest row in lines; buyers write messages, not books.</summary>
    public const int MostLines = 1_000;

    /// <summary>Rows stored in one transaction: few enough that a running server waits only for moments.</summary>
    const int BatchSize = 200;

    /// <summary>What is left of them.</summary>
    public static IEnumerable<CsvRow[]> Batches(this IEnumerator<CsvRow> rows)
    {
        return Rest().Chunk(BatchSize);

        IEnumerable<CsvRow> Rest()
        {
            while (rows.MoveNext())
                yield return rows.Current;
        }
    }
}
