using System.Globalization;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Demo;

/// <summary>
/// When the demo begins. Promises stand still while nobody works, and whoever opens the demo at night or on a Sunday wants to
/// see them run: so its clock starts when the department opens.
/// </summary>
/// <param name="Start">UTC; now, or when the department opens next.</param>
/// <param name="Note">A line on it; none: the department works, and the clock is the real one.</param>
sealed record DemoOpening(DateTimeOffset Start, string? Note)
{
    /// <summary>Who looks at the demo just before a break would see it stop.</summary>
    static readonly TimeSpan _leastOpen = TimeSpan.FromHours(1);

    public static DemoOpening Of(Department department, DateTimeOffset now)
    {
        var calendar = new WorkingCalendar(TimeZoneInfo.FindSystemTimeZoneById(department.TimeZone), department.Hours);
        if (calendar.WorkingTimeBetween(now, now + _leastOpen) == _leastOpen)
            return new DemoOpening(now, null);

        var isOpen = calendar.IsOpen(now);
        var next = isOpen ? calendar.NextWindow(calendar.NextWindow(now)!.Value.End) : calendar.NextWindow(now);
        if (next is not { } opening)
            return new DemoOpening(now, null);
        var local = TimeZoneInfo.ConvertTime(opening.Start, calendar.Zone).ToString("dddd d MMMM, HH:mm", CultureInfo.InvariantCulture);
        return new DemoOpening(opening.Start, $"{department.Name} {(isOpen ? "closes soon" : "is closed")}: the clock starts on {local}.");
    }
}
