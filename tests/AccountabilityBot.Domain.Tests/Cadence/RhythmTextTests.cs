using AccountabilityBot.Domain.Cadence;

namespace AccountabilityBot.Domain.Tests.Cadence;

public sealed class RhythmTextTests
{
    [Theory]
    [InlineData("every monday 09:00", Every.Week, DayOfWeek.Monday, 9, 0)]
    [InlineData("Every Second Friday at 16:30", Every.Fortnight, DayOfWeek.Friday, 16, 30)]
    [InlineData("first tue of the month 10:00", Every.Month, DayOfWeek.Tuesday, 10, 0)]
    [InlineData("first Sunday of the quarter 2:30", Every.Quarter, DayOfWeek.Sunday, 2, 30)]
    public void It_reads_what_people_write_and_writes_what_it_reads(string text, Every every, DayOfWeek day, int hour, int minute)
    {
        var (rhythm, fault) = RhythmText.Read(text);

        Assert.Null(fault);
        Assert.Equal(new Rhythm(every, day, new TimeOnly(hour, minute)), rhythm);
        Assert.Equal((rhythm, null), RhythmText.Read(RhythmText.Write(rhythm)));
    }

    [Fact]
    public void Never_is_none()
    {
        Assert.Equal((null, null), RhythmText.Read("never"));
        Assert.Equal("never", RhythmText.Write(null));
    }

    [Theory]
    [InlineData("weekly", "\"weekly\" is no rhythm; write \"every monday 09:00\"")]
    [InlineData("every mnday 09:00", "\"mnday\" is no day of the week")]
    [InlineData("every mnday 09:00", "Did you mean \"monday\"?")]
    [InlineData("every monday 25:00", "\"25:00\" is no time on a clock")]
    [InlineData("every third monday 09:00", "\"every third monday 09:00\" is no rhythm")]
    [InlineData("", "\"\" is no rhythm")]
    public void What_is_no_rhythm_is_told_in_a_sentence(string text, string sentence)
    {
        var (rhythm, fault) = RhythmText.Read(text);

        Assert.Null(rhythm);
        Assert.Contains(sentence, fault, StringComparison.Ordinal);
    }
}
