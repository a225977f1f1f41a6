namespace AccountabilityBot.Domain.Commitments;

/// <summary>The ledger kinds of a commitment; its words stand beside the ledger. Stored: they never change.</summary>
public static class CommitmentEvents
{
    public const string Made = "commitment.made";
    public const string Kept = "commitment.kept";
    public const string Dropped = "commitment.dropped";

    /// <summary>The reason names both days: <c>2026-12-04&gt;2026-12-11</c>.</summary>
    public const string Moved = "commitment.moved";

    /// <summary>The reason says what it slips by: a literal of <see cref="SlipReasons"/>.</summary>
    public const string OfferedHelp = "commitment.offered-help";

    public const string AskedHelp = "commitment.asked-help";

    /// <summary>Help was offered, nothing was said, and the head heard of it.</summary>
    public const string Escalated = "commitment.escalated";

    /// <summary>Whoever promised it is not in the company any more, and somebody was asked to take it over.</summary>
    public const string OwnerLeft = "commitment.owner-left";

    /// <summary>Whoever promised it works for another department now, and somebody was asked to take it over.</summary>
    public const string OwnerMoved = "commitment.owner-moved";

    /// <summary>Whoever promised it is here again, and it is theirs.</summary>
    public const string OwnerBack = "commitment.owner-back";

    /// <summary>Nobody took it over, and the next one was asked.</summary>
    public const string OfferedOn = "commitment.offered-on";

    /// <summary>The other one is who had it before. The reason names both days where it got a new one: <c>2026-12-04&gt;2026-12-11</c>.</summary>
    public const string TakenOver = "commitment.taken-over";
}

/// <summary>Why a promise was dropped where no person says it. Stored in the place of somebody's words: they never change.</summary>
public static class DropReasons
{
    /// <summary>It was between two people, and one of them has left.</summary>
    public const string OwnerLeft = "owner-left";
}

/// <summary>By what a promise slips. Stored: they never change.</summary>
public static class SlipReasons
{
    /// <summary>Its day is over.</summary>
    public const string DayOver = "day-over";

    /// <summary>It was moved twice or more.</summary>
    public const string MovedAgain = "moved-again";
}

/// <summary>Every refusal about a commitment, in one place. The sentence of each stands in the resource files under <c>refusal.</c> and its code.</summary>
public static class CommitmentRefusals
{
    public static Refusal TextMissing() => Invalid("commitment.text-missing");

    public static Refusal TextTooLong(int most) => Invalid("commitment.text-too-long", most);

    public static Refusal DateMissing() => Invalid("commitment.date-missing");

    public static Refusal DateNotAhead() => Invalid("commitment.date-not-ahead");

    public static Refusal DateTooFar(int mostDays) => Invalid("commitment.date-too-far", mostDays);

    public static Refusal ReasonMissing() => Invalid("commitment.reason-missing");

    public static Refusal MoveReasonMissing() => Invalid("commitment.move-reason-missing");

    /// <summary>Moved to the day on which it is due already.</summary>
    public static Refusal SameDay() => Invalid("commitment.same-day");

    /// <summary>There is nothing to help with: its day has not come, and it was not moved twice.</summary>
    public static Refusal NotSlipping() => new("commitment.not-slipping", RefusalKind.Stale);

    public static Refusal NotTheOwner(PersonId owner) => new("commitment.not-the-owner", RefusalKind.NotAllowed, owner);

    /// <summary>Kept or dropped; neither is taken back.</summary>
    public static Refusal Closed() => new("commitment.closed", RefusalKind.Stale);

    /// <summary>There is nothing to take over: whoever promised it is here, and it is theirs.</summary>
    public static Refusal NotGone(PersonId owner) => new("commitment.not-gone", RefusalKind.Stale, owner);

    /// <param name="from">Who is gone.</param>
    public static Refusal NotYoursToTake(PersonId from) => new("commitment.not-yours-to-take", RefusalKind.NotAllowed, from);

    /// <param name="by">Whose it is now.</param>
    public static Refusal TakenAlready(PersonId by) => new("commitment.taken-already", RefusalKind.Stale, by);

    /// <summary>Taken over without a new day, when the one it has is over.</summary>
    public static Refusal DayOver() => Invalid("commitment.day-over");

    static Refusal Invalid(string code, params object?[] args) => new(code, RefusalKind.Invalid, args);
}
