using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AccountabilityBot.Cli;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Jobs;
using AccountabilityBot.Tests.Edge;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit.Sdk;

namespace AccountabilityBot.Tests.Harness;

/// <summary>
/// The real host over HTTP, with a Teams, a clock and a database of its own. Its methods are what people and time do;
/// every <c>Expect…</c> first lets the bot come to rest.
/// </summary>
sealed class BotHarness : IAsyncDisposable
{
    internal const string Key = "a key of the scenarios";

    /// <summary>A Monday, ten in the morning in Berlin.</summary>
    internal static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Passes after which the bot is not busy but going round in circles.</summary>
    const int MostPasses = 300;

    /// <summary>The published limits but one look no further back.</summary>
    static readonly TimeSpan LongestPace = 31.Seconds();

    readonly string _folder = Directory.CreateTempSubdirectory("accountability-test-").FullName;
    readonly List<(LogLevel Level, string Line)> _linesOfTheDead = [];
    LogLines _lines = new();
    readonly HashSet<string> _expectedErrors = [];
    BotSetup _setup = null!;
    TestDatabase _database = null!;
    WebApplication _app = null!;
    HttpClient _http = null!;
    Inbound _inbound = null!;
    int _leads;

    internal FakeTimeProvider Clock { get; private init; } = null!;

    internal FakeTeams Teams { get; private set; } = null!;

    internal IServiceProvider Services => _app.Services;

    internal HttpClient Http => _http;

    internal static async Task<BotHarness> StartAsync(Database database, BotSetup setup)
    {
        var bot = new BotHarness { Clock = setup.Clock ?? new FakeTimeProvider(Start) };
        bot.Teams = await FakeTeams.StartAsync(bot.Clock);
        bot._inbound = new Inbound(bot.Teams, bot.Clock);
        bot._database = await TestDatabase.CreateAsync(database, bot._folder);
        bot._setup = setup;
        await bot.HostAsync();
        await bot.BindHomesAsync(setup.Homes);
        return bot;
    }

    /// <summary>A lead comes in by the API; what is not given is made up.</summary>
    /// <param name="lead">Fields of the contract, as an anonymous object.</param>
    /// <returns>Its number.</returns>
    internal async Task<string> Lead(object? lead = null)
    {
        var body = JsonNode.Parse("""{"source":"website","name":"Jo Keller","company":"Keller Wells"}""")!.AsObject();
        body["externalId"] = $"web-{++_leads}";
        if (lead is not null)
        {
            foreach (var (field, value) in JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(lead))!.AsObject())
                body[field] = value?.DeepClone();
        }

        var (status, answer) = await Post(body.ToJsonString());
        Assert.True(status is HttpStatusCode.Accepted or HttpStatusCode.OK, $"{status}: {answer}");
        return answer["leads"]![0]!["no"]!.GetValue<string>();
    }

    /// <summary>Posts to <c>/api/leads</c> as it is.</summary>
    internal async Task<(HttpStatusCode Status, JsonNode Body)> Post(string json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/leads") { Content = new StringContent(json) };
        foreach (var (name, value) in headers.Length == 0 ? [("X-Api-Key", Key)] : headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    /// <param name="which">Its number or its id.</param>
    internal async Task<LeadTold> GetLead(string which)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/leads/{which}") { Headers = { { "X-Api-Key", Key } } };
        using var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new LeadTold((await response.Content.ReadFromJsonAsync<JsonObject>())!);
    }

    /// <summary>Presses a button as Teams sends it; inputs go by their labels, choices by their titles.</summary>
    internal Task<Answer> Press(Colleague person, ShownCard card, string title, params (string Label, string Value)[] inputs) =>
        InvokeAsync(_inbound.Press(person, card, title, inputs), card.Message);

    /// <summary>A press that is not sent yet.</summary>
    internal JsonObject Pressing(Colleague person, ShownCard card, string title, params (string Label, string Value)[] inputs) =>
        _inbound.Press(person, card, title, inputs);

    /// <summary>Teams delivers the same press once more.</summary>
    internal Task<Answer> PressAgain(Answer answer) => InvokeAsync(answer.Activity, answer.Message);

    /// <summary>The card comes on the screen of somebody whom its refresh names.</summary>
    internal Task<Answer> Look(Colleague person, ShownCard card) => InvokeAsync(_inbound.Refresh(person, card), card.Message);

    /// <summary>Writes to the bot; in a channel with a mention.</summary>
    /// <returns>The activity, for <see cref="Deliver"/> to deliver it again.</returns>
    internal async Task<JsonObject> Say(Colleague person, string text, Place? where = null)
    {
        var message = _inbound.Text(person, text, where ?? person);
        await Deliver(message);
        return message;
    }

    /// <summary>Adds the app to a person's chat, or to the team of a channel.</summary>
    internal async Task<JsonObject> Install(Colleague person, Place? where = null, string action = "add")
    {
        var installation = _inbound.Installation(person, where ?? person, action);
        await Deliver(installation);
        return installation;
    }

    /// <summary>Delivers an activity that takes no answer.</summary>
    internal async Task Deliver(JsonObject activity)
    {
        using var response = await _http.PostAsJsonAsync("/api/messages", activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>
    /// Lets the bot do everything that is due now. What only the published limits keep back is due: then the clock goes on
    /// by as much as they ask for, and not a tick further.
    /// </summary>
    internal async Task Settle()
    {
        var server = _app;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var done = await Pass();
            // It died meanwhile: what it left behind is the next one's.
            if (_app != server)
                return;
            if (done > 0)
                continue;
            if (Services.GetRequiredService<DeliveryRun>().WaitFor is not { } wait || wait > LongestPace)
                return;
            Clock.Advance(wait);
        }

        throw new XunitException($"The bot is not at rest after {MostPasses} passes. Calls: {string.Join("; ", Teams.Calls.TakeLast(30))}");
    }

    /// <summary>One pass, at this very instant.</summary>
    /// <returns>How much was done.</returns>
    internal async Task<int> Pass()
    {
        var leadership = Services.GetRequiredService<ILeadership>();
        do
            await leadership.HoldAsync(CancellationToken.None);
        while (!leadership.IsLeader);
        return await Services.GetRequiredService<Sweeps>().RunAsync(CancellationToken.None);
    }

    /// <summary>The server stops, and another starts on its database.</summary>
    internal async Task Restart()
    {
        // What a server says while it dies, and when it is dead, is no matter.
        foreach (var level in (LogLevel[])[LogLevel.Warning, LogLevel.Error])
            _linesOfTheDead.AddRange(_lines.At(level).Select(line => (level, line)));
        _lines = new LogLines();
        _http.Dispose();
        await _app.DisposeAsync();
        await HostAsync();
    }

    /// <summary>The server stops, and another starts on its database with this model file.</summary>
    internal Task RestartWith(string model)
    {
        _setup = _setup with { Model = model };
        return Restart();
    }

    /// <summary>The server stops, and another starts on its database with this people file.</summary>
    internal Task RestartWithPeople(string people)
    {
        _setup = _setup with { People = people };
        return Restart();
    }

    /// <summary>The server dies while Teams has its message and the answer is under way; another starts on its database.</summary>
    /// <returns>False: nothing met the fault, and the server lives.</returns>
    internal async Task<bool> DiesDuring(Fault fault)
    {
        var sweep = Settle();
        if (await Task.WhenAny(sweep, fault.Reached) == sweep)
            return false;
        await Restart();
        return true;
    }

    /// <summary>Time passes, and the bot does what came due.</summary>
    internal async Task Advance(TimeSpan by)
    {
        await Settle();
        Clock.Advance(by);
        await Settle();
    }

    internal async Task<ShownCard> ExpectPost(Place place, string? saying = null)
    {
        await Settle();
        return Teams.ExpectPost(place, saying);
    }

    internal async Task<ShownCard> ExpectEdit(ShownCard card)
    {
        await Settle();
        return Teams.ExpectEdit(card);
    }

    /// <summary>The bot is at rest, and nothing was sent that nobody looked at.</summary>
    internal async Task Silence()
    {
        await Settle();
        Teams.Silence();
    }

    /// <summary>The bot is at rest; whatever it sent is of no matter here.</summary>
    internal async Task Overlook()
    {
        await Settle();
        Teams.Overlook();
    }

    /// <summary>A warning or an error with these words stands in the log, and is right in this test.</summary>
    internal void ExpectLine(string words)
    {
        Assert.Contains((IEnumerable<string>)[.. LinesAt(LogLevel.Warning), .. LinesAt(LogLevel.Error)], line => line.Contains(words, StringComparison.Ordinal));
        _expectedErrors.Add(words);
    }

    /// <summary>Reads the database beside the bot.</summary>
    internal async Task<T> Read<T>(Func<BotDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<BotDb>());
    }

    /// <summary>Writes to the database beside the bot.</summary>
    internal Task<int> Write(Action<BotDb> write) => Read(db =>
    {
        write(db);
        return db.SaveChangesAsync();
    });

    /// <summary>What a test leaves behind without a word is a defect: a message nobody expected, or an error in the log.</summary>
    internal async Task ExpectNothingElse()
    {
        await Settle();
        Teams.Silence();
        var errors = LinesAt(LogLevel.Error).Where(line => !_expectedErrors.Any(words => line.Contains(words, StringComparison.Ordinal))).ToList();
        Assert.Empty(Teams.Limits.Broken);
        Assert.True(errors.Count == 0, "Nobody expected these errors in the log:\n" + string.Join('\n', errors));
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        // Last: a server that died still waits for an answer, and must find nothing to write to when it comes.
        await Teams.DisposeAsync();
    }

    IEnumerable<string> LinesAt(LogLevel level) => _linesOfTheDead.Where(one => one.Level == level).Select(one => one.Line).Concat(_lines.At(level));

    async Task<Answer> InvokeAsync(JsonObject press, FakeMessage message)
    {
        using var response = await _http.PostAsJsonAsync("/api/messages", press);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Answer.Read(press, message, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    async Task HostAsync()
    {
        var (model, people) = (Path.Combine(_folder, "revenue-model.yaml"), Path.Combine(_folder, "people.csv"));
        await File.WriteAllTextAsync(model, _setup.Model);
        if (_setup.People is { } list)
            await File.WriteAllTextAsync(people, list);
        string[] settings =
        [
            "--environment=Development", "--urls=http://127.0.0.1:0", $"--Bot:TenantId={Brightwater.Tenant}", "--Jobs:Enabled=false",
            $"--Model:Path={model}", $"--Api:Keys:0={Key}", .. _setup.People is null ? (string[])[] : [$"--People:Path={people}"], .. _database.Settings, .. _setup.Settings,
        ];
        _app = BotHost.Build(settings, builder =>
        {
            builder.Logging.ClearProviders().AddProvider(_lines);
            builder.Services.AddSingleton<TimeProvider>(Clock);
        });
        _setup.Kinds(Services.GetRequiredService<DeliveryKinds>());
        await ServeCommand.PrepareAsync(_app, CancellationToken.None);
        await _app.StartAsync();
        _http = new HttpClient { BaseAddress = LoopbackServer.AddressOf(_app) };
    }

    /// <summary>As if somebody had said "serve … here" long ago: a model file can name addresses of Microsoft only.</summary>
    async Task BindHomesAsync(IReadOnlyDictionary<string, Channel> homes)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        db.Channels.AddRange(homes.Select(home => new DepartmentChannel
        {
            Department = home.Key,
            ChannelId = home.Value.Id,
            TeamId = home.Value.TeamId,
            ServiceUrl = Teams.ServiceUrl,
            TenantId = Brightwater.Tenant,
            Name = home.Value.Name,
            BoundAt = Start,
            RosterDueAt = Start,
        }));
        await db.SaveChangesAsync();
    }
}
