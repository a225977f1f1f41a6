using AccountabilityBot.Domain.Leads;

namespace AccountabilityBot.Domain.Tests.Leads;

public sealed class AccountsTests
{
    [Theory]
    [InlineData("Lee GmbH", "LEE")]
    [InlineData("Lee GmbH & Co. KG", "Lee")]
    [InlineData("  Lee,  Inc. ", "lee inc")]
    [InlineData("Ｌｅｅ", "Lee")]
    [InlineData("Park-Söhne AG", "park söhne")]
    public void Two_spellings_of_one_company_are_one_account(string one, string other) =>
        Assert.Equal(Accounts.KeyOf(one, email: null), Accounts.KeyOf(other, email: null));

    [Theory]
    [InlineData("Lee", "Li")]
    [InlineData("Lee Pumps", "Lee Valves")]
    public void Two_companies_are_two(string one, string other) =>
        Assert.NotEqual(Accounts.KeyOf(one, email: null), Accounts.KeyOf(other, email: null));

    /// <summary>Half of a pair of surrogates, as a sender's cut at a fixed length leaves it.</summary>
    [Fact]
    public void Half_a_character_is_no_part_of_a_name() => Assert.Equal("c:lee", Accounts.KeyOf("Lee \ud83d", email: null));

    [Fact]
    public void A_company_whose_name_is_a_legal_form_keeps_it() => Assert.Equal("c:se", Accounts.KeyOf("SE", email: null));

    [Theory]
    [InlineData("kim@Lee.example", "d:lee.example")]
    [InlineData("\"a@b\"@lee.example", "d:lee.example")]
    [InlineData("kim@gmail.com", null)]
    [InlineData("kim@GMX.de", null)]
    [InlineData("kim", null)]
    [InlineData("kim@", null)]
    [InlineData("kim@  ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Without_a_company_the_mail_domain_tells_unless_anybody_can_have_it(string? email, string? key)
    {
        Assert.Equal(key, Accounts.KeyOf(company: null, email));
        Assert.Equal(key, Accounts.KeyOf(" ", email));
        Assert.Equal(key, Accounts.KeyOf("!", email));
    }
}
