using System.Globalization;
using AccountabilityBot.Data;

namespace AccountabilityBot.Cli;

/// <summary>
/// The section <c>Clock</c>, for tests of the program and in Development only. <c>Shift</c> makes the machine's clock wrong.
/// <c>Shows</c>, <c>At</c> and <c>Speed</c> set the clock that everything goes by: at the instant <c>At</c> it shows
/// <c>Shows</c>, and it runs <c>Speed</c> times as fast. Several servers with the same three go by the same clock.
/// </summary>
sealed record ClockOptions(TimeSpan Shift, DateTimeOffset? At, DateTimeOffset Shows, double Speed)
{
    const string Section = "Clock";

    /// <exception cref="InvalidSettingException">A setting is wrong, or the environment is not Development.</exception>
    public static ClockOptions From(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection(Section);
        if (!environment.IsDevelopment() && section.GetChildren().FirstOrDefault() is { } present)
            throw new InvalidSettingException($"{Section}:{present.Key}", $"is for Development only and must be absent in {environment.EnvironmentName}.");
        var at = Instant(section["At"], "At");
        var shows = Instant(section["Shows"], "Shows");
        if (at is null != shows is null)
            throw new InvalidSettingException($"{Section}:{(at is null ? "At" : "Shows")}", "is missing; Clock:At and Clock:Shows go together.");
        var speed = 1.0;
        if (section["Speed"] is { } fast && (!double.TryParse(fast, CultureInfo.InvariantCulture, out speed) || speed is not (>= 1 and <= 1000) || at is null))
            throw new InvalidSettingException($"{Section}:Speed", $"is \"{fast}\"; it must be 1 to 1000, with Clock:At and Clock:Shows.");
        var shift = TimeSpan.Zero;
        if (section["Shift"] is { } wrong && (!TimeSpan.TryParse(wrong, CultureInfo.InvariantCulture, out shift) || shift.Duration() > TimeSpan.FromDays(1)))
            throw new InvalidSettingException($"{Section}:Shift", $"is \"{wrong}\"; it must be like 00:10:00 or -00:10:00, and a day at most.");
        return new ClockOptions(shift, at, shows ?? default, speed);
    }

    /// <summary>The clock as it was set; the clock itself if it was not.</summary>
    public TimeProvider Set(TimeProvider clock) => At is { } at ? new SetClock(clock, at, Shows, Speed) : clock;

    static DateTimeOffset? Instant(string? text, string name) => text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant
        : throw new InvalidSettingException($"{Section}:{name}", $"is \"{text}\"; it must be an instant like 2026-11-23T09:00:00Z.");
}

/// <summary>A machine whose clock is wrong.</summary>
sealed class ShiftedClock(TimeProvider real, TimeSpan shift) : TimeProvider
{
    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + shift;

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);
}

/// <summary>A clock that shows another time, and runs faster.</summary>
sealed class SetClock(TimeProvider real, DateTimeOffset at, DateTimeOffset shows, double speed) : TimeProvider
{
    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => shows + ((real.GetUtcNow() - at) * speed);

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, Faster(dueTime), Faster(period));

    // Infinite stays infinite.
    TimeSpan Faster(TimeSpan span) => span < TimeSpan.Zero ? span : span / speed;
}
