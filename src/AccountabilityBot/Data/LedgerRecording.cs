using System.Security.Cryptography;
using System.Text;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;

namespace AccountabilityBot.Data;

/// <summary>By which way something was decided. Stored in the ledger: the literals never change.</summary>
public static class Via
{
    public const string Card = "card";
    public const string Text = "text";
    public const string Api = "api";
    public const string Import = "import";
    public const string Rule = "rule";
    public const string Deployment = "deployment";
}

static class LedgerRecording
{
    /// <summary>Adds what was decided about a lead to the ledger, in the same save as the decision itself.</summary>
    public static void Record(this BotDb db, LeadId lead, IEnumerable<DomainEvent> happened, string via, Guid? post, DateTimeOffset now) =>
        db.Ledger.AddRange(happened.Select(one => Entry(one, via, post, now) with { LeadId = lead }));

    /// <summary>Adds what was decided about a number to the ledger, in the same save as the decision itself.</summary>
    public static void Record(this BotDb db, string number, IEnumerable<DomainEvent> happened, string via, Guid? post, DateTimeOffset now) =>
        db.Ledger.AddRange(happened.Select(one => Entry(one, via, post, now) with { NumberId = number }));

    /// <summary>
    /// Adds what was decided about a commitment to the ledger, in the same save as the decision itself. The reason begins with
    /// the commitment's id, for most are about no lead.
    /// </summary>
    public static void Record(this BotDb db, Commitment commitment, IEnumerable<DomainEvent> happened, string via, Guid? post, DateTimeOffset now) =>
        db.Ledger.AddRange(happened.Select(one =>
            Entry(one with { Reason = one.Reason is null ? $"{commitment.Id}" : $"{commitment.Id} {one.Reason}" }, via, post, now) with { LeadId = commitment.LeadId }));

    public static void Record(this BotDb db, string kind, PersonId? actor, string via, string? reason, DateTimeOffset now, PersonId? other = null) =>
        db.Ledger.Add(new LedgerEntry { At = now, Kind = kind, Actor = actor, Other = other, Via = via, Reason = reason });

    static LedgerEntry Entry(DomainEvent one, string via, Guid? post, DateTimeOffset now) => new()
    {
        At = now,
        Kind = one.Kind,
        Actor = one.Actor,
        Other = one.Other,
        Via = via,
        Reason = one.Reason,
        PostId = post,
        NoteHash = one.Note is null ? null : HashOf(one.Note),
        Note = one.Note is null ? null : new LedgerNote { Text = one.Note },
    };

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
