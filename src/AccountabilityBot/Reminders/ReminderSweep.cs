using AccountabilityBot.Commitments;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Jobs;
using AccountabilityBot.Leads;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Reminders;

/// <summary>
/// Decides once for each person and digest whether there is anything to bring to mind. As many queries for a thousand people
/// as for one; who has nothing due hears nothing, and is not looked at again for this digest.
/// </summary>
sealed class ReminderSweep(BotDb db, CompanySource companies, SweepRounds rounds)
{
    /// <summary>Two digests of one rhythm lie a week apart. Nearer ones mean that the rhythm was changed in between, and nobody hears the same twice.</summary>
    const int DaysApart = 4;

    public async Task<int> RemindAsync(DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        if (!rounds.Begin("remind", company, now))
            return 0;
        var due = DueReminder.Find(company, now).ToList();
        if (due.Count == 0)
            return 0;
        var since = due.Min(one => one.On).AddDays(-DaysApart);
        var decided = (await db.RhythmReminders.AsNoTracking().Where(row => row.On > since).ToListAsync(ct)).ToLookup(row => row.PersonId, row => row.On);
        due.RemoveAll(one => decided[one.Person.Id].Any(on => Math.Abs(on.DayNumber - one.On.DayNumber) < DaysApart));
        if (due.Count == 0)
            return 0;
        // Who is out is looked at again: they may be back before the digest.
        var there = await WhoIsThere.ReadAsync(db, company, now, ct);
        due.RemoveAll(one => there.OutUntil(one.Person.Id) is not null);
        return await DecideAsync(due, company, now, ct);
    }

    async Task<int> DecideAsync(List<DueReminder> due, Company company, DateTimeOffset now, CancellationToken ct)
    {
        if (due.Count == 0)
            return 0;
        var last = due.Max(one => one.On);
        var promises = (await db.Commitments.AsNoTracking().Where(row => row.State == CommitmentState.Open && row.DueOn <= last)
            .OrderBy(row => row.DueOn).ThenBy(row => row.Id).Select(row => new { row.Id, row.Owner, row.DueOn }).ToListAsync(ct)).ToLookup(row => row.Owner);
        var keepers = await KeepersAsync(company, now, ct);
        var done = 0;
        foreach (var one in due)
        {
            var listed = promises[one.Person.Id].Where(row => row.DueOn <= one.On).Select(row => row.Id).Take(CommitmentLists.MostListed).ToList();
            done += await SaveAsync(one, listed, isConcerned: listed.Count > 0 || keepers.Contains(one.Person.Id), now, ct) ? 1 : 0;
        }

        return done;
    }

    async Task<HashSet<PersonId>> KeepersAsync(Company company, DateTimeOffset now, CancellationToken ct) =>
    [
        .. from ended in await EndedPeriods.OfAllAsync(db, company, back: 1, now, ct)
           where !ended.HasValue && ended.Number.Facts.Computed is null
           let person = ValueCalls.Asked(ended.Number, company)
           where person.HasValue
           select person.Value,
    ];

    /// <summary>One save a person: another server that reminds at the same moment costs its own row, and not all of them.</summary>
    async Task<bool> SaveAsync(DueReminder one, List<Guid> listed, bool isConcerned, DateTimeOffset now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        db.RhythmReminders.Add(new RhythmReminder { PersonId = one.Person.Id, On = one.On, At = now });
        if (isConcerned)
        {
            db.CardPosts.Add(Card(one, now));
            db.CommitmentListings.AddRange(listed.Select((id, index) => new CommitmentListing { SubjectId = one.Key, CommitmentId = id, Position = index + 1 }));
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return isConcerned;
        }
        catch (DbUpdateException raced) when (db.IsUniqueViolation(raced))
        {
            return false;
        }
    }

    static CardPost Card(DueReminder one, DateTimeOffset now) => new()
    {
        Id = one.Key,
        Kind = ReminderKinds.Reminder,
        SubjectId = one.Key,
        Argument = one.Argument,
        Person = one.Person.Id,
        Thread = Outgoing.ThreadOf(one.Person.Id),
        Rank = LeadNotices.BehindAnyLead,
        Wanted = 1,
        // What is theirs to do is never called out in a channel.
        CallDecidedAt = now,
        NotBefore = now,
        CreatedAt = now,
    };
}
