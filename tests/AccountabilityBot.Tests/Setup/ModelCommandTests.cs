using System.CommandLine;
using System.Diagnostics;
using AccountabilityBot.Setup;
using AccountabilityBot.Tests.Contracts;
using Microsoft.Extensions.Configuration;

namespace AccountabilityBot.Tests.Setup;

public sealed class ModelCommandTests
{
    [Fact]
    public void A_good_model_is_told_in_one_line()
    {
        var (code, output, error) = Run(["check", SampleFiles.Model, "--people", SampleFiles.People]);

        Assert.Equal(0, code);
        Assert.All(error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(": notice: ", line, StringComparison.Ordinal));
        Assert.Contains("is good: 6 departments", output, StringComparison.Ordinal);
        Assert.Contains("4 numbers;", output, StringComparison.Ordinal);
        Assert.Contains("32 people", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_model_is_refused_with_file_line_and_sentence()
    {
        using var files = new TempFiles();
        var model = files.Write("model.yaml", File.ReadAllText(SampleFiles.Model).Replace("timeZone: Europe/Berlin ", "timeZone: Europe/Berln ", StringComparison.Ordinal));

        var (code, output, error) = Run(["check", model]);

        Assert.Equal((1, ""), (code, output));
        Assert.Matches(@"model\.yaml:\d+:11: timeZone: ""Europe/Berln"" is no known time zone; .* Did you mean ""Europe/Berlin""\?", error);
    }

    [Fact]
    public void A_head_who_is_nobody_is_shown_in_the_model_and_a_bad_row_in_the_list()
    {
        using var files = new TempFiles();
        var lines = File.ReadAllLines(SampleFiles.People);
        var ravi = Array.FindIndex(lines, line => line.Contains(",Ravi Menon,", StringComparison.Ordinal));
        lines[ravi] = lines[ravi].Replace("00000000-0000-4000-8000", "0000", StringComparison.Ordinal);
        var people = files.Write("people.csv", string.Join('\n', lines));

        var (code, _, error) = Run(["check", SampleFiles.Model, "--people", people]);

        Assert.Equal(1, code);
        Assert.Matches($@"people\.csv:{ravi + 1}:1: people\.id: .* is not the Entra object id of Ravi Menon", error);
        Assert.Matches(@"revenue-model\.yaml:\d+:11: departments\.sales\.head: ""ravi\.menon@coldworks\.example"" is to be the head of Sales", error);
    }

    [Fact]
    public void The_configured_model_is_shown_in_words()
    {
        var (code, output, _) = Run(["show"], modelPath: SampleFiles.Model);

        Assert.Equal(0, code);
        Assert.Contains("hot: Hot, offered to the pool, accept within 5m of working time", output, StringComparison.Ordinal);
        Assert.Contains("marketing-sales: marketing → sales", output, StringComparison.Ordinal);
        Assert.Contains("RevOps: noor.haddad@coldworks.example", output, StringComparison.Ordinal);
        Assert.Contains(
            "alarms-answered: Sensor alarms answered in time, alarm answer rate (%, by the week, due 3 days after it); owner priya.raman@coldworks.example; ",
            output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Showing_no_model_says_how_to_name_one()
    {
        var (code, _, error) = Run(["show"]);

        Assert.Equal(1, code);
        Assert.Contains("--model FILE", error, StringComparison.Ordinal);
    }

    /// <summary>As the README has it: the files are named as they lie in the reader's folder, and the program is run from its sources.</summary>
    [Fact]
    public async Task Files_are_those_of_the_folder_that_dotnet_run_is_called_in()
    {
        using var files = new TempFiles();
        var folder = Path.GetDirectoryName(files.Write("revenue-model.yaml", await File.ReadAllTextAsync(SampleFiles.Model, TestContext.Current.CancellationToken)))!;
        files.Write("people.csv", await File.ReadAllTextAsync(SampleFiles.People, TestContext.Current.CancellationToken));
        // The build that these tests are of: bin/Release/net10.0.
        var build = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name;
        string[] arguments = ["run", "--no-build", "-c", build, "--project", Path.Combine(Repository.Root, "src", "AccountabilityBot"), "--", "model", "check", "revenue-model.yaml", "--people", "people.csv"];

        using var program = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains("revenue-model.yaml is good", await output, StringComparison.Ordinal);
        Assert.DoesNotContain("no such file", await error, StringComparison.Ordinal);
        Assert.Equal(0, program.ExitCode);
    }

    static (int Code, string Output, string Error) Run(string[] arguments, string? modelPath = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Model:Path", modelPath)]).Build();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = ModelCommand.Create(configuration).Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    sealed class TempFiles : IDisposable
    {
        readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

        public string Write(string name, string text)
        {
            var path = Path.Combine(_folder.FullName, name);
            File.WriteAllText(path, text);
            return path;
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
