using System.Diagnostics;
using System.Globalization;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Domain.Tests.Model;
using static AccountabilityBot.Domain.Tests.People.GivenPeople;

namespace AccountabilityBot.Domain.Tests.People;

public sealed class PlacementReportTests
{
    static readonly PersonFacts Head = Person(90, email: Models.Head);
    static readonly PersonFacts Guardian = Person(91, email: Models.Guardian);

    [Fact]
    public void Departments_are_counted_by_what_brought_their_people()
    {
        var model = With(new MembershipRule("sales") { Departments = ["SMB"] }, new MembershipRule("sales") { Departments = ["MM"] }).Named((AddressOf(5), "sales"));

        var report = PlacementReport.Of(model, [Head, Guardian, Person(1, "SMB"), Person(2, "smb"), Person(3, "MM"), Person(4, "Sales"), Person(5, "Marketing"), Person(6, "Marketing")]);

        var (marketing, sales) = (report.Departments[0], report.Departments[1]);
        Assert.Equal((1, 0, 1), (marketing.People, marketing.ByOverride, marketing.ByLabel));
        Assert.Equal((5, 1, 1), (sales.People, sales.ByOverride, sales.ByLabel));
        Assert.Equal([(0, 2), (1, 1)], sales.ByRule.OrderBy(rule => rule.Key).Select(rule => (rule.Key, rule.Value)));
    }

    [Fact]
    public void What_is_left_over_stands_in_order_of_its_people()
    {
        var report = PlacementReport.Of(With(), [Person(1, "Legal"), Person(2, "Tax"), Person(3, "TAX"), Person(4, "Tax"), Person(5), Person(6, " ")]);

        Assert.Equal([new LeftOver("Tax", 3), new LeftOver(null, 2), new LeftOver("Legal", 1)], report.LeftOver);
        Assert.Equal(6, report.Unplaced);
    }

    [Fact]
    public void A_rule_may_match_nobody_or_only_those_whom_others_have_or_nearly_everybody()
    {
        var model = With(new MembershipRule("sales") { Departments = ["S*"] }, new MembershipRule("marketing") { Departments = ["Sa*"] }, new MembershipRule("marketing") { Titles = ["x"] });

        var report = PlacementReport.Of(model, [.. Enumerable.Range(1, 10).Select(no => Person(no, no < 7 ? "Sa" : "T"))]);

        Assert.Equal([2], report.Unused.Select(rule => rule.At));
        Assert.Equal([1], report.Overtaken.Select(rule => rule.At));
        Assert.Equal([0, 1], report.Suspicious.Select(rule => rule.At));
    }

    [Fact]
    public void An_override_says_where_they_would_be_otherwise()
    {
        var report = PlacementReport.Of(With().Named((AddressOf(1), "sales"), (AddressOf(2), "sales"), (AddressOf(3), "nobody")), [Person(1, "Marketing"), Person(2, "Sales"), Person(3)]);

        Assert.Equal(
            ["sales by override, marketing by label, False", "sales by override, sales by label, True", "nobody by override, none by nothing, False"],
            report.Overrides.Select(one => $"{InWords(one.Placement)}, {InWords(one.Otherwise)}, {one.IsIdle}"));
        Assert.Equal((2, 1), (report.People, report.Nobodies));
    }

    [Fact]
    public void What_nobody_holds_is_listed_also_where_the_account_is_nobodys()
    {
        var model = With(new MembershipRule("nobody") { Emails = [Models.Guardian] }) with { Roles = new Dictionary<string, string> { ["CRO"] = "gone@firm.example", ["CMO"] = Models.Head } };

        var report = PlacementReport.Of(model, [Head, Guardian, Person(1, "Sales")]);

        Assert.Equal(
            [
                (EmptyRoleKind.Guardian, "Marketing", Models.Guardian), (EmptyRoleKind.Members, "Marketing", null),
                (EmptyRoleKind.Guardian, "Sales", Models.Guardian), (EmptyRoleKind.Role, "CRO", "gone@firm.example"),
            ],
            report.EmptyRoles.Select(role => (role.Kind, role.Subject, role.Named)));
    }

    [Fact]
    public void Addresses_of_several_circles_and_managers_who_are_gone_are_found()
    {
        var report = PlacementReport.Of(With(), [Person(1, email: "a@x.example", manager: AddressOf(2)), Person(2, manager: "A@x.example"), Person(3, email: "A@X.example", manager: "gone@x.example"), Person(4, manager: " ")]);

        Assert.Equal(["Person 1, Person 3"], report.SharedAddresses.Select(shared => string.Join(", ", shared.People.Select(person => person.Name))));
        Assert.Equal(["Person 1, Person 2"], report.Circles.Select(circle => string.Join(", ", circle.Select(person => person.Name))));
        Assert.Equal(1, report.ManagersUnlisted);
    }

    [Fact]
    public void Whoever_is_in_six_departments_is_said_to_be()
    {
        var model = With(new MembershipRule("marketing") { Departments = ["Brand"], Titles = ["*lead*"] });

        var report = PlacementReport.Of(model, [Person(1, "Legal; Tax; Sales; Ops; HR; Brand", "Team lead"), Person(2, "Sales; Sales EMEA"), Person(3, "Sales; Brand")]);

        var torn = Assert.Single(report.Torn);
        Assert.Equal(("Person 1", "marketing by rule 0", "sales, marketing"), (torn.Person.Name, InWords(torn.Placement), string.Join(", ", torn.Departments.Select(one => one.Id))));
    }

    [Fact]
    public void Nobody_at_all_is_a_report_too()
    {
        var report = PlacementReport.Of(With(new MembershipRule("sales") { Names = ["*"] }), []);

        Assert.Equal((0, 0), (report.People, report.Unplaced));
        Assert.Single(report.Unused);
        Assert.Empty(report.Suspicious);
    }

    /// <summary>As large as a directory gets, and every person with texts of their own where rules look at them.</summary>
    [Fact]
    public void Fifty_thousand_people_and_forty_rules_are_placed_before_anybody_waits()
    {
        MembershipRule[] rules = [.. Enumerable.Range(0, 40).Select(no => new MembershipRule(no % 2 == 0 ? "sales" : "marketing")
        {
            Departments = [$"*Unit {no} *", $"/^(alpha|beta) {no}$/", $"Branch {no}*"],
            Titles = no % 4 == 0 ? [$"*level {no}*"] : [],
            Under = no % 5 == 0 ? [AddressOf(no + 1)] : [],
            Names = no == 39 ? ["svc-*", "/^room [0-9]+$/"] : [],
        })];
        PersonFacts[] people = [.. Enumerable.Range(0, 50_000).Select(no => Person(
            no, $"Unit {no % 326} of {no % 7}", $"Specialist level {no % 900}", no == 0 ? null : AddressOf(no % 10 == 0 ? no - 1 : no / 10)))];

        var begun = Stopwatch.StartNew();
        var placements = Membership.Place(With(rules), people);
        var placed = begun.Elapsed;
        _ = PlacementReport.Of(With(rules), people);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Placed in {placed.TotalMilliseconds:0} ms; a report takes {(begun.Elapsed - placed).TotalMilliseconds:0} ms."));
        Assert.Equal(50_000, placements.Count);
        // Half a second of computing; a machine that builds and tests at the same time takes some times that, and walking every
        // chain for every person, or every pattern for every person, minutes.
        Assert.True(placed < TimeSpan.FromSeconds(20), $"It took {placed}.");
    }
}
