using System.CommandLine;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;

namespace AccountabilityBot.Setup;

/// <summary>The verb <c>model</c>: check a model before it is used, and show the one that is.</summary>
/// <remarks>Writes to the invocation's output and error; exit code 0 is good, 1 a refusal with its reasons on error.</remarks>
static class ModelCommand
{
    const int Good = 0;
    const int Refused = 1;

    /// <summary>The command as the program uses it, with the configuration of <c>appsettings.json</c> and the environment.</summary>
    public static Command Create() => Create(new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build());

    /// <param name="configuration">Where <c>Model:Path</c> names the model to show.</param>
    public static Command Create(IConfiguration configuration) => new("model", "Check or show a revenue model.")
    {
        Check(),
        Show(configuration),
    };

    static Command Check()
    {
        var file = new Argument<string>("FILE") { Description = "The revenue model, YAML." };
        var people = new Option<string?>("--people") { Description = "Check that its people exist in this list, CSV." };
        var command = new Command("check", "Read a revenue model and say all that is wrong with it.") { file, people };
        command.SetAction(arguments => Check(
            arguments.GetRequiredValue(file),
            arguments.GetValue(people),
            arguments.InvocationConfiguration.Output,
            arguments.InvocationConfiguration.Error));
        return command;
    }

    static Command Show(IConfiguration configuration)
    {
        var model = new Option<string?>("--model") { Description = "The revenue model, YAML; without it, the one that Model:Path names." };
        var command = new Command("show", "Print a revenue model in words.") { model };
        command.SetAction(arguments => Show(
            arguments.GetValue(model) ?? configuration["Model:Path"],
            arguments.InvocationConfiguration.Output,
            arguments.InvocationConfiguration.Error));
        return command;
    }

    static int Check(string modelPath, string? peoplePath, TextWriter output, TextWriter error)
    {
        var files = CompanyFiles.Read(modelPath, peoplePath);
        Report(files.Problems, error);
        if (files.HasErrors || files.Model is null)
        {
            // Whoever maps a directory wants to see how far they are, whatever is still to be mended in it.
            if (peoplePath is not null && files.Model is not null)
                PlacementText.Write(PlacementReport.Of(files.Model, files.People), output);
            return Refused;
        }

        var people = peoplePath is null ? "people were not checked" : $"{files.People.Count} people";
        output.WriteLine(
            $"{modelPath} is good: {files.Model.Departments.Count} departments, {files.Model.Seams.Count} seams, "
            + $"{files.Model.Segments.Count} segments, {files.Model.Sources.Count} sources, {files.Model.Numbers.Count} numbers; {people}.");
        if (peoplePath is not null)
            PlacementText.Write(PlacementReport.Of(files.Model, files.People), output);
        return Good;
    }

    static int Show(string? modelPath, TextWriter output, TextWriter error)
    {
        if (string.IsNullOrWhiteSpace(modelPath))
        {
            error.WriteLine("No model is named: give --model FILE, or set Model__Path.");
            return Refused;
        }

        var reading = ModelFile.Read(modelPath);
        Report(reading.Problems, error);
        if (reading.Model is null)
            return Refused;

        ModelText.Write(reading.Model, output);
        return Good;
    }

    static void Report(IEnumerable<Problem> problems, TextWriter error)
    {
        foreach (var problem in problems)
            error.WriteLine(problem);
    }
}
