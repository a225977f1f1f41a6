using AccountabilityBot.Delivery.Pacing;
using FsCheck;
using FsCheck.Fluent;

namespace AccountabilityBot.Tests.Delivery;

/// <summary>The limits, counted as Teams counts: by when a request comes in.</summary>
public sealed class WindowTests
{
    /// <summary>The step of the random sequence must be an odd number without a pattern: 2^64 by the golden ratio.</summary>
    static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_261_123, 0x9E37_79B9_7F4A_7C15);

    static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Two clocks do not tick quite alike.</summary>
    static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(5);

    /// <param name="Gap">Milliseconds after the wish before it.</param>
    /// <param name="There">Milliseconds until it is counted.</param>
    /// <param name="Back">Milliseconds until the answer is here.</param>
    sealed record Wish(int Gap, int There, int Back);

    sealed record Request(DateTimeOffset WishedAt, DateTimeOffset Left, DateTimeOffset Counted, DateTimeOffset Answered);

    static Gen<Wish[]> Wishes(int longestWay) =>
        from length in Gen.Choose(1, 300)
        from wishes in (
            from gap in Gen.Frequency((20, Gen.Constant(0)), (6, Gen.Choose(1, 400)), (2, Gen.Choose(400, 3_000)), (1, Gen.Choose(3_000, 60_000)))
            from there in Gen.Choose(0, longestWay)
            from back in Gen.Choose(0, longestWay)
            select new Wish(gap, there, back)).ArrayOf(length)
        select wishes;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(7, 0)]
    [InlineData(8, 1)]
    [InlineData(9, 2)]
    [InlineData(15, 2)]
    [InlineData(16, 3)]
    [InlineData(17, 4)]
    [InlineData(60, 14)]
    [InlineData(61, 30)]
    [InlineData(120, 44)]
    [InlineData(121, 60)]
    public void So_many_at_once_take_so_many_seconds(int requests, int seconds)
    {
        var sent = Send([.. Enumerable.Repeat(new Wish(0, 0, 0), requests)]);
        Assert.Equal(seconds, (int)(sent[^1].Left - Start).TotalSeconds);
    }

    [Fact]
    public void An_hour_takes_eighteen_hundred() =>
        Assert.Equal(3_600, (int)(Send([.. Enumerable.Repeat(new Wish(0, 0, 0), 1_801)])[^1].Left - Start).TotalSeconds);

    [Fact]
    public void However_long_each_request_is_under_way_no_limit_is_broken() => Prop.ForAll(Wishes(2_000).ToArbitrary(), wishes =>
    {
        var arrived = Send(wishes).Select(request => request.Counted).Order().ToList();
        Assert.Equal(wishes.Length, arrived.Count);
        Assert.All(arrived, at => AssertKept(arrived, at));
    }).Check(Seeded);

    [Fact]
    public void Nothing_goes_out_later_than_necessary() => Prop.ForAll(Wishes(0).ToArbitrary(), wishes =>
    {
        var sent = Send(wishes);
        for (var i = 0; i < sent.Count; i++)
        {
            // It went when it was wished for, or right behind the one before.
            if (sent[i].Left == sent[i].WishedAt || (i > 0 && sent[i].Left - sent[i - 1].Left <= Margin))
                continue;
            var before = sent.Take(i).Select(request => request.Left).ToList();
            var earlier = sent[i].Left - Margin - TimeSpan.FromTicks(1);
            Assert.Contains(PublishedLimits.OfAThread, limit => before.Count(at => at > earlier - limit.Within && at <= earlier) + 1 > limit.Most);
        }
    }).Check(Seeded);

    [Fact]
    public void What_is_under_way_counts_until_it_is_answered()
    {
        var window = new Window([new RateLimit(2, TimeSpan.FromSeconds(1))]);
        window.Begin();
        window.Begin();
        Assert.Null(window.NextAt(Start.AddMinutes(1)));

        window.End(Start);
        Assert.Equal(Start + TimeSpan.FromSeconds(1) + Margin, window.NextAt(Start));
        window.Cancel();
        Assert.Equal(Start, window.NextAt(Start));
    }

    [Fact]
    public void After_an_hour_everything_is_forgotten()
    {
        var window = new Window(PublishedLimits.OfAThread);
        window.Count(Start);
        Assert.False(window.IsForgotten(Start.AddMinutes(59)));
        Assert.True(window.IsForgotten(Start.AddMinutes(61)));
    }

    static void AssertKept(List<DateTimeOffset> arrived, DateTimeOffset until)
    {
        foreach (var (most, within) in PublishedLimits.OfAThread)
            Assert.InRange(arrived.Count(at => at > until - within && at <= until), 1, most);
    }

    /// <summary>Several may be under way at once, as for the tenant.</summary>
    static List<Request> Send(IReadOnlyList<Wish> wishes)
    {
        var window = new Window(PublishedLimits.OfAThread);
        var underWay = new PriorityQueue<Request, DateTimeOffset>();
        var (sent, now, wished) = (new List<Request>(), Start, Start);
        foreach (var wish in wishes)
        {
            wished += TimeSpan.FromMilliseconds(wish.Gap);
            now = wished > now ? wished : now;
            while (true)
            {
                while (underWay.TryPeek(out var first, out var answered) && answered <= now)
                    window.End(underWay.Dequeue().Answered);
                var next = window.NextAt(now);
                if (next <= now)
                    break;
                var answer = underWay.TryPeek(out _, out var at) ? at : DateTimeOffset.MaxValue;
                now = next is { } free && free < answer ? free : answer;
            }

            var counted = now + TimeSpan.FromMilliseconds(wish.There);
            var request = new Request(wished, now, counted, counted + TimeSpan.FromMilliseconds(wish.Back));
            window.Begin();
            underWay.Enqueue(request, request.Answered);
            sent.Add(request);
        }

        return sent;
    }
}
