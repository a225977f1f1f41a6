using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using static AccountabilityBot.Domain.Tests.People.GivenPeople;

namespace AccountabilityBot.Domain.Tests.People;

public sealed class MembershipTests
{
    [Fact]
    public void Without_rules_the_labels_count() => Assert.Equal(
        "sales by label; sales by label; marketing by label; none by nothing; none by nothing",
        Land(With(), Person(1, "Sales EMEA"), Person(2, "SALES"), Person(3, "marketing"), Person(4, "Legal"), Person(5)));

    [Fact]
    public void The_first_rule_that_fits_counts_then_the_label() => Assert.Equal(
        "marketing by rule 0; sales by rule 1; sales by label",
        Land(
            With(new MembershipRule("marketing") { Departments = ["Sales*"], Titles = ["*brand*"] }, new MembershipRule("sales") { Departments = ["*brand*"] }),
            Person(1, "Sales", "Brand lead"), Person(2, "Brand"), Person(3, "Sales", "Account executive")));

    [Theory]
    [InlineData("p1@firm.example")]
    [InlineData("P1@FIRM.example")]
    [InlineData("{00000000-0000-4000-8000-000000000001}")]
    public void An_override_wins_over_every_rule(string named)
    {
        var rules = With(new MembershipRule("sales") { Departments = ["*"] }, new MembershipRule("nobody") { Names = ["*"] });

        Assert.Equal("marketing by override; sales by rule 0", Land(rules.Named((named, "marketing")), Person(1, "Sales"), Person(2, "Sales")));
        Assert.Equal("nobody by override; sales by rule 0", Land(rules.Named((named, "nobody")), Person(1, "Sales"), Person(2, "Sales")));
    }

    [Fact]
    public void An_account_may_be_nobody() => Assert.Equal(
        "nobody by rule 0; sales by label", Land(With(new MembershipRule("nobody") { Names = ["Conf Room *", "svc-*"] }), Person(1, "Sales", name: "Conf Room 4"), Person(2, "Sales")));

    [Fact]
    public void All_conditions_must_hold_and_of_each_any()
    {
        var model = With(new MembershipRule("marketing") { Departments = ["a", "b"], Titles = ["x", "y"], Emails = ["p*@firm.example"], Names = ["person *"] });

        Assert.Equal(
            "marketing by rule 0; marketing by rule 0; none by nothing; none by nothing; none by nothing",
            Land(model, Person(1, "A", "X"), Person(2, "B", "Y"), Person(3, "C", "X"), Person(4, "A", "Z"), Person(5, "A", "X", email: "q@firm.example")));
    }

    [Fact]
    public void A_name_to_sign_in_with_is_an_address_too() => Assert.Equal(
        "sales by rule 0", Land(With(new MembershipRule("sales") { Emails = ["*@parent.example"] }), Person(1) with { PrincipalName = "one@parent.example" }));

    [Fact]
    public void Groups_and_teams_are_those_they_are_in()
    {
        var (both, none) = (Person(1) with { Groups = new HashSet<string> { Group, IdOf(77) } }, Person(2));

        Assert.Equal("sales by rule 0; none by nothing", Land(With(new MembershipRule("sales") { Groups = [Group.ToUpperInvariant()] }), both, none));
        Assert.Equal("sales by rule 0; none by nothing", Land(With(new MembershipRule("sales") { Teams = [IdOf(77)], Groups = [IdOf(78), Group] }), both, none));
    }

    [Fact]
    public void Under_somebody_is_at_any_height_and_the_person_too() => Assert.Equal(
        "none by nothing; sales by rule 0; sales by rule 0; sales by rule 0; none by nothing",
        Land(
            With(new MembershipRule("sales") { Under = [AddressOf(2)] }),
            Person(1), Person(2, manager: AddressOf(1)), Person(3, manager: IdOf(2)), Person(4, manager: AddressOf(3)), Person(5, manager: AddressOf(1))));

    [Fact]
    public void Circles_hang_nobody_and_all_in_one_are_under_everybody_in_it()
    {
        PersonFacts[] people =
        [
            Person(1, manager: AddressOf(2)), Person(2, manager: AddressOf(3)), Person(3, manager: AddressOf(1)),
            Person(4, manager: AddressOf(3)), Person(5, manager: AddressOf(5)), Person(6, manager: AddressOf(6)),
        ];

        Assert.Equal(
            "sales by rule 0; sales by rule 0; sales by rule 0; sales by rule 0; marketing by rule 1; none by nothing",
            Land(With(new MembershipRule("sales") { Under = [AddressOf(2)] }, new MembershipRule("marketing") { Under = [AddressOf(5)] }), people));
    }

    [Fact]
    public void Two_in_a_rule_of_whom_one_is_under_the_other_are_both_followed_to_the_end() => Assert.Equal(
        "sales by rule 0; sales by rule 0; sales by rule 0; sales by rule 0",
        Land(
            With(new MembershipRule("sales") { Under = [AddressOf(2), AddressOf(1), "gone@firm.example"] }),
            Person(1), Person(2, manager: AddressOf(1)), Person(3, manager: AddressOf(2)), Person(4, manager: AddressOf(1))));

    [Theory]
    [InlineData("Sales; Marketing", "sales by label")]
    [InlineData("Marketing | Sales", "marketing by label")]
    [InlineData("Legal;Tax;;Finance|Brand\nSales;Marketing", "marketing by rule 0")]
    [InlineData("Brand", "marketing by rule 0")]
    // A comma and a slash are parts of names.
    [InlineData("Sales, Marketing", "none by nothing")]
    [InlineData("Sales / Marketing", "none by nothing")]
    // The field as a whole can be meant as well.
    [InlineData("Alpha; Beta", "sales by rule 1")]
    [InlineData(" ; | ", "none by nothing")]
    public void Of_several_departments_in_one_field_the_first_rule_counts_then_the_first_label(string field, string lands) => Assert.Equal(
        lands, Land(With(new MembershipRule("marketing") { Departments = ["Brand"] }, new MembershipRule("sales") { Departments = ["Alpha; Beta"] }), Person(1, field)));

    [Fact]
    public void Nothing_known_of_somebody_matches_nothing()
    {
        var rules = With(new MembershipRule("sales") { Names = ["*"] }, new MembershipRule("sales") { Titles = ["*"] }, new MembershipRule("sales") { Departments = ["*"] }, new MembershipRule("sales") { Emails = ["*"] }, new MembershipRule("sales") { Under = ["a@b.example"] });
        var nothing = new PersonFacts(IdOf(1), null!, null, null, null, null, null);

        Assert.Equal("none by nothing; none by nothing", Land(rules, nothing, nothing with { ObjectId = IdOf(2), Name = " ", Title = "", DepartmentLabel = " ", Manager = "" }));
    }

    [Fact]
    public void What_the_checks_refuse_matches_nobody() => Assert.Equal(
        "none by nothing", Land(With(new MembershipRule("sales"), new MembershipRule("no-such") { Names = ["*"] }, new MembershipRule("sales") { Names = ["/(/"] }, new MembershipRule("sales") { Under = ["who@x.example"] }), Person(1)));

    [Fact]
    public void Of_two_people_with_one_address_the_first_is_meant() => Assert.Equal(
        "marketing by override; none by nothing", Land(With().Named(("same@firm.example", "marketing")), Person(1, email: "same@firm.example"), Person(2, email: "SAME@firm.example")));
}
