using AccountabilityBot.Domain.Promises;

namespace AccountabilityBot.Domain.Leads;

public sealed partial class Lead
{
    readonly List<EndedPromise> _endedPromises = [];

    /// <summary>What somebody promised about this lead, with its ladder; none: nobody owes anything at the moment.</summary>
    public RunningPromise? Promise { get; private set; }

    /// <summary>UTC; when the next rung is to be climbed. The one due time of a lead, found by an index.</summary>
    public DateTimeOffset? NextRungAt { get; private set; }

    /// <summary>How many promises were made so far; numbers the next.</summary>
    public int PromisesMade { get; private set; }

    /// <summary>Those that ended in this decision; earlier ones are not loaded.</summary>
    public IReadOnlyList<EndedPromise> EndedPromises => _endedPromises;

    /// <summary>
    /// Climbs every rung that is due, each once and in order, however late anybody looks. A nudge or a call for help changes
    /// nothing about the lead; the last rung takes it out of the hands it is in.
    /// </summary>
    public Decision Climb(LeadTerms terms, DateTimeOffset now)
    {
        // None while nothing counts: a rejected lead's promise waits for Undo.
        if (NextRungAt is not { } next || next > now)
            return Decision.AlreadyDone;
        // Leads of a version that had no ladders know only when the offer ends.
        if (Promise is null && OpenOffer is not null)
            return Done(TakeAway("answer.reassign", GuardianReasons.PoolExpired, terms, now));

        var happened = new List<DomainEvent>();
        while (Promise is { Next: { } rung } promise && rung.DueAt <= now)
        {
            Promise = promise.Climb();
            var name = $"{NameOf(promise.Kind)}.{rung.Name}";
            happened.AddRange(rung.Kind switch
            {
                RungKind.Nudge => [new DomainEvent(LeadEvents.Nudged, Other: promise.Promisor, Reason: name)],
                RungKind.SecondLine => [new DomainEvent(LeadEvents.SecondLine, Other: promise.Promisor, Reason: name)],
                RungKind.Reassign => TakeAway(name, GuardianReasons.PoolExpired, terms, now),
                _ => TakeAway(name, GuardianReasons.LadderEnded, terms, now, toGuardian: true),
            });
        }

        NextRungAt = Promise?.Next?.DueAt;
        return happened.Count == 0 ? Decision.AlreadyDone : Done(happened);
    }

    /// <summary>The promise's name in the ledger. Stored: it never changes.</summary>
    public static string NameOf(PromiseKind kind) => kind switch
    {
        PromiseKind.Answer => "answer",
        PromiseKind.FirstTouch => "first-touch",
        PromiseKind.FollowUp => "follow-up",
        PromiseKind.Complete => "complete",
        PromiseKind.HandOver => "hand-over",
        _ => "word",
    };

    /// <summary>Nobody kept it: one more hand, and on to the next or to the guardian. A pool's goes to the guardian: all of it was asked.</summary>
    List<DomainEvent> TakeAway(string rung, string poolReason, LeadTerms terms, DateTimeOffset now, bool toGuardian = false)
    {
        var from = OpenOffer is { } offer ? offer.To : Owner;
        var nobodyToAsk = OpenOffer is { IsPool: true };
        OpenOffer?.End(OfferOutcome.Expired, by: null, now);
        EndPromise(PromiseOutcome.Broken, terms, now);
        if (DispositionAsks > 0)
            MeasureWord(PromiseOutcome.Broken, terms, now);
        Hands = [.. Hands, new Hand(from, HandKind.Expired, now)];
        Queue(now);
        var expired = new DomainEvent(LeadEvents.Expired, Other: from, Reason: rung);
        return nobodyToAsk || toGuardian
            ? [expired, SendToGuardian(poolReason, now)]
            : [expired, .. ToGuardianIfItMust(terms, now)];
    }

    /// <summary>Nothing is promised where the model asks for no such promise.</summary>
    void MakePromise(PromiseKind kind, PersonId? promisor, LeadTerms terms, DateTimeOffset now)
    {
        // No touch is promised to who asked for none.
        if (terms.Of(kind, promisor) is not { } promised || (kind is not PromiseKind.Answer && Facts.IsNotToBeContacted))
            return;
        Promise = RunningPromise.Start(++PromisesMade, kind, promisor, promised, now);
        NextRungAt = Promise.Next?.DueAt;
    }

    /// <summary>What was owed has been done, in time or not.</summary>
    void FulfilPromise(LeadTerms terms, DateTimeOffset at) =>
        EndPromise(at <= Promise?.DueAt ? PromiseOutcome.Kept : PromiseOutcome.Late, terms, at);

    void EndPromise(PromiseOutcome outcome, LeadTerms terms, DateTimeOffset at)
    {
        if (Promise is { } promise)
            _endedPromises.Add(new EndedPromise(this, promise, outcome, promise.ServedUntil(terms.CalendarOf(promise.Promisor), at), at));
        (Promise, NextRungAt) = (null, null);
    }

    void PausePromise(LeadTerms terms, DateTimeOffset now) =>
        (Promise, NextRungAt) = (Promise?.Pause(terms.CalendarOf(Promise.Promisor), now), null);

    void ResumePromise(LeadTerms terms, DateTimeOffset now)
    {
        Promise = Promise?.Resume(terms.CalendarOf(Promise.Promisor), now);
        NextRungAt = Promise?.Next?.DueAt;
    }
}
