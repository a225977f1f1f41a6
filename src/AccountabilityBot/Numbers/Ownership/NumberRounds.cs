using System.Collections.Concurrent;
using AccountabilityBot.People;

namespace AccountabilityBot.Numbers.Ownership;

/// <summary>When a sweep over all owners was last made: who leaves, moves or goes on holiday is seen within a minute, at once after the directory changed.</summary>
sealed class NumberRounds
{
    static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, (Company Company, DateTimeOffset At)> _last = new();

    /// <summary>Whether this round is due; asking begins it.</summary>
    public bool Begin(string round, Company company, DateTimeOffset now)
    {
        if (_last.TryGetValue(round, out var last) && ReferenceEquals(last.Company, company) && now - last.At < Every)
            return false;
        _last[round] = (company, now);
        return true;
    }
}
