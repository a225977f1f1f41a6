using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Setup;

/// <summary>The bot was added or removed. A person is welcomed once, ever; a channel once per installation.</summary>
sealed class Installation(BotDb db, CompanySource companies)
{
    public async Task Installed(Turn turn, CancellationToken ct)
    {
        // An upgrade of the app is no reason to say hello again.
        if (turn.Activity.Action is not "add" || turn.Activity.Conversation is not { Id: { } conversation } at)
            return;
        var administrator = await AppointFirstAsync(turn, ct);
        var personal = at.ConversationType == "personal";
        var where = personal ? conversation : turn.Activity.ChannelData?.Settings?.SelectedChannel?.Id ?? turn.Activity.ThreadId!;
        var key = personal ? $"welcome:{turn.Actor?.ObjectId ?? conversation}" : $"welcome-team:{where}";
        if (!await db.Notices.AnyAsync(notice => notice.Key == key, ct))
            db.Notices.Add(Welcome(turn, key, where, personal, administrator));
        await db.SaveChangesAsync(ct);
        if (administrator)
            await companies.ReloadAsync(db, ct);
    }

    /// <summary>Where the bot was removed nothing can be sent; coming back, it may say hello again.</summary>
    public async Task Uninstalled(Turn turn, CancellationToken ct)
    {
        if (turn.Activity.Action is not "remove" || turn.Activity.ThreadId is not { } thread)
            return;
        await db.CardPosts.Where(post => post.Thread == thread && post.State < PostState.Gone)
            .ExecuteUpdateAsync(set => set.SetProperty(post => post.State, PostState.Gone).SetProperty(post => post.LastError, "Uninstalled"), ct);
        var key = $"welcome-team:{thread}";
        var again = $"{key}:{turn.Activity.Id}";
        await db.Notices.Where(notice => notice.Key == key).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.Key, again), ct);
    }

    /// <summary>While the model names no administrator, the first who installs is one, and is told so.</summary>
    async Task<bool> AppointFirstAsync(Turn turn, CancellationToken ct)
    {
        var company = companies.Current;
        if (company.HasAdministrators || turn.Actor is not { } actor || company.FindByReference(actor.ObjectId) is not { } person)
            return false;
        if (await db.Administrators.AnyAsync(ct))
            return false;
        db.Administrators.Add(new Administrator(person.Id, turn.Now));
        db.Record("administrator.appointed", person.Id, Via.Rule, "first-installer", turn.Now);
        return true;
    }

    Notice Welcome(Turn turn, string key, string where, bool personal, bool administrator) => new()
    {
        Id = Guid.CreateVersion7(turn.Now),
        Key = key,
        Kind = personal ? SetupKinds.Welcome : SetupKinds.WelcomeTeam,
        Class = NoticeClass.Answer,
        Thread = where,
        Person = PersonOf(turn),
        ServiceUrl = turn.Activity.ServiceUrl,
        ConversationId = where,
        Argument = administrator ? "first-administrator" : null,
        Locale = turn.Locale.Name,
        NotBefore = turn.Now,
        CreatedAt = turn.Now,
    };

    PersonId? PersonOf(Turn turn) => turn.Actor is { } actor ? companies.Current.FindByReference(actor.ObjectId)?.Id : null;
}
