namespace AccountabilityBot.Domain.Leads;

/// <summary>Why a rule put a lead on the guardian's list. Stored in the ledger: they never change.</summary>
public static class GuardianReasons
{
    /// <summary>It was given up as often as the model allows.</summary>
    public const string TooManyHands = "too-many-hands";

    /// <summary>It was rejected, and clarified by its sender, as often as the model allows.</summary>
    public const string TooManyRejects = "too-many-rejects";

    /// <summary>Nobody of a pool answered.</summary>
    public const string PoolExpired = "pool-expired";

    /// <summary>Every member of the department gave it up.</summary>
    public const string NobodyLeft = "nobody-left";

    /// <summary>The last rung of a ladder sent it here.</summary>
    public const string LadderEnded = "ladder-ended";

    /// <summary>The department has no member.</summary>
    public const string NoMembers = "no-members";

    /// <summary>Whoever may be asked is not expected in the department's next working day.</summary>
    public const string NobodyExpected = "nobody-expected";

    /// <summary>Nobody owned it, nothing was timed about it and no queue held it: a defect, found by the sweep that looks for it.</summary>
    public const string Adrift = "adrift";

    /// <summary>The buyer asked not to be contacted, and came again.</summary>
    public const string DoNotContact = "do-not-contact";

    /// <summary>What concerns many leads at once: they come as one list, and not each with a card of its own.</summary>
    public static bool ComesAsList(string? reason) => reason is NoMembers or NobodyExpected or Adrift or DoNotContact;
}
