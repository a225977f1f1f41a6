using AccountabilityBot.People;

namespace AccountabilityBot.Tests.People;

/// <summary>Time zones by any name, kept as text and found again.</summary>
public sealed class ZonesTests
{
    static readonly ClockChange Forward = new(3, 5, DayOfWeek.Sunday, TimeSpan.FromHours(2));
    static readonly ClockChange Back = new(10, 5, DayOfWeek.Sunday, TimeSpan.FromHours(3));

    [Theory]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("Pacific Standard Time", "America/Los_Angeles")]
    [InlineData("India Standard Time", "Asia/Calcutta")]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("UTC", "Etc/UTC")]
    public void A_zone_by_either_name_is_kept_by_the_name_of_IANA_and_found_again(string name, string kept)
    {
        Assert.Equal(TimeZoneInfo.FindSystemTimeZoneById(kept).BaseUtcOffset, Zones.Find(Zones.Keep(name)!)!.BaseUtcOffset);
        Assert.Equal(Zones.Keep(name), Zones.Keep(Zones.Keep(name)));
        Assert.False(Zones.IsOwn(Zones.Keep(name)!));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Narnia Standard Time")]
    [InlineData("Customized Time Zone")]
    [InlineData("tzone://Microsoft/Custom")]
    [InlineData("../../etc/passwd")]
    public void What_is_no_zone_is_not_kept(string? name) => Assert.Null(Zones.Keep(name));

    [Theory]
    [InlineData("own;")]
    [InlineData("own;nonsense")]
    [InlineData("own;a;b;c;d;e;")]
    [InlineData("Narnia/Cair_Paravel")]
    public void A_text_that_is_no_zone_any_more_is_none(string kept) => Assert.Null(Zones.Find(kept));

    [Fact]
    public void A_zone_of_ones_own_is_the_same_after_it_was_kept()
    {
        var kept = Zones.Keep(Zones.Make(60, Back, Forward, 60)!);
        var (own, berlin) = (Zones.Find(kept)!, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

        Assert.True(Zones.IsOwn(kept));
        for (var day = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero); day.Year == 2026; day = day.AddHours(6))
            Assert.Equal(berlin.GetUtcOffset(day), own.GetUtcOffset(day));
    }

    [Fact]
    public void Clocks_that_are_never_changed_need_no_rules()
    {
        foreach (var zone in new[] { Zones.Make(-210, null, null, 60), Zones.Make(-210, Back, null, 60), Zones.Make(-210, Back, Forward, 0) })
            Assert.Equal((TimeSpan.FromMinutes(-210), false), (zone!.BaseUtcOffset, zone.SupportsDaylightSavingTime));
    }

    [Fact]
    public void Nonsense_is_no_clock()
    {
        Assert.Null(Zones.Make(15 * 60, null, null, 0));
        Assert.Null(Zones.Make(int.MinValue, null, null, 0));
        Assert.Null(Zones.Make(60, Back with { Month = 13 }, Forward, 60));
        Assert.Null(Zones.Make(60, Back with { Month = 0 }, Forward, 60));
        Assert.Null(Zones.Make(60, Back, Forward with { Occurrence = 6 }, 60));
        Assert.Null(Zones.Make(60, Back, Forward with { Occurrence = 0 }, 60));
        Assert.Null(Zones.Make(60, Back, Forward with { Time = TimeSpan.FromHours(24) }, 60));
        Assert.Null(Zones.Make(60, Back, Back, 60));
        Assert.Null(Zones.Make(60, Back, Forward, 24 * 60));
        Assert.Null(Zones.Make(60, Back, Forward, int.MaxValue));
    }
}
