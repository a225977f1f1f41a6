using System.Globalization;
using System.Text.Json.Nodes;
using AccountabilityBot.Tests.Edge;
using Microsoft.AspNetCore.Builder;
using Xunit.Sdk;

namespace AccountabilityBot.Tests.Harness;

/// <summary>A call to the connector, as somebody sees it who looks on.</summary>
/// <param name="IsDone">Carried out, and not answered yet.</param>
/// <param name="Port">The caller's own port.</param>
sealed record CallSeen(Call Call, Place Place, bool IsDone, int Port);

/// <summary>
/// A Bot Connector of our own: keeps every message and its edits, goes wrong when it is told to, counts the published
/// limits, and forgets nothing that no test expected.
/// </summary>
sealed partial class FakeTeams(TimeProvider clock) : IAsyncDisposable
{
    readonly Lock _lock = new();
    readonly List<FakeMessage> _messages = [];
    readonly List<Happening> _unexpected = [];
    readonly List<(Fault Fault, Place? On, Call Call)> _faults = [];
    readonly HashSet<Colleague> _notInRosters = [];
    readonly List<Colleague> _admitted = [];
    long _lastId = 1_795_000_000_000;
    WebApplication _app = null!;

    internal string ServiceUrl { get; private set; } = "";

    internal PublishedLimits Limits { get; } = new();

    /// <summary>Every call that was answered, as <c>post Sales</c>, <c>edit Ana Sousa 429</c>, …</summary>
    internal List<string> Calls { get; } = [];

    internal static async Task<FakeTeams> StartAsync(TimeProvider clock)
    {
        var teams = new FakeTeams(clock);
        teams._app = await LoopbackServer.StartAsync(teams.Map);
        teams.ServiceUrl = LoopbackServer.AddressOf(teams._app) + "emea/";
        return teams;
    }

    /// <summary>The next calls of this kind, in this place, meet the fault.</summary>
    internal Fault Fail(Fault fault, Place? on = null, Call call = Call.Message, int times = 1)
    {
        lock (_lock)
            _faults.AddRange(Enumerable.Repeat((fault, on, call), times));
        return fault;
    }

    /// <summary>From now on everything works.</summary>
    internal void Recover()
    {
        lock (_lock)
            _faults.Clear();
    }

    /// <summary>The person is in no channel: the bot does not know how to reach them until they write.</summary>
    internal void LeaveOutOfRosters(Colleague person) => _notInRosters.Add(person);

    /// <summary>These people are of the company too; they are in no channel's roster.</summary>
    internal void Admit(IEnumerable<Colleague> people) => _admitted.AddRange(people);

    /// <summary>An id as Teams gives them: milliseconds, always growing.</summary>
    internal string NextId() => Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);

    /// <summary>A new message stands there, and nobody looked at it yet.</summary>
    /// <param name="saying">When several wait there: the one that says this.</param>
    internal ShownCard ExpectPost(Place place, string? saying = null) => Take("post", $"in {place}", happening =>
        happening.Place == place && (saying is null || happening.Shown.Text.Contains(saying, StringComparison.Ordinal)));

    /// <summary>The message was edited.</summary>
    /// <returns>What it says since that edit; edits are taken in their order.</returns>
    internal ShownCard ExpectEdit(ShownCard card) => Take("edit", $"of message {card.Message.Id} in {card.Message.Place}", happening =>
        happening.Shown.Message == card.Message);

    /// <summary>Nothing happened that no test looked at.</summary>
    internal void Silence()
    {
        lock (_lock)
        {
            if (_unexpected.Count == 0)
                return;
            var all = string.Join("\n\n", _unexpected);
            _unexpected.Clear();
            throw new XunitException($"Nobody expected this:\n{all}");
        }
    }

    /// <summary>Lets what happened so far be as it is; for tests about something else.</summary>
    internal void Overlook()
    {
        lock (_lock)
            _unexpected.Clear();
    }

    /// <summary>Every message that stands in a place, oldest first, as it is now.</summary>
    internal IReadOnlyList<ShownCard> Standing(Place place)
    {
        lock (_lock)
            return [.. _messages.Where(message => message.Place == place && !message.IsDeleted).Select(message => message.Now)];
    }

    /// <summary>Every message there is, oldest first.</summary>
    internal IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (_lock)
                return [.. _messages];
        }
    }

    /// <summary>Told of every call: when it has come, and once more when it was carried out and is about to be answered.</summary>
    internal Func<CallSeen, Task>? OnCall { get; set; }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    ShownCard Take(string what, string where, Func<Happening, bool> fits)
    {
        lock (_lock)
        {
            var at = _unexpected.FindIndex(happening => happening.What == what && fits(happening));
            if (at < 0)
            {
                var others = _unexpected.Count == 0 ? "Nothing happened." : "What happened:\n" + string.Join("\n\n", _unexpected);
                throw new XunitException($"There was no {what} {where}. {others}\n\nAll calls: {string.Join("; ", Calls)}");
            }

            var taken = _unexpected[at].Shown;
            _unexpected.RemoveAt(at);
            return taken;
        }
    }

    void Happened(string what, FakeMessage message) => _unexpected.Add(new Happening(what, message.Now));

    Place? PlaceOf(string conversationId)
    {
        var thread = conversationId.Split(';', 2)[0];
        return (Place?)Brightwater.Channels.FirstOrDefault(channel => channel.Thread == thread)
            ?? Known.FirstOrDefault(person => person.Thread == thread);
    }

    IEnumerable<Colleague> Known => [.. Brightwater.Everybody, Brightwater.Stranger, .. _admitted];

    FakeMessage Keep(JsonObject activity, string conversationId, Place place)
    {
        var id = NextId();
        // A message posted to the channel itself begins a thread of its own.
        var thread = place is Channel && !conversationId.Contains(';', StringComparison.Ordinal) ? $"{conversationId};messageid={id}" : conversationId;
        var message = new FakeMessage(id, thread, place, clock.GetUtcNow());
        message.Versions.Add(activity);
        _messages.Add(message);
        Happened("post", message);
        return message;
    }
}
