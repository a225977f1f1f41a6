using System.Text.Json;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.Numbers.Asking;
using AccountabilityBot.Tests.Edge;

namespace AccountabilityBot.Tests.Numbers.Asking;

/// <summary>
/// 229 real indicators, each asked for in several ways by rule: ten ways of asking, the name as it is, with two letters
/// swapped in its longest word, without its words of measuring, turned round, in capitals.
/// </summary>
public sealed class VaryingRealNames(ITestOutputHelper output)
{
    static readonly string[] _asked =
    [
        "who owns {0}", "who is the DRI for {0}?", "who's on the hook for {0}", "{0} - who owns that?", "{0} owner?", "whose number is {0}",
        "Who is accountable for {0}?", "who do I talk to about {0}", "who signs off {0}", "who answers for {0}, please",
    ];

    static readonly string[] _measuring = ["Average", "Total", "Rate", "Number", "of", "per", "the"];

    /// <summary>The same number as one of the 229, under the same name or another: to answer these is right.</summary>
    static readonly string[] _there = ["Pipeline coverage", "Days to close the books", "Engineering hires vs plan"];

    [Fact]
    public void Varied_questions_find_their_number_and_never_another()
    {
        var (matcher, numbers) = Indicators();
        var questions = numbers.SelectMany(Variations).Select((one, at) => (one.Number, Question: string.Format(null, _asked[at % _asked.Length], one.Name))).ToList();
        var answers = questions.Select(one => (one.Question, one.Number, Answer: matcher.Ask(one.Question))).ToList();
        var answered = answers.Where(one => one.Answer.Outcome is QuestionOutcome.Answer).ToList();
        var right = answered.Count(one => one.Answer.Numbers[0] == one.Number.Id);
        var found = answers.Count(one => one.Answer.Numbers.Contains(one.Number.Id));
        output.WriteLine(FormattableString.Invariant(
            $"{answers.Count} questions: precision {(double)right / answered.Count:P1} ({right} of {answered.Count} answered), recall {(double)right / answers.Count:P1} answered and {(double)found / answers.Count:P1} with choices"));
        foreach (var one in answers.Where(one => !one.Answer.Numbers.Contains(one.Number.Id)))
            output.WriteLine($"\"{one.Question}\" ({one.Number.Id}): {one.Answer.Outcome} {string.Join('|', one.Answer.Numbers)}");

        Assert.True(questions.Count >= 200, "too few questions");
        Assert.Equal(answered.Count, right);
        Assert.InRange((double)right / answers.Count, 0.93, 1);
    }

    [Fact]
    public void Numbers_of_other_companies_are_unknown()
    {
        var (matcher, _) = Indicators();
        string[] companies = ["northwind-freight", "helio-klinik", "lumen-pay", "atelier-voss"];
        var outside = companies.SelectMany(company => QuestionSet.Of(company).Numbers)
            .Where(number => !_there.Contains(number.Facts.Name))
            .Select((number, at) => string.Format(null, _asked[at % _asked.Length], number.Facts.Name)).ToList();
        var named = outside.Select(question => (Question: question, Answer: matcher.Ask(question))).Where(one => one.Answer.Outcome is not (QuestionOutcome.Unknown or QuestionOutcome.Other)).ToList();
        foreach (var (question, answer) in named)
            output.WriteLine($"\"{question}\": {answer.Outcome} {string.Join('|', answer.Numbers)}");
        output.WriteLine($"{outside.Count - named.Count} of {outside.Count} unknown");

        Assert.InRange((double)(outside.Count - named.Count) / outside.Count, 0.95, 1);
        Assert.DoesNotContain(named, one => one.Answer.Outcome is QuestionOutcome.Answer);
    }

    static IEnumerable<(NumberFacts Number, string Name)> Variations(NumberFacts number)
    {
        var name = number.Name.Replace("\\", "", StringComparison.Ordinal);
        yield return (number, name);
        yield return (number, name.ToUpperInvariant());
        var words = name.Split(' ');
        var longest = words.Index().Where(word => word.Item.Length >= 7 && word.Item.All(char.IsLetter)).Select(word => word.Index).DefaultIfEmpty(-1).First();
        if (longest >= 0)
        {
            var letters = words[longest].ToLowerInvariant().ToCharArray();
            var middle = letters.Length / 2;
            (letters[middle], letters[middle + 1]) = (letters[middle + 1], letters[middle]);
            yield return (number, string.Join(' ', words.Select((word, at) => at == longest ? new string(letters) : word.ToLowerInvariant())));
        }

        if (words.Length >= 4)
            yield return (number, string.Join(' ', words.Where(word => !_measuring.Contains(word))).ToLowerInvariant());
    }

    static (NumberMatcher Matcher, IReadOnlyList<NumberFacts> Numbers) Indicators()
    {
        Assert.SkipWhen(SharedData.Indicators is null, "The real indicators (shared/data/gitlab) do not lie beside the repository.");
        using var json = JsonDocument.Parse(File.ReadAllText(SharedData.Indicators!));
        NumberFacts[] numbers =
        [
            .. json.RootElement.EnumerateArray().Select(one => new NumberFacts(Text(one, "id")!, Text(one, "name")!)
            {
                Definition = Text(one, "definition") is { } text ? new NumberDefinition(text) : null,
                Department = Text(one, "org"),
                Owner = Text(one, "org"),
            }),
        ];
        return (new NumberMatcher(new NumberIndex(numbers.Select(number => new AskableNumber(number, Holding.Vacant, number.Owner)))), numbers);
    }

    static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
