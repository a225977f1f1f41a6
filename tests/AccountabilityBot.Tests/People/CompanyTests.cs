using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.WorkingTime;
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

    [Theory]
    // The directory's zone, that of their own hours, the department's; and the company's is what remains.
    [InlineData("America/New_York", "Asia/Kolkata", "Europe/London", "Asia/Kolkata")]
    [InlineData("America/New_York", null, "Europe/London", "America/New_York")]
    [InlineData(null, "Asia/Kolkata", "Europe/London", "Asia/Kolkata")]
    [InlineData(null, null, "Europe/London", "Europe/London")]
    [InlineData(null, null, null, "Europe/Berlin")]
    public void A_reader_lives_by_the_nearest_clock_that_is_known(string? directory, string? hours, string? department, string expected)
    {
        var sales = department is null ? null : new Department("sales", "Sales", "en", department, "", "", [], null, Department.DefaultPoolOffers);
        var person = Ana with { TimeZone = directory, Department = sales };
        var company = new Company(
            Model([]) with
            {
                Departments = sales is null ? [] : [sales],
                PeopleHours = new[] { hours }.OfType<string>().ToDictionary(_ => person.ObjectId, zone => new OwnHours(zone, HoursChange.None)),
            },
            modelVersion: 1,
            [person],
            appointed: []);

        var reader = company.ReaderOf(person);

        Assert.Equal(expected, reader.Zone.Id);
        Assert.Equal(sales is null && hours is null, reader.Works is null);
    }

    static Company With(IReadOnlyList<string> administrators) => new(Model(administrators), modelVersion: 1, [Ana, Bo], appointed: [Ana.Id]);

    static RevenueModel Model(IReadOnlyList<string> administrators) => new()
    {
        Company = "Firm",
        Language = "en",
        TimeZone = "Europe/Berlin",
        Leads = new LeadRules("sales", "marketing-sales"),
        Administrators = administrators,
    };

    static CompanyPerson Person(int no, string email) => new(
        new PersonId(new Guid(no, 0, 0, new byte[8])), $"00000000-0000-4000-8000-{no:D12}", email, email, null, null, null, no);
}
