using System.CommandLine;
using System.Text;
using AccountabilityBot.Data;
using AccountabilityBot.Dispositions;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Leads;
using AccountabilityBot.Leads.Import;
using AccountabilityBot.Outcomes;
using AccountabilityBot.People;
using AccountabilityBot.Setup;
using AccountabilityBot.Tests.Setup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Directory = System.IO.Directory;

namespace AccountabilityBot.Tests.Leads;

/// <summary>The sample company on an SQLite file of its own, and a folder for lists and maps.</summary>
/// <param name="dispositions">The section <c>dispositions</c> of its model; null: the sample's own.</param>
/// <param name="start">UTC; null: a Monday, 10:00 in Berlin.</param>
/// <param name="more">What the test needs beside leads and their outcomes.</param>
sealed class ImportSite(string? dispositions = null, DateTimeOffset? start = null, Action<IServiceCollection>? more = null) : IDisposable
{
    static readonly CompanyFiles _sample = CompanyFiles.Read(SampleFiles.Model, SampleFiles.People);

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public FakeTimeProvider Clock { get; } = new(start ?? new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    /// <summary>How often the command asked for its host.</summary>
    public int Prepared { get; private set; }

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path(name), bytes);
        return Path(name);
    }

    /// <summary>A host as the program prepares it: storage made, company loaded.</summary>
    public async Task<IHost> HostAsync(CancellationToken ct)
    {
        Prepared++;
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        var connection = new SqliteConnectionStringBuilder { DataSource = Path("bot.db"), Pooling = false };
        builder.Services.AddStorage(new StorageOptions(StorageOptions.Sqlite, connection.ConnectionString, Path("bot.db")));
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton<CompanySource>().AddLeads().AddDispositions().AddOutcomes();
        more?.Invoke(builder.Services);
        var host = builder.Build();

        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        await db.Database.EnsureCreatedAsync(ct);
        await AccountabilityBot.People.Directory.ApplyAsync(db, _sample.People, Clock.GetUtcNow(), ct);
        await host.Services.GetRequiredService<CompanySource>().LoadAsync(db, Model(), version: 1, ct);
        return host;
    }

    RevenueModel Model()
    {
        if (dispositions is null)
            return _sample.Model!;
        var (text, section) = (File.ReadAllText(SampleFiles.Model), "\ndispositions:\n");
        var (from, to) = (text.IndexOf(section, StringComparison.Ordinal), text.IndexOf("\nsources:\n", StringComparison.Ordinal));
        var reading = ModelFile.Parse(string.Concat(text.AsSpan(0, from), "\n", dispositions, text.AsSpan(to)), "revenue-model.yaml");
        Assert.DoesNotContain(reading.Problems, problem => problem.Severity is Severity.Error);
        return reading.Model!;
    }

    /// <summary>Runs <c>leads</c> as the program does.</summary>
    public Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(HostAsync, arguments);

    /// <summary>The same, with a host of the test's own.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(Func<CancellationToken, Task<IHost>> prepare, params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await LeadImportCommand.Create(prepare)
            .Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Imports a list from text.</summary>
    public async Task<(ImportSummary Summary, IReadOnlyList<ImportNews.Refused> Refused)> ImportAsync(string csv, string? map = null)
    {
        using var host = await HostAsync(TestContext.Current.CancellationToken);
        return await ImportAsync(host, new StringReader(csv), map);
    }

    public static async Task<(ImportSummary Summary, IReadOnlyList<ImportNews.Refused> Refused)> ImportAsync(IHost host, TextReader csv, string? map)
    {
        var news = new Gathered();
        var reading = map is null ? null : ColumnMapFile.Parse(map, "map.yaml");
        if (reading is not null)
            Assert.Empty(reading.Problems);
        var summary = await host.Services.GetRequiredService<LeadImport>().RunAsync(csv, reading?.Map, news, TestContext.Current.CancellationToken);
        return (summary, [.. news.All.OfType<ImportNews.Refused>()]);
    }

    /// <summary>Asks the database, as it is after everything that ran before.</summary>
    public async Task<T> AskAsync<T>(Func<BotDb, CancellationToken, Task<T>> ask)
    {
        using var host = await HostAsync(TestContext.Current.CancellationToken);
        return await AskAsync(host, ask);
    }

    public static async Task<T> AskAsync<T>(IHost host, Func<BotDb, CancellationToken, Task<T>> ask)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<BotDb>(), TestContext.Current.CancellationToken);
    }

    public Task<List<Domain.Leads.Lead>> LeadsAsync() => AskAsync((db, ct) => db.Leads.AsNoTracking().OrderBy(lead => lead.No).ToListAsync(ct));

    public void Dispose() => _folder.Delete(recursive: true);

    sealed class Gathered : IProgress<ImportNews>
    {
        public List<ImportNews> All { get; } = [];

        public void Report(ImportNews value) => All.Add(value);
    }
}
