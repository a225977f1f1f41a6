using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Setup;

/// <summary>The bot was added or removed. A person is welcomed once, ever; a team once per installation.</summary>
sealed class Installation(BotDb db, CompanySource companies, HomeChannels homes, SeenColleagues seen)
{
    public async Task Installed(Turn turn, CancellationToken ct)
    {
        // An upgrade of the app is no reason to say hello again.
        if (turn.Activity.Action is not "add" || turn.Activity.Conversation is not { Id: { } conversation })
            return;
        var administrator = await AppointFirstAsync(turn, ct);
        var personal = IsPersonal(turn);
        var where = personal ? conversation : turn.Activity.ChannelData?.Settings?.SelectedChannel?.Id ?? turn.Activity.ThreadId!;
        var key = personal ? $"welcome:{turn.Actor?.ObjectId ?? conversation}" : TeamKey(TeamOf(turn));
        if (!await db.Notices.AnyAsync(notice => notice.Key == key, ct))
            db.Notices.Add(Welcome(turn, key, where, personal, administrator));
        if (!personal)
            await homes.ReturnAsync(TeamOf(turn), turn.Now, ct);
        await db.SaveChangesAsync(ct);
        if (administrator)
            await companies.ReloadAsync(db, ct);
    }

    /// <summary>Where the bot was removed nothing can be sent, until it is added again.</summary>
    public async Task Uninstalled(Turn turn, CancellationToken ct)
    {
        if (turn.Activity.Action is not "remove" || turn.Activity.ThreadId is not { } thread)
            return;
        // The inbox first: delivered again after the bot came back, this must not take its cards down.
        await db.SaveChangesAsync(ct);
        if (!IsPersonal(turn))
            await LeaveTeamAsync(TeamOf(turn), turn, ct);
        else if (companies.Current.PersonOf(turn) is { } person)
            await LeaveChatAsync(person.Id, ct);
        else
            await GoneAsync(db.CardPosts.Where(post => post.Thread == thread), ct);
    }

    /// <summary>A team is left with all its channels; coming back, the bot says hello again.</summary>
    async Task LeaveTeamAsync(string team, Turn turn, CancellationToken ct)
    {
        var homesThere = db.Channels.Where(channel => channel.TeamId == team).Select(channel => channel.ChannelId);
        await GoneAsync(db.CardPosts.Where(post => post.Person == null && (post.Thread == team || homesThere.Contains(post.Thread))), ct);
        var (key, over) = (TeamKey(team), $"{TeamKey(team)}:{turn.Activity.Id}");
        await db.Notices.Where(notice => notice.Key == key).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.Key, over), ct);
    }

    /// <summary>The person's cards wait until the bot sees them again; then they say what is true by then.</summary>
    async Task LeaveChatAsync(PersonId person, CancellationToken ct)
    {
        await db.TeamsUsers.Where(user => user.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(user => user.ChatId, (string?)null), ct);
        await db.CardPosts.Where(post => post.Person == person && post.State == PostState.Live).ExecuteUpdateAsync(
            set => set.SetProperty(post => post.State, PostState.Unreachable).SetProperty(post => post.LastError, "Uninstalled"), ct);
        seen.Forget(person);
    }

    static Task<int> GoneAsync(IQueryable<CardPost> posts, CancellationToken ct) => posts.Where(post => post.State < PostState.Gone).ExecuteUpdateAsync(
        set => set.SetProperty(post => post.State, PostState.Gone).SetProperty(post => post.LastError, "Uninstalled"), ct);

    static string TeamKey(string team) => $"welcome-team:{team}";

    static bool IsPersonal(Turn turn) => turn.Activity.Conversation?.ConversationType == "personal";

    static string TeamOf(Turn turn) => turn.Activity.ChannelData?.Team?.Id ?? turn.Activity.ThreadId!;

    /// <summary>While the model names no administrator, the first who installs is one, and is told so.</summary>
    async Task<bool> AppointFirstAsync(Turn turn, CancellationToken ct)
    {
        var company = companies.Current;
        if (company.Model.Administrators.Count > 0 || company.PersonOf(turn) is not { } person || await db.Administrators.AnyAsync(ct))
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
        Thread = personal && companies.Current.PersonOf(turn) is { } person ? Outgoing.ThreadOf(person.Id) : where,
        Person = companies.Current.PersonOf(turn)?.Id,
        ServiceUrl = turn.Activity.ServiceUrl,
        ConversationId = where,
        Argument = administrator ? "first-administrator" : null,
        Locale = turn.Locale.Name,
        NotBefore = turn.Now,
        CreatedAt = turn.Now,
    };
}
