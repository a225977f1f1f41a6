using System.Security.Cryptography;
using System.Text;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Dispositions;

/// <summary>
/// Who asked not to be contacted, by address and number, so that it holds for every lead of the same person: those that come
/// later, whoever sends them, and those that are here already. Only hashes are kept: the addresses themselves can be erased,
/// and the wish still stands.
/// </summary>
sealed class ContactBans(BotDb db, CompanySource companies, LeadChanges changes)
{
    /// <summary>Leads of one person that are in flight; more is a switchboard's number, and those behind it are told no wish.</summary>
    const int MostLeads = 200;

    /// <summary>What is known of whom these are about: one query, however many they are. Their own wishes are added to the save.</summary>
    public async Task<ContactWishes> ReadAsync(IReadOnlyCollection<LeadFacts> facts, DateTimeOffset now, CancellationToken ct)
    {
        var keys = facts.SelectMany(KeysOf).Distinct().ToList();
        if (keys.Count == 0)
            return ContactWishes.None;
        await db.ContactBans.Where(ban => keys.Contains(ban.Key)).LoadAsync(ct);
        // With those that were added in this very save.
        var known = db.ContactBans.Local.Where(ban => keys.Contains(ban.Key)).ToDictionary(ban => ban.Key);
        var fresh = facts.Where(one => one.DoNotCall || one.DoNotEmail).Where(one => Keep(one, known, now)).ToList();
        return new ContactWishes(known, fresh);
    }

    /// <summary>Other leads of the same people, that are in somebody's hands or will come back, hear of what is new.</summary>
    /// <param name="and">And this one, if it turns out to be about somebody whose wish was known.</param>
    public async Task SpreadAsync(ContactWishes wishes, Lead? and, string via, DateTimeOffset now, CancellationToken ct)
    {
        List<Lead> leads = wishes.Fresh.Count == 0 ? [] : await OfAsync(wishes.Fresh, ct);
        foreach (var lead in and is null ? leads : leads.Append(and).Distinct())
        {
            var facts = wishes.Under(lead.Facts);
            if (lead.StopContact(facts.DoNotCall, facts.DoNotEmail, companies.Current.TermsOf(lead), now) is not { Happened.Count: > 0 } stopped)
                continue;
            var posts = await db.CardPosts.Where(post => post.LeadId == lead.Id).ToListAsync(ct);
            changes.Follow(lead, stopped, posts, null, via, null, now);
        }
    }

    Task<List<Lead>> OfAsync(IReadOnlyList<LeadFacts> buyers, CancellationToken ct)
    {
        var emails = buyers.Select(one => ContactKeys.OfEmail(one.Email)).OfType<string>().Distinct().ToList();
        var phones = buyers.Select(one => ContactKeys.OfPhone(one.Phone)).OfType<string>().Distinct().ToList();
        return db.Leads.Include(lead => lead.Offers)
            .Where(lead => emails.Contains(lead.EmailKey!) || phones.Contains(lead.PhoneKey!))
            .Where(lead => lead.State != LeadState.Won && lead.State != LeadState.Lost && lead.State != LeadState.Closed)
            .OrderBy(lead => lead.No).Take(MostLeads).ToListAsync(ct);
    }

    /// <summary>Whether anything of it is new.</summary>
    bool Keep(LeadFacts facts, Dictionary<string, ContactBan> known, DateTimeOffset now)
    {
        var isNew = false;
        foreach (var key in KeysOf(facts))
        {
            if (!known.TryGetValue(key, out var ban))
            {
                known.Add(key, ban = new ContactBan { Key = key, At = now });
                db.ContactBans.Add(ban);
            }

            isNew |= (facts.DoNotCall && !ban.DoNotCall) || (facts.DoNotEmail && !ban.DoNotEmail);
            (ban.DoNotCall, ban.DoNotEmail) = (ban.DoNotCall || facts.DoNotCall, ban.DoNotEmail || facts.DoNotEmail);
        }

        return isNew;
    }

    internal static IEnumerable<string> KeysOf(LeadFacts facts)
    {
        if (ContactKeys.OfEmail(facts.Email) is { } email)
            yield return "email:" + HashOf(email);
        if (ContactKeys.OfPhone(facts.Phone) is { } phone)
            yield return "phone:" + HashOf(phone);
    }

    static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>What is known of some people's wishes.</summary>
/// <param name="Known">By the hash of an address or a number.</param>
/// <param name="Fresh">Whose wish, or a part of it, was not known before.</param>
sealed record ContactWishes(IReadOnlyDictionary<string, ContactBan> Known, IReadOnlyList<LeadFacts> Fresh)
{
    public static ContactWishes None { get; } = new(new Dictionary<string, ContactBan>(), []);

    /// <summary>The same facts, with the wishes of whom they are about.</summary>
    public LeadFacts Under(LeadFacts facts)
    {
        if (Known.Count == 0)
            return facts;
        var own = ContactBans.KeysOf(facts).Select(Known.GetValueOrDefault).OfType<ContactBan>().ToList();
        return own.Count == 0 ? facts : facts with
        {
            DoNotCall = facts.DoNotCall || own.Exists(ban => ban.DoNotCall),
            DoNotEmail = facts.DoNotEmail || own.Exists(ban => ban.DoNotEmail),
        };
    }
}
