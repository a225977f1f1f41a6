using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;

namespace AccountabilityBot.Tests.People;

public sealed class CompanyTests
{
    static readonly CompanyPerson Ana = Person(1, "ana@firm.example");
    static readonly CompanyPerson Bo = Person(2, "bo@firm.example");

    [Fact]
    public void Who_installed_first_is_administrator_while_the_model_names_nobody() =>
        Assert.Equal([Ana.Id], With([]).Administrators);

    [Fact]
    public void The_model_takes_it_from_who_installed_first() =>
        Assert.Equal([Bo.Id], With(["bo@firm.example"]).Administrators);

    [Fact]
    public void A_group_of_Entra_in_the_model_counts_as_naming_somebody() =>
        Assert.Empty(With(["9f0c1d9e-4a52-4a0f-9a3e-1c52f2d0a001"]).Administrators);

    static Company With(IReadOnlyList<string> administrators) => new(
        new RevenueModel
        {
            Company = "Firm",
            Language = "en",
            TimeZone = "Europe/Berlin",
            Leads = new LeadRules("sales", "marketing-sales"),
            Administrators = administrators,
        },
        modelVersion: 1,
        [Ana, Bo],
        appointed: [Ana.Id]);

    static CompanyPerson Person(int no, string email) => new(
        new PersonId(new Guid(no, 0, 0, new byte[8])), $"00000000-0000-4000-8000-{no:D12}", email, email, null, null, null, no);
}
