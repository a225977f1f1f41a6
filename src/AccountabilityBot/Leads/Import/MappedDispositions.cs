using AccountabilityBot.Domain.Model;
using AccountabilityBot.Setup.Yaml;

namespace AccountabilityBot.Leads.Import;

/// <summary>One line of a map's section <c>dispositions</c>.</summary>
/// <param name="Written">The list's value, as the map writes it.</param>
/// <param name="Disposition">Id or name; null: the value tells nothing about what became of a lead.</param>
/// <param name="Reason">Id or name of a reason, for rows that tell none themselves.</param>
/// <param name="RecycleAfterDays">Calendar days from the outcome to the day on which the lead comes back, for rows that tell none.</param>
sealed record MappedDisposition(string Written, string? Disposition, string? Reason = null, int? RecycleAfterDays = null)
{
    const string Nothing = "none";

    /// <summary>Reads the section; problems that need no revenue model are added to <paramref name="broken"/>.</summary>
    public static IReadOnlyList<MappedDisposition> Read(Fields file, List<Problem> broken)
    {
        var mapped = file.EachOrText(
            "dispositions",
            (written, text) => new MappedDisposition(written, Meant(text)),
            (written, fields) => new MappedDisposition(
                written, Meant(fields.Text("disposition")), fields.OptionalText("reason"), fields.OptionalText("recycleAfterDays") is null ? null : fields.Number("recycleAfterDays", 0)));
        foreach (var twice in mapped.GroupBy(one => Spelling.Fold(one.Written)).Where(same => same.Count() > 1))
        {
            broken.Add(new Problem(
                $"dispositions.{twice.Last().Written}",
                $"\"{twice.Last().Written}\" and \"{twice.First().Written}\" are the same value: case, spaces, underscores and hyphens do not matter. One line is enough."));
        }

        foreach (var days in mapped.Where(one => one.RecycleAfterDays is < 1 or > Domain.Leads.Lead.MostRecycleDays))
            broken.Add(new Problem($"dispositions.{days.Written}.recycleAfterDays", $"{days.RecycleAfterDays} days are not possible; 1 to {Domain.Leads.Lead.MostRecycleDays} are."));
        return mapped;
    }

    static string? Meant(string text) => text.Trim() is { Length: > 0 } named && !named.Equals(Nothing, StringComparison.OrdinalIgnoreCase) ? named : null;
}

/// <summary>What a value of the list means.</summary>
/// <param name="Chosen">Null: it tells nothing.</param>
/// <param name="Reason">Id; for rows that tell none.</param>
sealed record MeantDisposition(Disposition? Chosen, string? Reason, int? RecycleAfterDays)
{
    public static MeantDisposition Nothing { get; } = new(null, null, null);
}

/// <summary>The values of a list by what they mean: by the map, else as ids or names of the model's dispositions.</summary>
sealed class DispositionValues
{
    readonly RevenueModel _model;
    readonly Dictionary<string, MeantDisposition> _mapped = [];

    /// <summary>Lines that the model has nothing for, each with its place in the map.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    public DispositionValues(ColumnMap map, RevenueModel model)
    {
        _model = model;
        List<Problem> problems = [];
        foreach (var line in map.Dispositions)
        {
            var path = $"dispositions.{line.Written}";
            if (line.Disposition is null)
                _mapped[Spelling.Fold(line.Written)] = MeantDisposition.Nothing;
            else if (Find(line.Disposition) is not { } chosen)
                problems.Add(map.Locate(new Problem(path, $"\"{line.Disposition}\" is no disposition of the revenue model; it has {Listed(model.Dispositions.Select(one => one.Id))}.{Spelling.DidYouMean(line.Disposition, model.Dispositions.Select(one => one.Id))}")));
            else if (line.Reason is { } reason && ReasonOf(chosen, reason) is null)
                problems.Add(map.Locate(new Problem(path, $"\"{reason}\" is no reason of \"{chosen.Id}\"; it has {(chosen.Reasons.Count == 0 ? "none" : Listed(chosen.Reasons.Select(one => one.Id)))}.{Spelling.DidYouMean(reason, chosen.Reasons.Select(one => one.Id))}")));
            else
                _mapped[Spelling.Fold(line.Written)] = new MeantDisposition(chosen, line.Reason is null ? null : ReasonOf(chosen, line.Reason), line.RecycleAfterDays);
        }

        Problems = problems;
    }

    /// <summary>Case, spaces, underscores and hyphens do not matter. Null: neither the map nor the model knows the value.</summary>
    public MeantDisposition? Read(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
            return MeantDisposition.Nothing;
        if (_mapped.TryGetValue(Spelling.Fold(written), out var mapped))
            return mapped;
        return Find(written) is { } chosen ? new MeantDisposition(chosen, null, null) : null;
    }

    /// <summary>The id of a reason, by its id or its name; none: the disposition has no such reason.</summary>
    public static string? ReasonOf(Disposition chosen, string written) =>
        chosen.Reasons.FirstOrDefault(reason => Spelling.Same(reason.Id, written) || Spelling.Same(reason.Name, written))?.Id;

    /// <summary>For whoever wrote a value that nobody knows.</summary>
    public string DidYouMean(string written) =>
        Spelling.DidYouMean(written, [.. _model.Dispositions.Select(one => one.Id), .. _model.Dispositions.Select(one => one.Name)]);

    Disposition? Find(string written) => _model.FindDisposition(written) ?? _model.Dispositions.FirstOrDefault(one => Spelling.Same(one.Name, written));

    static string Listed(IEnumerable<string> ids) => string.Join(", ", ids);
}
