using System.Reflection;
using AccountabilityBot.Csv;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.Numbers.Asking;

namespace AccountabilityBot.Tests.Numbers.Asking;

/// <summary>A question with what a careful colleague would answer.</summary>
/// <param name="Outcomes">Any of these is right.</param>
/// <param name="Numbers">Of choices, any two; of everything else, the one.</param>
/// <param name="Before">The numbers of the answer that it relies on.</param>
sealed record ExpectedAnswer(string Id, string Question, IReadOnlyList<string> Before, IReadOnlyList<string> Outcomes, IReadOnlyList<string> Numbers)
{
    public bool IsMetBy(QuestionAnswer answer) => Outcomes.Contains(WordOf(answer)) && (Outcomes switch
    {
        ["choices"] => answer.Numbers.Intersect(Numbers).Count() >= Math.Min(2, Numbers.Count),
        ["unknown"] or ["refused"] or ["other"] => answer.Numbers.Count is 0,
        _ => answer.Numbers.SequenceEqual(Numbers.Take(1)),
    });

    /// <summary>One name was answered, and it is the wrong number's: the one thing that must not happen.</summary>
    public bool IsWrongName(QuestionAnswer answer) =>
        answer.Outcome is QuestionOutcome.Answer or QuestionOutcome.Shared && !Numbers.Contains(answer.Numbers[0]);

    public static string WordOf(QuestionAnswer answer) => AccountabilityBot.Numbers.Asking.AskJson.Word(answer.Outcome);
}

/// <summary>A company's numbers and questions, from two CSV files.</summary>
sealed record QuestionSet(IReadOnlyList<AskableNumber> Numbers, IReadOnlyList<ExpectedAnswer> Questions)
{
    /// <summary>One of the invented companies beside this file.</summary>
    public static QuestionSet Of(string company)
    {
        var rows = Rows(Embedded($"{company}.questions.csv"));
        var byId = rows.ToDictionary(row => row["qid"]);
        return new QuestionSet(
            Registry(Rows(Embedded($"{company}.numbers.csv"))),
            [.. rows.Select(row => new ExpectedAnswer(
                row["qid"], row["question"], row["previous"].Length is 0 ? [] : Several(byId[row["previous"]]["numbers"]), [row["outcome"]], Several(row["numbers"])))]);
    }

    /// <summary>The real numbers and questions beside the repository.</summary>
    public static QuestionSet OfFiles(string registry, string questions) => new(
        Registry(Rows(File.OpenText(registry))),
        [.. Rows(File.OpenText(questions)).Select(row => new ExpectedAnswer(row["qid"], row["question"], [], OutcomesOf(row["expected_behaviour"]), Several(row["expected_number_ids"])))]);

    public static IReadOnlyList<Dictionary<string, string>> Rows(TextReader text)
    {
        using (text)
        {
            CsvRow[] rows = [.. CsvRows.Read(text, mostLines: 10)];
            return [.. rows.Skip(1).Select(row => rows[0].Values.Zip(row.Values).ToDictionary(cell => cell.First, cell => cell.Second))];
        }
    }

    /// <summary>As <c>numbers import</c> reads a registry: a single name of somebody owns, several share.</summary>
    static AskableNumber[] Registry(IEnumerable<Dictionary<string, string>> rows) => [.. rows.Select(row =>
    {
        var facts = new NumberFacts(row["id"], row["number"])
        {
            Aliases = Several(Cell("aliases") ?? ""),
            Definition = Cell("definition") is { } text ? new NumberDefinition(text) : null,
            Unit = Cell("unit"),
            Target = Cell("target") is { } target ? NumberText.Read(target).Amount : null,
            Department = Cell("department") ?? Cell("owner_department"),
            Owner = Cell("owner"),
        };
        var holding = HolderText.Names(facts.Owner).Count switch { 0 => Holding.Vacant, 1 => Holding.Owned, _ => Holding.Shared };
        return new AskableNumber(facts, holding, facts.Owner);

        string? Cell(string column) => row.GetValueOrDefault(column) is { Length: > 0 } cell ? cell : null;
    })];

    static string[] OutcomesOf(string behaviour) => behaviour switch
    {
        "disambiguate" => ["choices"],
        "other-intent" => ["definition", "value"],
        _ => [behaviour],
    };

    static string[] Several(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static StreamReader Embedded(string name) => new(Assembly.GetExecutingAssembly().GetManifestResourceStream("questions/" + name)!);
}
