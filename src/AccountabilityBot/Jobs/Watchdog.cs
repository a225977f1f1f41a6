using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Jobs;

/// <summary>
/// Looks whether the job store still ticks. Where it has stood still for half a minute the leader does what the timetable
/// would have done, until it ticks again; every server says so in its health.
/// </summary>
sealed partial class Watchdog(IServiceScopeFactory scopes, TimetableJobs jobs, ILeadership leadership, TimeProvider clock, ILogger<Watchdog> logger)
{
    /// <summary>The timetable ticks every five seconds; after six missed ticks something is wrong.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    readonly Dictionary<string, long> _ran = [];
    DateTimeOffset? _tick;
    long _heardAt = clock.GetTimestamp();
    volatile bool _stands;

    /// <summary>Whether the job store stands still.</summary>
    public bool Stands => _stands;

    /// <summary>What health says of the timetable; none: it ticks.</summary>
    public string? Problem => _stands
        ? $"has not ticked for {clock.GetElapsedTime(Interlocked.Read(ref _heardAt)).TotalSeconds:0} seconds; the leader's watchdog does its work"
        : null;

    public async Task LookAsync(CancellationToken ct)
    {
        // That the tick changed is what counts, and not what it says: by the machine's own timestamps no clock can mislead.
        if (await TickAsync(ct) is { } tick && tick != _tick)
        {
            _tick = tick;
            Interlocked.Exchange(ref _heardAt, clock.GetTimestamp());
        }

        var stands = clock.GetElapsedTime(Interlocked.Read(ref _heardAt)) >= LongestSilence;
        if (stands != _stands)
            Tell(stands);
        _stands = stands;
        if (stands && leadership.IsLeader)
            await StandInAsync(ct);
    }

    async Task<DateTimeOffset?> TickAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var heartbeats = scope.ServiceProvider.GetRequiredService<BotDb>().Heartbeats;
        return (await heartbeats.AsNoTracking().SingleOrDefaultAsync(row => row.Name == Heartbeats.Timetable, ct))?.At;
    }

    /// <summary>Each once at first, for nobody knows when it last ran, and then as often as the timetable says.</summary>
    async Task StandInAsync(CancellationToken ct)
    {
        foreach (var entry in Timetable.Entries)
        {
            if (_ran.TryGetValue(entry.Id, out var last) && clock.GetElapsedTime(last) < entry.Every)
                continue;
            _ran[entry.Id] = clock.GetTimestamp();
            try
            {
                await entry.Itself(jobs, ct);
            }
#pragma warning disable CA1031 // Whatever one throws, the others have their turn.
            catch (Exception failed) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Failed(entry.Id, failed);
            }
        }
    }

    void Tell(bool stands)
    {
        if (stands)
        {
            StandsStill(LongestSilence.TotalSeconds);
            return;
        }

        _ran.Clear();
        TicksAgain();
    }

    [LoggerMessage(1, LogLevel.Error, "The timetable has not ticked for {Seconds} seconds; the leader's watchdog does its work until it ticks again.")]
    partial void StandsStill(double seconds);

    [LoggerMessage(2, LogLevel.Information, "The timetable ticks again.")]
    partial void TicksAgain();

    [LoggerMessage(3, LogLevel.Error, "The watchdog could not do {Job}; it tries again when it is due again.")]
    partial void Failed(string job, Exception failed);
}
