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

    /// <summary>Whoever promised it is not in the company any more, and the head heard of it.</summary>
    public const string OwnerLeft = "commitment.owner-left";
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

    static Refusal Invalid(string code, params object?[] args) => new(code, RefusalKind.Invalid, args);
}
