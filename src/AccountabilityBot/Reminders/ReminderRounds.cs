using AccountabilityBot.People;

namespace AccountabilityBot.Reminders;

/// <summary>
/// When this server last looked whom to remind: working days begin by the minute, and the sweep runs twice a second. What it
/// has decided stands in the database, not here.
/// </summary>
sealed class ReminderRounds
{
    static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    readonly Lock _lock = new();
    (Company Company, DateTimeOffset At)? _last;

    /// <summary>Whether a round is due; asking begins it.</summary>
    public bool Begin(Company company, DateTimeOffset now)
    {
        lock (_lock)
        {
            // A clock that was set back must not silence the sweep.
            if (_last is { } last && ReferenceEquals(last.Company, company) && now >= last.At && now - last.At < Every)
                return false;
            _last = (company, now);
            return true;
        }
    }
}
