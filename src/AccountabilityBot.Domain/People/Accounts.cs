namespace AccountabilityBot.Domain.People;

/// <summary>What an account of the directory stands for. Stored: values never change.</summary>
public enum AccountKind
{
    Person = 0,

    /// <summary>They may not sign in: so somebody who has left usually looks at first.</summary>
    Blocked = 1,

    /// <summary>Of another company.</summary>
    Guest = 2,

    /// <summary>A room, a device or a mailbox of several.</summary>
    Resource = 3,

    /// <summary>Nothing about it is a person's: no given name, no surname, no title, no department, nobody above.</summary>
    Unnamed = 4,

    /// <summary>Deleted, and can still be restored (30 days).</summary>
    Deleted = 5,

    /// <summary>Deleted for ever.</summary>
    Purged = 6,

    /// <summary>No longer in the list.</summary>
    Unlisted = 7,
}

/// <summary>What of an account tells whether a person stands behind it. Null: the directory says nothing.</summary>
/// <param name="IsBlocked">It may not sign in; so may no room or shared mailbox.</param>
/// <param name="PrincipalName">User principal name; a guest's has <c>#EXT#</c> in it.</param>
/// <param name="Purpose">What its mailbox is for, as Graph's <c>userPurpose</c> spells it.</param>
public sealed record AccountFacts(
    bool IsBlocked, bool IsGuest, string? PrincipalName, string? GivenName, string? Surname, string? Title, string? DepartmentLabel, string? Manager, string? Purpose);

/// <summary>Which accounts of a directory are people who work here. Rooms, programs and guests are accounts like any other there.</summary>
public static class Accounts
{
    /// <summary>Graph: mailboxSettings resource, userPurpose.</summary>
    static readonly string[] _purposesOfNobody = ["room", "equipment", "shared", "others"];

    public static AccountKind KindOf(AccountFacts account)
    {
        if (account.IsGuest || account.PrincipalName?.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) is true)
            return AccountKind.Guest;
        if (account.Purpose is { } purpose && _purposesOfNobody.Contains(purpose, StringComparer.OrdinalIgnoreCase))
            return AccountKind.Resource;
        // A room may not sign in either; a person who may not has a name, or did have one.
        var isNamed = new[] { account.GivenName, account.Surname, account.Title, account.DepartmentLabel, account.Manager }.Any(value => !string.IsNullOrWhiteSpace(value));
        if (!isNamed)
            return AccountKind.Unnamed;
        return account.IsBlocked ? AccountKind.Blocked : AccountKind.Person;
    }
}
