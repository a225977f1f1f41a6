using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.People;
using AccountabilityBot.People.Placing;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Tests.Contracts;

/// <summary>A directory of 40 departments and 326 labels that are left over, with a gap of every kind in plenty, and the longest names there can be.</summary>
public sealed partial class CardBudgetTests
{
    [Theory, MemberData(nameof(Expensive))]
    public void The_worst_directory_keeps_the_promises_of_every_card(string text)
    {
        var report = PlacementReport.Of(WorstMembership(text), [.. WorstAccounts(text)]);
        Assert.Equal((40, 326), (report.Departments.Count, report.LeftOver.Count));
        Assert.All(
            [report.EmptyRoles.Count, report.Unused.Count(), report.Overrides.Count, report.SharedAddresses.Count, report.Circles.Count, report.Torn.Count],
            count => Assert.True(count > DirectoryCard.MostListed));

        foreach (var language in (string[])["en", "de"])
            Keeps(DirectoryCard.Draw(new DirectoryView(report, Sentences.In(language))));
    }

    static RevenueModel WorstMembership(string text)
    {
        var (company, _) = Worst(text, hands: 2);
        var department = company.Model.Departments[0];
        return company.Model with
        {
            Departments = [.. Enumerable.Range(0, 40).Select(no => department with { Id = $"d{no}", Name = Repeated(text, 50) + no, Labels = [$"label {no}"], Head = $"{no}@gone.example" })],
            Membership = [.. Enumerable.Range(0, 40).Select(no => new MembershipRule($"d{no}") { Titles = [Repeated(text, 180) + no, $"title {no}"], Departments = [Repeated(text, 200)] })],
            MembershipOverrides = Enumerable.Range(0, 20).ToDictionary(no => $"named{no}@x.example", _ => "d0"),
            Roles = Enumerable.Range(0, 20).ToDictionary(no => Repeated(text, 60) + no, no => $"{no}@gone.example"),
        };
    }

    static IEnumerable<PersonFacts> WorstAccounts(string text)
    {
        var no = 0;
        for (var left = 0; left < 326; left++)
            yield return Account($"{Repeated(text, 60)} left {left}", $"left{left}@x.example", "boss@elsewhere.example");
        for (var named = 0; named < 20; named++)
            yield return Account("label 1", $"named{named}@x.example", $"named{named}@x.example");
        for (var same = 0; same < 40; same++)
            yield return Account("label 2; label 3; label 4", $"same{same / 2}@x.example", null);

        PersonFacts Account(string label, string email, string? manager) =>
            new($"00000000-0000-4000-8000-{++no:d12}", Repeated(text, 200), email, null, label, manager, null);
    }
}
