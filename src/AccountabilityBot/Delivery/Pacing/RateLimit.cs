namespace AccountabilityBot.Delivery.Pacing;

/// <summary>At most so many requests within any stretch of so much time.</summary>
readonly record struct RateLimit(int Most, TimeSpan Within);

/// <summary>What Microsoft publishes for bots ("Rate limiting for agents"), as far as it binds a bot that sends one message at a time.</summary>
static class PublishedLimits
{
    /// <summary>A bot in one thread: a chat, or a channel with all that is posted in it. Sending and creating alike.</summary>
    public static readonly RateLimit[] OfAThread =
    [
        new(7, TimeSpan.FromSeconds(1)),
        new(8, TimeSpan.FromSeconds(2)),
        new(60, TimeSpan.FromSeconds(30)),
        new(1_800, TimeSpan.FromHours(1)),
    ];

    /// <summary>The longest stretch that any limit looks back.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>A bot in one tenant, all its requests together.</summary>
    public static RateLimit[] OfATenant(int requestsPerSecond) => [new(requestsPerSecond, TimeSpan.FromSeconds(1))];
}
