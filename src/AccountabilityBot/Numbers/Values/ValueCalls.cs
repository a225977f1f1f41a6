using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Jobs;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Values;

/// <summary>
/// Keeps values fresh: when a period is over and its value is not there, whoever keeps the number gets one card, and never a
/// second one for that period. When the card's limit passes, it says so.
/// </summary>
sealed class ValueCalls(BotDb db, CompanySource companies, SweepRounds rounds)
{
    /// <summary>After offers and calls of leads.</summary>
    const int Rank = 1_000;

    public async Task<int> AskAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (!rounds.Begin("ask-keepers", companies.Current, now))
            return 0;
        db.ChangeTracker.Clear();
        var company = companies.Current;
        var waiting = (await EndedPeriods.OfAllAsync(db, company, back: 1, now, ct)).Where(one => one.Number.Facts.Computed is null && !one.HasValue).ToList();
        if (waiting.Count is 0)
            return 0;
        var keys = waiting.ToDictionary(one => ValueEntry.KeyOfCall(one.Number.Id, one.PeriodEnd));
        var calls = await db.CardPosts.Where(post => keys.Keys.Contains(post.Id)).ToDictionaryAsync(post => post.Id, ct);
        var done = 0;
        foreach (var (key, (number, periodEnd, _)) in keys)
        {
            if (calls.TryGetValue(key, out var call))
                done += ShowLate(call, number, periodEnd, now) ? 1 : 0;
            else if (Asked(number, company) is { } person)
                done += await AddAsync(Card(key, number.Id, periodEnd, person, now, at: null), ct) ? 1 : 0;
        }

        await db.SaveChangesAsync(ct);
        return done;
    }

    /// <summary>The keeper, else the owner; none: nobody of them is in the company any more.</summary>
    public static PersonId? Asked(TrackedNumber number, Company company) =>
        new[] { number.Keeper, number.Current?.Person }.OfType<PersonId>().Where(person => company.Find(person) is not null).Select(person => (PersonId?)person).FirstOrDefault();

    /// <param name="at">Where it stands already; none: nowhere yet.</param>
    public static CardPost Card(Guid id, string number, DateOnly periodEnd, PersonId person, DateTimeOffset now, (string ServiceUrl, string Conversation, string Activity)? at) => new()
    {
        Id = id,
        Kind = ValueKinds.Due,
        Argument = ValueEntry.ArgumentOf(number, periodEnd),
        Person = person,
        Thread = Outgoing.ThreadOf(person),
        ServiceUrl = at?.ServiceUrl,
        ConversationId = at?.Conversation,
        ActivityId = at?.Activity,
        Rank = Rank,
        Wanted = 1,
        // Nobody is called in a channel because a figure is missing.
        CallDecidedAt = now,
        NotBefore = now,
        CreatedAt = now,
    };

    bool ShowLate(CardPost call, TrackedNumber number, DateOnly periodEnd, DateTimeOffset now)
    {
        var isLate = NumberDays.DayOf(number.Facts, companies.Current, now) > Freshness.DueOn(number.Facts, periodEnd);
        if (!isLate || call is not { State: PostState.Live, Picture: "due" } || call.Shown < call.Wanted)
            return false;
        call.Wanted++;
        return true;
    }

    /// <summary>One save a card: another server that asks at the same moment costs its own card, and not all of them.</summary>
    async Task<bool> AddAsync(CardPost card, CancellationToken ct)
    {
        db.CardPosts.Add(card);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException raced) when (db.IsUniqueViolation(raced))
        {
            db.Entry(card).State = EntityState.Detached;
            return false;
        }
    }
}
