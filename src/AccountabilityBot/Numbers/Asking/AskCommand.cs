using System.CommandLine;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using AccountabilityBot.Setup;

namespace AccountabilityBot.Numbers.Asking;

/// <summary>
/// The verb <c>ask "QUESTION" [--json] [--file FILE] [--model FILE [--people FILE]]</c>: the question of the company's
/// numbers on a terminal, of the database or of a model file alone. With a file it reads one question a line, each relying
/// on the one before where it does. Exit 0; 1 when nothing could be asked.
/// </summary>
static class AskCommand
{
    const int Good = 0;
    const int Refused = 1;

    /// <param name="prepare">Makes the host whose database is asked: storage migrated, company loaded.</param>
    public static Command Create(Func<CancellationToken, Task<IHost>> prepare)
    {
        var question = new Argument<string?>("QUESTION") { Description = "As you would ask a colleague.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "One line of JSON for each question, with the reasons." };
        var file = new Option<string?>("--file") { Description = "Questions, one a line, instead of one on the command line.", HelpName = "FILE" };
        var model = new Option<string?>("--model") { Description = "Ask this revenue model, YAML, and no database.", HelpName = "FILE" };
        var people = new Option<string?>("--people") { Description = "The people of that model, CSV.", HelpName = "FILE" };
        var ask = new Command("ask", "Who owns this number? Answers as the bot does in Teams.") { question, json, file, model, people };
        ask.Validators.Add(result =>
        {
            if (result.GetValue(question) is null == result.GetValue(file) is null)
                result.AddError("ask takes one question, or --file with several.");
            if (result.GetValue(people) is not null && result.GetValue(model) is null)
                result.AddError("--people belongs to --model.");
        });
        ask.SetAction((arguments, ct) => RunAsync(
            new Asked(arguments.GetValue(question), arguments.GetValue(file), arguments.GetValue(model), arguments.GetValue(people), arguments.GetValue(json)),
            prepare,
            arguments.InvocationConfiguration.Output,
            arguments.InvocationConfiguration.Error,
            ct));
        return ask;
    }

    static async Task<int> RunAsync(Asked asked, Func<CancellationToken, Task<IHost>> prepare, TextWriter output, TextWriter error, CancellationToken ct)
    {
        if (Questions(asked, error) is not { } questions)
            return Refused;
        if (asked.Model is { } path)
            return OfModel(path, asked.People, error) is { } company ? Answer(questions, NumberRegistry.Of(company.Model, company), company, asked.Json, output) : Refused;
        using var host = await prepare(ct);
        await using var scope = host.Services.CreateAsyncScope();
        var registry = await scope.ServiceProvider.GetRequiredService<NumberRegistrySource>().CurrentAsync(scope.ServiceProvider.GetRequiredService<BotDb>(), ct);
        return Answer(questions, registry, host.Services.GetRequiredService<CompanySource>().Current, asked.Json, output);
    }

    static int Answer(IReadOnlyList<string> questions, NumberRegistry registry, Company company, bool json, TextWriter output)
    {
        IReadOnlyList<string> before = [];
        foreach (var question in questions)
        {
            var answer = registry.Matcher.Ask(question, before);
            output.WriteLine(json ? AskJson.Write(answer, registry, company) : AskText.Write(answer, registry, company));
            if (answer.Numbers.Count > 0)
                before = answer.Numbers;
        }

        return Good;
    }

    static string[]? Questions(Asked asked, TextWriter error)
    {
        if (asked.Question is { } one)
            return [one];
        return TextFile.Read(asked.File!, 1 << 24, sentence => error.WriteLine($"{asked.File}: {sentence}")) is { } text
            ? LinesOf(text)
            : null;
    }

    /// <summary>As many as there are answers: empty ones count, and what comes after the last end of a line only where something does.</summary>
    static string[] LinesOf(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r'));
        return [.. text.Length is 0 || text[^1] is '\n' ? lines.SkipLast(1) : lines];
    }

    /// <summary>The company of a model file; null, after stderr has what is wrong with it.</summary>
    static Company? OfModel(string modelPath, string? peoplePath, TextWriter error)
    {
        var files = CompanyFiles.Read(modelPath, peoplePath);
        foreach (var problem in files.Problems.Where(problem => problem.Severity is Severity.Error))
            error.WriteLine(problem.ToString());
        // Nothing is dated by a key that only this answer knows.
        return files.HasErrors || files.Model is null ? null : files.ToCompany(0, DateTimeOffset.UnixEpoch);
    }

    /// <summary>As it was asked on the command line.</summary>
    sealed record Asked(string? Question, string? File, string? Model, string? People, bool Json);
}
