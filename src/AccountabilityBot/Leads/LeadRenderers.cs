using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Leads.Ladders;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>Draws what the door delivers about leads, from the state of this moment.</summary>
sealed class LeadRenderers(BotDb db, CompanySource companies, PoolCall pool, TimeProvider clock)
{
    public async Task<RenderedCard?> Card(CardPost post, CancellationToken ct)
    {
        if (await LoadAsync(post.LeadId!.Value, ct) is not { } lead || IsTooLate(post, lead, companies.Current))
            return null;
        var view = await ViewAsync(lead, post, ct);
        var card = post.Kind switch
        {
            LeadKinds.Guardian => LeadCard.ForGuardian(view, post.Person!.Value),
            LeadKinds.Sender => SenderCard.Draw(view, SenderCard.RejectOf(post)),
            LeadKinds.Nudge when RungOnCard.Read(post.Argument) is { } rung => LadderCards.Nudge(view, post.Person!.Value, rung),
            LeadKinds.SecondLine when RungOnCard.Read(post.Argument) is { } rung => LadderCards.SecondLine(view, rung),
            _ when post.Person is { } person => LeadCard.ForPerson(view, person),
            _ => LeadCard.ForChannel(view),
        };
        return new RenderedCard(card, lead.Version);
    }

    public async Task<OutgoingActivity?> Rejected(Notice notice, CancellationToken ct)
    {
        if (await LoadAsync(notice.LeadId!.Value, ct) is not { State: LeadState.Rejected } lead || LeadNotices.RejectOf(lead) != notice.Argument)
            return null;
        return OutgoingActivity.ForCard(LeadNoticeCards.Rejected(View(lead, notice)));
    }

    public Task<OutgoingActivity?> HoldEnded(Notice notice, CancellationToken ct) => ToOwnerAsync(notice, "lead.hold-ended", lead => !lead.IsHeld, ct);

    public Task<OutgoingActivity?> ContactStopped(Notice notice, CancellationToken ct) => ToOwnerAsync(notice, "lead.contact-stopped", _ => true, ct);

    public async Task<OutgoingActivity?> MyLeads(Notice notice, CancellationToken ct)
    {
        if (notice.Person is not { } person)
            return OutgoingActivity.ForText(Sentences.In(notice.Locale).Plain("refusal.person-unlisted"));
        var mine = await db.Leads.AsNoTracking().Include(lead => lead.Offers)
            .Where(lead => (lead.Owner == person && lead.State == LeadState.Accepted)
                || (lead.State == LeadState.Offered && lead.Offers.Any(offer => offer.Outcome == null && offer.To == person)))
            .OrderBy(lead => lead.State).ThenBy(lead => lead.Rank).ThenBy(lead => lead.ReceivedAt)
            .Take(LeadNoticeCards.MostListed + 1)
            .ToListAsync(ct);
        var say = Sentences.In(notice.Locale);
        return OutgoingActivity.ForCard(GuardianListCards.Below(LeadNoticeCards.MyLeads(mine, companies.Current, say), await GuardedAsync(person, ct), say));
    }

    /// <summary>The list as it is when it goes out; its picture is written down with it.</summary>
    public async Task<RenderedCard?> GuardianList(CardPost post, CancellationToken ct)
    {
        var company = companies.Current;
        // Read before the list: whatever changes it from now on is seen against this picture.
        var (version, department) = (post.Wanted, company.DepartmentOf(post.Argument!));
        var say = Sentences.In(await db.LocaleOfAsync(post.Person!.Value, ct) ?? department.Language);
        if (post.State is PostState.Moved)
            return new RenderedCard(GuardianListCards.GoesOn(department, say, await KeeperElsewhereAsync(post, ct)), version);
        var list = await Leads.GuardianList.ReadAsync(db, company, post.Argument!, ct);
        if (post.ActivityId is null && list.Count == 0)
            return null;
        post.Picture = list.Picture;
        return new RenderedCard(GuardianListCards.List(list, company, say, post.Id, clock.GetUtcNow()), version);
    }

    public static Task<OutgoingActivity?> NotFound(Notice notice, CancellationToken ct) => Task.FromResult<OutgoingActivity?>(
        OutgoingActivity.ForText(Sentences.In(notice.Locale).Plain("lead.not-found", notice.Argument)));

    /// <summary>One sentence to who owned the lead when it was written down; nothing when they do not any more, or it is not so any more.</summary>
    async Task<OutgoingActivity?> ToOwnerAsync(Notice notice, string key, Func<Lead, bool> isSo, CancellationToken ct)
    {
        if (await LoadAsync(notice.LeadId!.Value, ct) is not { State: LeadState.Accepted } lead || !isSo(lead) || lead.Owner?.ToString() != notice.Argument)
            return null;
        var view = View(lead, notice);
        return OutgoingActivity.ForText(view.Say.Plain(key, LeadCard.Title(view)));
    }

    Task<Lead?> LoadAsync(LeadId id, CancellationToken ct) =>
        db.Leads.AsNoTracking().Include(lead => lead.Offers).SingleOrDefaultAsync(lead => lead.Id == id, ct);

    /// <summary>A card that never stood anywhere, for somebody whom the lead does not concern any more, would only be noise.</summary>
    static bool IsTooLate(CardPost post, Lead lead, Company company) => post is { ActivityId: null, Shown: 0 } && post.Kind switch
    {
        LeadKinds.Sender when SenderCard.RejectOf(post) == SenderCard.AboutData => lead.HoldReason is not Lead.DataAreMended,
        LeadKinds.Sender => lead.OpenReject?.No != SenderCard.RejectOf(post),
        _ when post.Person is null => false,
        LeadKinds.Personal => lead.OpenOffer?.To != post.Person && lead.Owner != post.Person,
        LeadKinds.Nudge or LeadKinds.SecondLine => RungOnCard.Read(post.Argument)?.IsOvertaken(lead) ?? true,
        LeadKinds.Guardian => lead.GuardianSince is null || !company.MaySetUp(post.Person.Value, company.DepartmentOf(lead)),
        _ => false,
    };

    LeadView View(Lead lead, Notice notice) => new()
    {
        Lead = lead,
        Company = companies.Current,
        Say = Sentences.In(notice.Locale),
        PostId = notice.Id,
        Now = clock.GetUtcNow(),
    };

    async Task<LeadView> ViewAsync(Lead lead, CardPost post, CancellationToken ct)
    {
        var company = companies.Current;
        var department = company.DepartmentOf(lead);
        // The sender's card is read in another department than the lead's own.
        var home = post.Kind == LeadKinds.Sender ? company.Model.FindDepartment(lead.FromDepartment) ?? department : department;
        var view = new LeadView
        {
            Lead = lead,
            Company = company,
            Say = Sentences.In(home.Language),
            PostId = post.Id,
            Now = clock.GetUtcNow(),
        };
        if (post.Person is { } reader)
            return view with { Say = Sentences.In(await db.LocaleOfAsync(reader, ct) ?? home.Language) };
        if (post.Kind == LeadKinds.Sender)
            return view;

        if (post.State is PostState.Moved)
        {
            var channel = await db.Channels.AsNoTracking().Where(row => row.Department == department.Id).Select(row => row.Name).SingleOrDefaultAsync(ct);
            return view with { MovedTo = channel ?? view.Say.Plain("another-channel") };
        }

        view = view with { RefreshUserIds = await RefreshUserIdsAsync(lead, ct) };
        // Who asks for a lead calls nobody.
        return post.Kind != LeadKinds.Channel ? view : view with
        {
            OffereeReachable = lead.OpenOffer?.To is not { } offeree || await IsReachedAsync(lead, offeree, ct),
            PoolMentions = lead.OpenOffer is { IsPool: true } ? await pool.MembersAsync(lead, ct) : [],
        };
    }

    /// <summary>The name of whoever the list stands with now, when that is somebody else.</summary>
    async Task<string?> KeeperElsewhereAsync(CardPost post, CancellationToken ct)
    {
        var keeper = await db.CardPosts.AsNoTracking()
            .Where(other => other.Kind == LeadKinds.GuardianList && other.State != PostState.Moved && other.State != PostState.Gone && other.Argument == post.Argument)
            .OrderByDescending(other => other.CreatedAt)
            .Select(other => other.Person)
            .FirstOrDefaultAsync(ct);
        return keeper is { } person && person != post.Person ? companies.Current.Find(person)?.Name : null;
    }

    /// <summary>What is on the lists that this person guards.</summary>
    async Task<IReadOnlyList<(string Id, Department Department, int Count)>> GuardedAsync(PersonId person, CancellationToken ct)
    {
        var lists = new List<(string, Department, int)>();
        var company = companies.Current;
        foreach (var department in company.Model.Departments.Where(one => company.HeadOf(one)?.Id == person || company.GuardianOf(one)?.Id == person))
        {
            if (await Leads.GuardianList.CountAsync(db, department.Id, ct) is > 0 and var count)
                lists.Add((department.Id, department, count));
        }

        return lists;
    }

    /// <summary>Whether the offer comes before this person's eyes in their own chat: their newest card of it stands there, or will.</summary>
    async Task<bool> IsReachedAsync(Lead lead, PersonId person, CancellationToken ct)
    {
        var card = await db.CardPosts.AsNoTracking()
            .Where(post => post.LeadId == lead.Id && post.Kind == LeadKinds.Personal && post.Person == person)
            .OrderByDescending(post => post.CreatedAt)
            .Select(post => (PostState?)post.State)
            .FirstOrDefaultAsync(ct);
        return card is PostState.Live && await db.TeamsUsers.AnyAsync(user => user.PersonId == person, ct);
    }

    /// <summary>The owner, or who may still undo, gets their buttons in the channel by a refresh of their own.</summary>
    async Task<IReadOnlyList<string>> RefreshUserIdsAsync(Lead lead, CancellationToken ct)
    {
        var person = lead.State switch
        {
            LeadState.Accepted => lead.Owner,
            LeadState.Rejected when lead.UndoUntil is not null => lead.RejectedBy,
            _ => null,
        };
        return person is null ? [] : await db.TeamsUsers.AsNoTracking().Where(user => user.PersonId == person).Select(user => user.UserId).ToListAsync(ct);
    }
}
