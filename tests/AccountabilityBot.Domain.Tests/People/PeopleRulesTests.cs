using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Domain.Tests.Model;

namespace AccountabilityBot.Domain.Tests.People;

public sealed class PeopleRulesTests
{
    static readonly PersonFacts _head = Person(1, "Hedda", Models.Head);
    static readonly PersonFacts _guardian = Person(2, "Guido", Models.Guardian, manager: Models.Head);

    [Fact]
    public void Good_people_have_no_problem() => Assert.Empty(Check(_head, _guardian));

    [Theory]
    [InlineData("42")]
    [InlineData("")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void An_id_must_be_a_guid(string id)
    {
        var problem = Assert.Single(Check(_head, _guardian, Person(3, "Ana") with { ObjectId = id }));

        Assert.Equal("people[2].id", problem.Path);
        Assert.Contains("Ana", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_people_of_one_id_are_both_named()
    {
        var problem = Assert.Single(Check(_head, _guardian, Person(3, "Ana"), Person(3, "Bo") with { ObjectId = "{00000000-0000-4000-8000-000000000003}" }));

        Assert.Equal("people[3].id", problem.Path);
        Assert.Contains("Bo has the object id", problem.Sentence, StringComparison.Ordinal);
        Assert.Contains("so has Ana (people[2])", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_people_of_one_address_are_both_named()
    {
        var problem = Assert.Single(Check(_head, _guardian, Person(3, "Ana", "a@b.example"), Person(4, "Bo", "A@B.example")));

        Assert.Equal("people[3].email", problem.Path);
        Assert.Contains("Bo has the e-mail address", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_zone_names_the_person()
    {
        var problem = Assert.Single(Check(_head, _guardian, Person(3, "Ana") with { TimeZone = "Europe/Berln" }));

        Assert.Equal("people[2].timeZone", problem.Path);
        Assert.StartsWith("Ana: \"Europe/Berln\" is no known time zone", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manager_outside_the_list_is_a_notice()
    {
        var problem = Assert.Single(Check(_head, _guardian, Person(3, "Ana", manager: "gone@firm.example")));

        Assert.Equal(("people[2].manager", Severity.Notice), (problem.Path, problem.Severity));
        Assert.Contains("gone@firm.example", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_of_managers_is_named_once_and_in_order()
    {
        var problem = Assert.Single(Check(
            _head,
            _guardian,
            Person(3, "Eve", manager: "ana@b.example"),
            Person(4, "Ana", "ana@b.example", manager: "bo@b.example"),
            Person(5, "Bo", "bo@b.example", manager: "cid@b.example"),
            Person(6, "Cid", "cid@b.example", manager: "ana@b.example")));

        Assert.Equal(("people[3].manager", Severity.Error), (problem.Path, problem.Severity));
        Assert.Contains("Ana → Bo → Cid → Ana", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_manages_themselves() =>
        Assert.Contains("Ana → Ana", Assert.Single(Check(_head, _guardian, Person(3, "Ana", "a@b.example", "a@b.example"))).Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_long_line_of_managers_is_no_circle()
    {
        PersonFacts[] line = [.. Enumerable.Range(10, 80).Select(n => Person(n, $"P{n}", $"p{n}@b.example", n is 10 ? null : $"p{n - 1}@b.example"))];

        Assert.Empty(Check([_head, _guardian, .. line.Reverse()]));
    }

    [Fact]
    public void An_unknown_department_is_one_notice_with_the_number_of_people()
    {
        var problem = Assert.Single(Check(
            _head,
            _guardian,
            Person(3, "Ana") with { DepartmentLabel = "Sales APAC" },
            Person(4, "Bo") with { DepartmentLabel = "sales_apac" },
            Person(5, "Cid") with { DepartmentLabel = "SALES EMEA" }));

        Assert.Equal(("people[2].department", Severity.Notice), (problem.Path, problem.Severity));
        Assert.StartsWith("2 people have the department \"Sales APAC\"", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_and_a_guardian_must_be_people()
    {
        var problems = Check(_head);

        Assert.Equal(["departments.marketing.guardian", "departments.sales.guardian"], problems.Select(problem => problem.Path));
        Assert.All(problems, problem => Assert.Equal(Severity.Error, problem.Severity));
        Assert.Contains("\"guardian@firm.example\" is to be the guardian of Sales", problems[1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_administrator_by_address_must_be_a_person_and_an_unknown_id_may_be_a_group()
    {
        var model = Models.Good with { Administrators = ["who@firm.example", "00000000-0000-4000-8000-0000000000ff"] };

        var problems = PeopleRules.Check([_head, _guardian], model);

        Assert.Equal(
            [("administrators[0]", Severity.Error), ("administrators[1]", Severity.Notice)],
            problems.Select(problem => (problem.Path, problem.Severity)));
    }

    [Fact]
    public void Very_many_managers_outside_the_list_are_one_notice()
    {
        var problem = Assert.Single(Check([_head, _guardian, .. Enumerable.Range(10, 451).Select(no => Person(no, $"P{no}", manager: "gone@firm.example"))]));

        Assert.Equal(("people[2].manager", Severity.Notice), (problem.Path, problem.Severity));
        Assert.Equal("451 people have a manager who is not among the people, for example P10 (\"gone@firm.example\"); nobody stands above them.", problem.Sentence);
        Assert.Equal(5, Check([_head, _guardian, .. Enumerable.Range(10, 5).Select(no => Person(no, $"P{no}", manager: "gone@firm.example"))]).Count);
    }

    [Fact]
    public void A_department_that_a_rule_maps_is_no_notice()
    {
        var model = Models.Good with { Membership = [new MembershipRule("sales") { Departments = ["*apac*"] }, new MembershipRule("nobody") { Names = ["Room*"] }] };

        Assert.Empty(PeopleRules.Check(
            [_head, _guardian, Person(3, "Ana") with { DepartmentLabel = "Sales APAC" }, Person(4, "Room 4") with { DepartmentLabel = "Facilities" }], model));
    }

    [Fact]
    public void Very_many_unknown_departments_are_one_notice()
    {
        var problem = Assert.Single(Check(
            [_head, _guardian, .. Enumerable.Range(10, 12).Select(no => Person(no, $"P{no}") with { DepartmentLabel = no < 13 ? "Engineering" : $"Team {no}" })]));

        Assert.Equal(("people[2].department", Severity.Notice), (problem.Path, problem.Severity));
        Assert.StartsWith("12 people have one of 10 departments that are no label", problem.Sentence, StringComparison.Ordinal);
        Assert.Contains("\"Engineering\" (3 of them)", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_without_a_name_is_a_problem_and_not_the_end()
    {
        var model = Models.Good with
        {
            Numbers = [new Domain.Numbers.NumberFacts("n", "N") { Owner = "Ana Sousa" }],
            Membership = [new MembershipRule("sales") { Names = ["*"], Under = [Models.Head] }],
        };

        var problems = PeopleRules.Check([_head, _guardian, Person(3, null!, manager: "person@gone.example")], model);

        Assert.Equal("people[2].name", problems[0].Path);
        Assert.Contains(problems, problem => problem.Path == "numbers.n.owner");
    }

    [Fact]
    public void Whoever_stands_above_in_a_rule_must_be_a_person()
    {
        var problem = Assert.Single(PeopleRules.Check([_head, _guardian], Models.Good with { Membership = [new MembershipRule("sales") { Under = [Models.Head, "gone@firm.example"] }] }));

        Assert.Equal(("membership[0].under[1]", Severity.Error), (problem.Path, problem.Severity));
        Assert.Contains("\"gone@firm.example\" is to stand above people of sales", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_override_of_nobody_has_no_effect_and_two_of_one_person_contradict_each_other()
    {
        var overrides = new Dictionary<string, string> { ["gone@firm.example"] = "sales", [Models.Head] = "sales", [_head.ObjectId] = "marketing" };

        var problems = PeopleRules.Check([_head, _guardian], Models.Good with { MembershipOverrides = overrides });

        Assert.Equal(
            [("people.gone@firm.example", Severity.Notice), ($"people.{_head.ObjectId}", Severity.Error)],
            problems.Select(problem => (problem.Path, problem.Severity)));
    }

    [Fact]
    public void A_large_circle_of_managers_is_no_page_of_names()
    {
        var problem = Assert.Single(Check([_head, _guardian, .. Enumerable.Range(10, 1_000).Select(no => Person(no, $"P{no}", $"p{no}@b.example", $"p{(no == 1_009 ? 10 : no + 1)}@b.example"))]));

        Assert.Contains("P10 → P11", problem.Sentence, StringComparison.Ordinal);
        Assert.Contains("… (1000 people in all) → P10", problem.Sentence, StringComparison.Ordinal);
        Assert.True(problem.Sentence.Length < 300, problem.Sentence);
    }

    static IReadOnlyList<Problem> Check(params PersonFacts[] people) => PeopleRules.Check(people, Models.Good);

    static PersonFacts Person(int number, string name, string? email = null, string? manager = null) =>
        new($"00000000-0000-4000-8000-{number:d12}", name, email, Title: null, DepartmentLabel: null, manager, TimeZone: null);
}
