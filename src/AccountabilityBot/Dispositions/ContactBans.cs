using System.Security.Cryptography;
using System.Text;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Dispositions;

/// <summary>
/// Who asked not to be contacted, by address and number, so that it holds for every lead in which the same person comes again,
/// whoever sends it. Only hashes are kept: the addresses themselves can be erased, and the wish still stands.
/// </summary>
sealed class ContactBans(BotDb db)
{
    /// <summary>Adds the wish to the save.</summary>
    public async Task KeepAsync(LeadFacts facts, DateTimeOffset now, CancellationToken ct)
    {
        var keys = KeysOf(facts);
        var known = await db.ContactBans.AsNoTracking().Where(ban => keys.Contains(ban.Key)).Select(ban => ban.Key).ToListAsync(ct);
        // Two leads of one person in the same save: the first has added it.
        known.AddRange(db.ContactBans.Local.Select(ban => ban.Key));
        db.ContactBans.AddRange(keys.Except(known).Select(key => new ContactBan(key, facts.DoNotCall, facts.DoNotEmail, now)));
    }

    /// <summary>The same leads, each with the wishes of whom it is about: one query, however many come at once.</summary>
    public async Task<IReadOnlyDictionary<string, ContactBan>> OfAsync(IEnumerable<LeadFacts> arriving, CancellationToken ct)
    {
        var keys = arriving.SelectMany(KeysOf).Distinct().ToList();
        return keys.Count == 0
            ? new Dictionary<string, ContactBan>()
            : await db.ContactBans.AsNoTracking().Where(ban => keys.Contains(ban.Key)).ToDictionaryAsync(ban => ban.Key, ct);
    }

    public static LeadFacts Under(LeadFacts facts, IReadOnlyDictionary<string, ContactBan> bans)
    {
        if (bans.Count == 0)
            return facts;
        var own = KeysOf(facts).Select(bans.GetValueOrDefault).OfType<ContactBan>().ToList();
        return own.Count == 0 ? facts : facts with
        {
            DoNotCall = facts.DoNotCall || own.Exists(ban => ban.DoNotCall),
            DoNotEmail = facts.DoNotEmail || own.Exists(ban => ban.DoNotEmail),
        };
    }

    static List<string> KeysOf(LeadFacts facts)
    {
        var keys = new List<string>(2);
        if (facts.Email?.Trim() is { Length: > 0 } email)
            keys.Add("email:" + HashOf(email.ToLowerInvariant()));
        // Spaces, hyphens and brackets are taste; a number with fewer digits belongs to nobody.
        if (facts.Phone is { } phone && string.Concat(phone.Where(char.IsAsciiDigit)) is { Length: >= 6 } digits)
            keys.Add("phone:" + HashOf(digits.TrimStart('0')));
        return keys;
    }

    static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
