namespace AccountabilityBot.Tests.Harness;

/// <summary>
/// Counts calls against the limits that Microsoft publishes for bots, and writes down each one that is broken; on request
/// it keeps them as Teams does, with 429.
/// </summary>
sealed class PublishedLimits
{
    const int TenantLimit = 50;

    /// <summary>Per bot and thread, for sending and for creating alike.</summary>
    static readonly (int Most, TimeSpan Within)[] Sending =
        [(7, 1.Seconds()), (8, 2.Seconds()), (60, 30.Seconds()), (1_800, 1.Hours())];

    readonly Dictionary<string, List<DateTimeOffset>> _calls = [];
    readonly List<string> _broken = [];

    /// <summary>Each broken limit as a sentence.</summary>
    internal IReadOnlyList<string> Broken => _broken;

    /// <summary>Whether a call that breaks a limit is refused.</summary>
    internal bool AreKept { get; set; }

    /// <param name="thread">None: a call that only the tenant counts.</param>
    /// <returns>How long the caller has to wait; none: the call is taken.</returns>
    internal TimeSpan? Count(string? thread, DateTimeOffset now)
    {
        var waits = (thread is null ? [] : Sending.Select(limit => Check(thread, limit.Most, limit.Within, thread, now)))
            .Append(Check("", TenantLimit, 1.Seconds(), "the tenant", now)).ToList();
        if (AreKept && waits.Max() is { } wait)
            return wait;
        if (thread is not null)
            CallsTo(thread).Add(now);
        CallsTo("").Add(now);
        return null;
    }

    TimeSpan? Check(string key, int most, TimeSpan within, string where, DateTimeOffset now)
    {
        var calls = CallsTo(key);
        var count = 1;
        while (count <= calls.Count && calls[^count] > now - within)
            count++;
        if (count <= most)
            return null;
        _broken.Add($"{count} calls to {where} within {within.TotalSeconds:0} s; {most} are allowed.");
        return calls[^most] + within - now;
    }

    List<DateTimeOffset> CallsTo(string key) => _calls.TryGetValue(key, out var known) ? known : _calls[key] = [];
}
