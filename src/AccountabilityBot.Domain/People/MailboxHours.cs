using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.People;

/// <summary>Working hours as a mailbox keeps them: the same stretch on some days of the week. Source: Graph, workingHours resource.</summary>
/// <param name="Start">From midnight.</param>
/// <param name="End">From midnight; before <paramref name="Start"/>, the shift goes over midnight.</param>
public sealed record MailboxHours(IReadOnlyList<DayOfWeek> Days, TimeSpan Start, TimeSpan End)
{
    static readonly TimeSpan _wholeDay = TimeSpan.FromHours(24);

    /// <summary>What Exchange Online gives a mailbox in which nobody chose anything: from eight to five by the clocks of Redmond.</summary>
    public const string UntouchedZone = "Pacific Standard Time";

    /// <summary>
    /// Whether nobody chose these hours: they are the ones that every mailbox is born with, in a zone that is not the mailbox's own.
    /// </summary>
    /// <param name="zoneOfHours">As the mailbox writes it.</param>
    /// <param name="zoneOfMailbox">Likewise.</param>
    public bool AreUntouched(string? zoneOfHours, string? zoneOfMailbox) =>
        zoneOfHours is UntouchedZone && zoneOfMailbox is not UntouchedZone
        && Start == TimeSpan.FromHours(8) && End == TimeSpan.FromHours(17)
        && Days.Count is 5 && !Days.Contains(DayOfWeek.Saturday) && !Days.Contains(DayOfWeek.Sunday);

    /// <summary>As a calendar has it; none: no day, or no length.</summary>
    public IReadOnlyDictionary<DayOfWeek, IReadOnlyList<HourBlock>>? ToWeek()
    {
        // A week is written to the minute; a stretch shorter than one could not be read again.
        var (start, end) = (Minutes(Start), Minutes(End));
        if (Days.Count is 0 || start == end || Start < TimeSpan.Zero || End < TimeSpan.Zero || Start >= _wholeDay || End > _wholeDay)
            return null;
        var blocks = new Dictionary<DayOfWeek, List<HourBlock>>();
        foreach (var day in Days.Distinct())
        {
            if (start < end)
            {
                Add(day, new HourBlock(start, end));
                continue;
            }

            Add(day, new HourBlock(start, _wholeDay));
            if (end > TimeSpan.Zero)
                Add((DayOfWeek)(((int)day + 1) % 7), new HourBlock(TimeSpan.Zero, end));
        }

        return blocks.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<HourBlock>)[.. entry.Value.OrderBy(block => block.Start)]);

        static TimeSpan Minutes(TimeSpan time) => TimeSpan.FromMinutes(Math.Floor(time.TotalMinutes));

        void Add(DayOfWeek day, HourBlock block)
        {
            if (!blocks.TryGetValue(day, out var of))
                blocks[day] = of = [];
            of.Add(block);
        }
    }

    /// <summary>Whether anybody who works in these hours is ever there while the department is: hours that never meet are a wrong zone, not a choice.</summary>
    /// <param name="on">UTC; the week from here is looked at.</param>
    public static bool Meet(WorkingCalendar own, WorkingCalendar department, DateTimeOffset on)
    {
        var end = on.AddDays(7);
        for (var at = on; department.NextWindow(at) is { } open && open.Start < end; at = open.End)
        {
            if (own.NextWindow(open.Start) is { } mine && mine.Start < open.End)
                return true;
        }

        return false;
    }

    /// <summary>Reads what <see cref="HoursText.Write(IReadOnlyDictionary{DayOfWeek, IReadOnlyList{HourBlock}})"/> wrote; none: it is no such text.</summary>
    public static IReadOnlyDictionary<DayOfWeek, IReadOnlyList<HourBlock>>? ReadWeek(string text)
    {
        var week = new Dictionary<DayOfWeek, IReadOnlyList<HourBlock>>();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(' ', 2) is not [var days, var blocks] || HoursText.ReadDays(days) is not (var read, null) || HoursText.ReadBlocks(blocks) is not (var hours, null))
                return null;
            foreach (var day in read)
                week[day] = hours;
        }

        return week.Count is 0 ? null : week;
    }
}
