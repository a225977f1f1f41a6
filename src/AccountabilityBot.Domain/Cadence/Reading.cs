namespace AccountabilityBot.Domain.Cadence;

/// <summary>Whether a leader goes by the rhythm they lead.</summary>
public static class Reading
{
    /// <summary>So many digests in a row without a press are no accident.</summary>
    public const int Skipped = 3;

    /// <summary>Whether a leader is to be told now: once for each so many digests in a row that went by without them.</summary>
    /// <param name="read">Of the digests so far, the latest first: whether this person pressed anything on it.</param>
    public static bool IsToBeTold(IEnumerable<bool> read)
    {
        var skipped = read.TakeWhile(one => !one).Count();
        return skipped > 0 && skipped % Skipped is 0;
    }
}
