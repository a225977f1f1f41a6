using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Setup;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Benchmarks.Hosting;

/// <summary>A typical lead of the sample company, on offer to the pool of sales, without a database.</summary>
static class SampleLead
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static string ModelPath => Path.Combine(AppContext.BaseDirectory, "Samples", "revenue-model.yaml");

    public static string PeoplePath => Path.Combine(AppContext.BaseDirectory, "Samples", "people.csv");

    /// <returns>What the card is drawn from, and a member of sales who presses.</returns>
    public static (LeadView View, CompanyPerson Member) OnOffer()
    {
        var files = CompanyFiles.Read(ModelPath, PeoplePath);
        var model = files.Model ?? throw new InvalidOperationException(string.Join('\n', files.Problems));
        var people = files.People.Select((person, position) => new CompanyPerson(
            PersonId.New(Now), person.ObjectId, person.Name, person.Email, person.Title,
            person.DepartmentLabel is { } label ? model.FindDepartment(label) : null, person.TimeZone, position));
        var company = new Company(model, 1, people, []);

        var (arriving, problem) = LeadReading.Read(Message(1), company, Now);
        var (lead, _) = Lead.Receive(arriving ?? throw new InvalidOperationException(problem!.Sentence), LeadId.New(Now), 1_042, Now);
        lead.OfferTo(ToPool, company.TermsOf(lead), Now);
        return (new LeadView { Lead = lead, Company = company, Say = Sentences.In("en-US"), PostId = Guid.CreateVersion7(Now), Now = Now },
            company.MembersOf(lead.Department)[0]);
    }

    public static OfferTo ToPool { get; } = new(null, new OfferReason(OfferReason.Pool));

    public static LeadMessage Message(int number) => new()
    {
        ExternalId = $"figures-{number}",
        Source = "website",
        Name = "Dr. Amelie Fournier-Schäfer",
        Company = $"Nordlicht Apotheken Verbund {number} GmbH",
        Email = $"a.fournier@nordlicht-{number}.example",
        Phone = "+49 40 5550142",
        Segment = "hot",
        Department = "sales",
        Value = 48_500,
        Currency = "EUR",
        Campaign = "Vaccine cold chain, autumn",
    };
}
