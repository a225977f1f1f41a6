namespace AccountabilityBot.Domain.Commitments;

/// <summary>How a promise stands when it is reported, first thing next time.</summary>
public enum Reported
{
    KeptInTime,

    /// <summary>Kept, and its day was over.</summary>
    KeptLate,

    /// <summary>Open, moved in the period, and its new day is still to come.</summary>
    Moved,

    Dropped,

    /// <summary>Open, and its day is over, in this period or long ago.</summary>
    Missed,

    /// <summary>Open, and its day is still to come.</summary>
    Coming,
}

public sealed record ReportedCommitment(Commitment Commitment, Reported How);

/// <summary>What became of promises between one rhythm and the next. Each stands in it once, or not at all.</summary>
public static class CommitmentReport
{
    /// <summary>Those that are to be spoken about come first: missed, kept late, moved, dropped, kept in time; then what is coming, by its day.</summary>
    static readonly Reported[] Order = [Reported.Missed, Reported.KeptLate, Reported.Moved, Reported.Dropped, Reported.KeptInTime, Reported.Coming];

    /// <summary>Private ones are in no channel's report, whatever is handed in.</summary>
    /// <param name="since">The first day of the period: that of the last digest.</param>
    /// <param name="until">Not part of it: the day of this digest.</param>
    /// <param name="dayOf">The owner's day at an instant.</param>
    public static IReadOnlyList<ReportedCommitment> Of(
        IEnumerable<Commitment> commitments, DateOnly since, DateOnly until, Func<PersonId, DateTimeOffset, DateOnly> dayOf) =>
    [
        .. from commitment in commitments
           where !commitment.IsPrivate
           let how = HowOf(commitment, since, until, dayOf)
           where how.HasValue
           orderby Array.IndexOf(Order, how.Value), commitment.DueOn, commitment.Id
           select new ReportedCommitment(commitment, how.Value),
    ];

    static Reported? HowOf(Commitment commitment, DateOnly since, DateOnly until, Func<PersonId, DateTimeOffset, DateOnly> dayOf)
    {
        if (commitment.State is CommitmentState.Open)
        {
            return commitment.DueOn < until ? Reported.Missed
                : commitment.MovedAt is { } moved && IsIn(dayOf(commitment.Owner, moved)) ? Reported.Moved
                : Reported.Coming;
        }

        var closed = dayOf(commitment.Owner, commitment.ClosedAt!.Value);
        return !IsIn(closed) ? null
            : commitment.State is CommitmentState.Dropped ? Reported.Dropped
            : closed <= commitment.DueOn ? Reported.KeptInTime
            : Reported.KeptLate;

        bool IsIn(DateOnly day) => day >= since && day < until;
    }
}
