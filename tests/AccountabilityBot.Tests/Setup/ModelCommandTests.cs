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
    public void With_people_it_is_told_who_lands_where()
    {
        using var files = new TempFiles();
        var people = files.Write("people.csv", File.ReadAllText(SampleFiles.People).Replace(",SDR,", ",Outbound,", StringComparison.Ordinal));

        var (code, output, _) = Run(["check", SampleFiles.Model, "--people", people]);

        Assert.Equal(0, code);
        Assert.Contains(
            """

            Who lands where (32 people)
                   5  Marketing          5 by label
                   2  Sales Development  2 by label
                   9  Sales              7 by rule 3, 2 by label
                   4  Operations         4 by label
                   4  Support            4 by label
                   4  Customer Success   3 by rule 2, 1 by label
                   4  in no department

            Left over: 2 spellings that no rule and no label has (4 people)
                   2  (the directory names no department)
                   2  Outbound

            Rules that match nobody
              1. name "Conf Room *" or "svc-*" → nobody

            """.ReplaceLineEndings(),
            output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Who lands where", Run(["check", SampleFiles.Model]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_lands_where_is_told_beside_what_refuses_the_people()
    {
        using var files = new TempFiles();
        var people = files.Write("people.csv", File.ReadAllText(SampleFiles.People) + "00000000-0000-4000-8000-000000000099,Ravi M.,Ravi.Menon@coldworks.example,,,,\n");
        var model = files.Write("model.yaml", File.ReadAllText(SampleFiles.Model).Replace("people:\n", "people:\n  ana.sousa@coldworks.example: { department: marketing }\n", StringComparison.Ordinal));

        var (code, output, error) = Run(["check", model, "--people", people]);

        Assert.Equal(1, code);
        Assert.Contains("Ravi M. has Ravi.Menon@coldworks.example", error, StringComparison.Ordinal);
        Assert.Contains("Ana Sousa: Marketing; without it Sales", output, StringComparison.Ordinal);
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
        Assert.Contains("3. title \"*account executive*\", under ravi.menon@coldworks.example → sales", output, StringComparison.Ordinal);
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
