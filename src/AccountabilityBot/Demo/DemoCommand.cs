using System.CommandLine;
using AccountabilityBot.Cli;
using AccountabilityBot.People;
using AccountabilityBot.Setup;

namespace AccountabilityBot.Demo;

/// <summary>What the demo was asked for.</summary>
/// <param name="LeadEvery">Real time between two leads; zero: none come by themselves.</param>
/// <param name="Leads">A CSV file whose leads all come in at the start; none: the sample's, one by one.</param>
/// <param name="Map">Its column map.</param>
sealed record DemoOptions(string PlaygroundFolder, int Port, double Speed, TimeSpan LeadEvery, string? Leads, string? Map);

/// <summary>
/// <c>demo</c>: the bot with the sample company on an empty SQLite file, for the Agents Playground on the same machine.
/// </summary>
static partial class DemoCommand
{
    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--playground") { Required = true, Description = "Folder to write the Playground's configuration into.", HelpName = "DIR" };
        var port = new Option<int>("--port") { DefaultValueFactory = _ => 3978, Description = "Port on loopback." };
        var speed = new Option<double>("--speed") { DefaultValueFactory = _ => 1, Description = "How many times as fast the clock runs (1 to 1000)." };
        var every = new Option<double>("--lead-every") { DefaultValueFactory = _ => 15, Description = "Seconds between two leads; 0: none come by themselves." };
        var leads = new Option<FileInfo?>("--leads") { Description = "CSV file whose leads all come in at the start.", HelpName = "FILE" };
        var map = new Option<FileInfo?>("--map") { Description = "Column map for --leads.", HelpName = "FILE" };
        speed.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is < 1 or > 1000)
                result.AddError("--speed must lie between 1 and 1000.");
        });
        var command = new Command("demo", "Starts the bot with the sample company for the Agents Playground.") { folder, port, speed, every, leads, map };
        command.SetAction((parsed, ct) => RunAsync(
            new DemoOptions(
                parsed.GetValue(folder)!.FullName,
                parsed.GetValue(port),
                parsed.GetValue(speed),
                TimeSpan.FromSeconds(parsed.GetValue(every)),
                parsed.GetValue(leads)?.FullName,
                parsed.GetValue(map)?.FullName),
            ct));
        return command;
    }

    static async Task<int> RunAsync(DemoOptions options, CancellationToken ct)
    {
        System.IO.Directory.CreateDirectory(options.PlaygroundFolder);
        var database = Path.Combine(options.PlaygroundFolder, "demo.db");
        foreach (var left in System.IO.Directory.EnumerateFiles(options.PlaygroundFolder, "demo.db*"))
            File.Delete(left);

        DemoOpening? opening = null;
        await using var app = BotHost.Build([], builder =>
        {
            builder.Environment.EnvironmentName = Environments.Development;
            builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port}");
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Storage:Provider"] = Data.StorageOptions.Sqlite,
                ["Storage:Path"] = database,
                ["Bot:AppId"] = null,
                ["Bot:TenantId"] = PlaygroundTeam.TenantId,
            });
            opening = Opening(builder.Configuration);
            if (options.Speed > 1 || opening?.Note is not null)
                builder.Services.AddSingleton<TimeProvider>(new SpeedClock(Clock.System, options.Speed, opening?.Start ?? Clock.System.GetUtcNow()));
            builder.Services.AddSingleton(options);
            builder.Services.AddHostedService<DemoStory>();
            builder.Services.AddHttpClient<DemoColleagues>(http => http.BaseAddress = new Uri($"http://127.0.0.1:{options.Port}"));
        });
        // The script that starts the demo repeats this line to whoever is invited.
        if (opening?.Note is { } note)
            ClockStarts(app.Services.GetRequiredService<ILogger<DemoOpening>>(), note);
        await ServeCommand.PrepareAsync(app, ct);
        await DemoNumbers.TakeAsync(app.Services, ct);
        var company = app.Services.GetRequiredService<CompanySource>().Current;
        await File.WriteAllTextAsync(
            Path.Combine(options.PlaygroundFolder, ".m365agentsplayground.yml"), PlaygroundTeam.Of(company).ToYaml(company.Model), ct);
        await app.RunAsync(ct);
        return 0;
    }

    /// <summary>By the hours of the department that sells; none where the model has errors, which the start reports.</summary>
    static DemoOpening? Opening(IConfiguration configuration) =>
        ModelFile.Read(CompanyFiles.ModelPathOf(configuration)).Model?.FindDepartment("sales") is { } sales
            ? DemoOpening.Of(sales, Clock.System.GetUtcNow())
            : null;

    [LoggerMessage(1, LogLevel.Information, "{Note}")]
    static partial void ClockStarts(ILogger logger, string note);
}
