using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Dispositions;

/// <summary>
/// Asks owners what became of their leads: one card a person and day for all of them, in the morning, and not one by one. A
/// new day is a new message, for an edit calls nobody; the card of the day before says that it goes on below.
/// </summary>
sealed class DueDispositions(BotDb db, CompanySource companies, TimeProvider clock)
{
    public const string Kind = "disposition.due";

    /// <summary>On the card; the rest stands under "my leads".</summary>
    public const int MostShown = 8;

    const int MostPeople = 50;
    const int MostLeads = 200;

    public async Task<int> AskAsync(DateTimeOffset now, CancellationToken ct)
    {
        var owners = await db.Leads.AsNoTracking()
            .Where(lead => lead.DispositionDueAt != null && lead.DispositionDueAt <= now && lead.Owner != null)
            .OrderBy(lead => lead.DispositionDueAt)
            .Select(lead => lead.Owner!.Value)
            .Take(MostLeads)
            .ToListAsync(ct);
        var asked = 0;
        foreach (var owner in owners.Distinct().Take(MostPeople))
            asked += await AskAsync(owner, now, ct);
        return asked;
    }

    /// <summary>The owner's card wants to show the truth again, when one of its leads may have left it.</summary>
    public async Task FollowAsync(Lead lead, Decision decision, CancellationToken ct)
    {
        var people = decision.Happened
            .Where(one => one.Kind is LeadEvents.Disposed or LeadEvents.HandedBack or LeadEvents.Held or LeadEvents.Contacted)
            // What a list tells was said by nobody; the owner's card loses the lead all the same.
            .Select(one => one.Actor ?? lead.Owner).Where(person => person is not null).Distinct().ToList();
        if (people.Count == 0)
            return;
        foreach (var post in await db.CardPosts.Where(post => post.Kind == Kind && people.Contains(post.Person) && post.State == PostState.Live).ToListAsync(ct))
            post.Wanted++;
    }

    public async Task<RenderedCard?> Render(CardPost post, CancellationToken ct)
    {
        var (version, owner) = (post.Wanted, post.Person!.Value);
        var company = companies.Current;
        var say = Sentences.In(await db.LocaleOfAsync(owner, ct) ?? company.Find(owner)?.Department?.Language ?? company.Model.Language);
        if (post.State is PostState.Moved)
            return new RenderedCard(DueDispositionCards.GoesOn(say), version);
        var owed = await OwedAsync(db, owner, ct);
        if (post.ActivityId is null && owed.Count == 0)
            return null;
        return new RenderedCard(DueDispositionCards.Card(owed, company, say, post.Id, clock.GetUtcNow()), version);
    }

    /// <summary>What this person was asked about and has not answered, the oldest first; one more than is shown tells that there are more.</summary>
    public static Task<List<Lead>> OwedAsync(BotDb db, PersonId owner, CancellationToken ct) => db.Leads.AsNoTracking()
        .Where(lead => lead.Owner == owner && lead.State == LeadState.Accepted && lead.HeldUntil == null && lead.DispositionAsks > 0)
        .OrderBy(lead => lead.AcceptedAt).ThenBy(lead => lead.No)
        .Take(MostLeads)
        .ToListAsync(ct);

    /// <summary>One person's own save: somebody who says a word in this very moment wins, and they are asked with the next pass.</summary>
    async Task<int> AskAsync(PersonId owner, DateTimeOffset now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var company = companies.Current;
        var leads = await db.Leads.Include(lead => lead.Offers)
            .Where(lead => lead.Owner == owner && lead.DispositionDueAt != null && lead.DispositionDueAt <= now)
            .OrderBy(lead => lead.DispositionDueAt).Take(MostLeads).ToListAsync(ct);
        foreach (var lead in leads)
            db.Record(lead.Id, lead.AskDisposition(company.TermsOf(lead), now).Happened, Via.Rule, null, now);
        await PlaceAsync(owner, now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return leads.Count;
        }
        catch (DbUpdateException raced) when (raced is DbUpdateConcurrencyException || db.IsUniqueViolation(raced))
        {
            return 0;
        }
    }

    /// <summary>The first ask of a person's day is a new card; whatever comes due later that day joins it.</summary>
    async Task PlaceAsync(PersonId owner, DateTimeOffset now, CancellationToken ct)
    {
        var posts = await db.CardPosts.Where(post => post.Kind == Kind && post.Person == owner && (post.State == PostState.Live || post.State == PostState.Unreachable)).ToListAsync(ct);
        var today = companies.Current.Find(owner) is { } person
            ? LocalTime.DayIn(companies.Current.ReaderOf(person).Zone, now)
            : DateOnly.FromDateTime(now.UtcDateTime);
        var last = await db.DispositionAsks.SingleOrDefaultAsync(ask => ask.PersonId == owner, ct);
        if (last?.On == today)
        {
            foreach (var post in posts)
                post.Wanted++;
            return;
        }

        if (last is null)
            db.DispositionAsks.Add(new DispositionAsk { PersonId = owner, On = today });
        else
            last.On = today;
        foreach (var post in posts)
            (post.State, post.Wanted) = (post.ActivityId is null ? PostState.Gone : PostState.Moved, post.Wanted + 1);
        db.CardPosts.Add(new CardPost
        {
            Id = Guid.CreateVersion7(now),
            Kind = Kind,
            Thread = Outgoing.ThreadOf(owner),
            Person = owner,
            Wanted = 1,
            Rank = LeadNotices.BehindAnyLead,
            CreatedAt = now,
            NotBefore = now,
        });
    }
}
