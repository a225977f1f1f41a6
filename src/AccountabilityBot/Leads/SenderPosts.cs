using System.Globalization;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>
/// Where the sender of a rejected lead reads that it was rejected: the person who handed it over in their chat, else their
/// department in its home channel, else its head, its guardian, or an administrator.
/// </summary>
sealed class SenderPosts(BotDb db, CompanySource companies)
{
    /// <summary>A reject has become final, or its owner asks for better data: a card of its own, in the same save.</summary>
    public async Task FollowAsync(Lead lead, Decision decision, DateTimeOffset now, CancellationToken ct)
    {
        int? about = decision.Happened.Any(one => one.Kind == LeadEvents.DataAsked) ? SenderCard.AboutData
            : decision.Happened.Any(one => one.Kind == LeadEvents.RejectSettled) ? lead.OpenReject?.No
            : null;
        if (about is not { } no)
            return;
        var company = companies.Current;
        if (company.SenderOf(lead) is { } sender)
            db.CardPosts.Add(Post(lead, no, Outgoing.ThreadOf(sender.Id), sender.Id, now));
        else if (await db.Channels.AsNoTracking().SingleOrDefaultAsync(row => row.Department == lead.FromDepartment, ct) is { } home)
            db.CardPosts.Add(Post(lead, no, home.ChannelId, null, now));
        else if (SpeakerOf(company, lead) is { } speaker)
            db.CardPosts.Add(Post(lead, no, Outgoing.ThreadOf(speaker.Id), speaker.Id, now));
    }

    /// <summary>The department has a home now, or another: what never came before anybody's eyes comes there.</summary>
    /// <param name="before">The channel that was its home; none: it had none.</param>
    public async Task ComeHomeAsync(DepartmentChannel home, string? before, DateTimeOffset now, CancellationToken ct)
    {
        var lost = await db.CardPosts
            .Where(post => post.Kind == LeadKinds.Sender && post.ActivityId == null)
            .Where(post => post.State == PostState.Unreachable || (post.State == PostState.Live && post.Thread == before && post.Shown == 0))
            .Join(db.Leads.Include(lead => lead.Offers), post => post.LeadId, lead => (LeadId?)lead.Id, (post, lead) => new { post, lead })
            .Where(found => found.lead.FromDepartment == home.Department)
            .ToListAsync(ct);
        foreach (var found in lost.Where(found => companies.Current.SenderOf(found.lead) is null))
        {
            (found.post.State, found.post.CallDecidedAt) = (PostState.Gone, now);
            if (found.lead.OpenReject?.No == SenderCard.RejectOf(found.post))
                db.CardPosts.Add(Post(found.lead, found.lead.OpenReject.No, home.ChannelId, null, now));
        }
    }

    static CompanyPerson? SpeakerOf(Company company, Lead lead)
    {
        var department = company.Model.FindDepartment(lead.FromDepartment);
        return (department is null ? null : company.HeadOf(department) ?? company.GuardianOf(department))
            ?? company.Administrators.Select(company.Find).FirstOrDefault(person => person is not null);
    }

    static CardPost Post(Lead lead, int reject, string thread, PersonId? person, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Kind = LeadKinds.Sender,
        LeadId = lead.Id,
        Argument = reject.ToString(CultureInfo.InvariantCulture),
        Thread = thread,
        Person = person,
        Wanted = lead.Version,
        Rank = lead.Rank,
        CreatedAt = now,
        NotBefore = now,
    };
}
