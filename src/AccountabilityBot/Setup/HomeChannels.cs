using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Setup;

/// <summary>
/// Which channel is a department's home. Serving elsewhere moves it: both channels are told, open cards are posted anew,
/// and the old copies say where the department went.
/// </summary>
sealed class HomeChannels(BotDb db, CompanySource companies, LeadChanges leads, Answers answers, Colleagues colleagues)
{
    /// <summary><c>serve DEPARTMENT here</c>.</summary>
    public async Task ServeByText(Turn turn, string asked, CancellationToken ct)
    {
        var (sentence, served) = await ServeAsync(turn, asked, ct);
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
        var (sentence, served) = await ServeAsync(turn, asked, ct);
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

    async Task<(string Sentence, bool Served)> ServeAsync(Turn turn, string asked, CancellationToken ct)
    {
        var say = Sentences.In(turn.Locale);
        var company = companies.Current;
        if (turn.Actor is not { } actor || company.FindByReference(actor.ObjectId) is not { } person)
        {
            await colleagues.ListUnlistedAsync(turn, ct);
            return (say.Plain("refusal.person-unlisted"), false);
        }

        if (company.Model.FindDepartment(asked.Trim()) is not { } department)
            return (say.Plain("setup.unknown-department", asked, string.Join(", ", company.Model.Departments.Select(known => known.Name))), false);
        if (!company.MaySetUp(person.Id, department))
            return (say.Plain("setup.may-not", department.Name, WhoMay(company, department, say)), false);
        if (turn.Activity.Conversation is not { ConversationType: "channel" })
            return (say.Plain("setup.only-in-channels", department.Name), false);

        await BindAsync(turn, person.Id, department, ct);
        return ("", true);
    }

    static string WhoMay(Company company, Department department, Sentences say) => string.Join(", ", new[]
        {
            company.HeadOf(department)?.Name,
            company.GuardianOf(department)?.Name,
        }
        .Concat(company.Administrators.Select(id => company.NameOf(id, say.Plain("somebody"))))
        .OfType<string>().Distinct());

    async Task BindAsync(Turn turn, PersonId person, Department department, CancellationToken ct)
    {
        var (activity, now) = (turn.Activity, turn.Now);
        var channelId = activity.ThreadId!;
        var home = await db.Channels.SingleOrDefaultAsync(row => row.Department == department.Id, ct);
        var before = home?.ChannelId;
        if (home is null)
        {
            home = new DepartmentChannel { Department = department.Id, ChannelId = channelId, TeamId = "", ServiceUrl = activity.ServiceUrl! };
            db.Channels.Add(home);
        }

        (home.ChannelId, home.ServiceUrl, home.TenantId) = (channelId, activity.ServiceUrl!, turn.Actor!.TenantId);
        (home.TeamId, home.Name) = (activity.ChannelData?.Team?.Id ?? channelId, activity.ChannelData?.Channel?.Name ?? activity.Conversation?.Name);
        (home.BoundBy, home.BoundAt, home.RosterDueAt) = (person, now, now);
        db.Record("channel.bound", person, Via.Text, department.Id, now);

        if (before is not null && before != channelId)
        {
            await MoveCardsAsync(department, before, ct);
            db.Notices.Add(NoticeIn(before, null, SetupKinds.MovedAway, department, turn));
        }

        await PlaceOpenLeadsAsync(department, home, now, ct);
        db.Notices.Add(NoticeIn(channelId, activity.ServiceUrl, SetupKinds.Serving, department, turn));
        await db.SaveChangesAsync(ct);
    }

    async Task MoveCardsAsync(Department department, string channelId, CancellationToken ct)
    {
        var posts = await db.CardPosts
            .Where(post => post.Kind == LeadKinds.Channel && post.Thread == channelId && post.State == PostState.Live)
            .Where(post => db.Leads.Any(lead => lead.Id == post.LeadId && lead.Department == department.Id && lead.State <= LeadState.Accepted))
            .ToListAsync(ct);
        foreach (var post in posts)
            (post.State, post.Shown) = (PostState.Moved, 0);
    }

    /// <summary>Leads on offer get their card in this channel, whether they come from another one or never had a place.</summary>
    async Task PlaceOpenLeadsAsync(Department department, DepartmentChannel home, DateTimeOffset now, CancellationToken ct)
    {
        var open = await db.Leads
            .Where(lead => lead.Department == department.Id && lead.State == LeadState.Offered)
            .Where(lead => !db.CardPosts.Any(post =>
                post.LeadId == lead.Id && post.Kind == LeadKinds.Channel && post.Thread == home.ChannelId && post.State == PostState.Live))
            .OrderBy(lead => lead.Rank).ThenBy(lead => lead.No)
            .ToListAsync(ct);
        foreach (var lead in open)
            leads.PlaceInChannel(lead, home, now);
    }

    static Notice NoticeIn(string channelId, string? serviceUrl, string kind, Department department, Turn turn) => new()
    {
        Id = Guid.CreateVersion7(turn.Now),
        Key = $"{kind}:{department.Id}:{channelId}:{turn.Activity.Id}",
        Kind = kind,
        Class = NoticeClass.Informative,
        Thread = channelId,
        ServiceUrl = serviceUrl,
        // To the channel itself: a new post, which everybody sees.
        ConversationId = serviceUrl is null ? null : channelId,
        Argument = department.Id,
        Locale = department.Language,
        NotBefore = turn.Now,
        CreatedAt = turn.Now,
    };
}
