using AccountabilityBot.Data;
using AccountabilityBot.Domain;

namespace AccountabilityBot.People;

/// <summary>
/// Who lets two offers in a row expire gets no new ones until they come back: nobody's lead waits for somebody who does not
/// look. They are told so once, in their own chat, and an answer to any offer is enough to come back. The count goes into the
/// same save as the expiry or the answer.
/// </summary>
sealed class Resting(BotDb db, CompanySource companies)
{
    const int MostExpired = 2;

    /// <summary>What a decision about a lead means for the one who was asked. Called before its save.</summary>
    /// <param name="happened">Of one lead.</param>
    public async Task FollowAsync(IReadOnlyList<DomainEvent> happened, string via, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var one in happened)
        {
            switch (one)
            {
                // Not a pool's, which nobody was asked for by name; nor what an owner did not do in time.
                case { Kind: LeadEvents.Expired, Other: { } asked } when one.Reason is null || one.Reason.StartsWith("answer.", StringComparison.Ordinal):
                    await CountAsync(asked, now, ct);
                    break;
                case { Kind: LeadEvents.Accepted or LeadEvents.Rejected or LeadEvents.PassedOn, Actor: { } answered }:
                    Back(db, Loaded(answered), via, now);
                    break;
            }
        }
    }

    /// <summary>Starts anew at none; whoever rested is back.</summary>
    /// <returns>Whether they rested.</returns>
    public static bool Back(BotDb db, PersonRest? rest, string via, DateTimeOffset now)
    {
        if (rest is null or { ExpiredInARow: 0, RestingSince: null })
            return false;
        var rested = rest.RestingSince is not null;
        (rest.ExpiredInARow, rest.RestingSince) = (0, null);
        rest.Version++;
        if (rested)
            db.Record("person.back", rest.PersonId, via, "resting", now);
        return rested;
    }

    /// <summary>Names one rest: the same person may rest again another day.</summary>
    public static string NameOf(PersonRest rest) => rest.RestingSince!.Value.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    async Task CountAsync(PersonId person, DateTimeOffset now, CancellationToken ct)
    {
        var rest = await db.PersonRests.FindAsync([person], ct);
        if (rest is null)
        {
            rest = new PersonRest { PersonId = person };
            db.PersonRests.Add(rest);
        }

        rest.ExpiredInARow++;
        rest.Version++;
        if (rest.RestingSince is not null || rest.ExpiredInARow < MostExpired)
            return;
        rest.RestingSince = now;
        db.Record("person.resting", null, Via.Rule, null, now, person);
        db.Notices.Add(Notice(rest, now));
    }

    Notice Notice(PersonRest rest, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Key = $"resting:{rest.PersonId}:{NameOf(rest)}",
        Kind = PeopleKinds.RestingNotice,
        Class = NoticeClass.Work,
        Thread = Outgoing.ThreadOf(rest.PersonId),
        Person = rest.PersonId,
        Argument = NameOf(rest),
        Locale = companies.Current.Find(rest.PersonId)?.Department?.Language ?? companies.Current.Model.Language,
        // Behind the work that does not wait.
        Rank = 1_000,
        NotBefore = now,
        CreatedAt = now,
    };

    /// <summary>A press brings the presser's row along with the lead; without one there is nothing to set back, and nothing is asked.</summary>
    PersonRest? Loaded(PersonId person) => db.PersonRests.Local.FindEntry(person)?.Entity;
}
