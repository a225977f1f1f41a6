using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.People;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Feedback;

/// <summary>What time brings: who could say something is asked, brought to mind once, and left alone in the end.</summary>
sealed class FeedbackSweep(BotDb db, CompanySource companies, FeedbackChanges changes)
{
    const int MostAtOnce = 200;

    /// <summary>Turns moments into requests. A moment is looked at when it may be asked about, and not with every pass.</summary>
    public async Task<int> AskAsync(DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.HandOffMoments.AsNoTracking().Where(moment => moment.DueAt <= now).OrderBy(moment => moment.DueAt).Take(MostAtOnce).ToListAsync(ct);
        if (due.Count == 0)
            return 0;
        var there = await WhoIsThere.ReadAsync(db, companies.Current, now, ct);
        var done = 0;
        foreach (var moment in due)
        {
            db.ChangeTracker.Clear();
            db.HandOffMoments.Attach(moment);
            await DecideAsync(moment, there, now, ct);
            done += await SaveAsync(ct) ? 1 : 0;
        }

        return done;
    }

    /// <summary>The one reminder, the end of the seven days, and people who have left. An index holds the open requests, and they are few.</summary>
    public async Task<int> ProgressAsync(DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.PeerFeedback.AsNoTracking()
            .Where(one => one.State == FeedbackState.Asked)
            .Where(one => one.NextAt <= now || db.People.Any(person => (person.Id == one.Giver || person.Id == one.Receiver) && !person.IsActive))
            .OrderBy(one => one.NextAt).Select(one => one.Id).Take(MostAtOnce).ToListAsync(ct);
        if (due.Count == 0)
            return 0;
        var (company, there, done) = (companies.Current, await WhoIsThere.ReadAsync(db, companies.Current, now, ct), 0);
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            var feedback = await db.PeerFeedback.SingleAsync(row => row.Id == id, ct);
            var giver = company.Find(feedback.Giver);
            var decision = feedback.Progress(giver is not null, company.Find(feedback.Receiver) is not null, giver is null ? null : AtWork(giver, company, there), now);
            changes.Follow(feedback, decision, await db.CardPosts.Where(post => post.SubjectId == id).ToListAsync(ct), Via.Rule, null, now);
            done += await SaveAsync(ct) && decision.Happened.Count > 0 ? 1 : 0;
        }

        return done;
    }

    async Task DecideAsync(HandOffMoment moment, WhoIsThere there, DateTimeOffset now, CancellationToken ct)
    {
        var (company, handOff) = (companies.Current, moment.ToHandOff());
        if (company.Find(handOff.Giver) is not { } giver
            || HandOffMoments.ReceiverOf(handOff, company) is not { } receiver
            || await db.PeerFeedback.AnyAsync(row => row.LeadId == handOff.Lead && row.Giver == handOff.Giver, ct)
            || await db.Mutes.AnyAsync(mute => mute.PersonId == giver.Id && mute.What == Muted.Reminders, ct))
        {
            db.HandOffMoments.Remove(moment);
            return;
        }

        var turn = await db.FeedbackTurns.SingleOrDefaultAsync(row => row.PersonId == giver.Id, ct);
        switch (Asking.Decide(handOff.At, turn?.AskedAt, AtWork(giver, company, there), now))
        {
            case Asking.Later later:
                moment.DueAt = later.At;
                break;
            case Asking.Now:
                db.HandOffMoments.Remove(moment);
                Ask(handOff, receiver, turn, now);
                break;
            default:
                db.HandOffMoments.Remove(moment);
                break;
        }
    }

    void Ask(HandOff handOff, PersonId receiver, FeedbackTurn? turn, DateTimeOffset now)
    {
        if (turn is null)
            db.FeedbackTurns.Add(new FeedbackTurn { PersonId = handOff.Giver, AskedAt = now });
        else
            turn.AskedAt = now;
        var (feedback, decision) = PeerFeedback.Ask(handOff, receiver, now);
        db.PeerFeedback.Add(feedback);
        changes.Follow(feedback, decision, [], Via.Rule, null, now);
    }

    /// <summary>When this person is next at work, now included; none: nobody knows.</summary>
    /// <returns>UTC.</returns>
    static DateTimeOffset? AtWork(CompanyPerson person, Company company, WhoIsThere there)
    {
        var from = there.OutUntil(person.Id) ?? there.Now;
        return company.CalendarOf(person).NextWindow(from) is { } window ? window.Start > from ? window.Start : from : null;
    }

    async Task<bool> SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody pressed in this very moment, or another server was faster.
            return false;
        }
        catch (DbUpdateException raced) when (db.IsUniqueViolation(raced))
        {
            // They spoke unasked in this very moment; the next pass finds it.
            return false;
        }
    }
}
