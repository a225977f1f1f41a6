namespace AccountabilityBot.Domain.Council;

/// <summary>What the council says to a proposal. Stored: the numbers never change.</summary>
public enum CouncilVerdict
{
    Approve = 1,
    Reject = 2,

    /// <summary>Not now: it stays on the list, and can be decided later.</summary>
    Park = 3,
}

/// <summary>What the council decides about. Stored: they never change.</summary>
public static class CouncilSubjects
{
    public const string RuleChange = "rule-change";
    public const string ModelDraft = "model-draft";
    public const string Experiment = "experiment";
}

/// <summary>Every refusal of the council's matters, in one place. The sentence of each stands in the resource files under <c>refusal.</c> and its code.</summary>
public static class CouncilRefusals
{
    /// <summary>In UTF-16 units: a council's reason or result is a sentence or two.</summary>
    public const int LongestWhy = 500;

    /// <summary>Anybody may read; only members decide. The sentence names them.</summary>
    public static Refusal NotAMember() => new("council.not-a-member", RefusalKind.NotAllowed);

    public static Refusal DecidedAlready() => new("council.decided-already", RefusalKind.Stale);

    public static Refusal ParkedAlready() => new("council.parked-already", RefusalKind.Stale);

    /// <summary>A newer file took its place, or the file says again what is in force.</summary>
    public static Refusal Overtaken() => new("council.overtaken", RefusalKind.Stale);

    /// <summary>The version in force is no longer the one whose difference stood on the card.</summary>
    public static Refusal MovedOn(int inForce) => new("council.moved-on", RefusalKind.Stale, inForce);

    /// <summary>The text can no longer be read: a newer program reads models more strictly.</summary>
    public static Refusal Unreadable() => new("council.unreadable", RefusalKind.Stale);

    public static Refusal WhyMissing() => new("council.why-missing", RefusalKind.Invalid);

    public static Refusal WhyTooLong() => new("council.why-too-long", RefusalKind.Invalid, LongestWhy);

    /// <summary>What holds of whatever the council decides about.</summary>
    internal static Refusal? Of(bool isMember, CouncilVerdict verdict, string? why, bool isDecided, bool isParked) =>
        !isMember ? NotAMember()
        : isDecided ? DecidedAlready()
        : isParked && verdict is CouncilVerdict.Park ? ParkedAlready()
        : why?.Length > LongestWhy ? WhyTooLong()
        : verdict is CouncilVerdict.Reject && string.IsNullOrWhiteSpace(why) ? WhyMissing()
        : null;
}
