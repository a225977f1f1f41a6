using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.Tests.Model;

public sealed class DispositionRulesTests
{
    static readonly Disposition _lost = new("lost", "Lost", DealStage.Lost, NextStep.Close);

    /// <summary>What is broken, the dispositions, where it must be reported, and words that the sentence must hold.</summary>
    static readonly (string Case, Disposition[] Broken, string Path, string Words)[] _cases =
    [
        ("an id in capitals", [_lost with { Id = "Lost" }], "dispositions.Lost", "is no id"),
        ("no name", [_lost with { Name = "" }], "dispositions.lost.name", "empty"),
        ("recycled, and closed", [_lost, new("later", "Later", DealStage.Lost, NextStep.Recycle)], "dispositions.later.becomes", "becomes \"recycled\""),
        ("goes on after its end", [_lost with { Next = NextStep.Continue }], "dispositions.lost.becomes", "cannot have ended"),
        ("closed, and still open", [_lost, new("odd", "Odd", DealStage.Qualified, NextStep.Close)], "dispositions.odd.becomes", "\"won\", \"lost\" or \"closed\""),
        ("data are mended elsewhere", [_lost, new("data", "Data", DealStage.Qualified, NextStep.FixData)], "dispositions.data.becomes", "stays where it is"),
        ("handed over nowhere", [_lost with { Becomes = DealStage.Won, Next = NextStep.HandOver }], "dispositions.lost.seam", "over which seam"),
        ("handed over an unknown seam", [_lost with { Becomes = DealStage.Won, Next = NextStep.HandOver, Seam = "marketing-sale" }], "dispositions.lost.seam", "Did you mean \"marketing-sales\"?"),
        ("a seam without a hand-over", [_lost with { Seam = "marketing-sales" }], "dispositions.lost.seam", "Only the next step"),
        ("not to be contacted, and open", [_lost, new("quiet", "Quiet", null, NextStep.Continue) { DoNotContact = true }], "dispositions.quiet.doNotContact", "has to end the lead"),
        ("one reason", [_lost with { Reasons = [new("a", "A")] }], "dispositions.lost.reasons", "one reason"),
        ("eleven reasons", [_lost with { Reasons = Reasons(11) }], "dispositions.lost.reasons", "There are 11 reasons; 10 are allowed"),
        ("chosen after the end", [_lost, new("late", "Late", null, NextStep.Continue) { At = [DealStage.Won] }], "dispositions.late.at", "has ended"),
        ("eleven in one stage", [.. Enumerable.Range(1, 10).Select(no => new Disposition($"d{no}", "D", null, NextStep.Continue)), _lost], "dispositions", "A lead that is working has 11 dispositions"),
        ("no end", [new("meeting", "Meeting", DealStage.MeetingSet, NextStep.Continue)], "dispositions", "never comes to an end"),
        ("no end from a stage", [_lost with { At = [DealStage.Working] }, new("meeting", "Meeting", DealStage.MeetingSet, NextStep.Continue) { At = [DealStage.Working] }], "dispositions", "that is meeting-set never comes"),
        ("asked for what is needed", [_lost, new("q", "Q", DealStage.Qualified, NextStep.Continue) { Asks = [DispositionField.Value] }], "dispositions.q.asks", "\"value\" is needed here already"),
    ];

    public static TheoryData<string> Cases => [.. _cases.Select(one => one.Case)];

    [Fact]
    public void What_every_company_has_makes_sense() => Assert.Empty(ModelRules.Check(Models.Good));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_broken_disposition_is_reported_where_it_stands(string name)
    {
        var (_, broken, path, words) = _cases.Single(one => one.Case == name);

        var problems = ModelRules.Check(Models.Good with { Dispositions = broken });

        Assert.Contains(problems, problem => problem.Path == path && problem.Sentence.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Ten_in_a_tier_are_allowed() => Assert.Empty(ModelRules.Check(Models.Good with
    {
        Dispositions = [.. Enumerable.Range(1, 9).Select(no => new Disposition($"d{no}", "D", null, NextStep.Continue)), _lost with { Reasons = Reasons(10) }],
    }));

    static Reason[] Reasons(int count) => [.. Enumerable.Range(1, count).Select(no => new Reason($"r{no}", "R"))];
}
