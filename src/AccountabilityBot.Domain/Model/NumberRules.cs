using System.Text.RegularExpressions;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.Numbers.Figures;

namespace AccountabilityBot.Domain.Model;

/// <summary>What the numbers of a model or a registry must obey.</summary>
public static partial class NumberRules
{
    public const int LongestName = 140;
    public const int LongestDefinition = 2_000;
    public const int LongestHolder = 200;
    public const int MostAliases = 20;

    /// <summary>Every rule that the numbers break together and alone, under <c>numbers</c> and <c>roles</c>.</summary>
    public static IEnumerable<Problem> Check(RevenueModel model) =>
    [
        .. model.Roles.SelectMany(role => Rule.Person($"roles.{role.Key}", role.Value)),
        .. model.Numbers.GroupBy(number => number.Id, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same =>
            new Problem($"numbers.{same.Key}", $"The id \"{same.Key}\" is used {same.Count()} times; an id names one number.")),
        .. model.Numbers.SelectMany(number => One(number, $"numbers.{number.Id}")),
        .. model.Numbers.Where(number => number.Department is not null).SelectMany(number => Rule.OneOf(
            $"numbers.{number.Id}.department", number.Department!, model.Departments.Select(department => department.Id), "department")),
        .. Aliases(model.Numbers),
        .. Supports(model.Numbers),
        .. model.Numbers.Where(number => number.Computed is not null).SelectMany(number => Computed(number, model)),
    ];

    /// <summary>What can be said of one number without knowing the others.</summary>
    public static IEnumerable<Problem> One(NumberFacts number, string path)
    {
        if (!Id.IsMatch(number.Id))
            yield return new Problem(path, $"\"{number.Id}\" is no id; 1 to 60 letters, digits, dots, hyphens and underscores are allowed.");
        foreach (var problem in (IEnumerable<Problem>)
        [
            .. Rule.Text($"{path}.name", number.Name, LongestName),
            .. number.Aliases.SelectMany((alias, index) => Rule.Text($"{path}.aliases[{index}]", alias, LongestName)),
            .. number.Unit is { } unit ? Rule.Text($"{path}.unit", unit, 20) : [],
            .. number.Owner is { } owner ? Rule.Text($"{path}.owner", owner, LongestHolder) : [],
            .. number.Keeper is { } keeper ? Rule.Text($"{path}.keeper", keeper, LongestHolder) : [],
            .. number.Department is { } department ? Rule.Text($"{path}.department", department, LongestHolder) : [],
            .. Rule.Between($"{path}.freshnessDays", number.FreshnessDays, 1, 400, "calendar days after the end of a period"),
            .. number.Definition is { } definition ? Definition($"{path}.definition", definition) : [],
        ])
        {
            yield return problem;
        }

        if (number.Aliases.Count > MostAliases)
            yield return new Problem($"{path}.aliases", $"There are {number.Aliases.Count} aliases; {MostAliases} at most are allowed.");
        if (number.Unit is null && Amounts(number) is [var (key, _), ..])
            yield return new Problem($"{path}.{key}", $"\"{number.Name}\" has a {key} and no unit; write \"unit\" (%, EUR, hours, count …) beside it.");
        if (number is { Floor: { } floor, Cap: { } cap } && floor > cap)
            yield return new Problem($"{path}.floor", $"The floor of \"{number.Name}\" lies above its cap.");
    }

    /// <summary>An alias leads to one number; names may be alike, and are asked back for.</summary>
    public static IEnumerable<Problem> Aliases(IReadOnlyList<NumberFacts> numbers)
    {
        var names = numbers.ToLookup(number => Spelling.Fold(number.Name));
        var aliases = new Dictionary<string, NumberFacts>();
        foreach (var number in numbers)
        {
            foreach (var (index, alias) in number.Aliases.Index())
            {
                var folded = Spelling.Fold(alias);
                var other = names[folded].FirstOrDefault(named => named.Id != number.Id) ?? aliases.GetValueOrDefault(folded);
                if (other is not null && other.Id != number.Id)
                {
                    yield return new Problem(
                        $"numbers.{number.Id}.aliases[{index}]",
                        $"The alias \"{alias}\" of \"{number.Name}\" already means \"{other.Name}\" ({other.Id}); an alias means one number.");
                }

                aliases.TryAdd(folded, number);
            }
        }
    }

    /// <summary>A number supports one that is there, and never, over others, itself.</summary>
    public static IEnumerable<Problem> Supports(IReadOnlyList<NumberFacts> numbers)
    {
        var byId = numbers.DistinctBy(number => number.Id, StringComparer.OrdinalIgnoreCase).ToDictionary(number => number.Id, StringComparer.OrdinalIgnoreCase);
        var told = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var number in numbers.Where(number => number.Supports is not null))
        {
            if (!byId.ContainsKey(number.Supports!))
            {
                yield return new Problem(
                    $"numbers.{number.Id}.supports", $"There is no number with the id \"{number.Supports}\".{Spelling.DidYouMean(number.Supports!, byId.Keys)}");
                continue;
            }

            List<string> way = [number.Id];
            for (var next = number.Supports; next is not null && byId.TryGetValue(next, out var above); next = above.Supports)
            {
                if (way.Contains(above.Id, StringComparer.OrdinalIgnoreCase))
                {
                    var circle = way.SkipWhile(id => !id.Equals(above.Id, StringComparison.OrdinalIgnoreCase)).ToArray();
                    if (circle.All(told.Add))
                        yield return new Problem($"numbers.{number.Id}.supports", $"These numbers support each other in a circle: {string.Join(" → ", [.. circle, above.Id])}; one of them has to be on top.");
                    break;
                }

                way.Add(above.Id);
            }
        }
    }

    /// <summary>A figure that the bot computes is one that it can, in a unit that it has.</summary>
    static IEnumerable<Problem> Computed(NumberFacts number, RevenueModel model)
    {
        var path = $"numbers.{number.Id}.computed";
        var (figure, fault) = Figure.Read(number.Computed!, model);
        if (figure is null)
            yield return new Problem(path, fault!);
        else if (!figure.Fits(number.Unit))
            yield return new Problem(path, $"\"{number.Computed}\" is computed in {Rule.List(figure.Units)}, and \"{number.Name}\" has the unit {(number.Unit is null ? "none" : $"\"{number.Unit}\"")}; write one of these.");
    }

    static IEnumerable<Problem> Definition(string path, NumberDefinition definition)
    {
        if (definition.Text.Length is 0 or > LongestDefinition)
            yield return new Problem($"{path}.text", $"It has {definition.Text.Length} characters; 1 to {LongestDefinition} are allowed.");
        foreach (var problem in Rule.Between($"{path}.version", definition.Version, 1, 10_000, "versions of a definition"))
            yield return problem;
    }

    static (string Key, decimal Amount)[] Amounts(NumberFacts number) =>
    [
        .. new[] { ("target", number.Target), ("floor", number.Floor), ("cap", number.Cap), ("plan", number.Plan), ("forecast", number.Forecast) }
            .Where(amount => amount.Item2 is not null).Select(amount => (amount.Item1, amount.Item2!.Value)),
    ];

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,60}\z")]
    private static partial Regex Id { get; }
}
