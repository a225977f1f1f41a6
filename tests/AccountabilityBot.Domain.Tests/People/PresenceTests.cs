using AccountabilityBot.Domain.People;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Tests.People;

/// <summary>What Teams shows beside a name counts only while nothing better is known.</summary>
public sealed class PresenceTests
{
    /// <summary>Monday, 23 November 2026, 10:00 in Berlin.</summary>
    static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    static readonly DateTimeOffset Night = Monday.AddHours(12);

    static readonly Availability There = new(new WorkingCalendar(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), WorkingHours.Usual), [], IsResting: false);

    [Theory]
    [InlineData(Presence.Usual, null)]
    [InlineData(Presence.DoNotDisturb, Unavailable.DoNotDisturb)]
    [InlineData(Presence.OutOfOffice, Unavailable.OutOfOffice)]
    public void In_their_hours_presence_decides_and_outside_them_the_hours(Presence presence, Unavailable? why)
    {
        var person = There with { Presence = presence };

        Assert.Equal(why, person.WhyNot(Monday));
        Assert.Equal(why is null, person.IsAvailable(Monday));
        Assert.Equal(Unavailable.OutsideHours, person.WhyNot(Night));
    }

    [Theory]
    [InlineData(Presence.DoNotDisturb)]
    [InlineData(Presence.OutOfOffice)]
    public void Out_goes_first_and_then_rest(Presence presence)
    {
        var person = There with { Presence = presence, IsResting = true };

        Assert.Equal(Unavailable.Resting, person.WhyNot(Monday));
        Assert.Equal(Unavailable.Out, (person with { Out = [new OutTime(Monday, Monday.AddHours(1))] }).WhyNot(Monday));
    }

    /// <summary>A presence is of this moment: it says nothing of the next hour, so that a lead still waits for them.</summary>
    [Fact]
    public void Whatever_Teams_shows_they_are_expected_in_their_hours()
    {
        var person = There with { Presence = Presence.OutOfOffice };

        Assert.True(person.IsExpected(new WorkingWindow(Monday, Monday.AddHours(4))));
        Assert.Equal(Night.AddHours(11), person.NextAt(Night));
    }

    [Fact]
    public void An_open_end_is_an_absence_like_any_other_as_far_as_it_goes()
    {
        var person = There with { Out = [new OutTime(Monday.AddHours(-1), Monday.AddDays(7), IsOpenEnded: true)] };

        Assert.Equal(Unavailable.Out, person.WhyNot(Monday));
        Assert.Equal(Monday.AddDays(7), person.OutUntil(Monday));
    }
}
