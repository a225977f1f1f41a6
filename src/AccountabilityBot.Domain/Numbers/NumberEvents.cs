namespace AccountabilityBot.Domain.Numbers;

/// <summary>The ledger kinds of a number. Stored: they never change.</summary>
public static class NumberEvents
{
    public const string Taken = "number.taken";
    public const string Described = "number.described";
    public const string Retired = "number.retired";
    public const string Owned = "number.owned";
    public const string Value = "number.value";
}
