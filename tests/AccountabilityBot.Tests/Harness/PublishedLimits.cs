namespace AccountabilityBot.Tests.Harness;

/// <summary>Counts calls against the limits that Microsoft publishes for bots, and writes down each one that is broken.</summary>
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

    internal void Count(string thread, DateTimeOffset now)
    {
        var calls = _calls.TryGetValue(thread, out var known) ? known : _calls[thread] = [];
        calls.Add(now);
        foreach (var (most, within) in Sending)
            Check(calls, most, within, thread, now);
        var all = _calls.TryGetValue("", out var tenant) ? tenant : _calls[""] = [];
        all.Add(now);
        Check(all, TenantLimit, 1.Seconds(), "the tenant", now);
    }

    void Check(List<DateTimeOffset> calls, int most, TimeSpan within, string where, DateTimeOffset now)
    {
        var count = calls.Count(at => at > now - within);
        if (count > most)
            _broken.Add($"{count} calls to {where} within {within.TotalSeconds:0} s; {most} are allowed.");
    }
}
