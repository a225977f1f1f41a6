using System.Text.Json;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.People;
using AccountabilityBot.People.Graph;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.People.Syncing;

/// <summary>
/// Reads the mailboxes of those whom leads are put to: when they work, and whether they are away. An absence that a mailbox
/// tells stands beside what people say themselves; what they say goes before it, until the mailbox says something new.
/// </summary>
sealed class MailboxSync(BotDb db, GraphMany graph, GraphPace pace, CompanySource companies)
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);
    static readonly TimeSpan _withoutMailbox = TimeSpan.FromHours(24);

    /// <summary>Then others have their turn.</summary>
    const int BatchesAtOnce = 5;

    /// <returns>How many mailboxes were read.</returns>
    public async Task<int> SyncAsync(DateTimeOffset now, CancellationToken ct)
    {
        var read = 0;
        for (var batch = 0; batch < BatchesAtOnce; batch++)
        {
            db.ChangeTracker.Clear();
            var feed = await FeedProgress.FindAsync(db, Feeds.Mailboxes, now, ct);
            if (feed.DueAt > now || pace.IsResting || !await AddNewAsync(now, ct))
                return read;
            var due = await db.Mailboxes.Where(row => row.DueAt <= now).OrderBy(row => row.DueAt).ThenBy(row => row.PersonId).Take(GraphMany.MostInBatch).ToListAsync(ct);
            if (due.Count == 0)
                return read;
            if (!await ReadAsync(feed, due, now, ct))
                return read;
            read += due.Count;
        }

        return read;
    }

    /// <summary>Whoever came into a department has their mailbox read at once; of who is in none, none is.</summary>
    /// <returns>Whether anybody is in a department.</returns>
    async Task<bool> AddNewAsync(DateTimeOffset now, CancellationToken ct)
    {
        var members = companies.Current.People.Where(person => person.Department is not null).Select(person => person.Id).ToHashSet();
        var known = (await db.Mailboxes.AsNoTracking().Select(row => row.PersonId).ToListAsync(ct)).ToHashSet();
        db.Mailboxes.AddRange(members.Where(person => !known.Contains(person)).Select(person => new MailboxRow { PersonId = person, DueAt = now }));
        var left = known.Where(person => !members.Contains(person)).ToList();
        if (left.Count > 0)
            await db.Mailboxes.Where(row => left.Contains(row.PersonId)).ExecuteDeleteAsync(ct);
        await db.SaveChangesAsync(ct);
        return members.Count > 0;
    }

    /// <returns>False: there is nothing to go on with now.</returns>
    async Task<bool> ReadAsync(DirectoryFeed feed, IReadOnlyList<MailboxRow> due, DateTimeOffset now, CancellationToken ct)
    {
        var ids = due.Select(row => row.PersonId).ToList();
        var people = await db.People.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct);
        var answer = await graph.MailboxesAsync([.. due.Select(row => people[row.PersonId].ObjectId)], ct);
        if (answer is not GraphAnswer<IReadOnlyList<GraphAnswer<JsonElement>>>.Read(var answers))
        {
            feed.Fail(answer, GraphPermissions.Mailboxes, now);
            await db.SaveChangesAsync(ct);
            return false;
        }

        var absences = await db.Absences.Where(row => ids.Contains(row.PersonId) && row.Source == Absence.ByMailbox && row.EndedAt == null && (row.Until > now || row.IsOpenEnded)).ToListAsync(ct);
        var changed = false;
        foreach (var (row, one) in due.Zip(answers))
        {
            switch (one)
            {
                case GraphAnswer<JsonElement>.Read(var settings):
                    changed |= Take(row, people[row.PersonId], MailboxReading.Of(settings), absences, now);
                    break;
                case GraphAnswer<JsonElement>.Throttled(var after):
                    row.DueAt = now + after;
                    break;
                case GraphAnswer<JsonElement>.Missing:
                    (row.DueAt, row.ReadAt, row.Problem) = (now + _withoutMailbox, now, MailboxProblems.NoMailbox);
                    break;
                case GraphAnswer<JsonElement>.Refused refused:
                    // What is refused for one is refused for all: a permission is for the whole company.
                    feed.Fail(refused, GraphPermissions.Mailboxes, now);
                    await db.SaveChangesAsync(ct);
                    return false;
                default:
                    (row.DueAt, row.Problem) = (now + Every, row.Problem ?? MailboxProblems.NotReadable);
                    break;
            }
        }

        // The rows say when each of them is due; the feed only that it works.
        feed.Succeed(TimeSpan.Zero, now);
        feed.Settled += changed ? 1 : 0;
        await db.SaveChangesAsync(ct);
        if (changed)
            await companies.ReloadAsync(db, ct);
        return true;
    }

    /// <returns>Whether the company's picture changes: hours, a zone, or that nobody stands behind the account.</returns>
    bool Take(MailboxRow row, PersonRow person, MailboxReading read, IEnumerable<Absence> absences, DateTimeOffset now)
    {
        TakeReplies(row, read.Replies, [.. absences.Where(one => one.PersonId == row.PersonId)], now);
        var problem = read.Problem ?? (NeverMeets(person, read, now) ? MailboxProblems.NeverMeet : null);
        var changed = (row.TimeZone, row.Hours, row.Problem) != (read.TimeZone, read.Hours, problem);
        (row.TimeZone, row.Hours, row.Problem, row.ReadAt, row.DueAt) = (read.TimeZone, read.Hours, problem, now, now + Every);
        if (person.Purpose != read.Purpose && read.Purpose is not null)
        {
            person.Purpose = read.Purpose;
            // The directory itself said nothing of it; whether this is a person is settled with its next word.
            person.Account = person.Account is AccountKind.Person or AccountKind.Resource ? AccountChanges.KindOf(person) : person.Account;
        }

        return changed;
    }

    void TakeReplies(MailboxRow row, AutomaticReplies replies, IReadOnlyList<Absence> open, DateTimeOffset now)
    {
        var setting = replies.ToString();
        if (setting == row.Replies)
        {
            foreach (var away in open.Where(absence => absence.IsOpenEnded))
                away.Until = now + AutomaticReplies.TakenForGranted;
            return;
        }

        row.Replies = setting;
        foreach (var absence in open)
            absence.EndedAt = now;
        if (replies.Absence(now) is not { } time)
        {
            if (open.Count > 0)
                db.Record("person.back", null, Via.Rule, "mailbox", now, row.PersonId);
            return;
        }

        db.Absences.Add(new Absence
        {
            Id = Guid.CreateVersion7(now),
            PersonId = row.PersonId,
            From = time.From,
            Until = time.Until,
            IsOpenEnded = time.IsOpenEnded,
            Source = Absence.ByMailbox,
            EnteredAt = now,
        });
        db.Record("person.out", null, Via.Rule, "mailbox", now, row.PersonId);
    }

    bool NeverMeets(PersonRow person, MailboxReading read, DateTimeOffset now) =>
        companies.Current.Find(person.Id)?.Department is { } department && read is { Hours: { } hours, TimeZone: { } zone }
        && MailboxCalendars.Of(hours, zone, department) is { } own && !MailboxHours.Meet(own, companies.Current.CalendarOf(department), now);
}
