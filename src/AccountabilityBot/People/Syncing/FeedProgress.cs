using AccountabilityBot.Data;
using AccountabilityBot.People.Graph;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People.Syncing;

/// <summary>What an answer means for a feed: when it is asked again, and what an administrator reads about it.</summary>
static class FeedProgress
{
    /// <summary>How long known data are used without a word when Graph does not answer.</summary>
    public static readonly TimeSpan QuietFor = TimeSpan.FromHours(1);

    static readonly TimeSpan _whileRefused = TimeSpan.FromHours(1);
    static readonly TimeSpan _shortest = TimeSpan.FromMinutes(1);
    static readonly TimeSpan _longest = TimeSpan.FromMinutes(30);

    /// <summary>The feed; made due at once where it is not known yet.</summary>
    public static async Task<DirectoryFeed> FindAsync(BotDb db, string name, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.DirectoryFeeds.SingleOrDefaultAsync(feed => feed.Name == name, ct) is { } known)
            return known;
        var feed = new DirectoryFeed { Name = name, DueAt = now };
        db.DirectoryFeeds.Add(feed);
        return feed;
    }

    /// <summary>It was read to the end.</summary>
    public static void Succeed(this DirectoryFeed feed, TimeSpan every, DateTimeOffset now)
    {
        (feed.KnownAt, feed.DueAt) = (now, now + every);
        (feed.Failures, feed.FailingSince, feed.Problem, feed.Permission) = (0, null, null, null);
        // Whoever was asked whether so many have left is not asked again with every answer of Graph's.
        feed.ToldAt = feed.Held > 0 ? feed.ToldAt : null;
        feed.Version++;
    }

    /// <summary>It was not; what is known stays, and so does the place to go on from.</summary>
    /// <param name="permission">What the question needs.</param>
    /// <param name="answer">Not an answer with a value.</param>
    public static void Fail<T>(this DirectoryFeed feed, GraphAnswer<T> answer, string permission, DateTimeOffset now)
    {
        feed.Version++;
        switch (answer)
        {
            case GraphAnswer<T>.Throttled(var after):
                // To wait when asked is not to fail.
                feed.DueAt = now + after;
                return;
            case GraphAnswer<T>.Refused(403, var code):
                Note($"403 {code}", permission, now + _whileRefused);
                return;
            case GraphAnswer<T>.Refused(var status, var code):
                Note($"{status} {code}", null, now + BackOff());
                return;
            case GraphAnswer<T>.Missing(var code):
                Note($"404 {code}", null, now + _whileRefused);
                return;
            case GraphAnswer<T>.Expired(var code):
                Note($"410 {code}", null, now + BackOff());
                return;
            case GraphAnswer<T>.Failed(var why):
                Note(why, null, now + BackOff());
                return;
        }

        void Note(string problem, string? missing, DateTimeOffset next)
        {
            (feed.Problem, feed.Permission, feed.DueAt) = (problem, missing, next);
            feed.Failures++;
            feed.FailingSince ??= now;
        }

        TimeSpan BackOff()
        {
            var wait = _shortest * Math.Pow(2, Math.Min(feed.Failures, 5));
            return wait < _longest ? wait : _longest;
        }
    }
}
