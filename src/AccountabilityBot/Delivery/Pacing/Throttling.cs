using AccountabilityBot.Teams.Connector;

namespace AccountabilityBot.Delivery.Pacing;

/// <summary>
/// What is concluded from being asked to wait. One thread's 429 concerns that thread, which waits as long as Teams says.
/// Several threads' within a second are the tenant's: everything waits, goes on at half the speed, and finds its way back.
/// </summary>
sealed class Throttling(int requestsPerSecond)
{
    const int ThreadsThatMeanTheTenant = 3;
    static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    /// <summary>Without another such answer, a tenth of the full speed comes back in each stretch of this length.</summary>
    static readonly TimeSpan Recovery = TimeSpan.FromSeconds(10);

    static readonly TimeSpan LongestGuess = TimeSpan.FromMinutes(5);

    readonly int _most = requestsPerSecond;
    readonly Dictionary<string, int> _inARow = [];
    readonly List<(string Thread, DateTimeOffset At, DateTimeOffset Until)> _lately = [];
    DateTimeOffset _slowedAt;
    int _slowedTo = requestsPerSecond;

    /// <summary>Nothing at all is sent before.</summary>
    public DateTimeOffset PausedUntil { get; private set; }

    public int RequestsPerSecond(DateTimeOffset now)
    {
        if (_slowedTo >= _most)
            return _most;
        var recovered = (int)Math.Min(10, (now - _slowedAt) / Recovery) * _most / 10;
        return Math.Min(_most, _slowedTo + recovered);
    }

    /// <param name="now">Of the pace.</param>
    /// <param name="utcNow">The instant that <paramref name="asked"/> counts from.</param>
    /// <returns>How long the thread is to wait: as asked; where nothing was asked, twice as long each time.</returns>
    public SendOutcome.Throttled Asked(string thread, SendOutcome.Throttled asked, DateTimeOffset now, DateTimeOffset utcNow)
    {
        var inARow = _inARow[thread] = _inARow.GetValueOrDefault(thread) + 1;
        var wait = asked.Until - utcNow;
        if (asked.IsGuess)
            wait = TimeSpan.FromTicks(Math.Min(LongestGuess.Ticks, wait.Ticks << Math.Min(inARow - 1, 16)));

        _lately.RemoveAll(one => now - one.At > AtOnce || one.Thread == thread);
        _lately.Add((thread, now, now + wait));
        if (_lately.Count >= ThreadsThatMeanTheTenant)
        {
            (_slowedTo, _slowedAt) = (Math.Max(1, RequestsPerSecond(now) / 2), now);
            // The shortest: one of them may have met its own hour's limit besides.
            var shortest = _lately.Min(one => one.Until);
            PausedUntil = shortest > PausedUntil ? shortest : PausedUntil;
            _lately.Clear();
        }

        return asked with { Until = utcNow + wait };
    }

    public void Accepted(string thread) => _inARow.Remove(thread);
}
