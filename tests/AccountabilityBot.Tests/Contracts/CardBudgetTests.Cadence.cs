using AccountabilityBot.Cadence;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Tests.Contracts;

/// <summary>Digests of departments, seams and numbers with the longest names there can be, and as many of them as there can be.</summary>
public sealed partial class CardBudgetTests
{
    [Theory, MemberData(nameof(Expensive))]
    public void The_worst_digest_keeps_the_promises_of_every_card(string text)
    {
        foreach (var departments in (int[])[1, 2, 4])
        {
            foreach (var language in (string[])["en", "de"])
            {
                var view = WorstDigest(text, departments) with { Say = Sentences.In(language) };
                Keeps(DigestCard.Draw(view));
                Keeps(DigestCard.Draw(view, Repeated(text, 1_000)));
                Keeps(DigestCard.Details(view));
            }
        }
    }

    static DigestView WorstDigest(string text, int departments)
    {
        var (company, lead) = Worst(text, hands: 2);
        var model = company.Model with
        {
            Departments = [.. Enumerable.Range(0, departments).Select(no => company.Model.Departments[0] with { Id = $"d{no}", Name = Repeated(text, 60) })],
            Seams = [.. Enumerable.Range(0, 20).Select(no => new Seam($"s{no}", "d0", "d1", Repeated(text, 80)))],
        };
        company = new Company(model, 1, company.People.Select(person => person with { Department = null }), []);
        var owner = lead.Owner!.Value;
        var money = new Dictionary<string, long> { ["EUR"] = 99_999_999_999_999, ["USD"] = 99_999_999_999_999, ["JPY"] = 99_999_999_999_999 };
        var stuck = Enumerable.Range(0, 3).Select(no => new StuckLead(new LeadId(Guid.CreateVersion7(Now)), LeakReasons.Silent, owner, Now)).ToList();
        var content = Enumerable.Range(0, departments).Select(no => new DepartmentContent($"d{no}")
        {
            Numbers = [.. Enumerable.Range(0, 40).Select(at => new NumberLine(
                $"n{at}", Repeated(text, 140), Repeated(text, 20), Period.Week, Direction.Up, 999_999_999_999_999_999.999999m, -999_999_999_999_999_999.999999m, 999_999_999_999_999_999.999999m,
                new DateOnly(2026, 9, 27), at % 2 is 0 ? owner : null, Repeated(text, 200), owner, IsStale: at % 3 is 0))],
            Stuck = stuck,
            Expected = [.. Enumerable.Repeat(new ExpectedWeek(999_999, 999_999, 999_999), Arrivals.Weeks)],
            Coverage = new Coverage("EUR", 999_999_999_999, 999_999_999_999, 1),
            Trend = [.. Enumerable.Range(0, 13).Select(at => new TrendPoint(new DateOnly(2026, 8, 31).AddDays(7 * at), at % 2 * 999_999, at % 3 * 999_999, 1))],
            Way = new Flow(999_999, 999_999, 999_999, 999_999, 999_999, 999_999, 999_999),
            Readers = 9_999,
        }).ToList();
        var seams = Enumerable.Range(0, 20).Select(no => new SeamFigures($"s{no}", no % 2 is 0 ? "d0" : "d1", no % 2 is 0 ? "d1" : "d0")
        {
            Came = new Flow(999_999, 999_999, 999_999, 999_999, 999_999, 999_999, 999_999),
            WonValue = money,
            OpenValue = money,
            OpenDeals = 999_999,
            OpenWithoutValue = 999,
            Promises = [.. ((string[])["answer", "first-touch", "follow-up", "word", "complete", "hand-over"]).Select(name => new KeptCount(name, 999_999, 999_999))],
            Leak = new Leak(999_999, money, TimeSpan.FromDays(9_999)),
            Sources = [.. Enumerable.Range(0, SeamFigures.MostSources).Select(at => new SourceFlow(Repeated(text, 300) + at, 999_999, 999_999))],
        }).ToList();
        return new DigestView
        {
            Digest = new Digest
            {
                Id = Guid.CreateVersion7(Now),
                Key = "worst",
                ChannelId = "19:worst",
                On = new DateOnly(2026, 11, 23),
                From = Now.AddDays(-40),
                Until = Now.AddHours(-10),
                MadeAt = Now,
                Departments = "d0",
                Content = "",
            },
            Content = new DigestContent(content),
            Seams = content.SelectMany(one => seams.Where(seam => seam.From == one.Department || seam.To == one.Department).Select(seam => (one.Department, seam))).ToLookup(one => one.Department, one => one.seam),
            Leads = stuck.ToDictionary(one => one.Lead, _ => new NamedLead("L-999999999999", Repeated(text, LeadFacts.MaxText))),
            Now = Now,
            Commitments = [.. Enumerable.Range(0, DigestCommitments.MostListed).Select(no => Commitment.Make(owner, Repeated(text, Commitment.MaxText), new DateOnly(2026, 11, 27), "d0", null, null, Now).Commitment)],
            Company = company,
            Say = Sentences.In("en"),
            PostId = Guid.CreateVersion7(Now),
        };
    }
}
