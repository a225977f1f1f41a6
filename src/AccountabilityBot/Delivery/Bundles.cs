using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Delivery;

/// <summary>
/// What is beyond a person's budget gathers under one notice, which tells all of it at once. A row belongs to exactly one
/// bundle, and the bundle is sent once like any notice; so nothing in it is told twice, and nothing is lost.
/// </summary>
sealed class Bundles(BotDb db, CompanySource companies)
{
    /// <summary>A kind of notice. Stored: it never changes.</summary>
    public const string Kind = "delivery.bundle";

    /// <summary>Each further one means that another server has just sent the bundle that was to be joined.</summary>
    const int MostTries = 3;

    /// <summary>Puts the row into the person's next bundle. Whoever does not get to it leaves the row as it is: it stays due.</summary>
    public async Task AddAsync(Outgoing row, CompanyPerson person, Reader clock, DateTimeOffset now)
    {
        for (var i = 0; i < MostTries; i++)
        {
            var bundle = await OpenAsync(person.Id) ?? await BeginAsync(row, person, clock, now);
            if (bundle is not null && await JoinAsync(bundle, row, now))
                return;
        }
    }

    /// <summary>The one that gathers: nobody has tried to send it yet.</summary>
    Task<Notice?> OpenAsync(PersonId person) => db.Notices.AsNoTracking()
        .Where(notice => notice.Person == person && notice.Kind == Kind && notice.State == NoticeState.Pending && notice.Attempts == 0)
        .OrderByDescending(notice => notice.CreatedAt)
        .FirstOrDefaultAsync();

    /// <returns>None: another server began one for the same row.</returns>
    async Task<Notice?> BeginAsync(Outgoing first, CompanyPerson person, Reader clock, DateTimeOffset now)
    {
        var model = companies.Current.Model;
        var last = await db.Notices.AsNoTracking()
            .Where(notice => notice.Person == person.Id && notice.Kind == Kind && notice.SentAt != null)
            .OrderByDescending(notice => notice.CreatedAt)
            .Select(notice => notice.SentAt)
            .FirstOrDefaultAsync();
        var locale = await db.LocaleOfAsync(person.Id, CancellationToken.None);
        var bundle = new Notice
        {
            Id = Guid.CreateVersion7(now),
            Key = $"bundle:{first.Id}",
            Kind = Kind,
            Class = NoticeClass.Informative,
            Thread = Outgoing.ThreadOf(person.Id),
            Person = person.Id,
            Locale = locale ?? person.Department?.Language ?? model.Language,
            NotBefore = MessageGate.BundleAt(last, clock, model.Messages, now),
            CreatedAt = now,
        };
        db.Notices.Add(bundle);
        try
        {
            await db.SaveChangesAsync();
            return bundle;
        }
        catch (DbUpdateException raced) when (db.IsUniqueViolation(raced))
        {
            return null;
        }
        finally
        {
            db.Entry(bundle).State = EntityState.Detached;
        }
    }

    /// <summary>
    /// Both moves or neither. The bundle's own due time is touched, by as little as a clock can tell: a server that has
    /// drawn it without this row cannot claim it any more, and draws it anew.
    /// </summary>
    /// <returns>False: the bundle is on its way already.</returns>
    async Task<bool> JoinAsync(Notice bundle, Outgoing row, DateTimeOffset now)
    {
        await using var both = await db.Database.BeginTransactionAsync();
        var touched = await db.Notices
            .Where(notice => notice.Id == bundle.Id && notice.State == NoticeState.Pending && notice.Attempts == 0 && notice.NotBefore == bundle.NotBefore)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.NotBefore, bundle.NotBefore.AddMicroseconds(-1)));
        if (touched == 0)
            return false;
        await MoveAsync(bundle.Id, row, now);
        await both.CommitAsync();
        return true;
    }

    Task<int> MoveAsync(Guid bundle, Outgoing row, DateTimeOffset now) => row is CardPost post
        ? Gate.Unclaimed(db.CardPosts, post).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.State, PostState.Bundled)
            .SetProperty(one => one.CallDecidedAt, now)
            .SetProperty(one => one.HeldBecause, HeldReasons.Budget)
            .SetProperty(one => one.BundleId, bundle))
        : Gate.Unclaimed(db.Notices, (Notice)row).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.State, NoticeState.Bundled)
            .SetProperty(one => one.HeldBecause, HeldReasons.Budget)
            .SetProperty(one => one.BundleId, bundle));
}
