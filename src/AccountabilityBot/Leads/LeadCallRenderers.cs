using AccountabilityBot.Data;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>Draws the calls for help of <see cref="LeadCalls"/>, from the state of this moment; what has been settled meanwhile is not sent.</summary>
sealed class LeadCallRenderers(BotDb db, CompanySource companies, TimeProvider clock)
{
    const int MostNamed = 3;

    public async Task<OutgoingActivity?> Call(Notice notice, CancellationToken ct)
    {
        var company = companies.Current;
        var lead = await db.Leads.AsNoTracking().Include(row => row.Offers).SingleOrDefaultAsync(row => row.Id == notice.LeadId, ct);
        var postId = Guid.Parse(notice.Argument!);
        var post = await db.CardPosts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == postId, ct);
        // A post that came back to life reaches its reader by itself.
        if (lead is null || post is not { State: > PostState.Moved, Person: { } asked } || !LeadCalls.IsStillAsked(post, lead))
            return null;
        var view = new LeadView { Lead = lead, Company = company, Say = Sentences.In(notice.Locale), PostId = notice.Id, Now = clock.GetUtcNow() };
        var inChannel = await db.Channels.AnyAsync(channel => channel.Department == notice.Department, ct);
        return OutgoingActivity.ForCard(LeadCallCards.Call(view, asked, inChannel));
    }

    public async Task<OutgoingActivity?> NoChannel(Notice notice, CancellationToken ct)
    {
        if (DepartmentOf(notice) is not { } department || await db.Channels.AnyAsync(channel => channel.Department == department.Id, ct))
            return null;
        var waiting = await LeadCalls.Waiting(db, department.Id).CountAsync(ct);
        return waiting == 0 ? null : OutgoingActivity.ForCard(LeadCallCards.NoChannel(Sentences.In(notice.Locale), department, waiting));
    }

    public async Task<OutgoingActivity?> QueueWaits(Notice notice, CancellationToken ct)
    {
        if (DepartmentOf(notice) is not { } department)
            return null;
        var late = LeadCalls.WaitingTooLong(db, companies.Current, department.Id, clock.GetUtcNow());
        var count = await late.CountAsync(ct);
        var oldest = await late.OrderBy(lead => lead.WaitingSince).ThenBy(lead => lead.No).Take(MostNamed).ToListAsync(ct);
        return oldest.Count == 0 ? null : OutgoingActivity.ForCard(LeadCallCards.QueueWaits(Sentences.In(notice.Locale), department, count, oldest));
    }

    Department? DepartmentOf(Notice notice) => companies.Current.Model.FindDepartment(notice.Argument!);
}
