namespace AccountabilityBot.Domain.Commitments;

/// <summary>The ledger kinds of a commitment; its words stand beside the ledger. Stored: they never change.</summary>
public static class CommitmentEvents
{
    public const string Made = "commitment.made";
    public const string Kept = "commitment.kept";
    public const string Dropped = "commitment.dropped";
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

    public static Refusal NotTheOwner(PersonId owner) => new("commitment.not-the-owner", RefusalKind.NotAllowed, owner);

    /// <summary>Kept or dropped; neither is taken back.</summary>
    public static Refusal Closed() => new("commitment.closed", RefusalKind.Stale);

    static Refusal Invalid(string code, params object?[] args) => new(code, RefusalKind.Invalid, args);
}
