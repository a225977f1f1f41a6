namespace AccountabilityBot.Demo;

/// <summary>A clock that starts now and runs so many times as fast; for looking at a working day in a few minutes.</summary>
sealed class SpeedClock(TimeProvider real, double speed) : TimeProvider
{
    readonly DateTimeOffset _start = real.GetUtcNow();
    readonly long _startStamp = real.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => _start + (real.GetElapsedTime(_startStamp) * speed);

    public override long GetTimestamp() => real.GetTimestamp();

    public override long TimestampFrequency => real.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, Faster(dueTime), Faster(period));

    // Infinite stays infinite.
    TimeSpan Faster(TimeSpan span) => span < TimeSpan.Zero ? span : span / speed;
}
