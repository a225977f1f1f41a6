using System.Globalization;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Setup.Yaml;

namespace AccountabilityBot.Setup;

/// <summary>The sections <c>numbers</c> and <c>roles</c> of <c>revenue-model.yaml</c>.</summary>
static class NumberSections
{
    static readonly Dictionary<string, Direction> _directions = new() { ["up"] = Direction.Up, ["down"] = Direction.Down };

    static readonly Dictionary<string, Period> _periods = new() { ["week"] = Period.Week, ["month"] = Period.Month, ["quarter"] = Period.Quarter };

    public static IReadOnlyList<NumberFacts> Numbers(Fields file) => file.Each("numbers", Number, required: false);

    /// <summary>Role names may be written as a person would write them, in any case.</summary>
    public static IReadOnlyDictionary<string, string> Roles(Fields file)
    {
        var roles = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (role, person) in file.OptionalPairs("roles") ?? [])
        {
            if (!roles.TryAdd(role, person))
                file.Report([new Problem($"roles.{role}", $"The role \"{role}\" stands here twice, in different case; one person holds a role.")]);
        }

        return roles;
    }

    static NumberFacts Number(string id, Fields fields)
    {
        // The record's own defaults hold for every key that is absent.
        var number = new NumberFacts(id, fields.Text("name"));
        return number with
        {
            Aliases = fields.Texts("aliases"),
            Definition = fields.OptionalOne("definition", Definition),
            Unit = fields.OptionalText("unit"),
            Direction = fields.OptionalText("direction") is null ? null : fields.Word("direction", _directions),
            Target = Amount(fields, "target"),
            Floor = Amount(fields, "floor"),
            Cap = Amount(fields, "cap"),
            Plan = Amount(fields, "plan"),
            Forecast = Amount(fields, "forecast"),
            Period = fields.OptionalText("period") is null ? number.Period : fields.Word("period", _periods),
            FreshnessDays = fields.Number("freshnessDays", number.FreshnessDays),
            Department = fields.OptionalText("department"),
            Owner = fields.OptionalText("owner", $"Two owners for one number: \"{number.Name}\" has a list of them. Name the one person who answers for it; who is not agreed yet is written \"one / other\", and the number is red until one of them takes it."),
            Keeper = fields.OptionalText("keeper", $"Two keepers for one number: \"{number.Name}\" has a list of them. Name the one person who enters its values."),
            Supports = fields.OptionalText("supports"),
            ReviewOn = Day(fields, "reviewOn"),
            Computed = fields.OptionalText("computed"),
        };
    }

    static NumberDefinition Definition(Fields fields) =>
        new(fields.Text("text").Trim(), fields.OptionalText("trigger"), fields.OptionalText("sourceField"), fields.Number("version", otherwise: 1))
        {
            ApprovedBy = fields.OptionalText("approvedBy"),
            ApprovedOn = Day(fields, "approvedOn"),
        };

    static decimal? Amount(Fields fields, string key) => fields.Meaning<decimal?>(key, text => NumberText.Read(text), null);

    static DateOnly? Day(Fields fields, string key) => fields.Meaning<DateOnly?>(
        key,
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day, null)
            : (null, $"\"{text}\" is no day; write it like 2027-01-31."),
        null);
}
