using AccountabilityBot.Domain.WorkingTime;
using FsCheck;
using FsCheck.Fluent;
using static AccountabilityBot.Domain.Tests.WorkingTime.Calendars;

namespace AccountabilityBot.Domain.Tests.WorkingTime;

/// <summary>
/// What holds for every calendar, in every zone, at every instant. The seed is fixed: a run is the same run everywhere.
/// </summary>
public sealed class WorkingCalendarProperties
{
    /// <summary>See <see cref="Leads.RandomPressesTests"/>: 2^64 by the golden ratio.</summary>
    const ulong Step = 0x9E37_79B9_7F4A_7C15;

    static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20_261_126, Step);
    static readonly Config SeededSlow = Seeded.WithMaxTest(100);

    /// <summary>An instant next to which clocks change, for each zone that has such.</summary>
    static readonly (string Zone, string[] Changes)[] Zones =
    [
        ("Europe/Berlin", ["2026-03-29 01:00", "2026-10-25 01:00"]),
        ("Europe/Dublin", ["2026-03-29 01:00", "2026-10-25 01:00"]),
        ("America/St_Johns", ["2026-03-08 05:30", "2026-11-01 04:30", "2010-03-14 03:31", "2010-11-07 02:31"]),
        ("Australia/Lord_Howe", ["2026-04-04 15:00", "2026-10-03 15:30"]),
        ("Pacific/Apia", ["2011-12-30 10:00", "2011-04-02 14:00", "2011-09-24 14:00"]),
        ("America/Havana", ["2026-03-08 05:00", "2026-11-01 05:00"]),
        ("America/Sao_Paulo", ["2018-11-04 03:00", "2018-02-18 02:00"]),
        ("Africa/Casablanca", ["2026-02-15 02:00", "2026-03-22 02:00"]),
        ("Pacific/Chatham", ["2026-04-04 14:00", "2026-09-26 14:00"]),
        ("Asia/Kolkata", []),
        ("Etc/UTC", []),
    ];

    static readonly Gen<IReadOnlyList<HourBlock>> AnyBlocks =
        from count in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Constant(1)), (3, Gen.Constant(2)), (1, Gen.Constant(4)))
        from marks in Gen.Frequency((3, Gen.Choose(0, 96).Select(quarter => quarter * 15)), (1, Gen.Choose(0, 1_440))).ArrayOf(count * 2)
        select BlocksBetween(marks);

    static readonly Gen<(WorkingCalendar Calendar, string Zone, string[] Changes)> AnyCalendar =
        from zone in Gen.Elements(Zones)
        from week in AnyBlocks.ArrayOf(7)
        from open in AnyBlocks.Where(blocks => blocks.Count > 0)
        from special in AnyBlocks.ArrayOf(4)
        from offsets in Gen.Choose(-9, 9).ArrayOf(4)
        let around = DateOnly.FromDateTime(Utc(zone.Changes.FirstOrDefault("2026-06-15 00:00")).UtcDateTime)
        select (
            new WorkingCalendar(Zone(zone.Zone), new WorkingHours(
                // One day of the week is open for certain.
                Enum.GetValues<DayOfWeek>().ToDictionary(day => day, day => day is DayOfWeek.Sunday && week.All(blocks => blocks.Count is 0) ? open : week[(int)day]),
                offsets.Zip(special).DistinctBy(day => day.First).ToDictionary(day => around.AddDays(day.First), day => day.Second))),
            zone.Zone,
            zone.Changes);

    /// <summary>Mostly near a change of the clocks, to the second.</summary>
    static Gen<DateTimeOffset> InstantNear(string[] changes) => Gen.Frequency(
        (5, from change in Gen.Elements(changes is [] ? ["2026-06-15 00:00"] : changes)
            from seconds in Gen.Choose(-400_000, 400_000)
            select Utc(change).AddSeconds(seconds)),
        (4, from change in Gen.Elements(changes is [] ? ["2026-06-15 00:00"] : changes)
            from seconds in Gen.Choose(-6_000, 6_000)
            select Utc(change).AddSeconds(seconds)),
        (1, from seconds in Gen.Choose(0, 600_000_000)
            select Utc("2008-01-01 00:00").AddSeconds(seconds)));

    static readonly Gen<TimeSpan> AnyDuration = Gen.Frequency(
        (1, Gen.Constant(TimeSpan.Zero)),
        (4, Gen.Choose(1, 40_000).Select(seconds => TimeSpan.FromSeconds(seconds))),
        (3, Gen.Choose(1, 2_000_000).Select(seconds => TimeSpan.FromSeconds(seconds))),
        (1, Gen.Choose(1, int.MaxValue).Select(ticks => TimeSpan.FromTicks(ticks))));

    static readonly Arbitrary<Story> AnyStory = (
        from calendar in AnyCalendar
        from at in InstantNear(calendar.Changes)
        from other in InstantNear(calendar.Changes)
        from first in AnyDuration
        from second in AnyDuration
        select new Story(calendar.Calendar, calendar.Zone, at, other, first, second)).ToArbitrary();

    [Fact]
    public void Adding_and_measuring_agree() => Check(story =>
        story.Calendar.WorkingTimeBetween(story.At, story.Calendar.AddWorkingTime(story.At, story.First)) == story.First);

    [Fact]
    public void A_deadline_is_the_first_such_instant() => Check(story =>
    {
        var due = story.Calendar.AddWorkingTime(story.At, story.First);
        return story.First == TimeSpan.Zero ? due == story.At : story.Calendar.WorkingTimeBetween(story.At, due.AddTicks(-1)) < story.First;
    });

    [Fact]
    public void A_deadline_is_never_before_the_start() => Check(story => story.Calendar.AddWorkingTime(story.At, story.First) >= story.At);

    [Fact]
    public void More_time_is_never_due_earlier() => Check(story =>
        story.Calendar.AddWorkingTime(story.At, story.First) <= story.Calendar.AddWorkingTime(story.At, story.First + story.Second));

    [Fact]
    public void Who_starts_later_is_never_due_earlier() => Check(story =>
        story.Calendar.AddWorkingTime(story.Earlier, story.First) <= story.Calendar.AddWorkingTime(story.Later, story.First));

    [Fact]
    public void In_two_steps_or_in_one_it_is_the_same_deadline() => Check(story =>
        story.Calendar.AddWorkingTime(story.Calendar.AddWorkingTime(story.At, story.First), story.Second)
            == story.Calendar.AddWorkingTime(story.At, story.First + story.Second));

    [Fact]
    public void Parts_of_a_stretch_add_up() => Check(story =>
    {
        var middle = story.Earlier + ((story.Later - story.Earlier) / 3);
        return story.Calendar.WorkingTimeBetween(story.Earlier, middle) + story.Calendar.WorkingTimeBetween(middle, story.Later)
            == story.Calendar.WorkingTimeBetween(story.Earlier, story.Later);
    });

    [Fact]
    public void Working_time_is_between_nothing_and_all_the_time() => Check(story =>
        story.Calendar.WorkingTimeBetween(story.Earlier, story.Later) is var worked
        && worked >= TimeSpan.Zero && worked <= story.Later - story.Earlier
        && story.Calendar.WorkingTimeBetween(story.Later, story.Earlier) == TimeSpan.Zero);

    [Fact]
    public void Taking_away_is_the_way_back() => Check(story =>
    {
        var begun = story.Calendar.SubtractWorkingTime(story.At, story.First);
        return begun <= story.At
            && story.Calendar.WorkingTimeBetween(begun, story.At) == story.First
            && (story.First == TimeSpan.Zero || story.Calendar.WorkingTimeBetween(begun.AddTicks(1), story.At) < story.First)
            && story.Calendar.AddWorkingTime(begun, story.First) <= story.At;
    });

    [Fact]
    public void It_is_open_when_the_next_tick_counts() => Check(story =>
        story.Calendar.IsOpen(story.At) == (story.Calendar.WorkingTimeBetween(story.At, story.At.AddTicks(1)) > TimeSpan.Zero));

    [Fact]
    public void The_next_window_is_the_first_time_that_counts() => Check(story =>
        story.Calendar.NextWindow(story.At) is { } window
        && window.End > story.At
        && story.Calendar.WorkingTimeBetween(story.At, window.Start) == TimeSpan.Zero
        && story.Calendar.WorkingTimeBetween(window.Start, window.End) == window.Length
        && story.Calendar.NextDay(story.At) is { } day
        && day.Start == (window.Start > story.At ? window.Start : story.At)
        && day.End >= window.End);

    [Fact]
    public void A_slow_recount_finds_the_same() => Prop.ForAll(AnyStory, story =>
    {
        var from = story.At.AddTicks(-(story.At.Ticks % TimeSpan.TicksPerMinute));
        var to = from.AddMinutes(1_500 + Math.Floor(story.First.TotalMinutes % 2_500));
        return story.Calendar.WorkingTimeBetween(from, to) == SlowRecount.Between(story.Calendar, from, to);
    }).Check(SeededSlow);

    /// <summary>A calendar that has been asked before answers as a new one does.</summary>
    [Fact]
    public void What_is_kept_of_a_day_changes_no_answer() => Check(story =>
    {
        _ = story.Calendar.WorkingTimeBetween(story.Earlier.AddDays(-20), story.Later);
        var anew = new WorkingCalendar(story.Calendar.Zone, story.Calendar.Hours);
        return anew.AddWorkingTime(story.At, story.First) == story.Calendar.AddWorkingTime(story.At, story.First);
    });

    static void Check(Func<Story, bool> holds) => Prop.ForAll(AnyStory, story => holds(story)).Check(Seeded);

    /// <param name="marks">Minutes from midnight: begins and ends by turns, once in order.</param>
    static IReadOnlyList<HourBlock> BlocksBetween(int[] marks) =>
    [
        .. marks.Order().Chunk(2).Where(pair => pair[0] < pair[1])
            .Select(pair => new HourBlock(TimeSpan.FromMinutes(pair[0]), TimeSpan.FromMinutes(pair[1]))),
    ];

    sealed record Story(WorkingCalendar Calendar, string Zone, DateTimeOffset At, DateTimeOffset Other, TimeSpan First, TimeSpan Second)
    {
        public DateTimeOffset Earlier => At < Other ? At : Other;

        public DateTimeOffset Later => At < Other ? Other : At;

        public override string ToString() =>
            $"{Zone}, {Domain.Model.HoursText.Write(Calendar.Hours.Week)}, special {string.Join(", ", Calendar.Hours.SpecialDays.Select(day => $"{day.Key:O} {Domain.Model.HoursText.Write(day.Value)}"))}; "
            + $"at {At:O}, other {Other:O}, first {First}, second {Second}";
    }
}
