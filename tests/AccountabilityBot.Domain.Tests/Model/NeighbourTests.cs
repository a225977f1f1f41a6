using AccountabilityBot.Domain.Model;
using FsCheck;
using FsCheck.Fluent;

namespace AccountabilityBot.Domain.Tests.Model;

public sealed class NeighbourTests
{
    static readonly string[] Ids = ["marketing", "sdr", "sales", "operations", "support"];

    static readonly RevenueModel Firm = With(
        ("marketing", "sales"), ("marketing", "sdr"), ("sdr", "sales"), ("sales", "operations"), ("operations", "sales"), ("sales", "operations"), ("operations", "support"));

    [Theory]
    // In the order of the departments, whatever the order of the seams: > hands to them, < they hand over; each seam by its place.
    [InlineData("sales", "marketing <0; sdr <2; operations >3 >5 <4")]
    [InlineData("marketing", "sdr >1; sales >0")]
    [InlineData("support", "operations <6")]
    [InlineData("finance", "")]
    [InlineData("", "")]
    public void Every_neighbour_once_with_all_seams_in_both_directions(string department, string expected) =>
        Assert.Equal(expected, string.Join("; ", Neighbour.AllOf(Firm, department).Select(Told)));

    [Fact]
    public void A_seam_that_leads_back_to_its_own_department_makes_nobody_a_neighbour() =>
        Assert.Empty(Neighbour.AllOf(With(("sales", "sales")), "sales"));

    [Fact]
    public void A_seam_to_a_department_that_is_gone_makes_nobody_a_neighbour() =>
        Assert.Empty(Neighbour.AllOf(With(("sales", "finance"), ("finance", "sales")), "sales"));

    [Theory]
    [InlineData("marketing", SeamDirections.Upstream)]
    [InlineData("operations", SeamDirections.Both)]
    public void A_neighbour_may_stand_on_either_side_or_on_both(string neighbour, SeamDirections directions) =>
        Assert.Equal(directions, Neighbour.AllOf(Firm, "sales").Single(one => one.Department.Id == neighbour).Directions);

    [Fact]
    public void In_every_model_each_seam_stands_with_both_of_its_departments_and_nowhere_else() => Prop.ForAll(AnyModel.ToArbitrary(), model =>
    {
        foreach (var department in model.Departments)
        {
            var neighbours = Neighbour.AllOf(model, department.Id);
            // Once each, in the model's order, and never oneself.
            Assert.Equal(model.Departments.Where(other => neighbours.Any(one => one.Department == other)), neighbours.Select(one => one.Department));
            Assert.DoesNotContain(department, neighbours.Select(one => one.Department));
            Assert.All(neighbours, one => Assert.NotEqual(SeamDirections.None, one.Directions));
            // All seams of the department that join two, in the model's order; and the neighbour says the same from the other side.
            Assert.Equal(
                model.Seams.Where(seam => seam.From == department.Id && seam.To != department.Id).OrderBy(seam => Array.IndexOf(Ids, seam.To)),
                neighbours.SelectMany(one => one.Downstream));
            Assert.Equal(
                model.Seams.Where(seam => seam.To == department.Id && seam.From != department.Id).OrderBy(seam => Array.IndexOf(Ids, seam.From)),
                neighbours.SelectMany(one => one.Upstream));
            Assert.All(neighbours, one =>
            {
                var back = Neighbour.AllOf(model, one.Department.Id).Single(other => other.Department == department);
                Assert.Equal(one.Downstream, back.Upstream);
                Assert.Equal(one.Upstream, back.Downstream);
            });
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_261_127, 0x9E37_79B9_7F4A_7C15));

    static Gen<RevenueModel> AnyModel =>
        from seams in Gen.Elements(Ids).Two().ListOf()
        select With([.. seams]);

    static RevenueModel With(params (string From, string To)[] seams) => Models.Good with
    {
        Departments = [.. Ids.Select(id => Models.Department(id, id))],
        Seams = [.. seams.Select((seam, no) => new Seam($"s{no}", seam.From, seam.To, $"Seam {no}"))],
    };

    static string Told(Neighbour one) =>
        string.Join(' ', one.Downstream.Select(seam => ">" + seam.Id[1..]).Concat(one.Upstream.Select(seam => "<" + seam.Id[1..])).Prepend(one.Department.Id));
}
