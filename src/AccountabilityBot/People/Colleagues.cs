using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People;

/// <summary>What the bot learns of people from the activities they send: where they can be reached, and who is not in the directory.</summary>
sealed class Colleagues(BotDb db, CompanySource companies, SeenColleagues seen)
{
    /// <summary>
    /// Writes down, in a save of its own, what an authenticated activity tells of its sender; most turns change nothing
    /// and write nothing.
    /// </summary>
    public async Task NoteAsync(Turn turn, CancellationToken ct)
    {
        if (turn.Actor is not { } actor)
            return;
        if (companies.Current.PersonOf(turn) is { } person)
            await NoteListedAsync(person.Id, actor, turn, ct);
        else
            await NoteUnlistedAsync(actor, turn.Now, ct);
    }

    /// <summary>What could not reach these people is tried again.</summary>
    public async Task WakeAsync(IReadOnlyCollection<PersonId> people, DateTimeOffset now, CancellationToken ct)
    {
        var awake = people.Select(person => (PersonId?)person).ToList();
        await db.CardPosts.Where(post => awake.Contains(post.Person) && post.State == PostState.Unreachable).ExecuteUpdateAsync(
            set => set.SetProperty(post => post.State, PostState.Live).SetProperty(post => post.NotBefore, now), ct);
        await db.Notices.Where(notice => awake.Contains(notice.Person) && notice.State == NoticeState.Unreachable).ExecuteUpdateAsync(
            set => set.SetProperty(notice => notice.State, NoticeState.Pending).SetProperty(notice => notice.NotBefore, now), ct);
    }

    async Task NoteListedAsync(PersonId person, Actor actor, Turn turn, CancellationToken ct)
    {
        var activity = turn.Activity;
        if (activity.ServiceUrl is not { } serviceUrl)
            return;
        var chat = activity.Conversation is { ConversationType: "personal", Id: { } id } ? id : null;
        var sighting = new Sighting(actor.UserId, chat, serviceUrl, turn.Locale.Name);
        if (seen.Knows(person, sighting, turn.Now))
            return;

        var user = await db.TeamsUsers.SingleOrDefaultAsync(row => row.PersonId == person, ct);
        if (user is null)
        {
            user = new TeamsUser { PersonId = person, UserId = actor.UserId, ServiceUrl = serviceUrl, TenantId = actor.TenantId };
            db.TeamsUsers.Add(user);
        }

        (user.UserId, user.TenantId, user.Locale) = (actor.UserId, actor.TenantId, turn.Locale.Name);
        // A channel may be served from elsewhere than the chat: only the chat tells where the chat is.
        if (chat is not null)
            (user.ChatId, user.ServiceUrl) = (chat, serviceUrl);
        if (!await SaveAsync(ct))
            return;

        await WakeAsync([person], turn.Now, ct);
        // What a channel says nothing of is known from the row.
        seen.Add(person, sighting with { ChatId = user.ChatId, ServiceUrl = user.ServiceUrl }, turn.Now);
    }

    /// <summary>A colleague the directory does not list may ask, not act; the administrator finds them in a list.</summary>
    async Task NoteUnlistedAsync(Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        if (seen.KnowsUnlisted(actor.ObjectId, now))
            return;
        var row = await db.UnlistedPeople.SingleOrDefaultAsync(known => known.ObjectId == actor.ObjectId, ct);
        if (row is null)
        {
            row = new UnlistedPerson { ObjectId = actor.ObjectId };
            db.UnlistedPeople.Add(row);
        }

        (row.Name, row.SeenAt) = (actor.Name, now);
        if (await SaveAsync(ct))
            seen.AddUnlisted(actor.ObjectId, now);
    }

    /// <returns>False when two activities of one person came at once, and the other one wrote it.</returns>
    async Task<bool> SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException raced) when (db.IsUniqueViolation(raced))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
