using System.Collections.Concurrent;
using AccountabilityBot.People;

namespace AccountabilityBot.Numbers;

/// <summary>
/// When this server last looked at all numbers: days and people change slowly, and the sweep runs twice a second. It looks once
/// a minute, and at once after the directory changed. What it has decided stands in the database, not here.
/// </summary>
sealed class NumberRounds
{
    static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, (Company Company, DateTimeOffset At)> _last = new();

    /// <summary>Whether this round is due; asking begins it.</summary>
    public bool Begin(string round, Company company, DateTimeOffset now)
    {
        // A clock that was set back must not silence the sweep.
        if (_last.TryGetValue(round, out var last) && ReferenceEquals(last.Company, company) && now >= last.At && now - last.At < Every)
            return false;
        _last[round] = (company, now);
        return true;
    }
}
