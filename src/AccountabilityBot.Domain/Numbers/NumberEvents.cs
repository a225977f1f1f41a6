namespace AccountabilityBot.Domain.Numbers;

/// <summary>The ledger kinds of a number. Stored: they never change.</summary>
public static class NumberEvents
{
    public const string Taken = "number.taken";
    public const string Described = "number.described";
    public const string Retired = "number.retired";

    /// <summary>From now on this person owns it. The reason says how: <c>file</c>, <c>hand-over</c>, <c>taken</c>.</summary>
    public const string Owned = "number.owned";
    public const string Value = "number.value";

    public const string HandOverProposed = "number.hand-over-proposed";
    public const string HandOverAccepted = "number.hand-over-accepted";
    public const string HandOverDeclined = "number.hand-over-declined";
    public const string HandOverWithdrawn = "number.hand-over-withdrawn";
    public const string HandOverLapsed = "number.hand-over-lapsed";

    /// <summary>Who was to own it has left, or somebody else owns it by now.</summary>
    public const string HandOverOvertaken = "number.hand-over-overtaken";

    /// <summary>Nobody owns it any more. The reason: one of <see cref="OrphanReasons"/>.</summary>
    public const string Orphaned = "number.orphaned";

    public const string DeputyNamed = "number.deputy-named";
    public const string StillYoursAsked = "number.still-yours-asked";
    public const string StillYoursReminded = "number.still-yours-reminded";

    /// <summary>Neither the question nor the reminder was answered: the guardian hears of it.</summary>
    public const string StillYoursUnanswered = "number.still-yours-unanswered";

    public const string Confirmed = "number.confirmed";
    public const string Challenged = "number.challenged";
    public const string ChallengeAnswered = "number.challenge-answered";
}

/// <summary>Why nobody owns a number any more. Stored in the ledger: they never change.</summary>
public static class OrphanReasons
{
    /// <summary>The directory no longer lists the owner.</summary>
    public const string Left = "left";

    /// <summary>The owner works in another department than the number's.</summary>
    public const string Moved = "moved";

    /// <summary>The owner said that it is not theirs.</summary>
    public const string NotMine = "not-mine";
}
