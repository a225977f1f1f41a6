using System.Security.Cryptography;
using System.Text;
using AccountabilityBot.Domain;

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
    /// <summary>Adds what was decided to the ledger, in the same save as the decision itself.</summary>
    public static void Record(this BotDb db, LeadId lead, IEnumerable<LeadEvent> happened, string via, Guid? post, DateTimeOffset now)
    {
        foreach (var one in happened)
        {
            db.Ledger.Add(new LedgerEntry
            {
                At = now,
                LeadId = lead,
                Kind = one.Kind,
                Actor = one.Actor,
                Other = one.Other,
                Via = via,
                Reason = one.Reason,
                PostId = post,
                NoteHash = one.Note is null ? null : HashOf(one.Note),
                Note = one.Note is null ? null : new LedgerNote { Text = one.Note },
            });
        }
    }

    public static void Record(this BotDb db, string kind, PersonId? actor, string via, string? reason, DateTimeOffset now, PersonId? other = null) =>
        db.Ledger.Add(new LedgerEntry { At = now, Kind = kind, Actor = actor, Other = other, Via = via, Reason = reason });

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
