using AccountabilityBot.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AccountabilityBot.Delivery;

/// <summary>
/// Takes a row for one request, before anything leaves. After a crash the row tells that Teams may have the message, and
/// until the lease is over nobody else touches it.
/// </summary>
sealed class Claims(BotDb db, ILeadership leadership)
{
    /// <summary>Longer than a request can take (<see cref="Door.Patience"/>).</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Compare and set, in one statement with the question whether the term is still the present one: of two servers that
    /// both believe to lead, one gets the row. What goes out is written into <c>Sends</c> in the same command, first: a row
    /// too many makes the next leader a little slower, a row too few would break a limit.
    /// </summary>
    /// <param name="thread">As Teams counts it.</param>
    /// <param name="mayBeDoubled">A new message counts its attempts; an edit twice is one edit.</param>
    public async Task<bool> TakeAsync(Outgoing item, string thread, bool mayBeDoubled, DateTimeOffset now)
    {
        var entry = db.Entry(item);
        var term = leadership.Term;
        var (until, attempts) = (now + Lease, item.Attempts + (mayBeDoubled ? 1 : 0));
        // The inserted row and the claimed one make two.
#pragma warning disable EF1002 // What is put into the text is the name of our own table, and a literal.
        var changed = await db.Database.ExecuteSqlRawAsync(
            $$"""
            INSERT INTO "Sends" ("Thread", "At") SELECT {0}, {1} FROM "Counters" WHERE "Name" = '{{LeaderTerm.Counter}}' AND "Value" = {2};
            UPDATE "{{entry.Metadata.GetTableName()}}" SET "Attempts" = {3}, "NotBefore" = {4}
            WHERE "Id" = {5} AND "Attempts" = {6} AND "NotBefore" = {7}
            AND EXISTS (SELECT 1 FROM "Counters" WHERE "Name" = '{{LeaderTerm.Counter}}' AND "Value" = {2})
            """,
            thread, Stored(entry, now), term, attempts, Stored(entry, until), item.Id, item.Attempts, Stored(entry, item.NotBefore));
#pragma warning restore EF1002
        // Not even the send was written: the term is over.
        if (changed == 0)
            leadership.Lose(term);
        if (changed < 2)
            return false;
        Known(entry.Property(row => row.Attempts), attempts);
        Known(entry.Property(row => row.NotBefore), until);
        return true;
    }

    /// <summary>Whether what the answer says may be written over the row: nobody else has had it since.</summary>
    public async Task<bool> IsStillOursAsync(Outgoing item)
    {
        var stored = await db.Entry(item).GetDatabaseValuesAsync();
        return stored is not null
            && stored.GetValue<int>(nameof(Outgoing.Attempts)) == item.Attempts
            && stored.GetValue<DateTimeOffset>(nameof(Outgoing.NotBefore)) == item.NotBefore;
    }

    static object Stored(EntityEntry<Outgoing> entry, DateTimeOffset instant) =>
        entry.Property(row => row.NotBefore).Metadata.GetTypeMapping().Converter?.ConvertToProvider(instant) ?? instant;

    /// <summary>The claim went past the change tracker: without this, going back to the value before it would not be saved, and staying with it would.</summary>
    static void Known<TRow, TValue>(PropertyEntry<TRow, TValue> property, TValue value) where TRow : class
    {
        (property.CurrentValue, property.OriginalValue) = (value, value);
        property.IsModified = false;
    }
}
