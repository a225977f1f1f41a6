using AccountabilityBot.Domain.Model;
using FsCheck;
using FsCheck.Fluent;

namespace AccountabilityBot.Domain.Tests.Model;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("5m", 5)]
    [InlineData("90m", 90)]
    [InlineData("1h", 60)]
    [InlineData("8 h", 480)]
    [InlineData("1d", 480)]
    public void A_number_and_a_unit_are_a_duration(string text, int minutes)
    {
        Assert.True(Durations.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromMinutes(minutes), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("5 minutes")]
    [InlineData("1h30m")]
    [InlineData("1000000m")]
    [InlineData("٥m")]
    [InlineData("5m\n")]
    public void Anything_else_is_none(string text) => Assert.False(Durations.TryParse(text, out _));

    [Fact]
    public void What_is_written_reads_as_the_same_time() =>
        Prop.ForAll(Gen.Choose(0, 999_999).ToArbitrary(), minutes =>
        {
            var duration = TimeSpan.FromMinutes(minutes);
            return Durations.TryParse(Durations.Write(duration), out var read) && read == duration;
        }).QuickCheckThrowOnFailure();
}
