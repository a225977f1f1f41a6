namespace AccountabilityBot.Domain.WorkingTime;

/// <summary>A stretch of one day on the wall clock, in which people work.</summary>
/// <param name="Start">From midnight; at most 24 hours.</param>
/// <param name="End">From midnight; after <paramref name="Start"/>, at most 24 hours, which is the day's last midnight.</param>
public readonly record struct HourBlock(TimeSpan Start, TimeSpan End);

/// <summary>
/// When people work, as the wall clock shows it: blocks for each day of the week, and days that are different. In which
/// zone the clock hangs is for <see cref="WorkingCalendar"/>.
/// </summary>
/// <param name="Week">The blocks of each day of the week, in their order and apart from each other; a day that is absent is closed.</param>
/// <param name="SpecialDays">Days that have blocks of their own: none on a holiday, fewer on a half day.</param>
public sealed record WorkingHours(
    IReadOnlyDictionary<DayOfWeek, IReadOnlyList<HourBlock>> Week,
    IReadOnlyDictionary<DateOnly, IReadOnlyList<HourBlock>> SpecialDays)
{
    static readonly IReadOnlyDictionary<DateOnly, IReadOnlyList<HourBlock>> _noDays = new Dictionary<DateOnly, IReadOnlyList<HourBlock>>();

    /// <summary>Monday to Friday, nine to five: the working day of eight hours in which times are written.</summary>
    public static readonly WorkingHours Usual = new(
        Days(DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday)
            .ToDictionary(day => day, _ => (IReadOnlyList<HourBlock>)[new HourBlock(TimeSpan.FromHours(9), TimeSpan.FromHours(17))]),
        _noDays);

    /// <summary>Round the clock: working time is elapsed time.</summary>
    public static readonly WorkingHours Always = new(
        Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => (IReadOnlyList<HourBlock>)[new HourBlock(TimeSpan.Zero, TimeSpan.FromHours(24))]),
        _noDays);

    /// <summary>The blocks of one day; empty when nobody works.</summary>
    public IReadOnlyList<HourBlock> On(DateOnly day) => SpecialDays.TryGetValue(day, out var special) ? special : Week.GetValueOrDefault(day.DayOfWeek) ?? [];

    static IEnumerable<DayOfWeek> Days(params IEnumerable<DayOfWeek> days) => days;
}
