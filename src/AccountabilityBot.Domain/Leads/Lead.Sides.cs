using AccountabilityBot.Domain.Promises;

namespace AccountabilityBot.Domain.Leads;

/// <summary>
/// A seam has promises on both sides. What its sender promised is measured here, once, and what its receiver owes beside the
/// ladders: both stand among the ended promises, so that the two sides of a seam can be shown as a pair.
/// </summary>
public sealed partial class Lead
{
    /// <summary>Whatever is mended later was missing all the same; and a list of old leads tells nothing about how fast they are handed over.</summary>
    void MeasureSender(NewLead arriving, DateTimeOffset now)
    {
        if (arriving.Complete.Count > 0)
            Measured(PromiseKind.Complete, FromPerson, Facts.Lacks(arriving.Complete).Count == 0 ? PromiseOutcome.Kept : PromiseOutcome.Broken, (now, now), TimeSpan.Zero, now);
        if (arriving is { HandOverWithin: { } within, ReceivedAt: { } came } && now - came <= TimeSpan.FromDays(MostDaysToHandOver))
            Measured(PromiseKind.HandOver, FromPerson, now <= came + within ? PromiseOutcome.Kept : PromiseOutcome.Late, (came, came + within), TimeSpan.Zero, now);
    }

    /// <summary>The owner's word came by itself, or only when they were asked for it, or never.</summary>
    void MeasureWord(PromiseOutcome outcome, LeadTerms terms, DateTimeOffset at)
    {
        if (terms.DispositionWithin is null || AcceptedAt is not { } accepted || at < accepted)
            return;
        Measured(PromiseKind.Word, Owner, outcome, (accepted, DispositionDueAt ?? at), terms.CalendarOf(Owner).WorkingTimeBetween(accepted, at), at);
    }

    void Measured(PromiseKind kind, PersonId? person, PromiseOutcome outcome, (DateTimeOffset StartedAt, DateTimeOffset DueAt) promised, TimeSpan working, DateTimeOffset at) =>
        _endedPromises.Add(new EndedPromise(this, kind, person, outcome, promised, working, ++PromisesMade, at));
}
