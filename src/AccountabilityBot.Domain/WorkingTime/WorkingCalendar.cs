using System.Collections.Concurrent;

namespace AccountabilityBot.Domain.WorkingTime;

/// <summary>A stretch of time in which people work, from the first instant to the one at which it is over. UTC.</summary>
public readonly record struct WorkingWindow(DateTimeOffset Start, DateTimeOffset End)
{
    public TimeSpan Length => End - Start;
}

/// <summary>
/// Working hours on a wall in one zone, turned into instants: exact to the tick, on the days clocks change too. Working
/// time is elapsed time inside the windows, never a difference of wall clocks. Safe to use from several threads.
/// </summary>
public sealed class WorkingCalendar(TimeZoneInfo zone, WorkingHours hours)
{
    /// <summary>A calendar without a single open hour would be searched for ever; so far no company closes for ten years on end.</summary>
    const int MostClosedDays = 3_660;

    readonly ConcurrentDictionary<DateOnly, WorkingWindow[]> _days = new();

    public TimeZoneInfo Zone { get; } = zone;

    public WorkingHours Hours { get; } = hours;

    /// <summary>The first instant at which so much working time has passed since <paramref name="start"/>; the start itself for none.</summary>
    /// <param name="start">May lie outside working hours: nothing counts then until they begin.</param>
    /// <param name="duration">Working time; less than none is none.</param>
    /// <returns>UTC. The last instant there is, when the calendar holds no such hour.</returns>
    public DateTimeOffset AddWorkingTime(DateTimeOffset start, TimeSpan duration)
    {
        if (duration <= TimeSpan.Zero)
            return start.ToUniversalTime();
        var left = duration;
        foreach (var window in WindowsFrom(start))
        {
            var begin = Later(window.Start, start);
            if (left <= window.End - begin)
                return begin + left;
            left -= window.End - begin;
        }

        return DateTimeOffset.MaxValue;
    }

    /// <summary>The last instant from which so much working time passes until <paramref name="end"/>; the end itself for none.</summary>
    /// <param name="duration">Working time; less than none is none.</param>
    /// <returns>UTC. The first instant there is, when the calendar holds no such hour.</returns>
    public DateTimeOffset SubtractWorkingTime(DateTimeOffset end, TimeSpan duration)
    {
        if (duration <= TimeSpan.Zero)
            return end.ToUniversalTime();
        var left = duration;
        foreach (var window in WindowsBefore(end))
        {
            var finish = Earlier(window.End, end);
            if (left <= finish - window.Start)
                return finish - left;
            left -= finish - window.Start;
        }

        return DateTimeOffset.MinValue;
    }

    /// <summary>How much working time lies between two instants; none when the second is not after the first.</summary>
    public TimeSpan WorkingTimeBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        if (to <= from)
            return sum;
        foreach (var window in WindowsFrom(from))
        {
            if (window.Start >= to)
                break;
            sum += Earlier(window.End, to) - Later(window.Start, from);
        }

        return sum;
    }

    public bool IsOpen(DateTimeOffset at) => NextWindow(at) is { } window && window.Start <= at;

    /// <summary>The window that is open, else the next one; none when the calendar holds no open hour any more.</summary>
    public WorkingWindow? NextWindow(DateTimeOffset at)
    {
        foreach (var window in WindowsFrom(at))
            return window;
        return null;
    }

    /// <summary>
    /// What is left of the working day, or else the whole next one: from now, or from when its first block begins, to the
    /// end of its last block. Breaks are inside.
    /// </summary>
    public WorkingWindow? NextDay(DateTimeOffset at)
    {
        if (NextWindow(at) is not { } first)
            return null;
        var end = WindowsOn(DayOf(first.Start)).Max(window => window.End);
        return new WorkingWindow(Later(first.Start, at), end);
    }

    /// <summary>Every window that is not over yet, in order.</summary>
    IEnumerable<WorkingWindow> WindowsFrom(DateTimeOffset at)
    {
        // Where the wall shows a day, the windows of all days before are over.
        for (var (day, closed) = (DayOf(at).DayNumber, 0); day <= DateOnly.MaxValue.DayNumber && closed <= MostClosedDays; day++)
        {
            var windows = WindowsOn(DateOnly.FromDayNumber(day));
            closed = windows is [] ? closed + 1 : 0;
            foreach (var window in windows)
            {
                if (window.End > at)
                    yield return window;
            }
        }
    }

    /// <summary>Every window that has begun, the latest first.</summary>
    IEnumerable<WorkingWindow> WindowsBefore(DateTimeOffset at)
    {
        // A clock that is put back over midnight shows yesterday's date again, when today's windows have begun.
        var first = Math.Min(DayOf(at).DayNumber + 1, DateOnly.MaxValue.DayNumber);
        for (var (day, closed) = (first, 0); day >= DateOnly.MinValue.DayNumber && closed <= MostClosedDays; day--)
        {
            var windows = WindowsOn(DateOnly.FromDayNumber(day));
            closed = windows is [] ? closed + 1 : 0;
            for (var index = windows.Length - 1; index >= 0; index--)
            {
                if (windows[index].Start < at)
                    yield return windows[index];
            }
        }
    }

    WorkingWindow[] WindowsOn(DateOnly day) => _days.GetOrAdd(day, static (asked, calendar) =>
    [
        .. calendar.Hours.On(asked)
            .Select(block => new WorkingWindow(calendar.InstantOf(asked, block.Start), calendar.InstantOf(asked, block.End)))
            // A block that the change of the clock skips is no time at all.
            .Where(window => window.End > window.Start),
    ], this);

    DateTimeOffset InstantOf(DateOnly day, TimeSpan sinceMidnight)
    {
        if (sinceMidnight < TimeSpan.FromHours(24))
            return LocalTime.ToInstant(day, TimeOnly.FromTimeSpan(sinceMidnight), Zone);
        return day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : LocalTime.ToInstant(day.AddDays(1), TimeOnly.MinValue, Zone);
    }

    DateOnly DayOf(DateTimeOffset at) => LocalTime.DayIn(Zone, at);

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => (one > other ? one : other).ToUniversalTime();

    static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => (one < other ? one : other).ToUniversalTime();
}
