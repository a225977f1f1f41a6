namespace AccountabilityBot.Domain.WorkingTime;

/// <summary>
/// What the company, a department or a person says of its own hours. Whatever is left out is taken from above: from the
/// company, or from the person's department.
/// </summary>
public sealed record HoursChange
{
    /// <summary>Nothing is said: everything is as above.</summary>
    public static readonly HoursChange None = new();

    /// <summary>The blocks of each day of the week; a day that is absent is closed.</summary>
    public IReadOnlyDictionary<DayOfWeek, IReadOnlyList<HourBlock>>? Week { get; init; }

    /// <summary>Days on which nobody works; empty: there are none, whatever stands above.</summary>
    public IReadOnlySet<DateOnly>? Holidays { get; init; }

    /// <summary>Days that have blocks of their own; empty: there are none, whatever stands above.</summary>
    public IReadOnlyDictionary<DateOnly, IReadOnlyList<HourBlock>>? HalfDays { get; init; }

    /// <summary>The hours that hold in the end. A day that is special above and otherwise special here is what is said here.</summary>
    public WorkingHours Over(WorkingHours above)
    {
        var special = above.SpecialDays
            .Where(day => day.Value.Count is 0 ? Holidays is null : HalfDays is null)
            .ToDictionary();
        foreach (var holiday in Holidays ?? Enumerable.Empty<DateOnly>())
            special[holiday] = [];
        foreach (var (day, blocks) in HalfDays ?? Enumerable.Empty<KeyValuePair<DateOnly, IReadOnlyList<HourBlock>>>())
            special[day] = blocks;
        return new WorkingHours(Week ?? above.Week, special);
    }
}
