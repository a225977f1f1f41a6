using System.Collections.Concurrent;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People;

/// <summary>What the bot learns of people from the activities they send: where they can be reached, and who is not in the directory.</summary>
sealed class Colleagues(BotDb db, CompanySource companies, SeenColleagues seen)
{
    /// <summary>
    /// Writes down where the sender of an authenticated activity can be reached; most turns change nothing and write
    /// nothing. The next save of the turn, or the given one, commits it.
    /// </summary>
    public async Task NoteAsync(Turn turn, CancellationToken ct)
    {
        if (turn.Actor is not { } actor || companies.Current.FindByReference(actor.ObjectId) is not { } person)
            return;
        var activity = turn.Activity;
        if (activity.ServiceUrl is not { } serviceUrl)
            return;
        var chat = activity.Conversation is { ConversationType: "personal", Id: { } id } ? id : null;
        var sighting = new Sighting(actor.UserId, chat, serviceUrl, turn.Locale.Name);
        if (seen.Knows(person.Id, sighting))
            return;

        var user = await db.TeamsUsers.SingleOrDefaultAsync(row => row.PersonId == person.Id, ct);
        if (user is null)
        {
            user = new TeamsUser { PersonId = person.Id, UserId = actor.UserId, ServiceUrl = serviceUrl, TenantId = actor.TenantId };
            db.TeamsUsers.Add(user);
        }

        (user.UserId, user.TenantId, user.Locale) = (actor.UserId, actor.TenantId, turn.Locale.Name);
        // A channel may be served from elsewhere than the chat: only the chat tells where the chat is.
        if (chat is not null)
            (user.ChatId, user.ServiceUrl) = (chat, serviceUrl);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException raced) when (db.IsUniqueViolation(raced))
        {
            // Install and membership arrive at once: the other one wrote it.
            db.ChangeTracker.Clear();
            return;
        }

        await WakeCardsAsync(person.Id, turn.Now, ct);
        seen.Add(person.Id, sighting);
    }

    /// <summary>A colleague the directory does not list may ask, not act; the administrator finds them in a list.</summary>
    public async Task ListUnlistedAsync(Turn turn, CancellationToken ct)
    {
        if (turn.Actor is not { } actor)
            return;
        var row = await db.UnlistedPeople.SingleOrDefaultAsync(known => known.ObjectId == actor.ObjectId, ct);
        if (row is null)
        {
            row = new UnlistedPerson { ObjectId = actor.ObjectId };
            db.UnlistedPeople.Add(row);
        }

        (row.Name, row.SeenAt) = (actor.Name, turn.Now);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException raced) when (db.IsUniqueViolation(raced))
        {
            db.ChangeTracker.Clear();
        }
    }

    Task<int> WakeCardsAsync(PersonId person, DateTimeOffset now, CancellationToken ct) =>
        db.CardPosts.Where(post => post.Person == person && post.State == PostState.Unreachable).ExecuteUpdateAsync(
            set => set.SetProperty(post => post.State, PostState.Live).SetProperty(post => post.NotBefore, now), ct);
}

/// <summary>Where somebody was last seen.</summary>
sealed record Sighting(string UserId, string? ChatId, string ServiceUrl, string? Locale);

/// <summary>Remembers, in this process, what is written down already.</summary>
sealed class SeenColleagues
{
    readonly ConcurrentDictionary<PersonId, Sighting> _seen = [];

    public bool Knows(PersonId person, Sighting now) =>
        _seen.TryGetValue(person, out var known) && known with { ChatId = now.ChatId ?? known.ChatId, ServiceUrl = now.ChatId is null ? known.ServiceUrl : now.ServiceUrl }
            == now with { ChatId = now.ChatId ?? known.ChatId, ServiceUrl = now.ChatId is null ? known.ServiceUrl : now.ServiceUrl };

    public void Add(PersonId person, Sighting now) =>
        _seen.AddOrUpdate(person, now, (_, known) => now with { ChatId = now.ChatId ?? known.ChatId });
}
