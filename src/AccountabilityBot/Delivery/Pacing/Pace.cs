using AccountabilityBot.Teams;
using AccountabilityBot.Teams.Connector;
using Microsoft.Extensions.Options;

namespace AccountabilityBot.Delivery.Pacing;

/// <summary>
/// How fast the leader sends: under every published limit of each thread and of the tenant. A new leader reads from
/// <c>Sends</c> what went out in the last hour; while it leads, it knows.
/// </summary>
/// <remarks>
/// It counts by the monotonic clock, so that a clock that is set back or follows the database breaks no limit. Opening a
/// chat counts in the chat's window; reading a roster has a window of its own beside the channel's, held to the limits of
/// sending, half of what Teams allows for reading. Neither is written to <c>Sends</c>: what a new leader must know is
/// older than the seconds in which it takes over, and there only messages come in numbers.
/// </remarks>
sealed class Pace(TimeProvider clock, IOptions<BotOptions> options)
{
    /// <summary>After so many requests the shortest of them took no longer than the way there and back takes.</summary>
    const int EnoughToJudge = 50;

    /// <summary>What another server sent may have been counted this much after it was written down.</summary>
    static readonly TimeSpan LongestWay = TimeSpan.FromSeconds(1);

    readonly Lock _lock = new();
    readonly Dictionary<string, Window> _threads = [];
    readonly Throttling _throttling = new(options.Value.RequestsPerSecond);
    readonly Window _tenant = new(PublishedLimits.OfATenant(options.Value.RequestsPerSecond));
    readonly DateTimeOffset _origin = clock.GetUtcNow();
    readonly long _began = clock.GetTimestamp();
    TimeSpan _shortestWay = TimeSpan.MaxValue;
    int _answered;
    DateTimeOffset _sweepAt;

    /// <summary>An instant that never goes back.</summary>
    public DateTimeOffset Now => _origin + clock.GetElapsedTime(_began);

    /// <summary>The leader's term whose past is known; 0: none yet.</summary>
    public long Term { get; private set; }

    /// <summary>The lead was taken: what went out before is what another server wrote down.</summary>
    /// <param name="now">UTC, of the clock that wrote the rows.</param>
    public void Begin(long term, IEnumerable<(string Thread, DateTimeOffset At)> sends, DateTimeOffset now)
    {
        lock (_lock)
        {
            // What this server itself has under way stays under way.
            foreach (var window in _threads.Values)
                window.Clear();
            var today = Now;
            foreach (var (thread, at) in sends)
            {
                var age = now - at - LongestWay;
                WindowOf(thread).Count(age > TimeSpan.Zero ? today - age : today);
            }

            Term = term;
        }
    }

    /// <summary>When the next request to the thread may go; none: not before another one has been answered.</summary>
    public DateTimeOffset? NextAt(string thread)
    {
        lock (_lock)
        {
            var now = Now;
            var own = _threads.TryGetValue(thread, out var window) ? window.NextAt(now) : now;
            return own is { } first && TenantAt(now) is { } other ? (first > other ? first : other) : null;
        }
    }

    /// <summary>Whether the thread itself has room; the tenant may have none.</summary>
    public bool HasRoom(string thread)
    {
        lock (_lock)
            return !_threads.TryGetValue(thread, out var window) || window.MayGo(Now);
    }

    /// <summary>Whether any thread may send now.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_lock)
                return TenantAt(Now) <= Now;
        }
    }

    /// <returns>None: not now.</returns>
    public Slot? TryTake(string thread) => TryReserve(thread) ? new Slot(this, thread) : null;

    /// <summary>Waits for a place, for requests of which one follows another.</summary>
    public async Task<Slot> TakeAsync(string thread, CancellationToken ct)
    {
        while (true)
        {
            if (TryTake(thread) is { } slot)
                return slot;
            var wait = NextAt(thread) - Now ?? TimeSpan.Zero;
            await Task.Delay(wait > TimeSpan.FromMilliseconds(1) ? wait : TimeSpan.FromMilliseconds(1), clock, ct);
        }
    }

    internal bool TryReserve(string thread)
    {
        lock (_lock)
        {
            var now = Now;
            if (!(TenantAt(now) <= now) || !WindowOf(thread).MayGo(now))
                return false;
            WindowOf(thread).Begin();
            _tenant.Begin();
            return true;
        }
    }

    internal void GiveBack(string thread)
    {
        lock (_lock)
        {
            WindowOf(thread).Cancel();
            _tenant.Cancel();
        }
    }

    /// <summary>
    /// A thread's requests follow one another, and waiting for each answer costs it next to nothing. The tenant's overlap, and
    /// a tenth of a second on the way would cost a tenth of the speed: there the shortest time that a request takes is left
    /// out, for the next one takes no less to come in.
    /// </summary>
    internal void Answered(string thread, DateTimeOffset left)
    {
        lock (_lock)
        {
            var now = Now;
            _shortestWay = now - left < _shortestWay ? now - left : _shortestWay;
            WindowOf(thread).End(now);
            _tenant.End(++_answered > EnoughToJudge ? now - _shortestWay : now);
            Forget(now);
        }
    }

    internal SendOutcome.Throttled Throttled(string thread, SendOutcome.Throttled asked)
    {
        lock (_lock)
            return _throttling.Asked(thread, asked, Now, clock.GetUtcNow());
    }

    internal void Accepted(string thread)
    {
        lock (_lock)
            _throttling.Accepted(thread);
    }

    DateTimeOffset? TenantAt(DateTimeOffset now)
    {
        _tenant.Limits = PublishedLimits.OfATenant(_throttling.RequestsPerSecond(now));
        return _tenant.NextAt(now) is { } next ? (_throttling.PausedUntil > next ? _throttling.PausedUntil : next) : null;
    }

    Window WindowOf(string thread) => _threads.TryGetValue(thread, out var known) ? known : _threads[thread] = new Window(PublishedLimits.OfAThread);

    /// <summary>Now and then, so that a thread of long ago takes no memory.</summary>
    void Forget(DateTimeOffset now)
    {
        if (now < _sweepAt)
            return;
        _sweepAt = now + PublishedLimits.Longest;
        foreach (var (thread, _) in _threads.Where(entry => entry.Value.IsForgotten(now)).ToList())
            _threads.Remove(thread);
    }
}
