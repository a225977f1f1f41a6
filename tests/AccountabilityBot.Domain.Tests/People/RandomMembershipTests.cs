using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Domain.Tests.Model;
using FsCheck;
using FsCheck.Fluent;
using static AccountabilityBot.Domain.Tests.People.GivenPeople;

namespace AccountabilityBot.Domain.Tests.People;

/// <summary>Whatever the rules, the people and their managers: each lands once, where a slow reader of the rules would put them.</summary>
public sealed class RandomMembershipTests
{
    static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20_261_127, 0x9E37_79B9_7F4A_7C15);

    static readonly string[] Texts = ["Sales", "sales emea", "SMB", "Brand; SMB", "Brand | Legal", "Legal", "Inside_Sales", " "];
    static readonly string[] Patterns = ["Sales", "*sales*", "* EMEA", "S*", "/^(smb|brand)$/", "Brand", "legal"];
    static readonly string[] Places = ["sales", "marketing", "nobody"];

    sealed record Story(IReadOnlyList<PersonFacts> People, RevenueModel Model);

    static Gen<IReadOnlyList<T>> Some<T>(Gen<T> of, int most) => Gen.Choose(0, most).SelectMany(count => of.ListOf(count)).Select(list => (IReadOnlyList<T>)[.. list]);

    static readonly Gen<MembershipRule> AnyRule =
        from to in Gen.Elements(Places)
        from departments in Some(Gen.Elements(Patterns), 2)
        from titles in Gen.Frequency((3, Gen.Constant<IReadOnlyList<string>>([])), (1, Some(Gen.Elements(Patterns), 2)))
        from under in Gen.Frequency((3, Gen.Constant<IReadOnlyList<string>>([])), (1, Some(Gen.Choose(1, 12).Select(AddressOf), 2)))
        from groups in Gen.Frequency((5, Gen.Constant<IReadOnlyList<string>>([])), (1, Gen.Constant<IReadOnlyList<string>>([Group])))
        select new MembershipRule(to) { Departments = departments, Titles = titles, Under = under, Groups = groups };

    static Gen<PersonFacts> AnyPerson(int no) =>
        from label in Gen.Elements(Texts.Append(null))
        from title in Gen.Elements(Texts.Append(null))
        from manager in Gen.Choose(0, 14)
        from isIn in Gen.Elements(true, false, false)
        select Person(no, label, title, manager == 0 ? null : AddressOf(manager)) with { Groups = isIn ? new HashSet<string> { Group } : [] };

    static readonly Arbitrary<Story> AnyStory = Arb.From(
        from count in Gen.Choose(0, 12)
        from people in Gen.CollectToArray(Enumerable.Range(1, count), AnyPerson)
        from rules in Some(AnyRule, 6)
        from overridden in Some(Gen.Choose(1, 13), 2)
        from to in Gen.Elements(Places)
        select new Story(people, With([.. rules]).Named([.. overridden.Distinct().Select(no => (AddressOf(no), to))])));

    [Fact]
    public void Everybody_lands_once_where_a_slow_reader_would_put_them() => Prop.ForAll(AnyStory, story =>
    {
        var placements = Membership.Place(story.Model, story.People);

        Assert.Equal(story.People.Count, placements.Count);
        Assert.Equal(story.People.Select(person => SlowlyPlaced(story, person)), placements.Select(InWords));
    }).Check(Seeded);

    [Fact]
    public void An_override_always_wins() => Prop.ForAll(AnyStory, story =>
    {
        foreach (var (person, placement) in story.People.Zip(Membership.Place(story.Model, story.People)))
        {
            Assert.Equal(story.Model.MembershipOverrides.ContainsKey(person.Email!), placement.By is PlacedBy.Override);
            if (placement.By is PlacedBy.Override)
                Assert.Equal(story.Model.MembershipOverrides[person.Email!], placement.Department?.Id ?? MembershipRule.Nobody);
        }
    }).Check(Seeded);

    [Fact]
    public void The_order_of_the_people_does_not_matter() => Prop.ForAll(AnyStory, story =>
    {
        PersonFacts[] reversed = [.. story.People.Reverse()];

        Assert.Equal(Membership.Place(story.Model, story.People), Membership.Place(story.Model, reversed).Reverse());
        var (one, other) = (PlacementReport.Of(story.Model, story.People), PlacementReport.Of(story.Model, reversed));
        Assert.Equal((one.People, one.Nobodies, one.Unplaced, one.ManagersUnlisted), (other.People, other.Nobodies, other.Unplaced, other.ManagersUnlisted));
        Assert.Equal(one.LeftOver, other.LeftOver);
        Assert.Equal(one.Rules, other.Rules);
    }).Check(Seeded);

    [Fact]
    public void A_report_counts_everybody_once() => Prop.ForAll(AnyStory, story =>
    {
        var report = PlacementReport.Of(story.Model, story.People);

        Assert.Equal(story.People.Count, report.People + report.Nobodies);
        Assert.Equal(report.People, report.Departments.Sum(place => place.People) + report.Unplaced);
        Assert.All(report.Departments, place => Assert.Equal(place.People, place.ByOverride + place.ByLabel + place.ByRule.Values.Sum()));
        Assert.All(report.Rules, rule => Assert.InRange(rule.Placed, 0, rule.Fits));
    }).Check(Seeded);

    /// <summary>As the file reads from top to bottom, for one person.</summary>
    static string SlowlyPlaced(Story story, PersonFacts person)
    {
        if (story.Model.MembershipOverrides.TryGetValue(person.Email!, out var named))
            return $"{named} by override";
        var rule = story.Model.Membership.Index().Where(one => one.Item.Conditions.Any() && one.Item.Conditions.All(condition => Holds(story, person, condition))).ToList();
        if (rule is [var (at, first), ..])
            return $"{first.To} by rule {at}";
        var label = Labels(person.DepartmentLabel).Select(Models.Good.FindDepartment).FirstOrDefault(found => found is not null);
        return label is null ? "none by nothing" : $"{label.Id} by label";
    }

    static bool Holds(Story story, PersonFacts person, MembershipCondition condition) => condition.Any.Any(one => condition.Key switch
    {
        MembershipCondition.Department => Labels(person.DepartmentLabel).Any(label => Matches(one, label)),
        MembershipCondition.Title => Matches(one, person.Title),
        MembershipCondition.Group => person.Groups.Contains(one),
        _ => Above(story, person).Contains(one),
    });

    static bool Matches(string pattern, string? text) => !string.IsNullOrWhiteSpace(text) && TextPattern.Read(pattern).Pattern!.Matches(TextPattern.Text(text));

    static string[] Labels(string? field) => string.IsNullOrWhiteSpace(field) ? [] : [field, .. field.Split([';', '|'], StringSplitOptions.TrimEntries)];

    static HashSet<string> Above(Story story, PersonFacts person)
    {
        HashSet<string> above = [];
        for (var next = person; next is not null && above.Add(next.Email!);)
            next = story.People.FirstOrDefault(one => one.Email == next.Manager);
        return above;
    }
}
