using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Neighbours;

/// <summary>Who answers for a department and who holds what nobody else does, by name; a role that nobody holds is said in red.</summary>
/// <param name="Longest">What a name may have, in characters as a reader counts them.</param>
sealed record DepartmentRoles(Sentences Say, Company Company, WhoIsThere There, int Longest)
{
    /// <summary>Whose department is asked about where none is named: that of the directory, else the only one they lead or guard.</summary>
    /// <returns>None: they have none, or they lead or guard several and have to say which.</returns>
    public static Department? OwnOf(Company company, CompanyPerson? person)
    {
        if (person is null || person.Department is not null)
            return person?.Department;
        Department[] held = [.. company.Model.Departments.Where(one => company.HeadOf(one)?.Id == person.Id || company.GuardianOf(one)?.Id == person.Id)];
        return held is [var only] ? only : null;
    }

    /// <summary>One line with both, and one for what is missing.</summary>
    public IEnumerable<TextBlock> Of(Department department)
    {
        var (head, guardian) = (Company.HeadOf(department), Company.GuardianOf(department));
        CardText? held = (head, guardian) switch
        {
            (null, null) => null,
            ({ } both, { } same) when both.Id == same.Id => Say.Card("neighbours.head-and-guardian", Named(both)),
            ({ } only, null) => Say.Card("neighbours.head", Named(only)),
            (null, { } only) => Say.Card("neighbours.guardian", Named(only)),
            ({ } one, { } other) => Say.Card("neighbours.head", Named(one)) + CardText.Of(" · ") + Say.Card("neighbours.guardian", Named(other)),
        };
        if (held is { } line)
            yield return new TextBlock(line) { Spacing = Spacing.Small };
        if (head is null || guardian is null)
        {
            var missing = (head, guardian) is (null, null) ? "neighbours.no-role" : head is null ? "neighbours.no-head" : "neighbours.no-guardian";
            yield return new TextBlock(Say.Card(missing, CardText.Untrusted(department.Name, Longest))) { Color = TextColor.Attention, Spacing = Spacing.Small };
        }
    }

    /// <summary>Names of colleagues; and until when they are out, who are.</summary>
    public CardText Named(IEnumerable<CompanyPerson> people) => Listed(people.Select(person => OrOut(person, CardText.Untrusted(person.Name, Longest))));

    /// <summary>Who holds a role stands out among names.</summary>
    CardText Named(CompanyPerson person) => OrOut(person, CardText.Bold(CardText.Untrusted(person.Name, Longest)));

    CardText OrOut(CompanyPerson person, CardText name) => There.OutUntil(person.Id) is { } until ? Say.Card("neighbours.out", name, CardText.Instant(until)) : name;

    public static CardText Listed(IEnumerable<CardText> names) =>
        names.Aggregate(default(CardText), (all, name) => all.Value.Length == 0 ? name : all + CardText.Of(", ") + name);
}
