using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Reminders;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Values;

/// <summary>What became of a value that was sent in. Told to callers of the API: the words never change.</summary>
enum Entered
{
    Created,
    Replaced,
    Unchanged,
}

/// <summary>A value on its way in.</summary>
/// <param name="Source">A literal of <see cref="ValueSources"/>.</param>
/// <param name="By">None: a machine.</param>
sealed record ArrivingValue(string NumberId, DateOnly PeriodEnd, decimal Value, string? Note, string Source, PersonId? By);

/// <summary>Where a value comes from. Stored: they never change.</summary>
static class ValueSources
{
    public const string Keeper = "keeper";
    public const string Api = "api";
    public const string Ledger = "ledger";
}

/// <summary>
/// The one way in for a value. A later one for the same period takes the earlier one's place, and both are kept; the ledger
/// has each.
/// </summary>
static class ValueEntry
{
    public const int LongestNote = 1_000;

    /// <summary>No company has kept its numbers for longer, and a slip in the year is found.</summary>
    public static readonly DateOnly Earliest = new(1990, 1, 1);

    public static Task<NumberValue?> CurrentAsync(BotDb db, string numberId, DateOnly periodEnd, CancellationToken ct) =>
        db.NumberValues.AsNoTracking().SingleOrDefaultAsync(value => value.NumberId == numberId && value.PeriodEnd == periodEnd && value.ReplacedAt == null, ct);

    /// <summary>The latest period that has a value, and its value, before a day.</summary>
    public static Task<NumberValue?> LatestAsync(BotDb db, string numberId, DateOnly before, CancellationToken ct) => db.NumberValues.AsNoTracking()
        .Where(value => value.NumberId == numberId && value.ReplacedAt == null && value.PeriodEnd < before)
        .OrderByDescending(value => value.PeriodEnd)
        .FirstOrDefaultAsync(ct);

    /// <summary>Saves, together with whatever else the context holds.</summary>
    /// <param name="current">The value that stands for the period now, as <see cref="CurrentAsync"/> read it; none: there is none.</param>
    /// <exception cref="DbUpdateConcurrencyException">Another value took the place of <paramref name="current"/> in this moment.</exception>
    /// <exception cref="DbUpdateException">A unique rule: another value came first in this moment.</exception>
    public static async Task<Entered> EnterAsync(BotDb db, ArrivingValue arriving, NumberValue? current, string via, Guid? post, DateTimeOffset now, CancellationToken ct)
    {
        if (current is not null && current.Value == arriving.Value && (arriving.Note is null || arriving.Note == current.Note))
        {
            await db.SaveChangesAsync(ct);
            return Entered.Unchanged;
        }

        // In the one save, the update goes before the insert: the database allows one value for a period at any moment.
        if (current is not null)
            db.NumberValues.Attach(current).Entity.ReplacedAt = now;
        db.NumberValues.Add(new NumberValue
        {
            Id = Guid.CreateVersion7(now),
            NumberId = arriving.NumberId,
            PeriodEnd = arriving.PeriodEnd,
            Value = arriving.Value,
            Source = arriving.Source,
            EnteredBy = arriving.By,
            EnteredAt = now,
            Note = arriving.Note,
        });
        db.Record(arriving.NumberId, [new DomainEvent(NumberEvents.Value, arriving.By, Reason: ReasonOf(arriving), Note: arriving.Note)], via, post, now);
        await FollowAsync(db, arriving, ct);
        await db.SaveChangesAsync(ct);
        return current is null ? Entered.Created : Entered.Replaced;
    }

    /// <summary>Made of the number and the period: a keeper is asked once, however many servers ask.</summary>
    public static Guid KeyOfCall(string numberId, DateOnly periodEnd) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{ValueKinds.Due}\n{ArgumentOf(numberId, periodEnd)}")).AsSpan(0, 16));

    /// <summary>What a card of this value is about: <c>win-rate:2026-10-31</c>.</summary>
    public static string ArgumentOf(string numberId, DateOnly periodEnd) => string.Create(CultureInfo.InvariantCulture, $"{numberId}:{periodEnd:yyyy-MM-dd}");

    /// <summary>The number's cards, and the keeper's about this period, are to show it, wherever they stand.</summary>
    static async Task FollowAsync(BotDb db, ArrivingValue arriving, CancellationToken ct)
    {
        if (await db.Numbers.SingleOrDefaultAsync(number => number.Id == arriving.NumberId, ct) is { } number)
        {
            number.ShowAnew();
            foreach (var post in await db.CardPosts.Where(post => post.NumberId == number.Id).ToListAsync(ct))
                post.Wanted = number.Version;
        }

        await WantRemindersAsync(db, arriving, ct);
        var (key, argument) = (KeyOfCall(arriving.NumberId, arriving.PeriodEnd), ArgumentOf(arriving.NumberId, arriving.PeriodEnd));
        if (await db.CardPosts.SingleOrDefaultAsync(post => post.Id == key, ct) is not { } call)
            return;
        call.Wanted++;
        foreach (var copy in await db.CardPosts.Where(post => post.Person == call.Person && post.Kind == ValueKinds.Due && post.Argument == argument && post.Id != key).ToListAsync(ct))
            copy.Wanted++;
    }

    /// <summary>The few reminders that may still say that this value is missing: those of the last days, of who keeps or owns the number.</summary>
    static async Task WantRemindersAsync(BotDb db, ArrivingValue arriving, CancellationToken ct)
    {
        var people = await db.Numbers.AsNoTracking().Where(number => number.Id == arriving.NumberId && number.Keeper != null).Select(number => number.Keeper)
            .Concat(db.Ownerships.Where(one => one.NumberId == arriving.NumberId && one.Until == null).Select(one => (PersonId?)one.Person)).ToListAsync(ct);
        var reminders = await db.CardPosts.Where(post => people.Contains(post.Person) && post.Kind == ReminderKinds.Reminder && post.State == PostState.Live)
            .OrderByDescending(post => post.CreatedAt).Take(people.Count).ToListAsync(ct);
        foreach (var reminder in reminders)
            reminder.Wanted++;
    }

    /// <summary><c>2026-10-31=27.5</c></summary>
    static string ReasonOf(ArrivingValue arriving) =>
        string.Create(CultureInfo.InvariantCulture, $"{arriving.PeriodEnd:yyyy-MM-dd}={arriving.Value:0.######}");
}
