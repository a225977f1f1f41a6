using System.Globalization;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>
/// Looks for leads that would wait in silence, and calls somebody who can help: once, and by a new message, because edits
/// do not notify.
/// </summary>
sealed class LeadCalls(BotDb db, CompanySource companies)
{
    const int MostAtOnce = 100;

    /// <summary>A card that does not reach the one who has to act: they are called in the department's channel, or the head is told.</summary>
    public async Task<int> CallUnreachableAsync(DateTimeOffset now, CancellationToken ct)
    {
        var lost = await db.CardPosts
            .Where(post => post.State > PostState.Moved && post.Person != null && post.CallDecidedAt == null && post.LeadId != null)
            .OrderBy(post => post.CreatedAt)
            .Take(MostAtOnce)
            .ToListAsync(ct);
        if (lost.Count == 0)
            return 0;

        var ids = lost.Select(post => post.LeadId!.Value).Distinct().ToList();
        var leads = await db.Leads.AsNoTracking().Include(lead => lead.Offers).Where(lead => ids.Contains(lead.Id)).ToDictionaryAsync(lead => lead.Id, ct);
        var posts = (await db.CardPosts.AsNoTracking().Where(post => post.LeadId != null && ids.Contains(post.LeadId.Value)).ToListAsync(ct)).ToLookup(post => post.LeadId!.Value);
        foreach (var post in lost)
        {
            post.CallDecidedAt = now;
            var lead = leads[post.LeadId!.Value];
            if (IsStillAsked(post, lead) && !posts[lead.Id].Any(other => IsNewerThan(post, other)) && !await IsCalledByCardAsync(post, posts[lead.Id], ct))
                db.Notices.Add(LeadNotices.Call(
                    LeadKinds.CallNotice, $"call:{post.Id}", post.Id.ToString(), new Listener(lead.Department), companies.Current, now, lead));
        }

        await db.SaveChangesAsync(ct);
        return lost.Count;
    }

    /// <summary>Leads wait for a department that has no channel: its guardian, or else its head, is asked once to choose one.</summary>
    public async Task<int> AskForChannelsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        var served = await db.Channels.AsNoTracking().Select(channel => channel.Department).ToListAsync(ct);
        var asked = 0;
        foreach (var department in company.Model.Departments.Where(department => !served.Contains(department.Id)))
        {
            var key = $"no-channel:{department.Id}";
            if (await db.Notices.AnyAsync(notice => notice.Key == key, ct) || !await Waiting(db, department.Id).AnyAsync(ct))
                continue;
            if (await ReachableAsync([company.GuardianOf(department), company.HeadOf(department)], ct) is not { } person)
                continue;
            db.Notices.Add(LeadNotices.Call(LeadKinds.NoChannelNotice, key, department.Id, new Listener(person.Id), company, now));
            asked++;
        }

        await db.SaveChangesAsync(ct);
        return asked;
    }

    /// <summary>
    /// Once a working day, in its hours, while leads wait longer than the model allows: the guardian hears how many, in one message. The leads keep
    /// their place and are still offered in turn, so that an import of thousands is no flood.
    /// </summary>
    public async Task<int> TellQueueWaitsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        var today = company.Model.Departments
            .Select(department => (department, local: TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(department.TimeZone))))
            .Where(row => company.CalendarOf(row.department).IsOpen(now))
            .ToDictionary(row => $"queue-waits:{row.department.Id}:{row.local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", row => row.department);
        var keys = today.Keys.ToList();
        var done = await db.Notices.Where(notice => keys.Contains(notice.Key)).Select(notice => notice.Key).ToListAsync(ct);

        var told = 0;
        foreach (var (key, department) in today.Where(row => !done.Contains(row.Key)))
        {
            if (!await WaitingTooLong(db, company, department.Id, now).AnyAsync(ct))
                continue;
            var listener = await ReachableAsync([company.GuardianOf(department)], ct) is { } guardian ? new Listener(guardian.Id) : new Listener(department.Id);
            db.Notices.Add(LeadNotices.Call(LeadKinds.QueueWaitsNotice, key, department.Id, listener, company, now));
            told++;
        }

        await db.SaveChangesAsync(ct);
        return told;
    }

    /// <summary>A department's queue, in the order in which leads came to it.</summary>
    public static IQueryable<Lead> Waiting(BotDb db, string department) => db.Leads.AsNoTracking()
        .Where(lead => lead.State == LeadState.Waiting && lead.GuardianSince == null && lead.Department == department);

    /// <summary>Those that wait longer than the model allows, in the department's working time.</summary>
    public static IQueryable<Lead> WaitingTooLong(BotDb db, Company company, string department, DateTimeOffset now)
    {
        var since = company.CalendarOf(company.DepartmentOf(department)).SubtractWorkingTime(now, company.Model.Leads.QueueWait);
        return Waiting(db, department).Where(lead => lead.WaitingSince <= since);
    }

    /// <summary>Whether it is still this reader who has to act.</summary>
    public static bool IsStillAsked(CardPost post, Lead lead) => post.Kind switch
    {
        LeadKinds.Personal => lead.OpenOffer?.To == post.Person,
        LeadKinds.Guardian => lead.GuardianSince is not null,
        _ => false,
    };

    static bool IsNewerThan(CardPost post, CardPost other) =>
        other.Kind == post.Kind && other.Person == post.Person && other.CreatedAt > post.CreatedAt;

    /// <summary>A channel card that was first shown with this offer, or is not shown yet, mentions who has no chat: that is a call.</summary>
    async Task<bool> IsCalledByCardAsync(CardPost post, IEnumerable<CardPost> posts, CancellationToken ct)
    {
        if (post.Kind != LeadKinds.Personal)
            return false;
        var inChannel = posts.Where(other => other is { Kind: LeadKinds.Channel, State: PostState.Live }).ToList();
        return inChannel.Exists(card => card.Shown == 0)
            || (inChannel.Exists(card => card.CreatedAt >= post.CreatedAt) && !await db.TeamsUsers.AnyAsync(user => user.PersonId == post.Person, ct));
    }

    async Task<CompanyPerson?> ReachableAsync(IEnumerable<CompanyPerson?> people, CancellationToken ct)
    {
        foreach (var person in people.OfType<CompanyPerson>())
        {
            if (await db.TeamsUsers.AnyAsync(user => user.PersonId == person.Id, ct))
                return person;
        }

        return null;
    }
}
