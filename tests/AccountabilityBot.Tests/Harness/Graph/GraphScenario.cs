using Microsoft.Extensions.Time.Testing;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>A bot whose people Microsoft Graph knows. What the fake had to refuse as no question of Graph's fails the test.</summary>
public abstract class GraphScenario : Scenario, IAsyncLifetime
{
    internal FakeGraph Graph { get; private set; } = null!;

    internal FakeTimeProvider Clock { get; } = new(BotHarness.Start);

    public async ValueTask InitializeAsync() => Graph = await FakeGraph.StartAsync(Clock);

    /// <summary>The bot of Brightwater, with everybody in Graph as the list of people has them.</summary>
    internal Task<BotHarness> StartWithGraphAsync(Database database, BotSetup? setup = null)
    {
        if (Graph.Users.Count == 0)
            Graph.Load(Brightwater.Everybody.Select(UserOf));
        return StartOnGraphAsync(database, setup);
    }

    /// <summary>The bot, with whoever is in Graph by now.</summary>
    internal Task<BotHarness> StartOnGraphAsync(Database database, BotSetup? setup = null)
    {
        setup ??= new BotSetup();
        return StartAsync(database, setup with
        {
            Clock = Clock,
            People = null,
            Settings = ["--People:Source=graph", $"--People:Graph:Endpoint={Graph.Address}", "--People:Graph:PatienceSeconds=2", "--People:Graph:Token=a token of the tests", .. setup.Settings],
        });
    }

    internal GraphUser User(Colleague person) => Graph.Users.Single(user => user.Id == person.ObjectId);

    internal static GraphUser UserOf(Colleague person) => new()
    {
        Id = person.ObjectId,
        DisplayName = person.Name,
        GivenName = person.Name.Split(' ')[0],
        Surname = person.Name.Split(' ')[^1],
        Mail = person.Email,
        UserPrincipalName = person.Email,
        Department = person.Label,
        Mailbox = new GraphMailbox { TimeZone = "UTC", WorkingHours = new GraphWorkingHours { Zone = "Pacific Standard Time" } },
    };

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            await base.DisposeAsync();
            Assert.Empty(Graph.BadRequests);
        }
        finally
        {
            await Graph.DisposeAsync();
        }
    }
}
