using AccountabilityBot.Data;
using AccountabilityBot.People.Syncing;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People.Placing;

/// <summary>
/// The administrators hear once of each trouble with the directory: at once of a permission that is missing and of leavers
/// who are held back, after an hour of one that cannot be reached. Nothing waits for them: what is known goes on to hold.
/// </summary>
sealed class DirectoryWatch(BotDb db, CompanySource companies, Settlement settlement, DirectoryOrigin origin)
{
    /// <returns>How many messages were written.</returns>
    public async Task<int> TellAsync(DateTimeOffset now, CancellationToken ct)
    {
        var quiet = now - FeedProgress.QuietFor;
        var news = await db.DirectoryFeeds
            .Where(feed => feed.ToldAt == null && (feed.Permission != null || feed.Held > 0 || (feed.Problem != null && feed.FailingSince <= quiet)))
            .ToListAsync(ct);
        if (news.Count == 0 || companies.Current.Administrators.Count == 0)
            return 0;
        foreach (var feed in news)
            (feed.ToldAt, feed.Version) = (now, feed.Version + 1);
        foreach (var reader in companies.Current.Administrators)
            db.Notices.Add(Warning(reader, now));
        await db.SaveChangesAsync(ct);
        return companies.Current.Administrators.Count;
    }

    public async Task<OutgoingActivity?> Render(Notice notice, CancellationToken ct) =>
        await origin.WarningAsync(Sentences.In(notice.Locale), ct) is { } card ? OutgoingActivity.ForCard(card) : null;

    /// <summary>An administrator says that so many have really left.</summary>
    public async Task<CardAnswer> LetGo(Turn turn, CardPress press, CancellationToken ct)
    {
        var (say, company) = (Sentences.In(turn.Locale), companies.Current);
        if (company.PersonOf(turn) is not { } person || !company.Administrators.Contains(person.Id))
            return CardAnswer.Say(say.Plain("setup.unlisted.only-administrators"));
        var gone = await settlement.LetGoAsync(person.Id, Via.Card, turn.Now, ct);
        await db.SaveChangesAsync(ct);
        return CardAnswer.Show(PeopleCards.Returned(say, gone == 0 ? say.Plain("directory.held.settled") : say.Plain("directory.held.gone", gone)));
    }

    Notice Warning(Domain.PersonId reader, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Key = $"directory:{reader}:{now.UtcDateTime:O}",
        Kind = PlacingKinds.Warning,
        Class = NoticeClass.Work,
        Thread = Outgoing.ThreadOf(reader),
        Person = reader,
        Locale = companies.Current.Find(reader)?.Department?.Language ?? companies.Current.Model.Language,
        NotBefore = now,
        CreatedAt = now,
    };
}
