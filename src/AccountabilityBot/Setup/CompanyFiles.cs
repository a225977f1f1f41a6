using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.People;

namespace AccountabilityBot.Setup;

/// <summary>The model and the people of one company, read together: some rules need both.</summary>
/// <param name="Model">Null when the model file has an error.</param>
/// <param name="People">Everybody whose row is good; none without a people file.</param>
/// <param name="Problems">Errors first stop the start; notices do not.</param>
sealed record CompanyFiles(RevenueModel? Model, IReadOnlyList<PersonFacts> People, IReadOnlyList<Problem> Problems)
{
    public bool HasErrors => Problems.Any(problem => problem.Severity is Severity.Error);

    /// <summary>The company as the files have it, before any database; its people's keys are made for this once.</summary>
    /// <param name="now">The instant in the keys.</param>
    /// <exception cref="InvalidOperationException">The model has an error.</exception>
    public Company ToCompany(int modelVersion, DateTimeOffset now)
    {
        var model = Model ?? throw new InvalidOperationException("The model has errors; there is no company.");
        var people = People.Zip(Membership.Place(model, People)).Where(entry => entry.Second.IsPerson).Select((entry, position) => new CompanyPerson(
            PersonId.New(now), entry.First.ObjectId, entry.First.Name, entry.First.Email, entry.First.Title, entry.Second.Department, entry.First.TimeZone, position)
        {
            Placement = entry.Second,
        });
        return new Company(model, modelVersion, people.ToList(), []) { Accounts = People };
    }

    /// <summary>The model that the configuration names, or else the sample's.</summary>
    public static string ModelPathOf(IConfiguration configuration) =>
        configuration["Model:Path"] ?? Path.Combine(AppContext.BaseDirectory, "Samples", "revenue-model.yaml");

    /// <param name="modelPath">A <c>revenue-model.yaml</c>.</param>
    /// <param name="peoplePath">A <c>people.csv</c>; null where people come from Graph.</param>
    /// <param name="isBesideGraph">The list is a beginning: whom it does not name, Graph may, so that what it lacks is worth a notice and stops nothing.</param>
    public static CompanyFiles Read(string modelPath, string? peoplePath, bool isBesideGraph = false)
    {
        var model = ModelFile.Read(modelPath);
        if (peoplePath is null)
            return new CompanyFiles(model.Model, [], model.Problems);

        var people = PeopleFile.Read(peoplePath);
        IReadOnlyList<Problem> together = model.Model is null
            ? []
            : [.. PeopleRules.Check(people.People, model.Model)
                .Select(problem => IsOfPeople(problem) ? people.Locate(problem) : model.Locate(problem))
                .Select(problem => isBesideGraph ? problem with { Severity = Severity.Notice } : problem)];
        return new CompanyFiles(model.Model, people.People, [.. model.Problems, .. people.Problems, .. together]);
    }

    static bool IsOfPeople(Problem problem) => problem.Path.StartsWith("people[", StringComparison.Ordinal);
}
