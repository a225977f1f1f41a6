using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AccountabilityBot.Cli;
using AccountabilityBot.Data;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit.Sdk;

namespace AccountabilityBot.Tests.Faults;

/// <summary>How a site differs from the usual one.</summary>
/// <param name="Speed">How many times as fast everybody's clock runs.</param>
/// <param name="AcceptWithin">What the model gives for an answer, in every segment.</param>
/// <param name="Database">Connection string of an empty database; none: one of its own on the tests' cluster.</param>
sealed record FaultSetup(double Speed = 1, string AcceptWithin = "1h", string? Database = null);

/// <summary>A company, its Teams and its database, and as many servers of the built program as a test starts and ends.</summary>
sealed class FaultSite : IAsyncDisposable
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    readonly string _folder = Directory.CreateTempSubdirectory("accountability-faults-").FullName;
    readonly List<BotProgram> _programs = [];
    readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(30) };
    readonly DateTimeOffset _began = Cli.Clock.System.GetUtcNow();
    TestDatabase? _database;
    string[] _settings = [];

    FaultSite(FaultSetup setup)
    {
        Setup = setup;
        Clock = new SetClock(Cli.Clock.System, _began, BotHarness.Start, setup.Speed);
    }

    internal FaultSetup Setup { get; }

    /// <summary>Everybody's: that of the fake Teams, and of every server on it. Timestamps are the machine's.</summary>
    internal TimeProvider Clock { get; }

    internal FakeTeams Teams { get; private set; } = null!;

    internal Inbound Inbound { get; private set; } = null!;

    internal string ConnectionString { get; private set; } = "";

    /// <summary>For a host in the test's own process on the same database.</summary>
    internal IReadOnlyList<string> Settings => _settings;

    internal static async Task<FaultSite> StartAsync(FaultSetup setup)
    {
        var site = new FaultSite(setup);
        site.Teams = await FakeTeams.StartAsync(site.Clock);
        site.Inbound = new Inbound(site.Teams, site.Clock);
        await site.PrepareAsync();
        return site;
    }

    /// <summary>Starts a server; a further setting wins.</summary>
    internal async Task<BotProgram> ServeAsync(params string[] settings)
    {
        var program = await BotProgram.StartAsync([.. _settings, .. settings]);
        _programs.Add(program);
        return program;
    }

    /// <summary>A lead comes in; sent again until it is taken, as a sender does.</summary>
    /// <param name="server">Asked anew for each try: servers come and go.</param>
    internal async Task LeadAsync(Func<BotProgram> server, int no, string segment, string? phone = null, CancellationToken ct = default)
    {
        var body = new JsonObject
        {
            ["source"] = "website",
            ["externalId"] = $"web-{no}",
            ["name"] = $"Jo Keller {no}",
            ["company"] = $"Keller Wells {no}",
            ["segment"] = segment,
            ["phone"] = phone,
        };
        while (true)
        {
            var (status, answer, _) = await PostAsync(server(), "/api/leads", body, ct);
            if (status is HttpStatusCode.Accepted or HttpStatusCode.OK)
                return;
            Assert.True(status is null or HttpStatusCode.ServiceUnavailable, $"A lead was answered {status}: {answer}");
            await Task.Delay(BetweenLooks, Cli.Clock.System, ct);
        }
    }

    /// <summary>Somebody presses a button, as it stands on the card at this moment.</summary>
    internal Task<Pressing> PressAsync(BotProgram server, Colleague person, ShownCard card, string title, params (string Label, string Value)[] inputs) =>
        SendAsync(server, new Pressing(person, card.Message, title, Inbound.Press(person, card, title, inputs)));

    /// <summary>Sends a press, or the same one once more.</summary>
    internal async Task<Pressing> SendAsync(BotProgram server, Pressing pressing)
    {
        var (status, body, trouble) = await PostAsync(server, "/api/messages", pressing.Activity, CancellationToken.None);
        if (status is HttpStatusCode.OK && body is not null)
            return pressing with { Answer = Answer.Read(pressing.Activity, pressing.Message, body), Trouble = null };
        return pressing with { Answer = null, Trouble = trouble ?? $"answered {(int)status!}" };
    }

    /// <summary>What <c>/readyz</c> says; none: nothing.</summary>
    internal async Task<JsonObject?> ReadyAsync(BotProgram server)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri(server.Address, "/readyz"));
            return await response.Content.ReadFromJsonAsync<JsonObject>();
        }
        catch (Exception none) when (none is HttpRequestException or TaskCanceledException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    internal async Task<bool> LeadsAsync(BotProgram server) => (await ReadyAsync(server))?["leads"]?.GetValue<bool>() is true;

    internal PostgresBotDb Open() => new(new DbContextOptionsBuilder<PostgresBotDb>().UseNpgsql(ConnectionString).Options);

    internal async Task<T> ReadAsync<T>(Func<BotDb, Task<T>> read)
    {
        await using var db = Open();
        return await read(db);
    }

    /// <summary>Waits, generously: what is asked for is that it comes, and not how fast this machine is.</summary>
    internal async Task UntilAsync(string what, Func<Task<bool>> isSo, TimeSpan within)
    {
        var began = Clock.GetTimestamp();
        while (!await isSo())
        {
            if (Clock.GetElapsedTime(began) > within)
                throw new XunitException($"After {within.TotalSeconds:0} s still not so: {what}.");
            await Task.Delay(BetweenLooks, Cli.Clock.System);
        }
    }

    /// <summary>The last words of every server, for whoever has to find out what happened.</summary>
    internal string Story => string.Join("\n\n", _programs.Select((program, at) => $"Server {at + 1}, pid {program.Id}:\n{string.Join('\n', program.Lines.TakeLast(25))}"));

    internal IReadOnlyList<string> Errors => [.. _programs.SelectMany(program => program.Errors)];

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs)
            await program.DisposeAsync();
        _http.Dispose();
        await Teams.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    async Task PrepareAsync()
    {
        var (model, people) = (Path.Combine(_folder, "revenue-model.yaml"), Path.Combine(_folder, "people.csv"));
        await File.WriteAllTextAsync(model, FaultModel.With(Setup.AcceptWithin));
        await File.WriteAllTextAsync(people, Brightwater.PeopleCsv);
        if (Setup.Database is null)
            _database = await TestDatabase.CreateAsync(Database.Postgres, _folder);
        const string named = "--ConnectionStrings:Accountability=";
        IReadOnlyList<string> storage = _database?.Settings ?? ["--Storage:Provider=postgres", named + Setup.Database];
        ConnectionString = new NpgsqlConnectionStringBuilder(storage.Single(one => one.StartsWith(named, StringComparison.Ordinal))[named.Length..]) { Pooling = false }.ConnectionString;
        _settings =
        [
            $"--Bot:TenantId={Brightwater.Tenant}", $"--Model:Path={model}", $"--People:Path={people}", $"--Api:Keys:0={BotHarness.Key}", .. storage,
            .. ClockSettings(),
        ];
        await using var db = Open();
        await db.Database.MigrateAsync();
        db.Channels.AddRange(Brightwater.Homes.Select(home => new DepartmentChannel
        {
            Department = home.Key,
            ChannelId = home.Value.Id,
            TeamId = home.Value.TeamId,
            ServiceUrl = Teams.ServiceUrl,
            TenantId = Brightwater.Tenant,
            Name = home.Value.Name,
            BoundAt = Clock.GetUtcNow(),
            RosterDueAt = Clock.GetUtcNow(),
        }));
        await db.SaveChangesAsync();
    }

    IEnumerable<string> ClockSettings() =>
    [
        $"--Clock:At={_began:O}", $"--Clock:Shows={BotHarness.Start:O}", $"--Clock:Speed={Setup.Speed.ToString(CultureInfo.InvariantCulture)}",
    ];

    async Task<(HttpStatusCode? Status, JsonNode? Body, string? Trouble)> PostAsync(BotProgram server, string path, JsonObject body, CancellationToken ct)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, path)) { Content = JsonContent.Create(body), Headers = { { "X-Api-Key", BotHarness.Key } } };
            using var response = await _http.SendAsync(request, ct);
            var text = await response.Content.ReadAsStringAsync(ct);
            return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), null);
        }
        catch (Exception none) when (none is HttpRequestException || (none is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return (null, null, none.Message);
        }
    }
}

/// <summary>A press, and what came of it.</summary>
/// <param name="Answer">None: no answer came, or one that Teams cannot show.</param>
/// <param name="Trouble">Why there is no answer.</param>
sealed record Pressing(Colleague By, FakeMessage Message, string Title, JsonObject Activity, Answer? Answer = null, string? Trouble = null)
{
    internal Guid Lead => Guid.Parse(Activity["value"]!["action"]!["data"]!["lead"]!.GetValue<string>());

    /// <summary>The presser was asked to try again.</summary>
    internal bool IsApology => Answer?.Said?.StartsWith("That did not work", StringComparison.Ordinal) is true;

    /// <summary>The presser was shown that the lead is theirs.</summary>
    internal bool ShowsOwner => Answer?.Shown?.Buttons.Any(button => button.Title is "Contacted" or "Hand back") is true;
}

/// <summary>The scenarios' company, with one time to answer for everything.</summary>
static class FaultModel
{
    internal static string With(string acceptWithin) => Brightwater.Model
        .Replace("acceptWithin: 10m", $"acceptWithin: {acceptWithin}", StringComparison.Ordinal)
        .Replace("acceptWithin: 1h", $"acceptWithin: {acceptWithin}", StringComparison.Ordinal)
        .Replace("acceptWithin: 8h", $"acceptWithin: {acceptWithin}", StringComparison.Ordinal);
}
