using AccountabilityBot.Data;
using AccountabilityBot.Tests.Harness;
using Microsoft.Extensions.Time.Testing;

namespace AccountabilityBot.Tests.Databases;

/// <summary>A clock that follows another one, on a machine whose own is wrong.</summary>
public sealed class DatabaseClockTests
{
    static readonly DateTimeOffset MachineSays = new(2026, 11, 23, 9, 10, 0, TimeSpan.Zero);
    static readonly DateTimeOffset DatabaseSays = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    readonly FakeTimeProvider _machine = new(MachineSays);
    readonly DatabaseClock _clock;

    public DatabaseClockTests() => _clock = new DatabaseClock(_machine);

    [Fact]
    public void Until_it_was_told_it_tells_the_machines_time() => Assert.Equal(MachineSays, _clock.GetUtcNow());

    [Fact]
    public void It_tells_the_databases_time_and_goes_on_by_itself()
    {
        var correction = _clock.Follow([Told(DatabaseSays)]);

        Assert.Equal(-10.Minutes(), correction!.Value.By);
        Assert.Equal(DatabaseSays, _clock.GetUtcNow());
        _machine.Advance(90.Minutes());
        Assert.Equal(DatabaseSays + 90.Minutes(), _clock.GetUtcNow());
    }

    [Fact]
    public void A_machine_whose_clock_is_set_changes_nothing()
    {
        var machine = new SetByHand(_machine);
        var clock = new DatabaseClock(machine);
        clock.Follow([Told(DatabaseSays)]);

        machine.SetBy = 3.Hours();

        Assert.Equal(MachineSays + 3.Hours(), machine.GetUtcNow());
        Assert.Equal(DatabaseSays, clock.GetUtcNow());
    }

    [Fact]
    public void Half_of_the_way_lies_before_the_answer_and_half_behind()
    {
        var reading = Told(DatabaseSays, way: 80.Milliseconds());

        var correction = _clock.Follow([reading]);

        Assert.Equal(40.Milliseconds(), correction!.Value.Uncertainty);
        Assert.Equal(DatabaseSays + 40.Milliseconds(), _clock.GetUtcNow());
    }

    [Fact]
    public void The_answer_with_the_shortest_way_counts()
    {
        ClockReading[] readings =
        [
            Told(DatabaseSays + 5.Seconds(), way: 900.Milliseconds()),
            Told(DatabaseSays, way: 2.Milliseconds()),
            Told(DatabaseSays + 7.Seconds(), way: 300.Milliseconds()),
        ];
        _clock.Follow(readings);
        Assert.Equal(DatabaseSays + 1.Milliseconds() + 300.Milliseconds(), _clock.GetUtcNow());
    }

    [Fact]
    public void An_answer_that_took_long_is_better_than_none_and_worse_than_the_last()
    {
        Assert.NotNull(_clock.Follow([Told(DatabaseSays, way: 4.Seconds())]));
        var good = _clock.Follow([Told(DatabaseSays)]);
        Assert.NotNull(good);

        Assert.Null(_clock.Follow([Told(DatabaseSays + 1.Hours(), way: 4.Seconds())]));
        Assert.Equal(DatabaseSays + 4.Seconds(), _clock.GetUtcNow());
    }

    [Fact]
    public void A_small_step_back_holds_it_until_the_time_it_told_has_come_again()
    {
        _clock.Follow([Told(DatabaseSays)]);
        var told = _clock.GetUtcNow();

        _clock.Follow([Told(DatabaseSays - 500.Milliseconds())]);

        Assert.Equal(told, _clock.GetUtcNow());
        _machine.Advance(400.Milliseconds());
        Assert.Equal(told, _clock.GetUtcNow());
        _machine.Advance(200.Milliseconds());
        Assert.Equal(told + 100.Milliseconds(), _clock.GetUtcNow());
    }

    [Fact]
    public void A_large_step_back_is_taken_at_once()
    {
        _clock.Follow([Told(DatabaseSays)]);
        _clock.GetUtcNow();
        _clock.Follow([Told(DatabaseSays - 10.Minutes())]);
        Assert.Equal(DatabaseSays - 10.Minutes(), _clock.GetUtcNow());
    }

    [Fact]
    public void Whatever_it_is_told_it_goes_back_by_no_small_step()
    {
        var random = new Random(7);
        var last = DateTimeOffset.MinValue;
        var database = DatabaseSays;
        _clock.Follow([Told(database)]);
        for (var step = 0; step < 2_000; step++)
        {
            var passed = random.Next(0, 300).Milliseconds();
            _machine.Advance(passed);
            database += passed;
            if (random.Next(3) == 0)
                _clock.Follow([new ClockReading(_machine.GetTimestamp(), _machine.GetTimestamp(), database + random.Next(-900, 900).Milliseconds())]);
            var now = _clock.GetUtcNow();
            Assert.True(now >= last, $"Step {step}: {last:O}, then {now:O}.");
            Assert.InRange(now - database, -1.Seconds(), 2.Seconds());
            last = now;
        }
    }

    [Fact]
    public void Timestamps_and_timers_are_the_machines()
    {
        var rang = false;
        using var timer = _clock.CreateTimer(_ => rang = true, null, 5.Seconds(), Timeout.InfiniteTimeSpan);
        var stamp = _clock.GetTimestamp();
        _clock.Follow([Told(DatabaseSays + 1.Hours())]);
        Assert.False(rang);

        _machine.Advance(5.Seconds());

        Assert.True(rang);
        Assert.Equal(5.Seconds(), _clock.GetElapsedTime(stamp));
    }

    /// <summary>A machine whose clock somebody puts right, or wrong; its timestamps go on.</summary>
    sealed class SetByHand(TimeProvider machine) : TimeProvider
    {
        internal TimeSpan SetBy { get; set; }

        public override long TimestampFrequency => machine.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + SetBy;

        public override long GetTimestamp() => machine.GetTimestamp();
    }

    /// <summary>An answer that has come now, after so long a way.</summary>
    ClockReading Told(DateTimeOffset utc, TimeSpan way = default)
    {
        var asked = _machine.GetTimestamp();
        _machine.Advance(way);
        return new ClockReading(asked, _machine.GetTimestamp(), utc);
    }
}
