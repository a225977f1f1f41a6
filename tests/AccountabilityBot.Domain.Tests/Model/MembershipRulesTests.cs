using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Tests.Model;

public sealed class MembershipRulesTests
{
    const string Group = "00000000-0000-4000-8000-0000000000aa";

    [Fact]
    public void Good_rules_have_no_problem() => Assert.Empty(Check(
        new MembershipRule("sales") { Departments = ["*sales*", "/^(SMB|MM)$/"], Titles = ["account*"], Names = ["*"], Emails = ["*@firm.example"] },
        new MembershipRule("marketing") { Groups = [Group], Teams = [Group], Under = [Models.Head] },
        new MembershipRule("nobody") { Names = ["svc-*"] }));

    [Fact]
    public void An_unknown_department_is_told_with_the_nearest_one()
    {
        var problem = Assert.Single(Check(new MembershipRule("slaes") { Departments = ["x"] }));

        Assert.Equal("membership[0].to", problem.Path);
        Assert.Contains("\"marketing\", \"sales\" and \"nobody\" are allowed. Did you mean \"sales\"?", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_without_a_condition_would_match_everybody()
    {
        var problem = Assert.Single(Check(new MembershipRule("sales")));

        Assert.Equal(("membership[0]", Severity.Error), (problem.Path, problem.Severity));
        Assert.Contains("would match everybody", problem.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/(/", "is no regular expression")]
    [InlineData("", "It is empty")]
    [InlineData("---", "has no letter and no digit")]
    [InlineData("a\nb", "line break")]
    public void A_pattern_that_is_none_is_told(string pattern, string why)
    {
        var problem = Assert.Single(Check(new MembershipRule("sales") { Titles = ["fine", pattern] }));

        Assert.Equal("membership[0].title[1]", problem.Path);
        Assert.Contains(why, problem.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("All of Sales")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void A_group_goes_by_its_object_id(string id)
    {
        var problems = Check(new MembershipRule("sales") { Groups = [id], Teams = [id] });

        Assert.Equal(["membership[0].group", "membership[0].team"], problems.Select(problem => problem.Path));
        Assert.Contains($"\"{id}\" is no object id of a group", problems[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_stands_above_goes_by_an_address_or_an_id() =>
        Assert.Equal("membership[0].under", Assert.Single(Check(new MembershipRule("sales") { Under = ["Ravi"] })).Path);

    [Fact]
    public void A_rule_behind_one_that_matches_all_of_its_people_is_never_reached()
    {
        var problem = Assert.Single(Check(
            new MembershipRule("sales") { Departments = ["*sales*", "SMB"] },
            new MembershipRule("marketing") { Titles = ["brand*"], Departments = ["smb"] }));

        Assert.Equal(("membership[1]", Severity.Error), (problem.Path, problem.Severity));
        Assert.Contains("can never be reached", problem.Sentence, StringComparison.Ordinal);
        Assert.Contains("membership[0] (department \"*sales*\" or \"SMB\" → sales)", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_rule_twice_is_told_as_such()
    {
        var problem = Assert.Single(Check(
            new MembershipRule("sales") { Departments = ["Inside Sales", "SMB"], Groups = [Group] },
            new MembershipRule("sales") { Departments = ["smb", "inside_sales"], Groups = [Group.ToUpperInvariant()] }));

        Assert.Equal("The rule stands here twice: membership[0] says the same.", problem.Sentence);
    }

    [Fact]
    public void One_more_condition_or_one_more_value_is_another_rule() => Assert.Empty(Check(
        new MembershipRule("sales") { Departments = ["smb"], Titles = ["*executive*"] },
        new MembershipRule("sales") { Departments = ["smb", "mm"] },
        new MembershipRule("marketing") { Departments = ["smb", "mm", "brand"] }));

    [Fact]
    public void The_same_value_twice_is_a_notice()
    {
        var problem = Assert.Single(Check(new MembershipRule("sales") { Departments = ["Inside Sales", "*x", "inside-sales"] }));

        Assert.Equal(("membership[0].department[2]", Severity.Notice), (problem.Path, problem.Severity));
    }

    [Fact]
    public void An_override_names_a_department_and_a_person()
    {
        var problems = ModelRules.Check(Models.Good with { MembershipOverrides = new Dictionary<string, string> { ["a@b.example"] = "slaes", ["Bo"] = "nobody" } });

        Assert.Equal(["people.a@b.example.department", "people.Bo"], problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Nobody_is_no_department() => Assert.Contains(
        ModelRules.Check(Models.Good with { Departments = [.. Models.Good.Departments, Models.Department("nobody", "Nobody")] }),
        problem => problem.Path == "departments.nobody");

    [Fact]
    public void Only_groups_and_teams_that_are_named_are_asked_for()
    {
        var model = Models.Good with
        {
            Administrators = [Models.Head, Group.ToUpperInvariant(), "00000000-0000-4000-8000-0000000000cc"],
            Membership =
            [
                new MembershipRule("sales") { Groups = [Group, "00000000-0000-4000-8000-0000000000DD"] },
                new MembershipRule("sales") { Teams = ["{00000000-0000-4000-8000-0000000000EE}", "no id"] },
            ],
        };

        Assert.Equal([Group, "00000000-0000-4000-8000-0000000000dd", "00000000-0000-4000-8000-0000000000cc"], model.DirectoryGroups);
        Assert.Equal(["00000000-0000-4000-8000-0000000000ee"], model.DirectoryTeams);
    }

    static IReadOnlyList<Problem> Check(params MembershipRule[] rules) => ModelRules.Check(Models.Good with { Membership = rules });
}
