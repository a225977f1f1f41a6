using AccountabilityBot.Domain.Model;
using AccountabilityBot.Setup;
using AccountabilityBot.Setup.Yaml;

namespace AccountabilityBot.Leads.Import;

/// <summary>What became of reading a map.</summary>
/// <param name="Map">Null when there is a problem.</param>
/// <param name="Problems">Each with file, line and column.</param>
sealed record ColumnMapReading(ColumnMap? Map, IReadOnlyList<Problem> Problems);

/// <summary>Reads the YAML of <c>--map</c>, strictly and to the end. <c>Samples/olist.map.yaml</c> explains every key.</summary>
static class ColumnMapFile
{
    const int LargestBytes = 256 << 10;

    /// <param name="of">What can be mapped; null: the fields of a lead.</param>
    public static ColumnMapReading Read(string path, ListFields? of = null)
    {
        var findings = new Findings(path);
        return TextFile.Read(path, LargestBytes, sentence => findings.Add("", 1, 1, sentence)) is { } text
            ? Parse(text, of ?? ListFields.Leads, findings)
            : new ColumnMapReading(null, findings.Problems);
    }

    /// <param name="text">The file's content.</param>
    /// <param name="fileName">What problems call the file.</param>
    /// <param name="of">What can be mapped; null: the fields of a lead.</param>
    public static ColumnMapReading Parse(string text, string fileName, ListFields? of = null) => Parse(text, of ?? ListFields.Leads, new Findings(fileName));

    static ColumnMapReading Parse(string text, ListFields of, Findings findings)
    {
        if (YamlTree.Parse(text, findings) is not { } root)
            return new ColumnMapReading(null, findings.Problems);

        List<Problem> broken = [];
        var map = Fields.Read(root, "", findings, file => Map(file, of, broken)) with { Locate = findings.Locate };
        if (root is YamlMapping)
            findings.AddRuleBreaks(broken.Concat(Check(map)));
        return new ColumnMapReading(findings.Problems is [] ? map : null, findings.Problems);
    }

    static ColumnMap Map(Fields file, ListFields of, List<Problem> broken) => new()
    {
        Of = of,
        Columns = Sources(Texts(file, of, "columns"), broken),
        Defaults = Texts(file, of, "defaults"),
        Blank = Texts(file, of, "blank"),
        Dates = file.OptionalOne("dates", Dates) ?? new ImportDates(),
        HasDecimalComma = file.Flag("decimalComma"),
        Fields = of.KeepsOthers ? file.TextsUnless("fields", "all") : [],
        Dispositions = MappedDisposition.Read(file, broken),
    };

    static ImportDates Dates(Fields dates) => new(dates.OptionalText("format"), dates.OptionalText("zone"));

    /// <summary>Texts by field; asking for every field by its name lets the reader refuse any other, and name the nearest.</summary>
    static Dictionary<string, string> Texts(Fields file, ListFields of, string section) =>
        file.OptionalOne(section, fields => of.All
            .Select(name => (name, text: fields.OptionalText(name)))
            .Where(entry => entry.text is not null)
            .ToDictionary(entry => entry.name, entry => entry.text!)) ?? [];

    static Dictionary<string, CellSource> Sources(Dictionary<string, string> texts, List<Problem> broken)
    {
        var sources = new Dictionary<string, CellSource>();
        foreach (var (field, text) in texts)
        {
            var (source, fault) = CellSource.Parse(text);
            if (source is not null)
                sources.Add(field, source);
            else
                broken.Add(new Problem($"columns.{field}", fault!));
        }

        return sources;
    }

    static IEnumerable<Problem> Check(ColumnMap map)
    {
        if (map.Columns.TryGetValue(LeadFieldNames.ExternalId, out var id) && !id.Columns.Any())
            yield return new Problem("columns.externalId", "The same id in every row would make all rows one lead; name a column.");
        foreach (var (section, texts) in ((string, IReadOnlyDictionary<string, string>)[])[("defaults", map.Defaults), ("blank", map.Blank)])
        {
            if (texts.ContainsKey(LeadFieldNames.ExternalId))
                yield return new Problem($"{section}.externalId", "The same id in several rows would make them one lead; only a column can give it.");
        }

        foreach (var field in map.Defaults.Keys.Where(map.Columns.ContainsKey))
            yield return new Problem($"defaults.{field}", $"\"{field}\" has a column; what its empty cells mean stands under blank.");
        foreach (var field in map.Blank.Keys.Where(map.Defaults.ContainsKey))
            yield return new Problem($"blank.{field}", $"\"{field}\" stands under defaults, for lists without a column of it; take one of the two.");
        if (map.Dates.Format is { } format && ImportDates.FaultOf(format) is { } fault)
            yield return new Problem("dates.format", fault);
        if (map.Dates.Zone is { } zone && !(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId))
        {
            var hint = Spelling.DidYouMean(zone, TimeZoneInfo.GetSystemTimeZones().Select(known => known.Id));
            yield return new Problem("dates.zone", $"\"{zone}\" is no known time zone; an IANA name such as Europe/Berlin is needed.{hint}");
        }
    }
}
