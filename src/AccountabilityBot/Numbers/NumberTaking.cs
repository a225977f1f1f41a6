using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers;

/// <summary>What was done with a number that a file names.</summary>
enum Taking
{
    Created,
    Updated,
    Unchanged,
}

/// <summary>
/// Takes numbers from a file into the database: facts follow the file, owners and keepers are first values. It adds to the
/// context; whoever calls saves.
/// </summary>
static class NumberTaking
{
    /// <summary>The origins of a number. Stored: they never change.</summary>
    public const string FromModel = "model";

    public const string FromImport = "import";

    public static Taking Take(BotDb db, Dictionary<string, TrackedNumber> known, NumberFacts facts, string origin, string via, Company company, DateTimeOffset now)
    {
        var isNew = !known.TryGetValue(facts.Id, out var number);
        if (isNew)
        {
            number = new TrackedNumber(facts, origin, now);
            known.Add(facts.Id, number);
            db.Numbers.Add(number);
            db.Record(number.Id, [new DomainEvent(NumberEvents.Taken, Reason: origin)], via, post: null, now);
        }

        var before = number!.Version;
        db.Record(number.Id, number.Describe(facts, origin).Happened, via, post: null, now);
        db.Record(number.Id, number.BeginOwnership(Holders.PersonOf(facts.Owner, company), facts.Owner, now).Happened, via, post: null, now);
        number.BeginKeeping(Holders.PersonOf(facts.Keeper, company));
        return isNew ? Taking.Created : number.Version > before ? Taking.Updated : Taking.Unchanged;
    }

    /// <summary>Every number, with its owners, by id.</summary>
    public static async Task<Dictionary<string, TrackedNumber>> KnownAsync(BotDb db, CancellationToken ct) =>
        await db.Numbers.Include(number => number.Ownerships).ToDictionaryAsync(number => number.Id, StringComparer.OrdinalIgnoreCase, ct);

    /// <summary>At the start: the model's numbers are taken, and those that left the model are retired.</summary>
    public static async Task TakeModelAsync(BotDb db, Company company, DateTimeOffset now, CancellationToken ct)
    {
        var known = await KnownAsync(db, ct);
        foreach (var facts in company.Model.Numbers)
            Take(db, known, facts, FromModel, Via.Deployment, company, now);

        var named = company.Model.Numbers.Select(facts => facts.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var number in known.Values.Where(number => number.Origin == FromModel && !named.Contains(number.Id)))
            db.Record(number.Id, number.Retire().Happened, Via.Deployment, post: null, now);

        // A role that a registry wrote down may have a holder by now.
        foreach (var number in known.Values.Where(number => number.Origin == FromImport && number.IsActive))
            db.Record(number.Id, number.BeginOwnership(Holders.PersonOf(number.Facts.Owner, company), number.Facts.Owner, now).Happened, Via.Deployment, post: null, now);
        await db.SaveChangesAsync(ct);
    }
}
