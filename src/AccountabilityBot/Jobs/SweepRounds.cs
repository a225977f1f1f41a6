using System.Collections.Concurrent;
using AccountabilityBot.People;

namespace AccountabilityBot.Jobs;

/// <summary>
/// When this server last did a step that needs no more than a look a minute: days, people and numbers change slowly, and the
/// sweep runs twice a second. It looks at once after the directory changed. What it has decided stands in the database, not here.
/// </summary>
sealed class SweepRounds
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
