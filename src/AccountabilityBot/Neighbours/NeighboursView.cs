using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Neighbours;

/// <summary>A neighbour with the people who matter to the reader.</summary>
/// <param name="Shared">With whom the reader had hand-offs, the most first; beside head and guardian, who are named anyway.</param>
/// <param name="Others">Where there is nobody such: who is there, in the order of the directory, likewise.</param>
/// <param name="More">How many of the department are not named.</param>
sealed record NeighbourPeople(Neighbour Neighbour, IReadOnlyList<CompanyPerson> Shared, IReadOnlyList<CompanyPerson> Others, int More)
{
    public Department Department => Neighbour.Department;
}

/// <summary>All that the card about neighbours is drawn from.</summary>
sealed record NeighboursView
{
    const int MostNamed = 5;

    /// <summary>Whose neighbours.</summary>
    public required Department Department { get; init; }

    /// <summary>Asked for; what leads the other way is left out.</summary>
    public required SeamDirections Directions { get; init; }

    public required IReadOnlyList<NeighbourPeople> Neighbours { get; init; }

    /// <summary>None: somebody the directory does not list.</summary>
    public CompanyPerson? Reader { get; init; }

    /// <summary>Only the reader sees the card.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>The department is the reader's own, and only they see the card.</summary>
    public bool IsReadersOwn { get; init; }

    public required Company Company { get; init; }

    public required WhoIsThere There { get; init; }

    public required Sentences Say { get; init; }

    /// <param name="shared">With whom the reader had how many hand-offs; the figures order, and are never shown.</param>
    public static NeighboursView Of(
        Company company, Department department, SeamDirections directions, CompanyPerson? reader, IReadOnlyDictionary<PersonId, int> shared, WhoIsThere there, Sentences say) => new()
        {
            Department = department,
            Directions = directions,
            Neighbours =
            [
                .. Neighbour.AllOf(company.Model, department.Id)
                    .Where(neighbour => (neighbour.Directions & directions) is not SeamDirections.None)
                    .Select(neighbour => PeopleOf(company, neighbour, reader, shared, there)),
            ],
            Reader = reader,
            Company = company,
            There = there,
            Say = say,
        };

    static NeighbourPeople PeopleOf(Company company, Neighbour neighbour, CompanyPerson? reader, IReadOnlyDictionary<PersonId, int> shared, WhoIsThere there)
    {
        PersonId?[] named = [company.HeadOf(neighbour.Department)?.Id, company.GuardianOf(neighbour.Department)?.Id, reader?.Id];
        CompanyPerson[] members = [.. company.MembersOf(neighbour.Department.Id).Where(person => !named.Contains(person.Id))];
        // A stable order: who shares as many stands as the directory has them.
        CompanyPerson[] known = [.. members.Where(person => shared.ContainsKey(person.Id)).OrderByDescending(person => shared[person.Id]).Take(MostNamed)];
        CompanyPerson[] others = known.Length > 0 ? [] : [.. members.Where(person => there.OutUntil(person.Id) is null).Take(MostNamed)];
        return new NeighbourPeople(neighbour, known, others, members.Length - known.Length - others.Length);
    }
}
