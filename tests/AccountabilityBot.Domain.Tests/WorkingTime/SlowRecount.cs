using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Tests.WorkingTime;

/// <summary>
/// Working time counted minute by minute, without an idea of windows. Somebody watches the clock on the wall and writes down
/// the latest time it ever showed: that one goes through the blocks once, in order, however often the clock is put back.
/// </summary>
static class SlowRecount
{
    /// <summary>Clocks were never put back by more.</summary>
    static readonly TimeSpan LongestPutBack = TimeSpan.FromHours(3);

    /// <param name="from">A whole minute.</param>
    /// <param name="to">A whole minute.</param>
    internal static TimeSpan Between(WorkingCalendar calendar, DateTimeOffset from, DateTimeOffset to)
    {
        var (latest, minutes) = (DateTime.MinValue, 0);
        for (var at = from - LongestPutBack; at < to; at += TimeSpan.FromMinutes(1))
        {
            var shown = TimeZoneInfo.ConvertTime(at, calendar.Zone).DateTime;
            latest = shown > latest ? shown : latest;
            var blocks = calendar.Hours.On(DateOnly.FromDateTime(latest));
            if (at >= from && blocks.Any(block => block.Start <= latest.TimeOfDay && latest.TimeOfDay < block.End))
                minutes++;
        }

        return TimeSpan.FromMinutes(minutes);
    }
}
