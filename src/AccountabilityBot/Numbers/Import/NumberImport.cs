using System.Globalization;
using AccountabilityBot.Csv;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;

namespace AccountabilityBot.Numbers.Import;

/// <summary>What became of a registry.</summary>
/// <param name="Refused">Rows that were not taken, in the order of the file.</param>
/// <param name="Notices">Rows, or the header, that are worth a look.</param>
sealed record RegistrySummary(IReadOnlyList<(int Line, RowFault Fault)> Refused, IReadOnlyList<(int Line, RowFault Notice)> Notices)
{
    const int MostHoldersShown = 20;

    /// <summary>Null: the header cannot be used, and no row was read.</summary>
    public IReadOnlyDictionary<Taking, int>? Taken { get; init; }

    /// <summary>Who is written down for the numbers that nobody holds yet, with their numbers; the most frequent first.</summary>
    public IReadOnlyList<(string Written, int Numbers)> Vacant { get; init; } = [];

    public int Shared { get; init; }

    int Rows => Refused.Count + Taken!.Values.Sum();

    /// <summary><c>32 rows: 32 created, 0 updated, 0 unchanged, 0 refused; held by nobody yet: 31; shared: 1.</c></summary>
    public override string ToString()
    {
        var counted = string.Create(
            CultureInfo.InvariantCulture,
            $"{Rows:N0} {(Rows is 1 ? "row" : "rows")}: {Count(Taking.Created):N0} created, {Count(Taking.Updated):N0} updated, {Count(Taking.Unchanged):N0} unchanged, {Refused.Count:N0} refused");
        var vacant = Vacant.Sum(one => one.Numbers);
        var held = vacant > 0 ? string.Create(CultureInfo.InvariantCulture, $"; held by nobody yet: {vacant:N0}") : "";
        return $"{counted}{held}{(Shared > 0 ? $"; shared: {Shared}" : "")}.";
    }

    /// <summary>A line on who is to hold what nobody holds yet, or null when somebody holds everything.</summary>
    public string? TellVacant()
    {
        if (Vacant is [])
            return null;
        var shown = string.Join(", ", Vacant.Take(MostHoldersShown).Select(one => $"{one.Written} ({one.Numbers})"));
        var more = Vacant.Count > MostHoldersShown ? $", and {Vacant.Count - MostHoldersShown} more" : "";
        return $"Held by nobody yet, until the model's \"roles\" or a hand-over gives them to a person: {shown}{more}.";
    }

    int Count(Taking taking) => Taken!.GetValueOrDefault(taking);
}

/// <summary>
/// Takes a registry of numbers in: facts follow the file, owners and keepers are first values. One save for all of it, so
/// that a number never stands there without the one that it supports. Run again, it changes nothing.
/// </summary>
sealed class NumberImport(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Longest row in lines: definitions are paragraphs.</summary>
    const int MostLines = 1_000;

    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">The database failed; nothing was taken.</exception>
    /// <exception cref="IOException">The file cannot be read on; nothing was taken.</exception>
    public async Task<RegistrySummary> RunAsync(TextReader csv, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var company = scope.ServiceProvider.GetRequiredService<CompanySource>().Current;
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        using var lines = CsvRows.Read(csv, MostLines).GetEnumerator();
        var header = lines.MoveNext() ? lines.Current : null;
        var (columns, faults) = NumberColumns.Find(header);
        if (columns is null)
            return new RegistrySummary([.. faults.Select(fault => (header?.Line ?? 1, fault))], []);

        var (rows, refused) = Read(lines, columns, company);
        var known = await NumberTaking.KnownAsync(db, ct);
        foreach (var row in rows.Where(row => known.TryGetValue(row.Number.Id, out var number) && number is { Origin: NumberTaking.FromModel, IsActive: true }))
            row.Fault = new RowFault("id", $"\"{row.Number.Id}\" is a number of the revenue model, which says what it is; change it there.");
        var notices = new RegistryRows(
            rows, [.. known.Values.Where(number => number.IsActive).Select(number => number.Facts)], name => IsNobody(name, company)).Check();

        var now = clock.GetUtcNow();
        var taken = rows.Where(row => row.Fault is null)
            .Select(row => NumberTaking.Take(db, known, row.Number, NumberTaking.FromImport, Via.Import, company, now))
            .CountBy(taking => taking).ToDictionary();
        await db.SaveChangesAsync(ct);
        var mine = rows.Where(row => row.Fault is null).Select(row => known[row.Number.Id]).ToList();
        return new RegistrySummary(
            [.. refused.Concat(rows.Where(row => row.Fault is not null).Select(row => (row.Line, Fault: row.Fault!))).OrderBy(row => row.Line)],
            [.. Ignored(columns, header!.Line), .. notices])
        {
            Taken = taken,
            Vacant = [.. mine.Where(number => number.Holding is Holding.Vacant).CountBy(number => number.OwnerWritten ?? "nobody").OrderByDescending(one => one.Value).Select(one => (one.Key, one.Value))],
            Shared = mine.Count(number => number.Holding is Holding.Shared),
        };
    }

    static (List<RegistryRow> Rows, List<(int Line, RowFault Fault)> Refused) Read(IEnumerator<CsvRow> lines, NumberColumns columns, Company company)
    {
        var (rows, refused) = (new List<RegistryRow>(), new List<(int, RowFault)>());
        while (lines.MoveNext())
        {
            var (number, fault) = columns.Read(lines.Current, company.Model);
            if (number is null)
                refused.Add((lines.Current.Line, fault!));
            else
                rows.Add(new RegistryRow(lines.Current.Line, number));
        }

        return (rows, refused);
    }

    static IEnumerable<(int, RowFault)> Ignored(NumberColumns columns, int line) => columns.Ignored is []
        ? []
        : [(line, new RowFault(null, $"Nobody asks for the {(columns.Ignored.Count is 1 ? "column" : "columns")} {string.Join(", ", columns.Ignored.Select(name => $"\"{name}\""))}; what stands there is ignored."))];

    static bool IsNobody(string name, Company company) =>
        (name.Contains('@', StringComparison.Ordinal) || Guid.TryParse(name, out _)) && company.FindByReference(name) is null;
}
