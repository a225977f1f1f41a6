using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Domain.WorkingTime;
using FsCheck;
using FsCheck.Fluent;
using static AccountabilityBot.Domain.Tests.WorkingTime.Calendars;

namespace AccountabilityBot.Domain.Tests.Promises;

public sealed class RunningPromiseTests
{
    /// <summary>Berlin; in November its clocks are an hour ahead of UTC.</summary>
    static readonly WorkingCalendar Office = Of("Europe/Berlin", "mon-fri: 09:00-12:00, 13:00-17:00");

    static readonly PromiseTerms TwoHours = new(TimeSpan.FromHours(2), Ladder.Usual, Office);

    /// <summary>Monday, 11:00 in Berlin.</summary>
    static readonly DateTimeOffset Monday = Utc("2026-11-23 10:00");

    static RunningPromise Started => RunningPromise.Start(3, PromiseKind.Answer, promisor: null, TwoHours, Monday);

    [Fact]
    public void It_begins_with_its_ladder_against_the_wall()
    {
        var promise = Started;

        Assert.Equal((3, PromiseKind.Answer, TimeSpan.FromHours(2), Monday, 0), (promise.No, promise.Kind, promise.Within, promise.StartedAt, promise.Climbed));
        Assert.Equal(Utc("2026-11-23 13:00"), promise.DueAt);
        Assert.Equal(
            [
                // The first is due at the last instant before the break: an hour has passed then.
                new Rung("nudge-1", RungKind.Nudge, Span("01:00"), Utc("2026-11-23 11:00")),
                new Rung("nudge-2", RungKind.Nudge, Span("01:36"), Utc("2026-11-23 12:36")),
                new Rung("second-line", RungKind.SecondLine, Span("02:00"), Utc("2026-11-23 13:00")),
                new Rung("reassign", RungKind.Reassign, Span("03:00"), Utc("2026-11-23 14:00")),
            ],
            promise.Rungs);
    }

    [Fact]
    public void What_begins_at_night_begins_to_count_in_the_morning() =>
        Assert.Equal(Utc("2026-11-24 10:00"), RunningPromise.Start(1, PromiseKind.FirstTouch, promisor: null, TwoHours, Utc("2026-11-23 20:00")).DueAt);

    [Fact]
    public void Rungs_are_climbed_in_their_order_and_each_once()
    {
        var (promise, climbed) = (Started, new List<string>());
        while (promise.Next is { } rung)
        {
            promise = promise.Climb();
            Assert.Equal(rung, promise.Last);
            climbed.Add(rung.Name);
        }

        Assert.Equal(Ladder.Usual.Names, climbed);
        Assert.Null(Started.Last);
    }

    [Fact]
    public void A_pause_stops_the_clock_and_the_ladder()
    {
        var paused = Started.Climb().Pause(Office, Utc("2026-11-23 12:30"));

        Assert.True(paused.IsPaused);
        Assert.Null(paused.Next);
        Assert.Equal("nudge-1", paused.Last!.Name);
        Assert.Equal(Span("01:30"), paused.Served);
        Assert.Equal(Span("01:30"), paused.ServedUntil(Office, Utc("2026-11-27 12:30")));
    }

    [Fact]
    public void What_was_left_is_left_when_it_goes_on()
    {
        // Half an hour of the promise is left; Friday 16:45.
        var goesOn = Started.Climb().Pause(Office, Utc("2026-11-23 12:30")).Resume(Office, Utc("2026-11-27 15:45"));

        Assert.Equal(Utc("2026-11-30 08:15"), goesOn.DueAt);
        Assert.Equal(
            ["2026-11-23 11:00", "2026-11-27 15:51", "2026-11-30 08:15", "2026-11-30 09:15"],
            goesOn.Rungs.Select(rung => rung.DueAt.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("nudge-2", goesOn.Next!.Name);
        Assert.Equal(Span("02:00"), goesOn.ServedUntil(Office, goesOn.DueAt));
        Assert.Equal(Monday, goesOn.StartedAt);
    }

    [Fact]
    public void Pausing_twice_and_going_on_twice_changes_nothing()
    {
        var paused = Started.Pause(Office, Utc("2026-11-23 12:30"));
        var goesOn = paused.Resume(Office, Utc("2026-11-24 09:00"));

        Assert.Equal(paused, paused.Pause(Office, Utc("2026-11-23 15:00")));
        Assert.Equal(goesOn, goesOn.Resume(Office, Utc("2026-11-24 12:00")));
        Assert.Equal(Started.Rungs, Started.Resume(Office, Utc("2026-11-24 12:00")).Rungs);
    }

    [Fact]
    public void What_was_late_before_a_pause_was_due_when_it_was_due()
    {
        var late = Started.Climb().Climb().Pause(Office, Utc("2026-11-23 13:30"));
        var goesOn = late.Resume(Office, Utc("2026-11-25 09:00"));

        Assert.Equal(Started.DueAt, goesOn.DueAt);
        // Nobody has climbed that rung yet: it is due at once, and the one after it when half an hour more has passed.
        Assert.Equal(("second-line", Utc("2026-11-25 09:00")), (goesOn.Next!.Name, goesOn.Next.DueAt));
        Assert.Equal(Utc("2026-11-25 09:30"), goesOn.Rungs[3].DueAt);
    }

    /// <summary>However often it is paused: what has been served and what is left of each rung make the rung.</summary>
    [Fact]
    public void Pauses_lose_nothing_and_give_nothing() => Prop.ForAll(
        Gen.Choose(1, 30_000).ListOf(7).ToArbitrary(),
        minutes =>
        {
            var (promise, now, counted) = (Started, Monday, TimeSpan.Zero);
            foreach (var pause in minutes.Chunk(2))
            {
                counted += Office.WorkingTimeBetween(now, now.AddMinutes(pause[0] % 60));
                now = now.AddMinutes(pause[0] % 60);
                if (pause is not [_, var length])
                    break;
                promise = promise.Pause(Office, now);
                now = now.AddMinutes(length);
                promise = promise.Resume(Office, now);
            }

            return promise.ServedUntil(Office, now) == counted
                && promise.Rungs.Zip(promise.Rungs.Skip(1)).All(pair => pair.First.DueAt <= pair.Second.DueAt)
                && promise.Rungs.All(rung => rung.After <= promise.Served || promise.ServedUntil(Office, rung.DueAt) == rung.After);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(1042, 0x9E37_79B9_7F4A_7C15));
}
