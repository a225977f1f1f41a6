using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Ownership;

/// <summary>
/// What follows from a decision about a number, in the same save: lines in the ledger, cards that want to show the new
/// version, places where new cards are to stand, and notices. It decides nothing and sends nothing.
/// </summary>
sealed class NumberChanges(BotDb db)
{
    /// <summary>Behind the leads: a buyer waits for those.</summary>
    const int Rank = 500;

    /// <param name="posts">Every place where a card of this number stands.</param>
    public void Follow(NumberAtHand at, Decision decision, List<CardPost> posts, string via, Guid? pressedOn, DateTimeOffset now)
    {
        if (decision.Happened.Count == 0)
            return;
        db.Record(at.Number.Id, decision.Happened, via, pressedOn, now);
        foreach (var post in posts)
            post.Want(at.Number.Version, now);
        foreach (var one in decision.Happened)
            Follow(at, one, decision.Happened, now);
    }

    /// <summary>The same without a press: the places are read first.</summary>
    public async Task FollowAsync(NumberAtHand at, Decision decision, string via, DateTimeOffset now, CancellationToken ct) =>
        Follow(at, decision, await db.CardPosts.Where(post => post.NumberId == at.Number.Id).ToListAsync(ct), via, null, now);

    void Follow(NumberAtHand at, DomainEvent one, IReadOnlyList<DomainEvent> all, DateTimeOffset now)
    {
        var number = at.Number;
        switch (one.Kind)
        {
            case NumberEvents.HandOverProposed:
                Place(number, NumberKinds.Offer, one.Other!.Value, number.OpenHandOver!.Id.ToString(), now);
                break;
            case NumberEvents.HandOverAccepted when all.Count == 1:
                TellOf(at, number.OpenHandOver!, one.Actor, now);
                break;
            case NumberEvents.HandOverDeclined or NumberEvents.HandOverLapsed or NumberEvents.HandOverOvertaken:
                TellOf(at, number.HandOvers.Last(handOver => handOver.ClosedAt is not null), one.Actor, now);
                break;
            case NumberEvents.Owned when one.Reason == "hand-over":
                TellOf(at, number.HandOvers.Last(handOver => handOver.State is HandOverState.Done), number.Current!.Person, now);
                break;
            case NumberEvents.Orphaned:
                CompanyPerson?[] settle = [at.Manager ?? at.Company.HeadOf(at.Home), at.Company.GuardianOf(at.Home) ?? at.Company.HeadOf(at.Home)];
                foreach (var person in settle.OfType<CompanyPerson>().Select(one => one.Id).Distinct())
                    Place(number, NumberKinds.Orphan, person, null, now);
                break;
            case NumberEvents.StillYoursAsked or NumberEvents.StillYoursReminded:
                Place(number, NumberKinds.StillYours, one.Other!.Value, null, now);
                break;
            case NumberEvents.StillYoursUnanswered when (at.Company.GuardianOf(at.Home) ?? at.Company.HeadOf(at.Home)) is { } guardian:
                Place(number, NumberKinds.Unconfirmed, guardian.Id, null, now);
                break;
            case NumberEvents.Challenged when (at.Acting?.Person ?? at.Owner ?? at.Company.GuardianOf(at.Home)?.Id) is { } answers:
                Place(number, NumberKinds.Challenge, answers, null, now);
                break;
            case NumberEvents.ChallengeAnswered when one.Other != one.Actor:
                var answered = number.Challenges.Where(challenge => challenge.AnsweredAt is not null).MaxBy(challenge => challenge.AnsweredAt)!;
                db.Notices.Add(About(number, NumberKinds.ChallengeAnswered, $"challenge-answered:{answered.Id}", answered.Id.ToString(), answered.By, at.Company, now));
                break;
        }
    }

    /// <summary>To who proposed it and who gives it away: not to who just decided, for they see it.</summary>
    void TellOf(NumberAtHand at, HandOver handOver, PersonId? decidedBy, DateTimeOffset now)
    {
        foreach (var person in new[] { handOver.ProposedBy, handOver.From }.OfType<PersonId>().Distinct().Where(person => person != decidedBy && at.Company.Find(person) is not null))
        {
            db.Notices.Add(About(
                at.Number, NumberKinds.HandOverNews, $"hand-over:{handOver.Id}:{handOver.State}:{person}", $"{handOver.Id}:{handOver.State}", person, at.Company, now));
        }
    }

    /// <summary>A new message and never an edit: edits do not notify.</summary>
    void Place(TrackedNumber number, string kind, PersonId person, string? argument, DateTimeOffset now) => db.CardPosts.Add(new CardPost
    {
        Id = Guid.CreateVersion7(now),
        Kind = kind,
        NumberId = number.Id,
        Argument = argument,
        Thread = Outgoing.ThreadOf(person),
        Person = person,
        Wanted = number.Version,
        Rank = Rank,
        CreatedAt = now,
        NotBefore = now,
    });

    public static Notice About(TrackedNumber number, string kind, string key, string argument, PersonId person, Company company, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Key = $"number:{number.Id}:{key}",
        Kind = kind,
        Class = NoticeClass.Informative,
        Thread = Outgoing.ThreadOf(person),
        Person = person,
        NumberId = number.Id,
        Argument = argument,
        Locale = new Listener(person).LanguageIn(company),
        Rank = Rank,
        NotBefore = now,
        CreatedAt = now,
    };
}
