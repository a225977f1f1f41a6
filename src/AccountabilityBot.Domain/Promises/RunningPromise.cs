using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Promises;

/// <summary>What was promised. Stored: the numbers never change.</summary>
public enum PromiseKind
{
    /// <summary>An offer is answered: accepted, rejected or passed on.</summary>
    Answer = 1,

    /// <summary>The owner speaks or writes to the buyer for the first time.</summary>
    FirstTouch = 2,

    /// <summary>The owner speaks or writes to the buyer again.</summary>
    FollowUp = 3,

    /// <summary>The sender hands over with all the facts that their seam promises. Measured once, on arrival.</summary>
    Complete = 4,

    /// <summary>The sender hands over within so much elapsed time of the buyer's coming. Measured once, on arrival.</summary>
    HandOver = 5,

    /// <summary>The owner says what became of it before they have to be asked.</summary>
    Word = 6,
}

/// <summary>What is promised when something begins: how long, what happens meanwhile, and by whose hours it counts.</summary>
/// <param name="Within">Working time.</param>
/// <param name="Ladder">What happens step by step.</param>
/// <param name="Calendar">Of the department, or of the one person who promises and has hours of their own.</param>
public sealed record PromiseTerms(TimeSpan Within, Ladder Ladder, WorkingCalendar Calendar);

/// <summary>One rung of a ladder that stands against a wall.</summary>
/// <param name="Name"><c>nudge-1</c>, <c>second-line</c>, …</param>
/// <param name="After">Working time from the promise's start.</param>
/// <param name="DueAt">UTC; moves only when the promise is paused and goes on.</param>
public sealed record Rung(string Name, RungKind Kind, TimeSpan After, DateTimeOffset DueAt);

/// <summary>
/// A promise that runs on a lead, with its ladder frozen. Immutable: each step gives a new one. A lead has at most one at a
/// time, so that "what is this lead waiting for, and until when" has one answer.
/// </summary>
public sealed record RunningPromise
{
    /// <summary>1 for the first promise about a lead, then counting; names the promise in the ledger and in once-only keys.</summary>
    public required int No { get; init; }

    public required PromiseKind Kind { get; init; }

    /// <summary>Who promised; none: a pool.</summary>
    public PersonId? Promisor { get; init; }

    /// <summary>Working time promised.</summary>
    public required TimeSpan Within { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>UTC; when so much working time has passed. A person reads this one.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public required IReadOnlyList<Rung> Rungs { get; init; }

    /// <summary>How many rungs were climbed; each once, and in their order.</summary>
    public int Climbed { get; init; }

    /// <summary>UTC; since when working time counts: the start, or the last time it went on.</summary>
    public required DateTimeOffset CountsFrom { get; init; }

    /// <summary>Working time that had passed before <see cref="CountsFrom"/>.</summary>
    public TimeSpan Served { get; init; }

    /// <summary>UTC; set while the promise does not count.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    public bool IsPaused => PausedAt is not null;

    /// <summary>The rung that is climbed next, in time; none: all were, or the promise is paused.</summary>
    public Rung? Next => IsPaused || Climbed >= Rungs.Count ? null : Rungs[Climbed];

    /// <summary>The rung that was climbed last.</summary>
    public Rung? Last => Climbed == 0 ? null : Rungs[Climbed - 1];

    public static RunningPromise Start(int no, PromiseKind kind, PersonId? promisor, PromiseTerms terms, DateTimeOffset now)
    {
        var names = terms.Ladder.Names;
        return new RunningPromise
        {
            No = no,
            Kind = kind,
            Promisor = promisor,
            Within = terms.Within,
            StartedAt = now,
            CountsFrom = now,
            DueAt = terms.Calendar.AddWorkingTime(now, terms.Within),
            Rungs =
            [
                .. from step in terms.Ladder.Steps.Zip(names)
                   let after = terms.Within * (step.First.Percent / 100.0)
                   select new Rung(step.Second, step.First.Kind, after, terms.Calendar.AddWorkingTime(now, after)),
            ],
        };
    }

    /// <summary>One rung higher.</summary>
    public RunningPromise Climb() => this with { Climbed = Climbed + 1 };

    /// <summary>Working time stops counting. A promise that is paused already stays as it is.</summary>
    public RunningPromise Pause(WorkingCalendar calendar, DateTimeOffset now) =>
        IsPaused ? this : this with { PausedAt = now, Served = ServedUntil(calendar, now) };

    /// <summary>It counts again: whatever was left of every rung that is still to be climbed is left from now on.</summary>
    public RunningPromise Resume(WorkingCalendar calendar, DateTimeOffset now) => !IsPaused ? this : this with
    {
        PausedAt = null,
        CountsFrom = now,
        // What was late before the pause was late then, and is not due anew.
        DueAt = Served >= Within ? DueAt : calendar.AddWorkingTime(now, Within - Served),
        Rungs = [.. Rungs.Select((rung, index) => index < Climbed ? rung : rung with { DueAt = calendar.AddWorkingTime(now, rung.After - Served) })],
    };

    /// <summary>Working time that has passed for this promise, pauses left out.</summary>
    public TimeSpan ServedUntil(WorkingCalendar calendar, DateTimeOffset now) =>
        IsPaused ? Served : Served + calendar.WorkingTimeBetween(CountsFrom, now);
}
