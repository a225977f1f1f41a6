using AccountabilityBot.Domain.People;
using AccountabilityBot.Domain.WorkingTime;
using FsCheck;
using FsCheck.Fluent;

namespace AccountabilityBot.Domain.Tests.People;

public sealed class AvailabilityTests
{
    static readonly WorkingCalendar Berlin = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), WorkingHours.Usual);
    static readonly WorkingCalendar NewYork = new(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), WorkingHours.Usual);

    /// <summary>Monday, 23 November 2026, 10:00 in Berlin.</summary>
    static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void In_their_hours_they_are_there()
    {
        var person = new Availability(Berlin, [], IsResting: false);

        Assert.Null(person.WhyNot(Monday));
        Assert.Equal(Monday, person.NextAt(Monday));
        Assert.Null(person.OutUntil(Monday));
    }

    [Fact]
    public void Outside_their_hours_they_come_again_with_the_next_day()
    {
        var person = new Availability(Berlin, [], IsResting: false);
        var friday = Monday.AddDays(4).AddHours(8);

        Assert.Equal(Unavailable.OutsideHours, person.WhyNot(friday));
        Assert.Equal(Monday.AddDays(7).AddHours(-1), person.NextAt(friday));
    }

    [Fact]
    public void Who_is_out_comes_back_with_their_first_working_hour_after_it()
    {
        var person = Out(Berlin, (Monday.AddHours(-5), Monday.AddHours(9)));

        Assert.Equal(Unavailable.Out, person.WhyNot(Monday));
        Assert.Equal(Monday.AddHours(9), person.OutUntil(Monday));
        Assert.Equal(Monday.AddHours(23), person.NextAt(Monday));
    }

    [Fact]
    public void Times_out_that_overlap_or_touch_are_one()
    {
        var person = Out(Berlin, (Monday.AddHours(2), Monday.AddHours(3)), (Monday.AddHours(-1), Monday.AddHours(2)), (Monday, Monday.AddHours(1)));

        Assert.Equal(Monday.AddHours(3), person.OutUntil(Monday));
        Assert.Equal(Monday.AddHours(3), person.NextAt(Monday));
        Assert.Null(person.OutUntil(Monday.AddHours(3)));
    }

    [Fact]
    public void Who_rests_is_not_expected_at_all()
    {
        var person = new Availability(Berlin, [], IsResting: true);

        Assert.Equal(Unavailable.Resting, person.WhyNot(Monday));
        Assert.Null(person.NextAt(Monday));
        Assert.False(person.IsExpected(new WorkingWindow(Monday, Monday.AddDays(30))));
    }

    [Fact]
    public void A_colleague_in_New_York_is_expected_on_the_rest_of_a_day_in_Berlin()
    {
        var (person, today) = (new Availability(NewYork, [], IsResting: false), Berlin.NextDay(Monday)!.Value);

        Assert.Equal(Unavailable.OutsideHours, person.WhyNot(Monday));
        Assert.True(person.IsExpected(today));
        Assert.Equal(Monday.AddHours(5), person.NextAt(Monday));
        // Not when they are out until after the day is over in Berlin, though they work until eleven at night there.
        Assert.False(Out(NewYork, (Monday, Monday.AddHours(7))).IsExpected(today));
    }

    [Theory]
    [InlineData(-2, 2, true)]
    [InlineData(-2, 7, false)]
    [InlineData(0, 8, false)]
    [InlineData(1, 8, true)]
    public void Who_is_out_for_part_of_the_day_is_expected_on_the_rest_of_it(int from, int until, bool expected) =>
        Assert.Equal(expected, Out(Berlin, (Monday.AddHours(from), Monday.AddHours(until))).IsExpected(Berlin.NextDay(Monday)!.Value));

    /// <summary>To the quarter of an hour: expected is exactly who is there at one of its quarters.</summary>
    [Fact]
    public void Expected_means_there_at_some_moment_and_next_is_the_first_such_moment()
    {
        var quarters = Gen.Choose(0, 4 * 24 * 10);
        var people = from out1 in quarters from length1 in quarters from out2 in quarters from length2 in quarters from asked in quarters from ends in quarters select (out1, length1, out2, length2, asked, ends);
        Prop.ForAll(Arb.From(people), one =>
        {
            var person = Out(Berlin, (At(one.out1), At(one.out1 + one.length1)), (At(one.out2), At(one.out2 + one.length2)));
            var window = new WorkingWindow(At(one.asked), At(one.asked + one.ends));
            var there = Enumerable.Range(one.asked, one.ends).Select(At).Where(person.IsAvailable).Cast<DateTimeOffset?>().FirstOrDefault();

            Assert.Equal(there is not null, person.IsExpected(window));
            if (there is not null)
                Assert.Equal(there, person.NextAt(window.Start));
        }).QuickCheckThrowOnFailure();

        static DateTimeOffset At(int quarter) => Monday.AddMinutes(15 * quarter);
    }

    static Availability Out(WorkingCalendar calendar, params (DateTimeOffset From, DateTimeOffset Until)[] times) =>
        new(calendar, [.. times.Select(time => new OutTime(time.From, time.Until))], IsResting: false);
}
