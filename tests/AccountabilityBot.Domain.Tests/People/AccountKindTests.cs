using AccountabilityBot.Domain.People;

namespace AccountabilityBot.Domain.Tests.People;

/// <summary>Which accounts of a directory are people, and what the others are.</summary>
public sealed class AccountKindTests
{
    static readonly AccountFacts Ana = new(
        IsBlocked: false, IsGuest: false, "ana@firm.example", "Ana", "Sousa", "Account executive", "Sales", Manager: null, Purpose: "user");

    static readonly AccountFacts Nameless = new(IsBlocked: false, IsGuest: false, "svc@firm.example", null, null, null, null, null, null);

    public static TheoryData<AccountKind, AccountFacts> Table => new()
    {
        { AccountKind.Person, Ana },
        { AccountKind.Person, Ana with { PrincipalName = null, Purpose = null } },
        { AccountKind.Person, Ana with { Purpose = "linked" } },
        { AccountKind.Guest, Ana with { IsGuest = true } },
        { AccountKind.Guest, Ana with { PrincipalName = "ana_other.example#EXT#@firm.example" } },
        { AccountKind.Guest, Ana with { PrincipalName = "ana_other.example#ext#@firm.example" } },
        { AccountKind.Guest, Ana with { IsGuest = true, IsBlocked = true, Purpose = "shared" } },
        { AccountKind.Resource, Ana with { Purpose = "room" } },
        { AccountKind.Resource, Ana with { Purpose = "Shared" } },
        { AccountKind.Resource, Ana with { Purpose = "equipment" } },
        { AccountKind.Resource, Ana with { Purpose = "others" } },
        { AccountKind.Resource, Nameless with { Purpose = "room", IsBlocked = true } },
        { AccountKind.Blocked, Ana with { IsBlocked = true } },
        { AccountKind.Unnamed, Nameless },
        { AccountKind.Unnamed, Nameless with { IsBlocked = true } },
        { AccountKind.Unnamed, Nameless with { GivenName = " ", Surname = "", Title = "\t" } },
    };

    [Theory, MemberData(nameof(Table))]
    public void An_account_is_what_its_properties_make_it(AccountKind kind, AccountFacts account) => Assert.Equal(kind, Accounts.KindOf(account));

    [Fact]
    public void Any_one_thing_that_only_a_person_has_makes_a_person()
    {
        foreach (var account in new[]
        {
            Nameless with { GivenName = "Ana" }, Nameless with { Surname = "Sousa" }, Nameless with { Title = "Account executive" },
            Nameless with { DepartmentLabel = "Sales" }, Nameless with { Manager = "00000000-0000-4000-8000-000000000001" },
        })
        {
            Assert.Equal(AccountKind.Person, Accounts.KindOf(account));
            Assert.Equal(AccountKind.Blocked, Accounts.KindOf(account with { IsBlocked = true }));
        }
    }
}
