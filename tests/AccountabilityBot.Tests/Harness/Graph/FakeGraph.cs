using AccountabilityBot.Tests.Edge;
using Microsoft.AspNetCore.Builder;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>
/// A Microsoft Graph of our own over HTTP: one tenant in memory, the documented shapes and rules, the documented ways to fail.
/// It refuses what Graph would refuse, and writes each such request down.
/// </summary>
sealed partial class FakeGraph(TimeProvider clock) : IAsyncDisposable
{
    readonly Lock _lock = new();
    readonly CancellationTokenSource _closing = new();
    readonly List<GraphCall> _calls = [];
    readonly List<string> _badRequests = [];
    readonly List<GraphCall> _tooEarly = [];
    WebApplication _app = null!;

    /// <summary>As the base address of a client: <c>http://127.0.0.1:PORT/v1.0</c>.</summary>
    internal Uri Address { get; private set; } = null!;

    /// <summary>The application permissions that an administrator has consented to; all at first.</summary>
    internal HashSet<string> Granted { get; } =
    [
        "User.Read.All", "GroupMember.Read.All", "TeamMember.Read.All", "MailboxSettings.Read", "Presence.Read.All",
        "AppCatalog.Read.All", "TeamsAppInstallation.ReadWriteSelfForUser.All", "ProfilePhoto.Read.All",
    ];

    /// <summary>The most entities on a page, whatever a client prefers.</summary>
    internal int PageSize { get; set; } = 200;

    /// <summary>Each second, third, … page of a delta query is an empty one that comes in between; 0: none.</summary>
    internal int EmptyPageEvery { get; set; }

    /// <summary>Each page of a delta query begins with the last entity of the page before, on top of its own.</summary>
    internal bool RepeatsEntities { get; set; }

    /// <summary>The first round of a delta query tells of deleted users too, as one sample of the documentation does.</summary>
    internal bool TellsRemovedAtFirst { get; set; }

    /// <summary>The documentation's sample of mailbox settings has an object for <c>userPurpose</c>, its type is a word.</summary>
    internal bool WrapsUserPurpose { get; set; }

    /// <summary>Parts of a batch are answered in another order than they were asked.</summary>
    internal bool ShufflesBatches { get; set; } = true;

    /// <summary>A request that comes before the time that <c>Retry-After</c> gave is answered 429 again.</summary>
    internal bool KeepsRetryAfter { get; set; }

    /// <summary>How much of the limit is used, sent above 0.8 (Graph: Microsoft Graph service-specific throttling limits).</summary>
    internal double? ThrottlePercentage { get; set; }

    /// <summary>Told of each request, and of each part of a batch, when it has come and nothing was done yet.</summary>
    internal Func<GraphCall, Task>? OnCall { get; set; }

    /// <summary>Told of an app that was installed for somebody, before the request is answered.</summary>
    internal Func<GraphUser, CatalogApp, Task>? Installed { get; set; }

    /// <summary>Which chat a person has with the app; an id in the form of Teams without it.</summary>
    internal Func<GraphUser, string>? ChatIdOf { get; set; }

    /// <summary>Every request in its order, parts of batches after their batch.</summary>
    internal IReadOnlyList<GraphCall> Calls => Copy(_calls);

    /// <summary>What no correct client asks, a sentence each.</summary>
    internal IReadOnlyList<string> BadRequests => Copy(_badRequests);

    /// <summary>Requests that did not wait for as long as <c>Retry-After</c> said.</summary>
    internal IReadOnlyList<GraphCall> TooEarly => Copy(_tooEarly);

    /// <summary>Without the parts of batches.</summary>
    internal int HttpRequests => Calls.Count(call => !call.IsInBatch);

    /// <summary>Resource units that were used (Graph: identity and access service limits).</summary>
    internal int ResourceUnits { get; private set; }

    /// <summary>Requests of the kind, parts of batches among them.</summary>
    internal int Count(GraphKind kind) => Calls.Count(call => call.Kind == kind);

    /// <summary>Parts of batches of the kind.</summary>
    internal int CountInBatches(GraphKind kind) => Calls.Count(call => call.Kind == kind && call.IsInBatch);

    /// <summary>How many pages hold every user who is there now.</summary>
    /// <param name="pageSize">What the client prefers; none: <see cref="PageSize"/>.</param>
    internal int LeastRequestsForFullSync(int? pageSize = null)
    {
        lock (_lock)
            return Math.Max(1, (int)Math.Ceiling(_entries.Count(entry => entry.IsThere) / (double)Math.Min(pageSize ?? PageSize, PageSize)));
    }

    /// <summary>Forgets what was asked so far; the tenant stays.</summary>
    internal void ForgetCalls()
    {
        lock (_lock)
        {
            _calls.Clear();
            _badRequests.Clear();
            _tooEarly.Clear();
            ResourceUnits = 0;
        }
    }

    internal static async Task<FakeGraph> StartAsync(TimeProvider clock)
    {
        var graph = new FakeGraph(clock);
        graph._app = await LoopbackServer.StartAsync(app => app.Run(graph.HandleAsync));
        graph.Address = new Uri(LoopbackServer.AddressOf(graph._app), "v1.0");
        return graph;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _app.DisposeAsync();
        _closing.Dispose();
    }

    IReadOnlyList<T> Copy<T>(List<T> list)
    {
        lock (_lock)
            return [.. list];
    }
}
