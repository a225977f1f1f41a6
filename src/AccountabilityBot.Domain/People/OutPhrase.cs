using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.People;

/// <summary>What somebody meant who said that they are out.</summary>
public abstract record OutReading
{
    OutReading()
    {
    }

    /// <param name="Time">From now or later.</param>
    public sealed record Understood(OutTime Time) : OutReading;

    /// <summary>They did not say until when.</summary>
    public sealed record NoEnd : OutReading;

    /// <summary>These words are no day.</summary>
    public sealed record NoDay(string Words) : OutReading;

    /// <summary>These words mean one day or another.</summary>
    public sealed record TwoDays(string Words, DateOnly One, DateOnly Other) : OutReading;

    /// <summary>Until that day, or on it? A day without "until" may be either.</summary>
    public sealed record UntilOrOn(DateOnly Day) : OutReading;

    /// <summary>The end does not lie ahead.</summary>
    public sealed record Over(DateOnly Day) : OutReading;

    /// <summary>More than a year ahead.</summary>
    public sealed record TooLong : OutReading;

    /// <summary>It ends before it begins.</summary>
    public sealed record EndsFirst : OutReading;
}

/// <summary>By whose clocks "Friday" is meant.</summary>
/// <param name="Zone">Where the speaker reads the clock.</param>
/// <param name="Calendar">When they work: until a day means until they begin on that day.</param>
/// <param name="Now">UTC.</param>
public sealed record OutSpeaker(TimeZoneInfo Zone, WorkingCalendar Calendar, DateTimeOffset Now);

/// <summary>Reads what follows <c>out</c> or <c>abwesend</c>: <c>until friday</c>, <c>bis 1.12.</c>, <c>from monday until 3 pm</c>. It asks rather than guesses.</summary>
public static class OutPhrase
{
    /// <summary>The longest time out, in days.</summary>
    public const int MostDays = 366;

    static readonly HashSet<string> UntilWords = new(StringComparer.OrdinalIgnoreCase) { "until", "till", "til", "'til", "bis" };
    static readonly HashSet<string> FromWords = new(StringComparer.OrdinalIgnoreCase) { "from", "starting", "ab", "von", "vom" };
    static readonly HashSet<string> ToWords = new(StringComparer.OrdinalIgnoreCase) { "to", "-", "–" };

    /// <summary>Why somebody is out is theirs; the usual words for it change nothing.</summary>
    static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "of", "office", "the", "am", "i", "i'm", "on", "in", "im", "holiday", "holidays", "vacation", "leave", "sick", "away",
        "urlaub", "krank", "büro", "nicht", "bin", "ich",
    };

    public static OutReading Read(string words, OutSpeaker who)
    {
        var all = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        var today = LocalTime.DayIn(who.Zone, who.Now);
        var from = all.FindIndex(FromWords.Contains);
        var until = all.FindLastIndex(word => UntilWords.Contains(word) || (from >= 0 && ToWords.Contains(word)));
        var before = all[..(from >= 0 ? from : until >= 0 ? until : all.Count)];
        if (until < 0)
            return from >= 0 ? new OutReading.NoEnd() : WithoutUntil(before, today, who);
        if (before.Find(word => !Fillers.Contains(word)) is { } strange)
            return new OutReading.NoDay(strange);
        if (from > until)
            return new OutReading.NoDay(words);

        var begin = from < 0 ? null : SpokenDates.Read(string.Join(' ', all[(from + 1)..until]), today);
        if (from >= 0 && begin is null)
            return new OutReading.NoDay(string.Join(' ', all[(from + 1)..until]));
        var said = string.Join(' ', all[(until + 1)..]);
        if (said.Length == 0)
            return new OutReading.NoEnd();
        // "From Monday until Friday" is the Friday of that Monday.
        if (SpokenDates.Read(said, begin?.Day ?? today) is not { } end)
            return new OutReading.NoDay(said);
        if (begin is { Or: { } otherBegin } doubtful)
            return new OutReading.TwoDays(string.Join(' ', all[(from + 1)..until]), doubtful.Day, otherBegin);
        if (end.Or is { } other)
            return new OutReading.TwoDays(said, end.Day, other);
        return Between(begin, end, who);
    }

    static OutReading WithoutUntil(List<string> words, DateOnly today, OutSpeaker who)
    {
        var left = words.Where(word => !Fillers.Contains(word)).ToList();
        if (left.Count == 0)
            return new OutReading.NoEnd();
        var said = string.Join(' ', left);
        return SpokenDates.Read(said, today) switch
        {
            null => new OutReading.NoDay(said),
            // Out today: back on the next working day.
            { Time: null, Or: null } only when only.Day == today => Between(null, new SpokenDate(today.AddDays(1), null), who),
            { } day => new OutReading.UntilOrOn(day.Day),
        };
    }

    static OutReading Between(SpokenDate? begin, SpokenDate end, OutSpeaker who)
    {
        var from = begin is { } said ? LocalTime.ToInstant(said.Day, said.Time ?? TimeOnly.MinValue, who.Zone) : who.Now;
        from = from < who.Now ? who.Now : from;
        var until = end.Time is { } time ? LocalTime.ToInstant(end.Day, time, who.Zone) : StartOfWork(end.Day, who);
        if (until <= who.Now)
            return new OutReading.Over(end.Day);
        if (until > who.Now.AddDays(MostDays))
            return new OutReading.TooLong();
        return until <= from ? new OutReading.EndsFirst() : new OutReading.Understood(new OutTime(from.ToUniversalTime(), until.ToUniversalTime()));
    }

    /// <summary>On a day without work: when work begins after it.</summary>
    static DateTimeOffset StartOfWork(DateOnly day, OutSpeaker who)
    {
        var midnight = LocalTime.ToInstant(day, TimeOnly.MinValue, who.Calendar.Zone);
        return who.Calendar.NextWindow(midnight) is { } window && window.Start > midnight ? window.Start : midnight;
    }
}
