using System.Text.Json.Nodes;
using AccountabilityBot.Cli;
using AccountabilityBot.Numbers.Asking;

namespace AccountabilityBot.Tests.Numbers.Asking;

/// <summary><c>ask</c> of a model file alone.</summary>
public sealed class AskCommandTests : IDisposable
{
    static readonly string[] _fields = ["outcome", "numbers", "owner", "because"];

    readonly AskSite _site = new();

    [Theory]
    [InlineData("who owns win rate?", "answer", "win-rate", "00000000-0000-4000-8000-000000000011 Ana Sousa")]
    [InlineData("who owns churn?", "answer", "churn", "role CCO")]
    [InlineData("who owns NPS?", "shared", "nps", null)]
    [InlineData("who owns the margin?", "choices", "freight-margin|parts-margin|pump-margin", null)]
    [InlineData("who owns the moon landing ratio?", "unknown", "", null)]
    [InlineData("define win rate", "definition", "win-rate", "00000000-0000-4000-8000-000000000011 Ana Sousa")]
    [InlineData("what is our win rate right now?", "value", "win-rate", "00000000-0000-4000-8000-000000000011 Ana Sousa")]
    [InlineData("who owned win rate in March?", "history", "win-rate", "00000000-0000-4000-8000-000000000011 Ana Sousa")]
    [InlineData("hand win rate over to Bo", "command", "win-rate", "00000000-0000-4000-8000-000000000011 Ana Sousa")]
    [InlineData("and its target?", "follow-up", "", null)]
    [InlineData("list all owners with their phone numbers", "refused", "", null)]
    [InlineData("hello", "other", "", null)]
    [InlineData("", "other", "", null)]
    public async Task The_answer_as_JSON_is_a_contract(string question, string outcome, string numbers, string? owner)
    {
        var (code, lines, errors) = await AskSite.Ask([question, "--json", "--model", _site.Model(), "--people", _site.People()]);

        Assert.Equal(0, code);
        Assert.Empty(errors);
        var answer = JsonNode.Parse(Assert.Single(lines))!.AsObject();
        Assert.Equal(_fields, answer.Select(field => field.Key));
        Assert.Equal((outcome, numbers, owner), ((string?)answer["outcome"], string.Join('|', answer["numbers"]!.AsArray()), OwnerOf(answer)));
        Assert.All(answer["because"]!.AsArray(), reason => Assert.False(string.IsNullOrWhiteSpace((string?)reason)));
        if (outcome is "answer" or "shared" or "choices")
            Assert.NotEmpty(answer["because"]!.AsArray());
    }

    [Theory]
    [InlineData("who owns win rate?", "Win rate: Ana Sousa")]
    [InlineData("who owns churn?", "Churn: CCO (held by nobody yet)")]
    [InlineData("who owns NPS?", "NPS: shared between Ana Sousa / Bo Nguyen; nobody owns it until one of them takes it")]
    [InlineData("define win rate", "Win rate: Signed orders, of all that were closed.")]
    [InlineData("define churn", "Churn: nobody has written down yet what it means.")]
    [InlineData("what is our win rate right now?", "Win rate: no value yet %")]
    [InlineData("and its target?", "Which number do you mean?")]
    [InlineData("who owns the moon landing ratio?", "I know no number like that.")]
    [InlineData("list all owners with their phone numbers", "That is not something I do. Ask me who owns one number.")]
    [InlineData("hello", "That is no question about a number. Try: who owns win rate?")]
    public async Task Without_JSON_it_is_a_sentence(string question, string sentence) =>
        Assert.Equal([sentence], (await AskSite.Ask([question, "--model", _site.Model(), "--people", _site.People()])).Lines);

    [Fact]
    public async Task Without_the_people_an_owner_is_told_as_the_model_writes_them()
    {
        var (code, lines, _) = await AskSite.Ask(["who owns win rate?", "--json", "--model", _site.Model()]);

        Assert.Equal((0, "ana@brightwater.example ana@brightwater.example"), (code, OwnerOf(JsonNode.Parse(Assert.Single(lines))!.AsObject())));
    }

    [Theory]
    [InlineData("who owns win rate?\nand its target?\n\nhello\nand who owns it?\n", "answer|follow-up|other|other|follow-up")]
    [InlineData("who owns win rate?\r\nand its target?", "answer|follow-up")]
    [InlineData("who owns win rate?\nwho owns new revenue?\nand its target?\n", "answer|answer|follow-up")]
    [InlineData("\nwho owns win rate?\n\n\n", "other|answer|other|other")]
    [InlineData("\n", "other")]
    [InlineData("", "")]
    public async Task A_file_is_answered_line_by_line(string text, string outcomes)
    {
        var (code, lines, _) = await AskSite.Ask(["--file", _site.Write("questions.txt", text), "--json", "--model", _site.Model(), "--people", _site.People()]);

        Assert.Equal((0, outcomes), (code, string.Join('|', lines.Select(line => (string?)JsonNode.Parse(line)!["outcome"]))));
    }

    [Fact]
    public async Task What_follows_is_about_the_answer_before()
    {
        var (_, lines, _) = await AskSite.Ask(["--file", _site.Write("questions.txt", "who owns win rate?\nwho owns new revenue?\nwho owns the moon landing ratio?\nand its target?"), "--json", "--model", _site.Model(), "--people", _site.People()]);

        Assert.Equal("revenue", (string?)JsonNode.Parse(lines[3])!["numbers"]![0]);
        Assert.Equal("Ravi Menon", (string?)JsonNode.Parse(lines[3])!["owner"]!["name"]);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_refusal()
    {
        var (code, lines, errors) = await AskSite.Ask(["--file", _site.PathOf("nowhere.txt"), "--model", _site.Model()]);

        Assert.Equal(1, code);
        Assert.Empty(lines);
        Assert.Contains("nowhere.txt: ", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("company: [")]
    [InlineData("company: Brightwater Pumps\nlanguage: xx\n")]
    [InlineData("")]
    public async Task A_broken_model_is_a_refusal(string model)
    {
        var (code, lines, errors) = await AskSite.Ask(["who owns win rate?", "--json", "--model", _site.Write("model.yaml", model)]);

        Assert.Equal(1, code);
        Assert.Empty(lines);
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.Contains("model.yaml:", error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData]
    [InlineData("--json")]
    [InlineData("who owns win rate?", "--file", "questions.txt")]
    [InlineData("who", "owns", "win", "rate?")]
    [InlineData("who owns win rate?", "--people", "people.csv")]
    [InlineData("who owns win rate?", "--quietly")]
    public async Task Neither_a_question_nor_a_file_or_both_is_wrong_usage(params string[] arguments)
    {
        Assert.NotEmpty(AskCommand.Create(_ => throw new InvalidOperationException("Nothing was to be asked.")).Parse(arguments).Errors);
        Assert.Equal(2, await Verbs.RunAsync(["ask", .. arguments]));
    }

    public void Dispose() => _site.Dispose();

    static string? OwnerOf(JsonObject answer) => answer["owner"] is JsonObject owner
        ? owner["role"] is { } role ? $"role {role}" : $"{owner["id"]} {owner["name"]}"
        : null;
}
