using System.Text.Json.Nodes;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>What goes wrong, as a test wrote it down beforehand, and what happens to those who do not wait.</summary>
sealed partial class FakeGraph
{
    readonly List<Script> _scripts = [];
    readonly Dictionary<string, DateTimeOffset> _notBefore = [];
    readonly HashSet<string> _endless = [];
    readonly Dictionary<string, JsonObject> _loops = [];

    sealed class Script(GraphFault fault, Func<GraphCall, bool> fits, int times, int after)
    {
        int _after = after;
        int _times = times;

        internal bool IsUsedUp => _times == 0;

        /// <returns>None: it is not this request's turn.</returns>
        internal GraphFault? Take(GraphCall call)
        {
            if (_times == 0 || !fits(call) || _after-- > 0)
                return null;
            _times--;
            return fault;
        }
    }

    /// <summary>The next requests meet the fault.</summary>
    /// <param name="kind">None: HTTP requests of any kind, and no part of a batch unless a path is named.</param>
    /// <param name="path">What the path has in it, as a user's id.</param>
    /// <param name="after">As many fitting requests go well before.</param>
    internal GraphFault Fail(GraphFault fault, GraphKind? kind = null, string? path = null, int times = 1, int after = 0)
    {
        lock (_lock)
            _scripts.Add(new Script(fault, Fits, times, after));
        return fault;

        bool Fits(GraphCall call) =>
            (kind is null ? path is not null || !call.IsInBatch : call.Kind == kind)
            && (path is null || call.Path.Contains(path, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The next HTTP requests are answered 401: the token is no good any more.</summary>
    internal GraphFault RefuseTokens(int times = 1, int after = 0) => Fail(GraphFault.TokenRefused(), times: times, after: after);

    /// <summary>From now on everything works; links without end are forgotten.</summary>
    internal void Recover()
    {
        lock (_lock)
        {
            _scripts.Clear();
            _notBefore.Clear();
            _endless.Clear();
            _loops.Clear();
        }
    }

    GraphFault? TakeFault(GraphCall call)
    {
        foreach (var script in _scripts)
        {
            if (script.Take(call) is not { } fault)
                continue;
            _scripts.RemoveAll(one => one.IsUsedUp);
            fault.Meet();
            return fault;
        }

        return null;
    }

    /// <summary>Writes down who did not wait; refuses them when the rule is kept.</summary>
    void CheckWait(GraphCall call, string scope)
    {
        var now = clock.GetUtcNow();
        if (!_notBefore.TryGetValue(scope, out var notBefore) || now >= notBefore)
            return;
        _tooEarly.Add(call);
        if (KeepsRetryAfter)
            throw Throttled(notBefore - now);
    }

    static GraphRefusal Throttled(TimeSpan? wait) =>
        new(429, "TooManyRequests", "Too many requests; wait before the next.", isMistake: false) { RetryAfter = wait };

    /// <summary>Mailboxes are counted one by one, everything else by its service.</summary>
    static string ScopeOf(GraphCall call) =>
        call.Kind == GraphKind.Mailbox ? $"mailbox {call.Path.Split('/')[2]}" : ScopeOf(call.Kind);
}
