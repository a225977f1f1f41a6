using System.Globalization;
using AccountabilityBot.Teams.Authentication;
using Microsoft.Extensions.Time.Testing;

namespace AccountabilityBot.Tests.Edge;

/// <summary>Verified tokens are kept for a while, and never without bound.</summary>
public sealed class TokenCacheTests
{
    readonly FakeTimeProvider _clock = new(EdgeHost.Start);

    [Fact]
    public void A_token_is_kept_for_five_minutes_at_most()
    {
        var cache = new TokenCache(_clock);
        cache.Add("a", Good(EdgeHost.Start.AddHours(1)), ConnectorTokenCheck.Skew);
        _clock.Advance(TimeSpan.FromSeconds(299));
        Assert.NotNull(cache.Find("a"));
        Assert.Null(cache.Find("b"));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(cache.Find("a"));
    }

    [Fact]
    public void A_token_is_not_kept_beyond_its_end_and_the_skew()
    {
        var cache = new TokenCache(_clock);
        cache.Add("a", Good(EdgeHost.Start.AddMinutes(-4)), ConnectorTokenCheck.Skew);
        Assert.NotNull(cache.Find("a"));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(cache.Find("a"));
    }

    [Fact]
    public void The_cache_is_bounded()
    {
        var cache = new TokenCache(_clock);
        for (var i = 0; i < 3 * TokenCache.Most; i++)
        {
            cache.Add(i.ToString(CultureInfo.InvariantCulture), Good(EdgeHost.Start.AddHours(1)), ConnectorTokenCheck.Skew);
            Assert.InRange(cache.Count, 1, TokenCache.Most);
        }
    }

    static VerifiedToken Good(DateTimeOffset expires) => new(EdgeHost.ServiceUrl, new HashSet<string>(), expires, new());
}
