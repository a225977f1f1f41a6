using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Setup;

/// <summary>
/// Which channel is a department's home. Serving elsewhere moves it: both channels are told, open cards are posted anew,
/// and the old copies say where the department went.
/// </summary>
sealed class HomeChannels(BotDb db, CompanySource companies, LeadChanges leads, SenderPosts senders, Answers answers)
{
    /// <summary>In UTF-16 units: what is kept of a channel's name, and repeated of an unknown department's.</summary>
    const int LongestShown = 100;

    /// <summary><c>serve DEPARTMENT here</c>.</summary>
    public async Task ServeByText(Turn turn, string asked, CancellationToken ct)
    {
        var (sentence, served) = await ServeAsync(turn, asked, Via.Text, ct);
        // What was done is told by the channel's own notice; what was not done is told to who asked.
        if (!served)
            await answers.GiveAsync(turn, SetupKinds.Sentence, sentence, ct);
    }

    /// <summary>The set-up card's button.</summary>
    public async Task<CardAnswer> ServeByCard(Turn turn, CardPress press, CancellationToken ct)
    {
        var say = Sentences.In(turn.Locale);
        if (press.Text(SetupCards.DepartmentInput) is not { } asked)
            return CardAnswer.Say(say.Plain("form.department.missing"));
        var (sentence, served) = await ServeAsync(turn, asked, Via.Card, ct);
        var department = companies.Current.Model.FindDepartment(asked);
        return served && department is not null ? CardAnswer.Show(SetupCards.Serving(say, department)) : CardAnswer.Say(sentence);
    }

    /// <summary>A press seen before: says how things stand.</summary>
    public async Task<CardAnswer> Truth(Turn turn, CardPress press, CancellationToken ct)
    {
        var say = Sentences.In(turn.Locale);
        var department = companies.Current.Model.FindDepartment(press.Text(SetupCards.DepartmentInput) ?? "");
        var home = department is null ? null : await db.Channels.AsNoTracking().SingleOrDefaultAsync(row => row.Department == department.Id, ct);
        return home?.ChannelId == turn.Activity.ThreadId
            ? CardAnswer.Show(SetupCards.Serving(say, department!))
            : CardAnswer.Say(say.Plain("setup.not-served-here"));
    }

    /// <summary>The bot is back in a team: the departments at home there get the cards of what is on offer anew.</summary>
    public async Task ReturnAsync(string team, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var home in await db.Channels.Where(row => row.TeamId == team).ToListAsync(ct))
        {
            home.RosterDueAt = now;
            await PlaceOpenLeadsAsync(home, [], now, ct);
            await WakeNoticesAsync(home.Department, now, ct);
        }
    }

    async Task<(string Sentence, bool Served)> ServeAsync(Turn turn, string asked, string via, CancellationToken ct)
    {
        var say = Sentences.In(turn.Locale);
        var company = companies.Current;
        if (company.PersonOf(turn) is not { } person)
            return (say.Plain("refusal.person-unlisted"), false);
        if (company.Model.FindDepartment(asked) is not { } department)
            return (say.Plain("setup.unknown-department", CleanText.Of(asked, LongestShown), string.Join(", ", company.Model.Departments.Select(known => known.Name))), false);
        if (!company.MaySetUp(person.Id, department))
            return (say.Plain("setup.may-not", department.Name, WhoMay(company, department, say)), false);
        if (turn.Activity.Conversation is not { ConversationType: "channel" })
            return (say.Plain("setup.only-in-channels", department.Name), false);

        await BindAsync(turn, person.Id, department, via, ct);
        return ("", true);
    }

    static string WhoMay(Company company, Department department, Sentences say) => string.Join(", ", new[]
        {
            company.HeadOf(department)?.Name,
            company.GuardianOf(department)?.Name,
        }
        .Concat(company.Administrators.Select(id => company.NameOf(id, say.Plain("somebody"))))
        .OfType<string>().Distinct());

    async Task BindAsync(Turn turn, PersonId person, Department department, string via, CancellationToken ct)
    {
        var (activity, now) = (turn.Activity, turn.Now);
        var channelId = activity.ThreadId!;
        var home = await db.Channels.SingleOrDefaultAsync(row => row.Department == department.Id, ct);
        var before = home is null || home.ChannelId == channelId ? null : new { home.ChannelId, home.ServiceUrl };
        if (home is null)
        {
            home = new DepartmentChannel { Department = department.Id, ChannelId = channelId, TeamId = "", ServiceUrl = activity.ServiceUrl! };
            db.Channels.Add(home);
        }

        (home.ChannelId, home.ServiceUrl, home.TenantId) = (channelId, activity.ServiceUrl!, turn.Actor!.TenantId);
        (home.TeamId, home.Name) = (activity.ChannelData?.Team?.Id ?? channelId, NameIn(activity));
        (home.BoundBy, home.BoundAt, home.RosterDueAt) = (person, now, now);
        db.Record("channel.bound", person, via, department.Id, now);

        IReadOnlyList<LeadId> moved = [];
        if (before is not null)
        {
            moved = await MoveCardsAsync(department, before.ChannelId, ct);
            // The old address is kept nowhere else.
            db.Notices.Add(NoticeIn(before.ChannelId, before.ServiceUrl, SetupKinds.MovedAway, department, turn));
        }

        await PlaceOpenLeadsAsync(home, moved, now, ct);
        await senders.ComeHomeAsync(home, before?.ChannelId, now, ct);
        await WakeNoticesAsync(department.Id, now, ct);
        db.Notices.Add(NoticeIn(channelId, home.ServiceUrl, SetupKinds.Serving, department, turn));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>What the department could not be told for want of a channel.</summary>
    async Task WakeNoticesAsync(string department, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var notice in await db.Notices.Where(row => row.Department == department && row.State == NoticeState.Unreachable).ToListAsync(ct))
            (notice.State, notice.NotBefore) = (NoticeState.Pending, now);
    }

    /// <summary>The cards of open leads say where the department went; those that said so before say it of the new place.</summary>
    /// <returns>The leads whose card stood in the channel until now.</returns>
    async Task<IReadOnlyList<LeadId>> MoveCardsAsync(Department department, string channelId, CancellationToken ct)
    {
        var posts = await db.CardPosts
            .Where(post => post.Kind == LeadKinds.Channel)
            .Where(post => post.State == PostState.Moved || (post.State == PostState.Live && post.Thread == channelId))
            .Where(post => db.Leads.Any(lead => lead.Id == post.LeadId && lead.Department == department.Id && lead.State <= LeadState.Accepted))
            .ToListAsync(ct);
        var moved = posts.Where(post => post.State is PostState.Live).Select(post => post.LeadId!.Value).Distinct().ToList();
        foreach (var post in posts)
            (post.State, post.Shown) = (PostState.Moved, 0);
        return moved;
    }

    /// <summary>
    /// Leads on offer get their card in this channel, whether they come from another one or never had a place; so do
    /// those that somebody owns or the guardian holds, if they had one. What waits gets its card with its next offer.
    /// </summary>
    async Task PlaceOpenLeadsAsync(DepartmentChannel home, IReadOnlyList<LeadId> moved, DateTimeOffset now, CancellationToken ct)
    {
        var open = await db.Leads
            .Where(lead => lead.Department == home.Department)
            .Where(lead => lead.State == LeadState.Offered
                || (moved.Contains(lead.Id) && (lead.State == LeadState.Accepted || lead.GuardianSince != null)))
            .Where(lead => !db.CardPosts.Any(post =>
                post.LeadId == lead.Id && post.Kind == LeadKinds.Channel && post.Thread == home.ChannelId && post.State == PostState.Live))
            .OrderBy(lead => lead.Rank).ThenBy(lead => lead.No)
            .ToListAsync(ct);
        foreach (var lead in open)
            leads.PlaceInChannel(lead, home, now);
    }

    static string? NameIn(Activity activity) =>
        CleanText.Of(activity.ChannelData?.Channel?.Name ?? activity.Conversation?.Name, LongestShown) is { Length: > 0 } name ? name : null;

    static Notice NoticeIn(string channelId, string serviceUrl, string kind, Department department, Turn turn) => new()
    {
        Id = Guid.CreateVersion7(turn.Now),
        Key = $"{kind}:{department.Id}:{channelId}:{turn.Activity.Id}",
        Kind = kind,
        Class = NoticeClass.Informative,
        Thread = channelId,
        ServiceUrl = serviceUrl,
        // To the channel itself: a new post, which everybody sees.
        ConversationId = channelId,
        Argument = department.Id,
        Locale = department.Language,
        NotBefore = turn.Now,
        CreatedAt = turn.Now,
    };
}
