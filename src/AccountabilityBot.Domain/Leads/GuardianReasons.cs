namespace AccountabilityBot.Domain.Leads;

/// <summary>Why a rule put a lead on the guardian's list. Stored in the ledger: they never change.</summary>
public static class GuardianReasons
{
    /// <summary>It was given up as often as the model allows.</summary>
    public const string TooManyHands = "too-many-hands";

    /// <summary>Nobody of a pool answered.</summary>
    public const string PoolExpired = "pool-expired";

    /// <summary>Every member of the department gave it up.</summary>
    public const string NobodyLeft = "nobody-left";

    /// <summary>The last rung of a ladder sent it here.</summary>
    public const string LadderEnded = "ladder-ended";

    /// <summary>The department has no member.</summary>
    public const string NoMembers = "no-members";
}
