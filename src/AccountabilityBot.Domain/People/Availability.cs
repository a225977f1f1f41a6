using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.People;

/// <summary>A stretch of time in which somebody is not there, whatever their calendar says. UTC.</summary>
/// <param name="Until">When they are back; not part of it.</param>
/// <param name="IsOpenEnded">Nobody said until when: <paramref name="Until"/> is only how far it is taken for granted, and moves on.</param>
public readonly record struct OutTime(DateTimeOffset From, DateTimeOffset Until, bool IsOpenEnded = false);

/// <summary>What Teams shows beside somebody's name, as far as it decides whether they are asked. Stored: values never change.</summary>
public enum Presence
{
    /// <summary>There, busy, away from the desk or not known: they are asked as usual.</summary>
    Usual = 0,

    /// <summary>Only what does not wait is put to them.</summary>
    DoNotDisturb = 1,

    /// <summary>Teams shows them as out of the office.</summary>
    OutOfOffice = 2,
}

/// <summary>Why somebody is not asked at this moment.</summary>
public enum Unavailable
{
    /// <summary>They said until when they are away.</summary>
    Out = 1,

    /// <summary>Their working day is over, or has not begun.</summary>
    OutsideHours = 2,

    /// <summary>They let several offers in a row expire, and did not say yet that they are back.</summary>
    Resting = 3,

    /// <summary>They have as many offers to answer as they may have.</summary>
    AtCapacity = 4,

    /// <summary>Neither a chat nor a channel brings an offer before their eyes.</summary>
    Unreachable = 5,

    /// <summary>They do not want to be disturbed; what does not wait is put to them all the same.</summary>
    DoNotDisturb = 6,

    /// <summary>Teams shows them as out of the office, and nobody said until when.</summary>
    OutOfOffice = 7,
}

/// <summary>When one person is there: their calendar, less the times they are out, unless they rest.</summary>
/// <param name="Calendar">Their own, or their department's.</param>
/// <param name="Out">In any order; they may overlap.</param>
/// <param name="IsResting">Taken out of rotation until they come back.</param>
public sealed record Availability(WorkingCalendar Calendar, IReadOnlyList<OutTime> Out, bool IsResting)
{
    /// <summary>What Teams shows beside their name at this moment.</summary>
    public Presence Presence { get; init; }

    /// <summary>When they are back, if they are out now: the end of the last of several times that overlap or touch.</summary>
    public DateTimeOffset? OutUntil(DateTimeOffset now)
    {
        var until = now;
        while (Latest(until) is { } later)
            until = later;
        return until > now ? until : null;

        DateTimeOffset? Latest(DateTimeOffset at) => Out.Where(time => time.From <= at && at < time.Until).Select(time => (DateTimeOffset?)time.Until).Max();
    }

    /// <summary>Why they are not asked now; none: they are there.</summary>
    public Unavailable? WhyNot(DateTimeOffset now) =>
        OutUntil(now) is not null ? Unavailable.Out
        : IsResting ? Unavailable.Resting
        : !Calendar.IsOpen(now) ? Unavailable.OutsideHours
        : Presence switch
        {
            Presence.OutOfOffice => Unavailable.OutOfOffice,
            Presence.DoNotDisturb => Unavailable.DoNotDisturb,
            _ => null,
        };

    public bool IsAvailable(DateTimeOffset now) => WhyNot(now) is null;

    /// <summary>When they can be asked next, now included; none: not as long as they rest, or their calendar holds no such hour.</summary>
    /// <returns>UTC.</returns>
    public DateTimeOffset? NextAt(DateTimeOffset now) => IsResting ? null : FirstBefore(DateTimeOffset.MaxValue, now);

    /// <summary>Whether they can be asked at any moment of this stretch of time.</summary>
    public bool IsExpected(WorkingWindow window) => !IsResting && FirstBefore(window.End, window.Start) is not null;

    DateTimeOffset? FirstBefore(DateTimeOffset end, DateTimeOffset from)
    {
        var at = from.ToUniversalTime();
        while (Calendar.NextWindow(at) is { } open)
        {
            at = open.Start > at ? open.Start : at;
            if (at >= end)
                return null;
            if (OutUntil(at) is not { } back)
                return at;
            at = back;
        }

        return null;
    }
}
