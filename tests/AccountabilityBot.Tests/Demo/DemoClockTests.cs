using System.Globalization;
using AccountabilityBot.Demo;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.WorkingTime;
using AccountabilityBot.Setup;
using AccountabilityBot.Tests.Setup;
using Microsoft.Extensions.Time.Testing;

namespace AccountabilityBot.Tests.Demo;

/// <summary>The demo works at night and on Sundays.</summary>
public sealed class DemoClockTests
{
    static readonly Department Sales = ModelFile.Read(SampleFiles.Model).Model!.FindDepartment("sales")!;

    [Theory]
    // Sales of the sample company works from nine to six in Berlin.
    [InlineData("2026-11-26 08:00", "2026-11-26 08:00", null)]
    [InlineData("2026-11-26 16:00", "2026-11-26 16:00", null)]
    [InlineData("2026-11-26 16:01", "2026-11-27 08:00", "Sales closes soon: the clock starts on Friday 27 November, 09:00.")]
    [InlineData("2026-11-26 22:10", "2026-11-27 08:00", "Sales is closed: the clock starts on Friday 27 November, 09:00.")]
    [InlineData("2026-11-26 03:00", "2026-11-26 08:00", "Sales is closed: the clock starts on Thursday 26 November, 09:00.")]
    [InlineData("2026-11-28 12:00", "2026-11-30 08:00", "Sales is closed: the clock starts on Monday 30 November, 09:00.")]
    [InlineData("2026-12-25 12:00", "2026-12-28 08:00", "Sales is closed: the clock starts on Monday 28 December, 09:00.")]
    public void It_starts_now_or_when_the_department_opens(string now, string start, string? note) =>
        Assert.Equal(new DemoOpening(Utc(start), note), DemoOpening.Of(Sales, Utc(now)));

    [Fact]
    public void Who_never_closes_opens_now()
    {
        var midnight = Utc("2026-11-26 22:59");

        Assert.Equal(new DemoOpening(midnight, null), DemoOpening.Of(Sales with { Hours = WorkingHours.Always }, midnight));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void From_there_it_runs_so_many_times_as_fast(double speed)
    {
        var real = new FakeTimeProvider(Utc("2026-11-26 22:10"));
        var clock = new SpeedClock(real, speed, Utc("2026-11-27 08:00"));
        Assert.Equal(Utc("2026-11-27 08:00"), clock.GetUtcNow());

        var ticked = false;
        using var timer = clock.CreateTimer(_ => ticked = true, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        real.Advance(TimeSpan.FromMinutes(1) / speed);

        Assert.Equal(Utc("2026-11-27 08:01"), clock.GetUtcNow());
        Assert.True(ticked);
    }

    static DateTimeOffset Utc(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
