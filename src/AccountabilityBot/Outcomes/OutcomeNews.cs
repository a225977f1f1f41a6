using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Outcomes;

/// <summary>
/// Whoever made a lead hears what became of it, weeks later too: what was won and what was lost, with the reason. It is written
/// down in the save of the decision, and told together with whatever else ended, on the listener's next working morning.
/// </summary>
sealed class OutcomeNews(BotDb db, CompanySource companies)
{
    const int MostListeners = 100;

    /// <summary>Adds to the save what the senders are to hear.</summary>
    public async Task FollowAsync(Lead lead, Decision decision, DateTimeOffset now, CancellationToken ct)
    {
        if (!decision.Happened.Any(one => one.Kind is LeadEvents.Won or LeadEvents.Lost))
            return;
        Add(lead, SenderOf(lead), now);
        // Who made the inquiry hears of it as well when somebody in between handed it on.
        if (lead is { Origin: { } origin, Kind: Seam.LeadKind } && await db.Leads.AsNoTracking().SingleOrDefaultAsync(first => first.Id == origin, ct) is { } first
            && SenderOf(first) is var maker && maker.Thread != SenderOf(lead).Thread)
        {
            Add(lead, maker, now);
        }
    }

    /// <summary>One message for each listener to whom something is due, however much it is.</summary>
    public async Task<int> TellAsync(DateTimeOffset now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var all = db.OutcomeLines.Where(line => line.NoticeId == null && line.TellAt <= now);
        // By listeners and not by lines: whoever has a thousand of them hears of all in one message.
        var listeners = await all.Select(line => line.Thread).Distinct().OrderBy(thread => thread).Take(MostListeners).ToListAsync(ct);
        if (listeners.Count == 0)
            return 0;
        var due = await all.Where(line => listeners.Contains(line.Thread)).OrderBy(line => line.TellAt).ThenBy(line => line.Id).ToListAsync(ct);
        foreach (var lines in due.GroupBy(line => line.Thread))
        {
            var first = lines.First();
            var to = first.Person is { } person ? new Listener(person) : new Listener(first.Department!);
            var notice = LeadNotices.News(OutcomeKinds.Ended, $"outcomes:{lines.Key}:{first.Id:N}", null, to, companies.Current, now);
            db.Notices.Add(notice);
            foreach (var line in lines)
                line.NoticeId = notice.Id;
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return due.Count;
        }
        catch (DbUpdateException raced) when (raced is DbUpdateConcurrencyException || db.IsUniqueViolation(raced))
        {
            // Another server tells it.
            return 0;
        }
    }

    void Add(Lead lead, Listener to, DateTimeOffset now) => db.OutcomeLines.Add(new OutcomeLine
    {
        Id = Guid.CreateVersion7(now),
        LeadId = lead.Id,
        Thread = to.Thread,
        Person = to.Person,
        Department = to.Department,
        At = now,
        TellAt = MorningOf(to, now),
    });

    /// <summary>The person who made it, while the directory lists them; else the department.</summary>
    Listener SenderOf(Lead lead) => lead.FromPerson is { } person && companies.Current.Find(person) is not null ? new Listener(person) : new Listener(lead.FromDepartment);

    /// <summary>The beginning of the listener's next working day.</summary>
    DateTimeOffset MorningOf(Listener to, DateTimeOffset now)
    {
        var company = companies.Current;
        var calendar = to.Person is { } person ? company.CalendarOf(company.Find(person)!) : company.CalendarOf(company.DepartmentOf(to.Department!));
        return Lead.MorningAfter(calendar, now);
    }
}
