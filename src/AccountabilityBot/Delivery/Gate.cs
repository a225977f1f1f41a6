using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Delivery;

/// <summary>
/// Asked once before a message to a person's own chat is claimed for its first send. Edits, and what stands in channels,
/// never come by here. What it decides is written on the row, so that "why was I not told" can be answered from it; and
/// each of its moves is a compare and set like a claim, so that a message is either sent by itself or kept back, and
/// never both.
/// </summary>
sealed class Gate(BotDb db, DeliveryKinds kinds, Bundles bundles, CompanySource companies)
{
    /// <returns>Whether it is not to be sent now: the row says why, and until when.</returns>
    public async Task<bool> KeepsBackAsync(Outgoing row, DateTimeOffset now)
    {
        // What may stand in Teams already is not told a second time, in no other form either.
        if (row.Person is not { } person || row.Thread != Outgoing.ThreadOf(person) || row.Attempts > 0)
            return false;
        var (company, manners) = (companies.Current, kinds.MannersOf(row.Kind));
        if (company.Find(person) is not { } reader)
            return false;

        var rules = company.Model.Messages;
        // No lead has the rank 0: so urgent is only what is about leads, one or many.
        var isExempt = row.Rank > 0 && row.Rank <= rules.ExemptRank;
        var (clock, day) = (company.ReaderOf(reader), await DayOfAsync(row, person, manners, company.ReaderOf(reader), now));
        switch (MessageGate.Decide(manners, isExempt, clock, day, rules, now))
        {
            case Verdict.Go go:
                // Saved with the outcome of the send.
                (row.LetThroughAt, row.Counts) = (now, go.Counts);
                return false;
            case Verdict.Hold hold:
                await HoldAsync(row, hold);
                return true;
            case Verdict.Drop drop:
                await DropAsync(row, drop, now);
                return true;
            default:
                await bundles.AddAsync(row, reader, clock, now);
                return true;
        }
    }

    async Task<ReadersDay> DayOfAsync(Outgoing row, PersonId person, Manners manners, Reader clock, DateTimeOffset now)
    {
        if (MessageGate.AlwaysPasses(manners))
            return new ReadersDay { SentToday = 0 };
        var since = clock.DayStart(now);
        return new ReadersDay
        {
            SentToday = await CountAsync(db.CardPosts, person, since, row.Id) + await CountAsync(db.Notices, person, since, row.Id),
            Muted = await MutedAsync(db, person),
            SnoozedUntil = row.LeadId is { } lead && manners is Manners.Reminder ? await SnoozedUntilAsync(db, person, lead) : null,
        };
    }

    public static async Task<IReadOnlySet<Muted>> MutedAsync(BotDb db, PersonId person) =>
        (await db.Mutes.AsNoTracking().Where(mute => mute.PersonId == person).Select(mute => mute.What).ToListAsync()).ToHashSet();

    public static Task<DateTimeOffset?> SnoozedUntilAsync(BotDb db, PersonId person, LeadId lead) => db.Snoozes.AsNoTracking()
        .Where(snooze => snooze.PersonId == person && snooze.LeadId == lead)
        .Select(snooze => (DateTimeOffset?)snooze.Until)
        .SingleOrDefaultAsync();

    /// <summary>One that failed and is tried again is not counted against itself.</summary>
    static Task<int> CountAsync<T>(IQueryable<T> rows, PersonId person, DateTimeOffset since, Guid self) where T : Outgoing =>
        rows.CountAsync(row => row.Counts && row.Person == person && row.LetThroughAt >= since && row.Id != self);

    Task<int> HoldAsync(Outgoing row, Verdict.Hold hold) => row is CardPost post
        ? HoldAsync(Unclaimed(db.CardPosts, post), hold)
        : HoldAsync(Unclaimed(db.Notices, (Notice)row), hold);

    static Task<int> HoldAsync<T>(IQueryable<T> unclaimed, Verdict.Hold hold) where T : Outgoing => unclaimed.ExecuteUpdateAsync(set => set
        .SetProperty(row => row.NotBefore, hold.Until)
        .SetProperty(row => row.HeldUntil, hold.Until)
        .SetProperty(row => row.HeldBecause, hold.Because));

    Task<int> DropAsync(Outgoing row, Verdict.Drop drop, DateTimeOffset now) => row is CardPost post
        ? Unclaimed(db.CardPosts, post).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.State, PostState.Dropped)
            .SetProperty(one => one.CallDecidedAt, now)
            .SetProperty(one => one.HeldBecause, drop.Because)
            .SetProperty(one => one.HeldUntil, drop.Until))
        : Unclaimed(db.Notices, (Notice)row).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.State, NoticeState.Dropped)
            .SetProperty(one => one.HeldBecause, drop.Because)
            .SetProperty(one => one.HeldUntil, drop.Until));

    /// <summary>The row while it is as it was read: nobody else has claimed it, held it or bundled it.</summary>
    public static IQueryable<T> Unclaimed<T>(IQueryable<T> rows, T seen) where T : Outgoing =>
        rows.Where(row => row.Id == seen.Id && row.Attempts == seen.Attempts && row.NotBefore == seen.NotBefore && row.BundleId == null);
}
