using AccountabilityBot.Domain.People;

namespace AccountabilityBot.Domain.Tests.People;

/// <summary>When a mailbox that answers by itself means that its owner is away.</summary>
public sealed class AutomaticRepliesTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Off_nobody_is_away()
    {
        Assert.Null(AutomaticReplies.Off.Absence(Now));
        Assert.Equal(AutomaticReplies.Off, default);
    }

    [Fact]
    public void Always_is_a_week_from_now_and_nobody_said_until_when()
    {
        Assert.Equal(new OutTime(Now, Now.AddDays(7), IsOpenEnded: true), AutomaticReplies.Always.Absence(Now));
        Assert.Equal(new OutTime(Now.AddDays(3), Now.AddDays(10), IsOpenEnded: true), AutomaticReplies.Always.Absence(Now.AddDays(3)));
    }

    [Theory]
    [InlineData(-48)]
    [InlineData(0)]
    [InlineData(23)]
    public void A_period_is_itself_before_it_and_in_it(int hours)
    {
        var replies = AutomaticReplies.Between(Now, Now.AddDays(1));

        Assert.Equal(new OutTime(Now, Now.AddDays(1)), replies.Absence(Now.AddHours(hours)));
    }

    [Theory]
    [InlineData(24)]
    [InlineData(100)]
    public void A_period_that_is_over_is_none(int hours) => Assert.Null(AutomaticReplies.Between(Now, Now.AddDays(1)).Absence(Now.AddHours(hours)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_period_that_ends_before_it_begins_is_off(int hours) => Assert.Equal(AutomaticReplies.Off, AutomaticReplies.Between(Now, Now.AddHours(hours)));

    /// <summary>These texts are in the database: another form would be taken for a new setting.</summary>
    [Fact]
    public void Each_setting_is_written_as_it_is_stored()
    {
        var berlin = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(1));

        Assert.Equal("off", AutomaticReplies.Off.ToString());
        Assert.Equal("always", AutomaticReplies.Always.ToString());
        Assert.Equal("2026-11-23T09:00:00Z/2026-11-24T09:00:00Z", AutomaticReplies.Between(Now, Now.AddDays(1)).ToString());
        Assert.Equal("2026-11-23T09:00:00Z/2026-11-24T09:00:00Z", AutomaticReplies.Between(berlin, berlin.AddDays(1)).ToString());
    }
}
