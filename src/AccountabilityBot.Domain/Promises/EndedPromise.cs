using AccountabilityBot.Domain.Leads;

namespace AccountabilityBot.Domain.Promises;

/// <summary>How a promise ended. Stored: the numbers never change.</summary>
public enum PromiseOutcome
{
    /// <summary>Done in time.</summary>
    Kept = 1,

    /// <summary>Done, and later than promised.</summary>
    Late = 2,

    /// <summary>Not done: its last rung took the lead away.</summary>
    Broken = 3,

    /// <summary>Somebody else decided otherwise, or the person gave the lead back: neither kept nor broken.</summary>
    Void = 4,
}

/// <summary>
/// What became of one promise, once and for all. Three times are kept apart, so that nobody is blamed for a slow system:
/// raw from the lead's arrival, waiting until it was promised to anybody, working in the hours of whoever promised.
/// </summary>
public sealed class EndedPromise
{
    EndedPromise()
    {
    }

    internal EndedPromise(Lead lead, RunningPromise promise, PromiseOutcome outcome, TimeSpan working, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        (LeadId, No, Kind, Person, Outcome) = (lead.Id, promise.No, promise.Kind, promise.Promisor, outcome);
        (StartedAt, DueAt, EndedAt, Climbed) = (promise.StartedAt, promise.DueAt, at, promise.Climbed);
        RawSeconds = Seconds(at - lead.ReceivedAt);
        WaitingSeconds = Seconds(promise.StartedAt - lead.ReceivedAt);
        WorkingSeconds = Seconds(working);
    }

    /// <summary>One that never ran on the lead, for there is no ladder to it.</summary>
    internal EndedPromise(Lead lead, PromiseKind kind, PersonId? person, PromiseOutcome outcome, (DateTimeOffset StartedAt, DateTimeOffset DueAt) promised, TimeSpan working, int no, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        (LeadId, No, Kind, Person, Outcome) = (lead.Id, no, kind, person, outcome);
        (StartedAt, DueAt, EndedAt) = (promised.StartedAt, promised.DueAt, at);
        RawSeconds = Seconds(at - lead.ReceivedAt);
        WaitingSeconds = Seconds(promised.StartedAt - lead.ReceivedAt);
        WorkingSeconds = Seconds(working);
    }

    /// <summary>Of its own, so that of two who end one promise at once the loser fails on the lead's version and not here.</summary>
    public Guid Id { get; private set; }

    public LeadId LeadId { get; private set; }

    /// <summary>1 for the first promise about the lead, then counting.</summary>
    public int No { get; private set; }

    public PromiseKind Kind { get; private set; }

    /// <summary>Who promised; none: a pool, or a department that hands over.</summary>
    public PersonId? Person { get; private set; }

    public PromiseOutcome Outcome { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>UTC; the last one, if a hold moved it.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset EndedAt { get; private set; }

    /// <summary>How many rungs were climbed.</summary>
    public int Climbed { get; private set; }

    /// <summary>Elapsed seconds from the lead's arrival to the end of the promise.</summary>
    public long RawSeconds { get; private set; }

    /// <summary>Elapsed seconds from the lead's arrival to the start of the promise: queue, night, and the hands before.</summary>
    public long WaitingSeconds { get; private set; }

    /// <summary>Working seconds from the start of the promise to its end, holds left out.</summary>
    public long WorkingSeconds { get; private set; }

    // A sender's clock may run ahead of ours: a lead that arrives in the future has waited for nobody.
    static long Seconds(TimeSpan time) => Math.Max(0, (long)time.TotalSeconds);
}
