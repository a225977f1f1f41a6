namespace AccountabilityBot.Data;

/// <summary>One answer of the database to the question what time it is.</summary>
/// <param name="Asked">The machine's timestamp before the question left.</param>
/// <param name="Answered">The machine's timestamp when the answer was there.</param>
/// <param name="Told">UTC; the database's clock at some moment between the two.</param>
public readonly record struct ClockReading(long Asked, long Answered, DateTimeOffset Told);

/// <summary>What a measurement changed.</summary>
/// <param name="By">How far the clock was set forward; negative: back.</param>
/// <param name="Uncertainty">Half of the round trip: the true time lies so far away at most.</param>
public readonly record struct ClockCorrection(TimeSpan By, TimeSpan Uncertainty);

/// <summary>
/// The database's clock, told on this machine, so that two servers whose own clocks differ never disagree about a deadline.
/// Between two measurements it goes on by the machine's timestamps, which nobody sets: a machine whose clock is put right,
/// or wrong, changes nothing. Timestamps and timers are the machine's.
/// </summary>
/// <remarks>
/// It never goes back because of a small correction: it stands still until the time it has told has come again. Only when
/// it was ahead by more than <see cref="LongestHold"/> (the database moved to a host with another clock) is it put back at
/// once, for standing still so long would make everything late.
/// </remarks>
/// <param name="machine">The clock of the machine; its UTC is told until the first measurement.</param>
public sealed class DatabaseClock(TimeProvider machine) : TimeProvider
{
    public static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(2);

    /// <summary>An answer that took longer says too little about when it was right, once there is a better one.</summary>
    static readonly TimeSpan LongestRoundTrip = TimeSpan.FromSeconds(1);

    readonly Lock _lock = new();
    (long Stamp, DateTimeOffset Utc)? _anchor;
    DateTimeOffset _told;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            if (_anchor is null)
                return machine.GetUtcNow();
            var now = Now();
            if (now > _told)
                _told = now;
            return _told;
        }
    }

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Takes the best of several answers: the one with the shortest way.</summary>
    /// <returns>What it changed; none: none of the answers was good enough.</returns>
    public ClockCorrection? Follow(IEnumerable<ClockReading> readings)
    {
        var best = readings.MinBy(RoundTrip);
        var uncertainty = RoundTrip(best) / 2;
        lock (_lock)
        {
            if (_anchor is not null && RoundTrip(best) > LongestRoundTrip)
                return null;
            var isFirst = _anchor is null;
            var before = Now();
            _anchor = (best.Answered, best.Told + uncertainty);
            var by = Now() - before;
            if (isFirst || by < -LongestHold)
                _told = Now();
            return new ClockCorrection(by, uncertainty);
        }
    }

    TimeSpan RoundTrip(ClockReading reading) => machine.GetElapsedTime(reading.Asked, reading.Answered);

    DateTimeOffset Now() => _anchor is var (stamp, utc) ? utc + machine.GetElapsedTime(stamp) : machine.GetUtcNow();
}
