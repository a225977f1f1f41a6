using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Feedback;
using AccountabilityBot.Neighbours;
using AccountabilityBot.People;
using AccountabilityBot.Setup;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Tests.Setup;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Tests.Contracts;

public sealed partial class CardBudgetTests
{
    [Theory, MemberData(nameof(Expensive))]
    public void Forty_neighbours_with_long_names_keep_the_promises_of_every_card(string text)
    {
        var (company, reader) = Crowded(text);
        var (department, people) = (company.Model.Departments[0], company.People.OrderBy(person => person.Position).ToList());
        var there = new WhoIsThere(company, people.Select(person => (person.Id, new OutTime(Now.AddDays(-1), Now.AddDays(1)))), [], Now);
        var shared = people.ToDictionary(person => person.Id, person => person.Position);
        var say = Sentences.In("de");

        Assert.All(
            [
                NeighbourCards.Draw(NeighboursView.Of(company, department, SeamDirections.Both, reader, shared, there, say)),
                NeighbourCards.Draw(NeighboursView.Of(company, department, SeamDirections.Both, reader, shared, there, say) with { IsPersonal = true, IsReadersOwn = true }),
                NeighbourCards.Draw(NeighboursView.Of(company, department, SeamDirections.Downstream, null, new Dictionary<PersonId, int>(), new WhoIsThere(company, [], [], Now), say)),
                UnaskedCards.None(say, company.Model.Departments[1], company, reader, there),
                UnaskedCards.None(say, department, company, reader, there),
            ],
            Keeps);
    }

    [Fact]
    public void Of_forty_neighbours_each_is_named_or_counted()
    {
        var (company, reader) = Crowded("Enquiries from abroad ");
        var card = NeighbourCards.Draw(NeighboursView.Of(company, company.Model.Departments[0], SeamDirections.Both, reader, new Dictionary<PersonId, int>(), new WhoIsThere(company, [], [], Now), Sentences.In("en")));
        var texts = card.Body.OfType<TextBlock>().Select(block => block.Text.Value).ToList();

        var drawn = texts.Count(line => line.StartsWith("In the department", StringComparison.Ordinal));
        var rest = Assert.Single(texts, line => line.StartsWith("Further neighbours", StringComparison.Ordinal));
        var counted = int.Parse(rest.Split(" and ")[^1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(40, drawn + rest.Split(", ").Length + counted);
    }

    /// <summary>One department between forty others, three seams to each and three back, all of them with nine people.</summary>
    static (Company Company, CompanyPerson Reader) Crowded(string text)
    {
        var model = CompanyFiles.Read(SampleFiles.Model, SampleFiles.People).Model!;
        Department[] departments = [.. Enumerable.Range(0, 41).Select(no => model.Departments[0] with { Id = $"d{no}", Name = $"{no} {Repeated(text, 76)}", Labels = [], Head = $"p{no}0", Guardian = $"p{no}1" })];
        var crowded = model with
        {
            Departments = departments,
            Seams =
            [
                .. from other in departments.Skip(1)
                   from no in Enumerable.Range(0, 8)
                   let isBack = no % 2 == 1
                   select new Seam($"{other.Id}-{no}", isBack ? other.Id : "d0", isBack ? "d0" : other.Id, Repeated(text, 80)) { Item = Repeated(text, 40) },
            ],
        };
        var people = from department in Enumerable.Range(0, 41)
                     from no in Enumerable.Range(0, 9)
                     select new CompanyPerson(
                         new PersonId(new Guid((department * 10) + no + 1, 0, 0, new byte[8])), $"p{department}{no}", Repeated(text, 256), null, null, departments[department], null, (department * 10) + no);
        var company = new Company(crowded, 1, people, []);
        return (company, company.FindByReference("p05")!);
    }
}
