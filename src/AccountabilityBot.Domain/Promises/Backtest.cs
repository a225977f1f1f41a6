namespace AccountabilityBot.Domain.Promises;

/// <summary>What a promise would have meant for one lead of the past.</summary>
/// <param name="Raw">Elapsed time from the arrival to the answer; none: there was no answer.</param>
/// <param name="Working">Working time of it; none likewise.</param>
/// <param name="Breached">Whether the answer came after the promise was due, or never.</param>
/// <param name="Rungs">Names of the rungs that would have been climbed, in their order.</param>
public sealed record Backtest(TimeSpan? Raw, TimeSpan? Working, bool Breached, IReadOnlyList<string> Rungs)
{
    /// <param name="terms">As they would have stood on the lead, with the department's calendar.</param>
    /// <param name="receivedAt">From here the promise counts.</param>
    /// <param name="answeredAt">Not before <paramref name="receivedAt"/>; none: never answered.</param>
    public static Backtest Of(PromiseTerms terms, DateTimeOffset receivedAt, DateTimeOffset? answeredAt)
    {
        var promise = RunningPromise.Start(1, PromiseKind.Answer, promisor: null, terms, receivedAt);
        if (answeredAt is not { } answered)
            return new Backtest(null, null, Breached: true, [.. promise.Rungs.Select(rung => rung.Name)]);

        // An answer in the very instant in which something is due comes in time for it.
        return new Backtest(
            answered - receivedAt,
            terms.Calendar.WorkingTimeBetween(receivedAt, answered),
            promise.DueAt < answered,
            [.. promise.Rungs.TakeWhile(rung => rung.DueAt < answered).Select(rung => rung.Name)]);
    }
}
