namespace AccountabilityBot.Demo;

/// <summary>A clock that starts at a given time and runs so many times as fast; for looking at a working day in a few minutes, and at night.</summary>
/// <param name="speed">1 and more.</param>
/// <param name="start">What it shows when it is made.</param>
sealed class SpeedClock(TimeProvider real, double speed, DateTimeOffset start) : TimeProvider
{
    readonly long _startStamp = real.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + (real.GetElapsedTime(_startStamp) * speed);

    public override long GetTimestamp() => real.GetTimestamp();

    public override long TimestampFrequency => real.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, Faster(dueTime), Faster(period));

    // Infinite stays infinite.
    TimeSpan Faster(TimeSpan span) => span < TimeSpan.Zero ? span : span / speed;
}
