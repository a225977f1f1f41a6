using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Domain.Tests.WorkingTime;
using FsCheck;
using FsCheck.Fluent;

namespace AccountabilityBot.Domain.Tests.People;

/// <summary>Hours as mailboxes keep them, and what calendar they make.</summary>
public sealed class MailboxHoursTests
{
    static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20_261_127, 0x9E37_79B9_7F4A_7C15);

    [Fact]
    public void The_hours_every_mailbox_is_born_with_are_nobodys_choice_unless_its_owner_lives_there()
    {
        var born = Hours(Weekdays, 8, 17);

        Assert.True(born.AreUntouched("Pacific Standard Time", "UTC"));
        Assert.True(born.AreUntouched("Pacific Standard Time", "W. Europe Standard Time"));
        Assert.True(born.AreUntouched("Pacific Standard Time", null));
        Assert.False(born.AreUntouched("Pacific Standard Time", "Pacific Standard Time"));
        Assert.False(born.AreUntouched("W. Europe Standard Time", "W. Europe Standard Time"));
        Assert.False(born.AreUntouched(null, null));
    }

    [Fact]
    public void Whoever_changed_anything_about_them_chose_them()
    {
        Assert.False(Hours(Weekdays, 9, 17).AreUntouched(MailboxHours.UntouchedZone, "UTC"));
        Assert.False(Hours(Weekdays, 8, 16).AreUntouched(MailboxHours.UntouchedZone, "UTC"));
        Assert.False(Hours(Weekdays[..4], 8, 17).AreUntouched(MailboxHours.UntouchedZone, "UTC"));
        Assert.False(Hours([.. Weekdays[..4], DayOfWeek.Sunday], 8, 17).AreUntouched(MailboxHours.UntouchedZone, "UTC"));
    }

    [Fact]
    public void A_day_shift_is_one_stretch_on_each_day() => Assert.Equal("mon-fri 08:30-17:00", Written(new MailboxHours(Weekdays, new TimeSpan(8, 30, 0), TimeSpan.FromHours(17))));

    [Fact]
    public void A_night_shift_goes_over_into_the_next_day_and_from_Saturday_into_Sunday()
    {
        Assert.Equal("sat 22:00-24:00; sun 00:00-06:00", Written(Hours([DayOfWeek.Saturday], 22, 6)));
        Assert.Equal("mon 00:00-06:00; sun 22:00-24:00", Written(Hours([DayOfWeek.Sunday], 22, 6)));
        Assert.Equal("mon 00:00-06:00; sat 22:00-24:00; sun 00:00-06:00, 22:00-24:00", Written(Hours([DayOfWeek.Saturday, DayOfWeek.Sunday], 22, 6)));
    }

    [Fact]
    public void A_shift_until_midnight_ends_with_its_day()
    {
        Assert.Equal("tue 16:00-24:00", Written(Hours([DayOfWeek.Tuesday], 16, 0)));
        Assert.Equal("tue 16:00-24:00", Written(Hours([DayOfWeek.Tuesday], 16, 24)));
        Assert.Equal("mon-fri 00:00-24:00", Written(Hours(Weekdays, 0, 24)));
    }

    [Fact]
    public void A_day_told_twice_is_one_day() => Assert.Equal("mon 09:00-17:00", Written(Hours([DayOfWeek.Monday, DayOfWeek.Monday], 9, 17)));

    [Fact]
    public void No_day_and_no_length_are_no_hours()
    {
        Assert.Null(Hours([], 9, 17).ToWeek());
        Assert.Null(Hours(Weekdays, 9, 9).ToWeek());
        Assert.Null(Hours(Weekdays, -1, 9).ToWeek());
        Assert.Null(Hours(Weekdays, 9, 25).ToWeek());
        Assert.Null(Hours(Weekdays, 24, 9).ToWeek());
    }

    /// <summary>Weeks are written to the minute, so that what is less than one is not there at all.</summary>
    [Fact]
    public void Seconds_do_not_make_a_stretch_without_length()
    {
        Assert.Null(new MailboxHours(Weekdays, new TimeSpan(8, 0, 10), new TimeSpan(8, 0, 40)).ToWeek());
        Assert.Equal("mon 22:00-24:00", Written(new MailboxHours([DayOfWeek.Monday], TimeSpan.FromHours(22), TimeSpan.FromSeconds(30))));
    }

    [Fact]
    public void A_week_that_was_written_is_read_as_the_same_week()
    {
        var seconds = Gen.Frequency((3, Gen.Choose(0, 96).Select(quarter => quarter * 900)), (2, Gen.Choose(0, 1_440).Select(minute => minute * 60)), (1, Gen.Choose(0, 86_400)));
        var any = from days in Gen.Elements(Enum.GetValues<DayOfWeek>()).ListOf()
                  from start in seconds
                  from end in seconds
                  select new MailboxHours([.. days], TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end));
        Prop.ForAll(Arb.From(any), hours =>
        {
            if (hours.ToWeek() is not { } week)
                return;
            var read = MailboxHours.ReadWeek(HoursText.Write(week))!;

            Assert.Equal(week.Keys.Order(), read.Keys.Order());
            Assert.All(week, day => Assert.Equal(day.Value, read[day.Key]));
        }).Check(Seeded);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ; ")]
    [InlineData("mon")]
    [InlineData("mon 9 to 5")]
    [InlineData("someday 09:00-17:00")]
    [InlineData("mon 09:00-17:00; tue 17:00-09:00")]
    public void What_is_no_week_is_not_read(string text) => Assert.Null(MailboxHours.ReadWeek(text));

    [Theory]
    // In summer they share the hour from nine to ten in the morning in Berlin, in winter the one begins when the other ends.
    [InlineData("2026-07-06 00:00", "Asia/Tokyo", "mon-fri: 09:00-17:00", true)]
    [InlineData("2026-11-23 00:00", "Asia/Tokyo", "mon-fri: 09:00-17:00", false)]
    [InlineData("2026-11-23 00:00", "Asia/Tokyo", "mon-fri: 09:00-18:00", true)]
    [InlineData("2026-11-23 00:00", "Europe/Berlin", "mon-sun: 17:00-24:00", false)]
    [InlineData("2026-11-23 00:00", "Europe/Berlin", "sat-sun: 09:00-17:00", false)]
    [InlineData("2026-11-23 00:00", "Europe/Berlin", "fri: 16:00-24:00", true)]
    [InlineData("2026-11-28 00:00", "Europe/Berlin", "mon: 09:00-10:00", true)]
    [InlineData("2026-11-23 00:00", "America/Los_Angeles", "mon-fri: 08:00-17:00", false)]
    [InlineData("2026-11-23 00:00", "America/New_York", "mon-fri: 09:00-17:00", true)]
    public void Hours_meet_a_department_in_Berlin_when_both_are_there_at_some_moment_of_the_week(string on, string zone, string hours, bool meet) =>
        Assert.Equal(meet, MailboxHours.Meet(Calendars.Of(zone, hours), Calendars.Of("Europe/Berlin", "mon-fri: 09:00-17:00"), Calendars.Utc(on)));

    static MailboxHours Hours(DayOfWeek[] days, double start, double end) => new(days, TimeSpan.FromHours(start), TimeSpan.FromHours(end));

    static string Written(MailboxHours hours) => HoursText.Write(hours.ToWeek()!);
}
