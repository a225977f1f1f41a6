using AccountabilityBot.Delivery.Pacing;
using AccountabilityBot.Teams;
using AccountabilityBot.Teams.Connector;
using AccountabilityBot.Tests.Harness;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AccountabilityBot.Tests.Delivery;

public sealed class PaceTests
{
    readonly FakeTimeProvider _clock = new(BotHarness.Start);

    [Fact]
    public async Task The_tenant_takes_no_more_than_the_setting_says_from_all_threads_together()
    {
        var pace = PaceOf(3);
        for (var i = 0; i < 3; i++)
            await SendAsync(pace, $"thread {i}");

        Assert.Null(pace.TryTake("another"));
        _clock.Advance(1.Seconds());
        Assert.Null(pace.TryTake("another"));
        _clock.Advance(TimeSpan.FromMilliseconds(5));
        using var slot = pace.TryTake("another");
        Assert.NotNull(slot);
    }

    [Fact]
    public void A_place_that_was_not_used_is_given_back()
    {
        var pace = PaceOf(1);
        pace.TryTake("one")!.Dispose();
        using var slot = pace.TryTake("two");
        Assert.NotNull(slot);
    }

    [Fact]
    public async Task A_new_leader_goes_on_where_the_one_before_stopped()
    {
        var pace = PaceOf(50);
        var now = _clock.GetUtcNow();
        pace.Begin(1, Enumerable.Repeat(("a thread", now.AddMinutes(-10)), 1_793).Concat(Enumerable.Repeat(("a thread", now.AddSeconds(-20)), 6)), now);

        await SendAsync(pace, "a thread");

        // The hour's eighteen hundred are full: the next one goes when the oldest are an hour old.
        Assert.InRange((pace.NextAt("a thread") - pace.Now)!.Value, 50.Minutes(), 50.Minutes() + 2.Seconds());
        Assert.Equal(pace.Now, pace.NextAt("another"));
    }

    [Fact]
    public async Task Three_threads_throttled_at_once_slow_everything_down_and_it_recovers()
    {
        var pace = PaceOf(50);
        foreach (var thread in (string[])["one", "two", "three"])
            await ThrottledAsync(pace, thread, 4.Seconds());

        Assert.False(pace.IsOpen);
        Assert.Equal(4.Seconds(), pace.NextAt("four") - pace.Now);
        _clock.Advance(4.Seconds());
        Assert.Equal(25, await SendAllAsync(pace));
        _clock.Advance(2.Minutes());
        Assert.Equal(50, await SendAllAsync(pace));
    }

    [Fact]
    public async Task One_throttled_thread_slows_no_other()
    {
        var pace = PaceOf(50);
        for (var i = 0; i < 5; i++)
            await ThrottledAsync(pace, "one", 4.Seconds());
        Assert.True(pace.IsOpen);
    }

    [Fact]
    public async Task Where_Teams_names_no_time_the_wait_doubles_until_a_message_is_taken()
    {
        var pace = PaceOf(50);
        Assert.Equal([2, 4, 8], await GuessesAsync(pace, 3));
        _clock.Advance(1.Minutes());
        await SendAsync(pace, "one");
        Assert.Equal([2, 4], await GuessesAsync(pace, 2));
    }

    async Task<List<double>> GuessesAsync(Pace pace, int times)
    {
        var waits = new List<double>();
        for (var i = 0; i < times; i++)
        {
            using var slot = pace.TryTake("one")!;
            var answer = (SendOutcome.Throttled)(await slot.SendAsync(() => Task.FromResult<SendOutcome>(
                new SendOutcome.Throttled(_clock.GetUtcNow() + TeamsConnector.DefaultBackOff, IsGuess: true))))!;
            waits.Add((answer.Until - _clock.GetUtcNow()).TotalSeconds);
            _clock.Advance(10.Seconds());
        }

        return waits;
    }

    async Task ThrottledAsync(Pace pace, string thread, TimeSpan wait)
    {
        using var slot = pace.TryTake(thread)!;
        await slot.SendAsync(() => Task.FromResult<SendOutcome>(new SendOutcome.Throttled(_clock.GetUtcNow() + wait)));
    }

    static async Task<int> SendAllAsync(Pace pace)
    {
        for (var sent = 0; ; sent++)
        {
            if (!pace.IsOpen)
                return sent;
            await SendAsync(pace, $"thread {sent}");
        }
    }

    static async Task SendAsync(Pace pace, string thread)
    {
        using var slot = pace.TryTake(thread)!;
        await slot.SendAsync(() => Task.FromResult<SendOutcome>(new SendOutcome.Sent("c", "a")));
    }

    Pace PaceOf(int requestsPerSecond) => new(_clock, Options.Create(new BotOptions { RequestsPerSecond = requestsPerSecond }));
}
