using System.Text.Json.Nodes;
using AccountabilityBot.Data;
using AccountabilityBot.People.Graph;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People.Placing;

/// <summary>
/// Where the people come from, how old that is, and what Graph refuses: the first lines of the administrators' card, and all
/// of the warning's. What a missing permission takes away is said, and its name, because that is what somebody has to consent to.
/// </summary>
sealed class DirectoryOrigin(BotDb db, GraphOptions options, TimeProvider clock)
{
    /// <summary>Mailboxes that cannot be read are few; who is asked for more looks into the log.</summary>
    const int MostFeeds = 12;

    /// <summary>The feeds as they are; none where people come from a file.</summary>
    public async Task<IReadOnlyList<DirectoryFeed>> ReadAsync(CancellationToken ct) =>
        options.IsGraph ? await db.DirectoryFeeds.AsNoTracking().OrderBy(feed => feed.Name).ToListAsync(ct) : [];

    public async Task<IReadOnlyList<CardElement>> LinesAsync(Sentences say, CancellationToken ct)
    {
        if (!options.IsGraph)
            return [DirectoryCard.Small(say.Card("directory.origin.file"))];
        return Lines(say, await ReadAsync(ct), clock.GetUtcNow());
    }

    /// <summary>The same of Graph's people.</summary>
    public static IReadOnlyList<CardElement> Lines(Sentences say, IReadOnlyList<DirectoryFeed> feeds, DateTimeOffset now) =>
    [
        DirectoryCard.Small(feeds.FirstOrDefault(feed => feed.Name == Feeds.Users)?.KnownAt is { } known
            ? say.Card("directory.origin.graph", CardText.Instant(known))
            : say.Card("directory.origin.never")),
        .. Problems(say, feeds, now),
    ];

    /// <summary>To the administrators, unasked: what is wrong now.</summary>
    /// <returns>None: all is well again.</returns>
    public async Task<AdaptiveCard?> WarningAsync(Sentences say, CancellationToken ct) => Warning(say, await ReadAsync(ct), clock.GetUtcNow());

    /// <inheritdoc cref="WarningAsync"/>
    public static AdaptiveCard? Warning(Sentences say, IReadOnlyList<DirectoryFeed> feeds, DateTimeOffset now)
    {
        var problems = Problems(say, feeds, now).ToList();
        if (problems.Count == 0)
            return null;
        var held = feeds.FirstOrDefault(feed => feed.Held > 0);
        return new AdaptiveCard
        {
            Summary = say.Plain(held is null ? "directory.warning.summary" : "directory.held.summary"),
            Body =
            [
                new TextBlock(say.Card("directory.warning.title")) { Weight = TextWeight.Bolder, Style = TextStyle.Heading },
                .. problems,
                DirectoryCard.Small(say.Card("directory.warning.how")),
            ],
            Actions = held is null ? [] : [LetGo(say)],
        };
    }

    /// <summary>The button under a card that asks whether so many have really left.</summary>
    public static ExecuteAction LetGo(Sentences say) => new(say.Plain("directory.button.let-go"), PlacingVerbs.LetGo, new JsonObject());

    static IEnumerable<CardElement> Problems(Sentences say, IReadOnlyList<DirectoryFeed> feeds, DateTimeOffset now)
    {
        foreach (var feed in feeds.Where(feed => feed.Held > 0))
            yield return Box(ContainerStyle.Attention, say.Card("directory.held", feed.Held));
        // One sentence for each permission, however many groups need it.
        foreach (var refused in feeds.Where(feed => feed.Permission is not null).GroupBy(feed => feed.Permission!).Take(MostFeeds))
        {
            yield return Box(
                ContainerStyle.Warning,
                say.Card("directory.refused", CardText.Bold(CardText.Untrusted(refused.Key, 80)), say.Card("directory.without." + TakenAway(refused.Key))),
                Since(say, refused.MinBy(feed => feed.FailingSince)!));
        }

        foreach (var feed in feeds.Where(feed => feed is { Permission: null, Problem: not null } && feed.FailingSince <= now - Syncing.FeedProgress.QuietFor).Take(MostFeeds))
            yield return Box(ContainerStyle.Warning, say.Card("directory.failing", NameOf(say, feed.Name), CardText.Untrusted(feed.Problem, 80)), Since(say, feed));
    }

    static CardText Since(Sentences say, DirectoryFeed feed) => feed.KnownAt is { } known
        ? say.Card("directory.known-since", CardText.Instant(known))
        : say.Card("directory.never-known", CardText.Instant(feed.FailingSince ?? feed.DueAt));

    static Container Box(ContainerStyle style, CardText what, CardText? since = null) => new(
        [new TextBlock(what), .. since is { } age ? (CardElement[])[DirectoryCard.Small(age)] : []])
    { Style = style, Spacing = Spacing.Small };

    static string TakenAway(string permission) => permission switch
    {
        GraphPermissions.Users => "users",
        GraphPermissions.Groups => "groups",
        GraphPermissions.Teams => "teams",
        GraphPermissions.Mailboxes => "mailboxes",
        GraphPermissions.Presence => "presence",
        _ => "installs",
    };

    static CardText NameOf(Sentences say, string feed) => say.Card("directory.feed." + (feed switch
    {
        Feeds.Users or Feeds.Mailboxes or Feeds.Presence or Feeds.Photos or Feeds.Installs => feed,
        _ when feed.StartsWith(Feeds.TeamPrefix, StringComparison.Ordinal) => "team",
        _ => "group",
    }));
}
