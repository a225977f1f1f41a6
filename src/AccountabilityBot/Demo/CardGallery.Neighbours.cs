using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Neighbours;
using AccountabilityBot.People;

namespace AccountabilityBot.Demo;

/// <summary>Who stands on the other side of the seams.</summary>
sealed partial class CardGallery
{
    WhoIsThere Everybody => new(_company, [], [], Now);

    void FillNeighbours()
    {
        var operations = _company.MembersOf("operations")[1];
        // Somebody sells to whom operations have equipped: a seam leads back.
        var back = new Seam("operations-sales", "operations", "sales", "Sites that want more") { Item = "Wish" };
        var there = _company.Model with { Seams = [.. _company.Model.Seams, back] };
        var shared = _company.MembersOf("sales").Skip(2).Take(5).Select((person, no) => (person.Id, 5 - no)).ToDictionary();
        Add("neighbours", "neighbours: two, one of them in both directions, with colleagues one knows", NeighbourCards.Draw(
            Neighbours(With(there), "operations", operations, shared, Without(_company.MembersOf("sales")[3])) with { IsPersonal = true, IsReadersOwn = true }));
        Add("neighbours-channel", "The same, in the channel of another department", NeighbourCards.Draw(Neighbours(_company, "sales", operations, shared, Everybody)));
        Add("neighbours-downstream", "who is downstream", NeighbourCards.Draw(
            Neighbours(_company, "sales", _me, [], Everybody, SeamDirections.Downstream) with { IsPersonal = true, IsReadersOwn = true }));
        Add("neighbours-none-downstream", "who is downstream, where nothing leads on", NeighbourCards.Draw(
            Neighbours(With(_company.Model with { Seams = [.. _company.Model.Seams.Take(5)] }), "support", _me, [], Everybody, SeamDirections.Downstream)));
        Add("neighbours-none", "neighbours: none", NeighbourCards.Draw(Neighbours(With(_company.Model with { Seams = [.. _company.Model.Seams.Take(3)] }), "support", _me, [], Everybody)));
        var vacant = Neighbours(With(_company.Model, "Ravi Menon", "Priya Raman", "Arjun Deshpande"), "operations", operations, [], Without(_me));
        Add("neighbours-no-head", "neighbours: roles that nobody holds", NeighbourCards.Draw(vacant with { IsPersonal = true, IsReadersOwn = true }));
        Add("neighbours-crowd", "neighbours: a crowd", NeighbourCards.Draw(Neighbours(Crowded(), "sales", _me, [], Everybody) with { IsPersonal = true, IsReadersOwn = true }));
    }

    NeighboursView Neighbours(
        Company company, string department, CompanyPerson reader, Dictionary<PersonId, int> shared, WhoIsThere there, SeamDirections directions = SeamDirections.Both) =>
        NeighboursView.Of(company, company.Model.FindDepartment(department)!, directions, reader, shared, there, _say);

    WhoIsThere Without(CompanyPerson person) => new(_company, [(person.Id, new OutTime(Now.AddDays(-1), Now.AddDays(4)))], [], Now);

    /// <param name="left">Names of those who are gone.</param>
    Company With(RevenueModel model, params string[] left) => new(model, 1, _company.People.Where(person => !left.Contains(person.Name)), []);

    Company Crowded()
    {
        Department[] more = [.. Enumerable.Range(1, 34).Select(no => _company.Model.Departments[0] with { Id = $"country-{no}", Name = $"Partners & Resellers {no}", Labels = [] })];
        var model = _company.Model with
        {
            Departments = [.. _company.Model.Departments, .. more],
            Seams = [.. _company.Model.Seams, .. more.Select(one => new Seam($"sales-{one.Id}", "sales", one.Id, "Enquiries from abroad") { Item = "Enquiry" })],
        };
        var position = 1_000;
        var people = Enumerable.Range(0, 30).Select(no => _me with
        {
            Id = new PersonId(new Guid(no + 1, 0, 0, new byte[8])),
            ObjectId = $"crowd-{no}",
            Email = null,
            Name = $"Maximiliane von und zu Hohenlohe {no}",
            Department = model.Departments[0],
            Position = ++position,
        });
        return new Company(model, 1, [.. _company.People, .. people], []);
    }
}
